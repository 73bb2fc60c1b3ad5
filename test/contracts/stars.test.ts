import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createStarredTalks } from '../../adapters/storage/deliveries/marks/starredTalks.ts';
import { createReachability } from '../../adapters/storage/deliveries/reachability.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import type { NewStar } from '../../src/agenda/star.ts';
import type { MemberRef } from '../../src/platform/target.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const MINUTE = 60_000;
const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE;
const ada = { platform: 'chat', id: 'ada' };
const bob = { platform: 'chat', id: 'bob' };
const fosdem = { platform: 'chat', id: 'fosdem' };
const other = { platform: 'chat', id: 'other' };

forEachDatabase('stars', ({ open }) => {
  it('are kept once each, by conference, until they are taken back', async () => {
    const { stars } = await prepare(await open(), ada, bob);

    expect(await stars.add(ada, star('9053'), NINE)).toBe(true);
    expect(await stars.add(ada, star('9053'), NINE + 1)).toBe(false);
    expect(await stars.add(ada, star('1'), NINE + 2)).toBe(true);
    expect(await stars.add(ada, { ...star('9053'), conference: keyOf('debconf') }, NINE)).toBe(
      true,
    );
    expect(await stars.add(bob, star('9053'), NINE)).toBe(true);
    expect(await stars.remove(ada, keyOf('fosdem20'), 'never', NINE)).toBe(false);

    expect(await stars.of(ada, keyOf('fosdem20'))).toEqual([
      { conference: 'fosdem20', talk: '1', starredAt: NINE + 2 },
      { conference: 'fosdem20', talk: '9053', starredAt: NINE },
    ]);
    expect(await stars.remove(ada, keyOf('fosdem20'), '9053', NINE)).toBe(true);
    expect((await stars.of(ada, keyOf('fosdem20'))).map(({ talk }) => talk)).toEqual(['1']);
    expect((await stars.of(bob, keyOf('fosdem20'))).map(({ talk }) => talk)).toEqual(['9053']);
  });

  it('fall due at the lead before the start, or at once inside it, and never after the start', async () => {
    const { stars, due } = await prepare(await open(), ada);
    await stars.add(ada, star('ahead', TEN), NINE);
    await stars.add(ada, star('soon', NINE + 4 * MINUTE), NINE);
    await stars.add(ada, star('runs', NINE - 1), NINE);
    await stars.add(ada, { conference: keyOf('fosdem20'), talk: 'canceled' }, NINE);

    expect(await due()).toEqual([
      ['ada', 'soon', NINE],
      ['ada', 'ahead', TEN - 10 * MINUTE],
    ]);
  });

  it('are due in windows that are open at the beginning and closed at the end', async () => {
    const { stars, talks } = await prepare(await open(), ada);
    await stars.add(ada, star('9053', TEN), NINE);
    const at = TEN - 10 * MINUTE;

    const found = await Promise.all([
      talks.due(at - 1, at),
      talks.due(at, at + 1),
      talks.due(at - 2, at - 1),
    ]);

    expect(found.map((window) => window.length)).toEqual([1, 0, 0]);
  });

  it('follow a new lead for what lies ahead', async () => {
    const { stars, due } = await prepare(await open(), ada, bob);
    await stars.add(ada, star('past', NINE + MINUTE), NINE);
    await stars.add(ada, star('ahead', TEN), NINE);
    await stars.add(bob, star('ahead', TEN), NINE);

    await stars.setLead(ada, 30, NINE + 2 * MINUTE);
    await stars.setLead(ada, 59, NINE + 2 * MINUTE);

    expect(await due()).toEqual([
      ['ada', 'past', NINE],
      ['ada', 'ahead', NINE + 2 * MINUTE],
      ['bob', 'ahead', TEN - 10 * MINUTE],
    ]);
  });

  it('fall due at a lead of their own, which a new lead for all leaves as it is', async () => {
    const { stars, talks, due } = await prepare(await open(), ada, bob);
    for (const talk of ['own', 'other']) await stars.add(ada, star(talk, TEN), NINE);
    await stars.add(bob, star('own', TEN), NINE);
    const which = { conference: keyOf('fosdem20'), talk: 'own' };

    await stars.setLeadOf(ada, { ...which, leadMinutes: 25 }, NINE);
    await stars.setLead(ada, 5, NINE + MINUTE);

    expect(await stars.of(ada, keyOf('fosdem20'))).toEqual([
      { conference: 'fosdem20', talk: 'other', starredAt: NINE },
      { ...which, leadMinutes: 25, starredAt: NINE },
    ]);
    expect(await due()).toEqual([
      ['ada', 'own', TEN - 25 * MINUTE],
      ['bob', 'own', TEN - 10 * MINUTE],
      ['ada', 'other', TEN - 5 * MINUTE],
    ]);

    const moves = [{ from: 'own', to: 'moved', start: TEN + 30 * MINUTE }];
    await talks.follow(keyOf('fosdem20'), moves, NINE + 2 * MINUTE);
    expect(await due()).toContainEqual(['ada', 'moved', TEN + 5 * MINUTE]);
  });

  it('tell that no message reaches a member, for whatever reason, until the first one did', async () => {
    const database = await open();
    const { members } = await prepare(database, ada);
    const reachability = createReachability(database.kysely);
    const target = { kind: 'member', platform: 'chat', member: 'ada' } as const;
    const state = async () => (await members.find(ada))?.directMessages;

    await reachability.refused(target, 'community-gone', NINE);
    expect(await state()).toBe('unknown');
    await reachability.refused(target, 'forbidden', NINE);
    expect(await state()).toBe('closed');
    await reachability.reached(target);
    await reachability.refused(target, 'invalid', NINE);
    expect(await state()).toBe('open');
    await reachability.refused(target, 'direct-messages-closed', NINE);
    expect(await state()).toBe('closed');
  });

  it('are not due for those who want no reminders and the unreachable, who keep them all the same', async () => {
    const { members, stars, talks, due } = await prepare(await open(), ada, bob);
    await stars.add(ada, star('9053', TEN), NINE);
    await stars.add(bob, star('9053', TEN), NINE);
    await members.change(ada, { volume: 'quiet' });
    await members.change(bob, { directMessages: 'closed' });

    expect(await due()).toEqual([]);
    expect(await talks.starrers(keyOf('fosdem20'), ['9053', 'other'])).toEqual([
      { member: ada, community: fosdem, talk: '9053', isSilent: false },
      { member: bob, community: fosdem, talk: '9053', isSilent: false },
    ]);
    await members.change(ada, { volume: 'silent' });
    expect(await due()).toEqual([]);
    expect(await talks.starrers(keyOf('fosdem20'), ['9053'])).toMatchObject([
      { member: ada, isSilent: true },
      { member: bob, isSilent: false },
    ]);
    expect(await talks.starrers(keyOf('fosdem20'), [])).toEqual([]);
  });

  it('follow their talk to another time and another id, also where two talks swap ids', async () => {
    const { stars, talks, due } = await prepare(await open(), ada, bob);
    await stars.add(ada, star('a', TEN), NINE);
    await stars.add(bob, star('b', TEN), NINE);
    const moved = NINE + 1;

    await talks.follow(
      keyOf('fosdem20'),
      [
        { from: 'a', to: 'b', start: TEN + 5 * MINUTE },
        { from: 'b', to: 'a', start: NINE + 5 * MINUTE },
      ],
      moved,
    );

    expect(await due()).toEqual([
      ['bob', 'a', moved],
      ['ada', 'b', TEN - 5 * MINUTE],
    ]);
    expect(await stars.of(ada, keyOf('fosdem20'))).toEqual([
      { conference: 'fosdem20', talk: 'b', starredAt: NINE },
    ]);
  });

  it('become one when somebody starred both the old and the new id', async () => {
    const { stars, talks, due } = await prepare(await open(), ada);
    await stars.add(ada, star('old', TEN), NINE);
    await stars.add(ada, star('new', TEN), NINE);

    await talks.follow(keyOf('fosdem20'), [{ from: 'old', to: 'new', start: TEN }], NINE);

    expect(await due()).toEqual([['ada', 'new', TEN - 10 * MINUTE]]);
  });

  it('are never due while their talk is canceled, and again when it is not', async () => {
    const { stars, talks, due } = await prepare(await open(), ada);
    await stars.add(ada, star('9053', TEN), NINE);

    await talks.follow(keyOf('fosdem20'), [{ from: '9053', to: '9053' }], NINE);
    expect(await due()).toEqual([]);
    await stars.setLead(ada, 20, NINE);
    expect(await due()).toEqual([]);

    await talks.follow(keyOf('fosdem20'), [{ from: '9053', to: '9053', start: TEN }], NINE);
    expect(await due()).toEqual([['ada', '9053', TEN - 20 * MINUTE]]);
  });

  it('follow a delay only where they were given', async () => {
    const { stars, talks, due } = await prepare(await open(), ada, bob);
    await stars.add(ada, star('9053', TEN), NINE);
    await stars.add(bob, { ...star('9053', TEN), community: other }, NINE);

    const late = [{ from: '9053', to: '9053', start: TEN + 15 * MINUTE }];
    await talks.follow(keyOf('fosdem20'), late, NINE, fosdem);

    expect(await due()).toEqual([
      ['bob', '9053', TEN - 10 * MINUTE],
      ['ada', '9053', TEN + 5 * MINUTE],
    ]);
  });

  it('given in a direct message follow a delay where the member was last seen', async () => {
    const { members, stars, talks, due } = await prepare(await open(), ada, bob);
    await members.see({ ref: ada, locale: 'en', community: fosdem.id, seenAt: NINE }, 'p-ada');
    await members.see({ ref: bob, locale: 'en', community: other.id, seenAt: NINE }, 'p-bob');
    const { community: _, ...nowhere } = star('9053', TEN);
    await stars.add(ada, nowhere, NINE);
    await stars.add(bob, nowhere, NINE);

    const late = [{ from: '9053', to: '9053', start: TEN + 15 * MINUTE }];
    await talks.follow(keyOf('fosdem20'), late, NINE, fosdem);

    expect(await due()).toEqual([
      ['bob', '9053', TEN - 10 * MINUTE],
      ['ada', '9053', TEN + 5 * MINUTE],
    ]);
  });
});

function star(talk: string, start = TEN): NewStar {
  return { conference: keyOf('fosdem20'), talk, community: fosdem, start };
}

async function prepare({ kysely }: Database, ...refs: readonly MemberRef[]) {
  const members = createMembers(kysely);
  for (const ref of refs) await members.see({ ref, locale: 'en', seenAt: NINE }, `p-${ref.id}`);
  const talks = createStarredTalks(kysely);
  return {
    members,
    talks,
    stars: createStars(kysely),
    due: async () =>
      (await talks.due(0, TEN * 2)).map(({ member, talk, dueAt }) => [member.id, talk, dueAt]),
  };
}
