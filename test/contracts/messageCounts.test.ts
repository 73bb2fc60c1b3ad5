import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createMessageCounts } from '../../adapters/storage/members/messageCounts.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import type { Member } from '../../src/agenda/member.ts';
import { MINUTE_MS } from '../../src/clock.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import { afterwardsDelivery } from '../../src/outbox/kinds/afterwards.ts';
import type { CommunityRef } from '../../src/platform/target.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE_MS;
const KEY = keyOf('fosdem20');
const FRINGE = keyOf('fringe');
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
/** Until ten, what starts up to ten minutes later. */
const HOUR = { after: NINE, until: TEN };

forEachDatabase('counts of direct messages', ({ open }) => {
  it('are of reminders of lists: one a start, of a community, of who wants them', async () => {
    const { star, counts } = await prepare(await open());
    await star('ada', { 1: TEN, 2: TEN, soon: TEN + 5 * MINUTE_MS, later: TEN + 30 * MINUTE_MS });
    await star('bob', { 1: TEN });
    await star('bob', { other: TEN }, { conference: FRINGE });
    await star('cleo', { 1: TEN }, { community: debconf });
    await star('dan', { 1: TEN }, { wish: { volume: 'quiet' } });
    await star('eve', { 1: TEN }, { wish: { directMessages: 'closed' } });
    await star('fay', { 1: TEN }, { seenIn: fosdem });

    expect(await counts.lists(fosdem, [KEY], HOUR)).toEqual({ count: 4, people: 3 });
    expect(await counts.lists(fosdem, [KEY, FRINGE], HOUR)).toEqual({ count: 5, people: 3 });
    expect(await counts.lists(debconf, [KEY], HOUR)).toEqual({ count: 1, people: 1 });
  });

  it('are of questions about how talks were: one an hour, of who starred there and wishes to be asked', async () => {
    const { star, counts } = await prepare(await open());
    const wish = { feedback: true } as const;
    await star('ada', { 1: NINE, 2: NINE, 3: NINE }, { wish });
    await star('bob', { 2: NINE }, { wish });
    await star('cleo', { 1: NINE }, { wish, community: debconf });
    await star('dan', { 1: NINE });
    await star('eve', { 1: NINE }, { wish: { ...wish, volume: 'quiet' } });

    const first = { conference: KEY, talks: ['1', '2'] };
    const second = { conference: KEY, talks: ['3'] };
    expect(await counts.feedback(fosdem, [first, second])).toEqual({ count: 3, people: 2 });
    expect(await counts.feedback(debconf, [first])).toEqual({ count: 1, people: 1 });
    expect(await counts.feedback(fosdem, [{ ...first, conference: FRINGE }])).toEqual({
      count: 0,
      people: 0,
    });
  });

  it('are of what waits: reminders put off, and recordings, a message once', async () => {
    const { star, counts, outbox } = await prepare(await open());
    for (const who of ['ada', 'bob', 'cleo']) await star(who, { 1: TEN });
    const to = (member: string, community: CommunityRef = fosdem) => ({
      target: { kind: 'member', platform: 'chat', member } as const,
      conference: KEY,
      community,
    });
    const again = (member: string, talk: string, dueAt: number, community = fosdem) =>
      delivery(
        to(member, community),
        { kind: 'reminder', talk, start: TEN, again: 1 },
        { dueAt, expiresAt: TEN },
      );
    const half = NINE + 30 * MINUTE_MS;
    await outbox.enqueue([
      again('ada', '1', half),
      again('ada', '2', half),
      again('bob', '1', half),
      again('cleo', '1', half, debconf),
      delivery(
        to('bob'),
        { kind: 'reminder', talk: '1', start: TEN },
        { dueAt: half, expiresAt: TEN },
      ),
      ...['1', '2'].map((talk) => afterwardsDelivery(to('ada'), { kind: 'recording', talk }, half)),
      afterwardsDelivery(to('bob'), { kind: 'recording', talk: '3' }, TEN + MINUTE_MS),
    ]);

    expect(await counts.waiting(fosdem, [KEY], HOUR)).toEqual({
      snoozed: { count: 2, people: 2 },
      recordings: { count: 1, people: 1 },
    });
    expect(await counts.waiting(debconf, [KEY], HOUR)).toEqual({
      snoozed: { count: 1, people: 1 },
      recordings: { count: 0, people: 0 },
    });
    expect(await counts.waiting(fosdem, [FRINGE], HOUR)).toMatchObject({ snoozed: { count: 0 } });
  });
});

interface Way {
  readonly conference?: typeof KEY;
  readonly community?: CommunityRef;
  /** Where it was starred is not known then. */
  readonly seenIn?: CommunityRef;
  readonly wish?: Partial<Pick<Member, 'volume' | 'directMessages'>> & { readonly feedback?: true };
}

async function prepare({ kysely }: Database) {
  const [members, stars] = [createMembers(kysely), createStars(kysely)];
  return {
    counts: createMessageCounts(kysely),
    outbox: createOutbox(kysely),
    star: async (
      id: string,
      talks: Readonly<Record<string, number>>,
      { conference = KEY, community = fosdem, seenIn, wish = {} }: Way = {},
    ) => {
      const ref = { platform: 'chat', id };
      const home = seenIn ?? community;
      await members.see({ ref, locale: 'en', community: home.id, seenAt: NINE }, id);
      const { feedback, ...change } = wish;
      await members.change(ref, { ...change, ...(feedback ? { wantsFeedback: true } : {}) });
      const where = seenIn === undefined ? { community } : {};
      for (const [talk, start] of Object.entries(talks)) {
        await stars.add(ref, { conference, talk, start, ...where }, NINE - MINUTE_MS);
      }
    },
  };
}
