import { expect, it } from 'vitest';
import { createFollowSpread } from '../../adapters/storage/communities/followSpread.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createFollowedTalks } from '../../adapters/storage/deliveries/marks/followedTalks.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createFollows } from '../../adapters/storage/members/follows.ts';
import { createLinking } from '../../adapters/storage/members/linking.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createPersonalData } from '../../adapters/storage/members/personalData.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { MemberRef } from '../../src/platform/target.ts';
import { type FollowSubject, subjectKey } from '../../src/programme/following.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const MINUTE = 60_000;
const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE;
const KEY = keyOf('fosdem20');
const ada = { platform: 'chat', id: 'ada' };
const bob = { platform: 'chat', id: 'bob' };
const fosdem = { platform: 'chat', id: 'fosdem' };
const borkmann: FollowSubject = { kind: 'speaker', id: '17', name: 'Daniel Borkmann' };
const rust: FollowSubject = { kind: 'words', name: 'Rust' };

forEachDatabase('follows', ({ open }) => {
  it('are kept once each, by conference, until they are taken back with what they found', async () => {
    const { follows } = await prepare(await open(), ada, bob);

    expect(await follows.add(ada, follow(borkmann, ['1', TEN]), NINE)).toBe(true);
    expect(await follows.add(ada, follow(borkmann, ['2', TEN]), NINE + 1)).toBe(false);
    expect(await follows.add(ada, follow(rust), NINE + 2)).toBe(true);
    expect(await follows.add(bob, follow(rust, ['3', TEN]), NINE)).toBe(true);

    expect(await follows.of(ada, KEY)).toEqual([
      { key: 'speaker:#17', subject: borkmann, followedAt: NINE },
      { key: 'words:rust', subject: rust, followedAt: NINE + 2 },
    ]);
    expect(await follows.of(ada, keyOf('debconf'))).toEqual([]);
    expect(await follows.talks(ada, KEY)).toEqual([{ talk: '1', key: 'speaker:#17' }]);

    expect(await follows.remove(ada, KEY, subjectKey(borkmann))).toBe(true);
    expect(await follows.remove(ada, KEY, subjectKey(borkmann))).toBe(false);
    expect(await follows.talks(ada, KEY)).toEqual([]);
    expect(await follows.talks(bob, KEY)).toEqual([{ talk: '3', key: 'words:rust' }]);
  });

  it('fall due as stars do, and a talk that is starred is the star’s alone', async () => {
    const { follows, stars, due } = await prepare(await open(), ada, bob);
    await follows.add(ada, follow(borkmann, ['ahead', TEN], ['runs', NINE - 1], ['gone']), NINE);
    await follows.add(ada, follow(rust, ['ahead', TEN], ['soon', NINE + MINUTE]), NINE);
    await follows.add(bob, follow(rust, ['ahead', TEN]), NINE);
    await stars.add(bob, { conference: KEY, talk: 'ahead', start: TEN }, NINE);

    expect(await due()).toEqual([
      ['ada', 'soon', NINE],
      ['ada', 'ahead', TEN - 10 * MINUTE],
      ['ada', 'ahead', TEN - 10 * MINUTE],
    ]);

    await stars.setLead(ada, 20, NINE);
    await stars.remove(bob, KEY, 'ahead', NINE + MINUTE);
    expect(await due()).toEqual([
      ['ada', 'soon', NINE],
      ['ada', 'ahead', TEN - 20 * MINUTE],
      ['ada', 'ahead', TEN - 20 * MINUTE],
      ['bob', 'ahead', TEN - 10 * MINUTE],
    ]);
  });

  it('move along with their talks, also where two swap ids, and by the delays of a community', async () => {
    const { follows, followed, due } = await prepare(await open(), ada, bob);
    await follows.add(ada, follow(borkmann, ['1', TEN], ['2', TEN]), NINE);
    await follows.add(ada, follow(rust, ['2', TEN]), NINE);
    await follows.add(bob, { ...follow(rust, ['2', TEN]), community: fosdem }, NINE);

    const swap = [
      { from: '1', to: '2', start: TEN },
      { from: '2', to: '1', start: TEN + 5 * MINUTE },
    ];
    await followed.follow(KEY, swap, NINE);
    await followed.follow(KEY, [{ from: '1', to: '1', start: TEN + 9 * MINUTE }], NINE, fosdem);

    expect(await due()).toEqual([
      ['ada', '2', TEN - 10 * MINUTE],
      ['ada', '1', TEN - 5 * MINUTE],
      ['ada', '1', TEN - 5 * MINUTE],
      ['bob', '1', TEN - MINUTE],
    ]);
  });

  it('are sought once each in a version, and what is new is told once, whatever comes and goes', async () => {
    const { follows, followed, stars, due, news } = await prepare(await open(), ada, bob);
    await follows.add(ada, follow(rust, ['1', TEN]), NINE);
    await follows.add(bob, follow(rust, ['1', TEN]), NINE);
    await follows.add(ada, follow(borkmann, ['1', TEN]), NINE);
    await stars.add(bob, { conference: KEY, talk: '2', start: TEN }, NINE);

    expect(await followed.sought(KEY, 1)).toEqual([]);
    expect(await followed.sought(KEY, 2)).toEqual([
      { key: 'speaker:#17', subject: borkmann },
      { key: 'words:rust', subject: rust },
    ]);
    expect(await news(2, { 'words:rust': ['1', '2'] })).toEqual([['ada', '2']]);
    expect((await followed.sought(KEY, 2)).map(({ key }) => key)).toEqual(['speaker:#17']);
    expect(await news(2, { 'speaker:#17': ['1', '2'] })).toEqual([]);
    expect(await news(3, { 'words:rust': [], 'speaker:#17': ['1'] })).toEqual([]);
    expect(await due()).toEqual([['ada', '1', TEN - 10 * MINUTE]]);
    expect(await news(4, { 'words:rust': ['2'] })).toEqual([]);
    expect(await due()).toEqual([
      ['ada', '1', TEN - 10 * MINUTE],
      ['ada', '2', TEN - 10 * MINUTE],
    ]);
  });

  it('tell nothing new of what they find when they are first sought, nor to whoever is quiet', async () => {
    const { follows, members, news } = await prepare(await open(), ada, bob);
    const { found: _, ...unsought } = follow(rust);
    await follows.add(ada, unsought, NINE);
    await follows.add(bob, follow(rust), NINE);
    await members.change(bob, { volume: 'quiet' });

    expect(await news(1, { 'words:rust': ['1'] })).toEqual([]);
    expect(await news(2, { 'words:rust': ['1', '2'] })).toEqual([['ada', '2']]);
    expect(await follows.talks(ada, KEY)).toEqual([
      { talk: '1', key: 'words:rust' },
      { talk: '2', key: 'words:rust', newSince: NINE },
    ]);
  });

  it('count the messages of a day that came because of them', async () => {
    const database = await open();
    const { followed, outbox } = await prepare(database, ada);
    const target = { kind: 'member', platform: 'chat', member: 'ada' } as const;
    const to = { target, conference: KEY };
    const span = { dueAt: NINE, expiresAt: TEN };
    const reminders = [1, 1, 2].map((hour, index) =>
      delivery(
        to,
        { kind: 'reminder', talk: `${index}`, start: TEN + hour * 60 * MINUTE, isFollowed: true },
        span,
      ),
    );
    await outbox.enqueue([
      ...reminders,
      delivery(to, { kind: 'reminder', talk: 'starred', start: TEN }, span),
      delivery(to, { kind: 'followNews', talks: ['7'] }, span),
      delivery(to, { kind: 'followDigest', date: '2020-02-01' }, span),
    ]);

    const day = { start: NINE, end: NINE + 12 * 60 * MINUTE };
    const had = await followed.messages(KEY, ['member:chat:ada', 'member:chat:bob'], day);

    expect([...had.keys()]).toEqual(['member:chat:ada']);
    expect(had.get('member:chat:ada')?.batches.size).toBe(3);
    expect(had.get('member:chat:ada')?.digestAt).toBe(NINE);
  });

  it('spread to a conference beside, of one community, each once, and find nothing new there', async () => {
    const database = await open();
    const { follows, followed } = await prepare(database, ada, bob);
    const spread = createFollowSpread(database.kysely);
    const [fringe, other] = [keyOf('fringe'), keyOf('other')];
    await follows.add(ada, { ...follow(borkmann, ['1', TEN]), community: fosdem }, NINE);
    await follows.add(ada, { ...follow(rust, ['1', TEN]), community: fosdem }, NINE);
    await follows.add(ada, { conference: other, subject: rust, community: fosdem }, NINE);
    await follows.add(bob, { ...follow(rust), community: { ...fosdem, id: 'theirs' } }, NINE);

    const had = [KEY, other];
    expect(await spread.subjects(fosdem, had)).toEqual([borkmann, rust]);
    expect(await spread.subjects({ ...fosdem, id: 'nobodys' }, had)).toEqual([]);
    const there: FollowSubject = { kind: 'speaker', id: 'db', name: 'Daniel BORKMANN' };
    const pairs = [
      [subjectKey(borkmann), there],
      [subjectKey(rust), rust],
    ] as const;
    await spread.spread(fosdem, had, fringe, pairs, NINE + 1);
    await spread.spread(fosdem, had, fringe, pairs, NINE + 2);
    await spread.spread(fosdem, had, fringe, [], NINE + 2);

    expect(await follows.of(ada, fringe)).toEqual([
      { key: 'speaker:#db', subject: there, followedAt: NINE + 1 },
      { key: 'words:rust', subject: rust, followedAt: NINE + 1 },
    ]);
    expect(await follows.of(bob, fringe)).toEqual([]);
    expect((await followed.sought(fringe, 1)).map(({ key }) => key)).toEqual([
      ...['speaker:#db', 'words:rust'],
    ]);
    const found = [{ from: '7', to: '7', start: TEN }];
    const all = new Map([[subjectKey(rust), found]]);
    expect(await followed.found(fringe, 1, all, NINE + 3)).toEqual([]);
    expect(await follows.talks(ada, fringe)).toEqual([{ talk: '7', key: 'words:rust' }]);
  });

  it('of which one is followed elsewhere, where the account was last seen, spread as well', async () => {
    const database = await open();
    const { follows, members } = await prepare(database, ada, bob);
    const spread = createFollowSpread(database.kysely);
    await members.see({ ref: ada, locale: 'en', community: fosdem.id, seenAt: NINE }, 'p-ada');
    await follows.add(ada, follow(rust), NINE);
    await follows.add(bob, follow(rust), NINE);
    const pairs = [[subjectKey(rust), rust]] as const;
    await spread.spread(fosdem, [KEY], keyOf('fringe'), pairs, NINE);
    expect(await follows.of(ada, keyOf('fringe'))).toHaveLength(1);
    expect(await follows.of(bob, keyOf('fringe'))).toEqual([]);
  });

  it('are counted once however many conferences have them', async () => {
    const { follows } = await prepare(await open(), ada);
    await follows.add(ada, follow(rust), NINE);
    await follows.add(ada, { ...follow(rust), conference: keyOf('fringe') }, NINE);
    await follows.add(ada, follow(borkmann), NINE);
    expect(await follows.count(ada, subjectKey({ kind: 'words', name: 'Go' }))).toBe(2);
    expect(await follows.count(ada, subjectKey(rust))).toBe(1);
  });

  it('become one person’s by a link, and go with everything else', async () => {
    const database = await open();
    const { follows, due } = await prepare(database, ada, bob);
    const linking = createLinking(database.kysely);
    const personal = createPersonalData(database.kysely);
    await follows.add(ada, follow(rust, ['1', TEN]), NINE);
    await follows.add(bob, follow(rust, ['1', TEN]), NINE);
    await follows.add(bob, follow(borkmann, ['2', TEN]), NINE);
    await linking.offer(ada, 'CODE', TEN);
    expect(await linking.redeem(bob, 'CODE', NINE)).toEqual({ kind: 'linked' });

    expect((await follows.of(ada, KEY)).map(({ key }) => key)).toEqual([
      'speaker:#17',
      'words:rust',
    ]);
    expect(await linking.part(bob, 'p-new')).toBe(true);
    expect((await due()).length).toBe(4);

    expect((await personal.collect(ada))?.follows).toEqual([
      {
        conference: KEY,
        kind: 'speaker',
        name: 'Daniel Borkmann',
        followedAt: NINE,
        talks: ['2'],
      },
      { conference: KEY, kind: 'words', name: 'Rust', followedAt: NINE, talks: ['1'] },
    ]);
    expect(await personal.idle(TEN)).toEqual([]);
    await personal.erase(ada);
    expect(await follows.of(ada, KEY)).toEqual([]);
    await personal.eraseConferences([{ conference: KEY }]);
    expect(await due()).toEqual([]);
    expect(await follows.of(bob, KEY)).toEqual([]);
  });
});

