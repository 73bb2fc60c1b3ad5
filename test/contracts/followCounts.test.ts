import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createFollowCounts } from '../../adapters/storage/members/followCounts.ts';
import { createFollows } from '../../adapters/storage/members/follows.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import { toldCount } from '../../src/agenda/interest.ts';
import { MOST_FOLLOW_MESSAGES } from '../../src/announcements/following/followPlan.ts';
import { MINUTE_MS } from '../../src/clock.ts';
import type { CommunityRef } from '../../src/platform/target.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE_MS;
const KEY = keyOf('fosdem20');
const FRINGE = keyOf('fringe');
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
const DAY_MS = 1_440 * MINUTE_MS;
const dateOf = (_conference: string, start: number) => String(Math.floor(start / DAY_MS));
/** The reminders of what starts at ten: by default ten minutes before. */
const DUE = { after: TEN - 11 * MINUTE_MS, until: TEN - 10 * MINUTE_MS };

forEachDatabase('counts of what is followed', ({ open }) => {
  it('are of messages: one a start, of a community, and none where a star brings it anyway', async () => {
    const { follow, star, counts } = await prepare(await open());
    await follow('ada', 'Sue', { 1: TEN, 2: TEN, late: TEN + MINUTE_MS });
    await follow('ada', 'Tom', { 1: TEN });
    await follow('bob', 'Sue', { 1: TEN });
    await follow('bob', 'Una', { fringe: TEN }, { conference: FRINGE });
    await follow('cleo', 'Sue', { 1: TEN });
    await star('cleo', 'another', TEN);
    await follow('dan', 'Sue', { 1: TEN }, { community: debconf });
    await follow('eve', 'Sue', { 1: TEN }, { isQuiet: true });
    await follow('fay', 'Sue', { 1: TEN }, { seenIn: fosdem });
    await follow('gus', 'Sue', { 1: TEN }, { seenIn: debconf });

    expect(await counts.reminders(fosdem, [KEY], DUE, dateOf)).toEqual({ count: 3, people: 3 });
    expect(await counts.reminders(fosdem, [KEY, FRINGE], DUE, dateOf)).toEqual({
      count: 4,
      people: 3,
    });
    const longer = { ...DUE, until: TEN };
    expect(await counts.reminders(fosdem, [KEY], longer, dateOf)).toEqual({ count: 4, people: 3 });
    expect(await counts.reminders(debconf, [KEY], DUE, dateOf)).toEqual({ count: 2, people: 2 });
  });

  it('are of no more messages to one person than are sent, on each day', async () => {
    const { follow, counts } = await prepare(await open());
    const slots = Array.from({ length: MOST_FOLLOW_MESSAGES + 9 }, (_, index) => index);
    const first = slots.map((minute) => [`${minute}`, TEN + minute * MINUTE_MS] as const);
    const next = first.slice(0, 3).map(([id, start]) => [`next ${id}`, start + DAY_MS] as const);
    await follow('ada', 'Sue', Object.fromEntries([...first, ...next]));

    const until = (days: number) => ({ after: NINE, until: NINE + days * DAY_MS });
    const [day, days] = [until(1), until(2)];
    expect(await counts.reminders(fosdem, [KEY], day, dateOf)).toEqual({
      count: MOST_FOLLOW_MESSAGES + 1,
      people: 1,
    });
    expect(await counts.reminders(fosdem, [KEY], days, dateOf)).toEqual({
      count: MOST_FOLLOW_MESSAGES + 1 + 3,
      people: 1,
    });
  });

  it('are of follows that found nothing, of those that were looked for', async () => {
    const { follow, counts } = await prepare(await open());
    await follow('ada', 'Sue', { 1: TEN });
    for (const subject of ['Nobody', 'Nowhere']) await follow('ada', subject, {});
    await follow('bob', 'Nobody', {});
    await follow('bob', 'Una', {}, { conference: FRINGE });
    await follow('cleo', 'Unsought', undefined);
    await follow('dan', 'Nobody', {}, { community: debconf });
    await follow('fay', 'Nobody', {}, { seenIn: fosdem });

    expect(await counts.inVain(fosdem, [KEY])).toEqual({ count: 4, people: 3 });
    expect(await counts.inVain(fosdem, [KEY, FRINGE])).toMatchObject({ count: 5 });
    expect(await counts.inVain(debconf, [KEY])).toEqual({ count: 1, people: 1 });
  });
});

it('tells in fives, and nothing of fewer than five people', () => {
  expect(toldCount({ count: 40, people: 4 })).toBeUndefined();
  expect(toldCount({ count: 5, people: 5 })).toBe(5);
  expect(toldCount({ count: 118, people: 31 })).toBe(120);
});

interface Way {
  readonly conference?: typeof KEY;
  readonly community?: CommunityRef;
  /** Where it was followed is not known then. */
  readonly seenIn?: CommunityRef;
  readonly isQuiet?: true;
}

async function prepare({ kysely }: Database) {
  const [members, follows, stars] = [
    createMembers(kysely),
    createFollows(kysely),
    createStars(kysely),
  ];
  return {
    counts: createFollowCounts(kysely),
    star: (id: string, talk: string, start: number) =>
      stars.add({ platform: 'chat', id }, { conference: KEY, talk, start }, NINE),
    /** `talks`: what is found, with its start; undefined where nobody looked. */
    follow: async (
      id: string,
      name: string,
      talks: Readonly<Record<string, number>> | undefined,
      { conference = KEY, community = fosdem, seenIn, isQuiet }: Way = {},
    ) => {
      const ref = { platform: 'chat', id };
      const home = seenIn ?? community;
      await members.see({ ref, locale: 'en', community: home.id, seenAt: NINE }, id);
      if (isQuiet) await members.change(ref, { volume: 'quiet' });
      const found = Object.entries(talks ?? {}).map(([talk, start]) => ({ talk, start }));
      await follows.add(
        ref,
        {
          ...{ conference, subject: { kind: 'speaker', name } as const },
          ...(seenIn === undefined ? { community } : {}),
          ...(talks === undefined ? {} : { found: { version: 1, talks: found } }),
        },
        NINE,
      );
    },
  };
}