/** A follow that found these talks in the first version; one without a start is canceled. */
function follow(subject: FollowSubject, ...talks: readonly (readonly [string, number?])[]) {
  const found = talks.map(([talk, start]) => ({ talk, ...(start === undefined ? {} : { start }) }));
  return { conference: KEY, subject, found: { version: 1, talks: found } };
}

async function prepare({ kysely }: Database, ...refs: readonly MemberRef[]) {
  const members = createMembers(kysely);
  for (const ref of refs) await members.see({ ref, locale: 'en', seenAt: NINE }, `p-${ref.id}`);
  const followed = createFollowedTalks(kysely);
  return {
    members,
    followed,
    follows: createFollows(kysely),
    stars: createStars(kysely),
    outbox: createOutbox(kysely),
    due: async () =>
      (await followed.due(0, TEN * 2)).map(({ member, talk, dueAt }) => [member.id, talk, dueAt]),
    /** What is told when a version is found to have these talks, all of which start at ten. */
    news: async (version: number, found: Readonly<Record<string, readonly string[]>>) => {
      const all = new Map(
        Object.entries(found).map(([key, talks]) => [
          key as ReturnType<typeof subjectKey>,
          talks.map((to) => ({ from: to, to, start: TEN })),
        ]),
      );
      const told = await followed.found(KEY, version, all, NINE);
      return told.map(({ member, talk }) => [member.id, talk]);
    },
  };
}
