import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createActs } from '../../adapters/storage/acts.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createFollows } from '../../adapters/storage/members/follows.ts';
import { createLinking } from '../../adapters/storage/members/linking.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createPersonalData } from '../../adapters/storage/members/personalData.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import { afterwardsDelivery } from '../../src/outbox/kinds/afterwards.ts';
import type { MemberRef } from '../../src/platform/target.ts';
import { memberWord } from '../../src/programme/acts.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const MINUTE = 60_000;
const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** Names no other column holds, so that a search over all of them finds every trace. */
const ada = { platform: 'chat', id: 'ada-lovelace' };
const adaElsewhere = { platform: 'mail', id: 'countess' };
const bob = { platform: 'chat', id: 'bob-martin' };

forEachDatabase('what is kept about a member', ({ open }) => {
  it('is nothing in any table once it was erased, linked accounts included', async () => {
    const database = await open();
    const { linking, personal } = await prepare(database);
    await linking.offer(ada, 'ABCDE-FGHJK', TEN);
    await linking.redeem(adaElsewhere, 'ABCDE-FGHJK', NINE);
    await linking.redeem(ada, 'WRONG-WRONG', NINE);
    await linking.offer(ada, 'BCDEF-GHJKL', TEN);
    const bobs = await rowsNaming(database, ['bob-martin', 'person-bob']);
    const traces = ['ada-lovelace', 'countess', 'person-ada', 'person-countess', 'GHJKL'];
    expect(await tablesNaming(database, traces)).toEqual([
      'link_attempts',
      'link_codes',
      'members',
      'outbox',
      'people',
      'stars',
    ]);

    await personal.erase(ada);

    expect(await rowsNaming(database, traces)).toEqual([]);
    expect(await rowsNaming(database, ['bob-martin', 'person-bob'])).toEqual(bobs);
  });

  it('is not that an admin named them organiser, either, once it was erased', async () => {
    const database = await open();
    const team = { platform: 'slack', id: 'T1' };
    const one = { role: 'organiser', kind: 'member', id: 'T1/U-ada' } as const;
    const other = { ...one, id: 'T1/U-bob' };
    const { namedRoles, acts } = createStores(database, systemClock);
    await namedRoles.name(team, one);
    await namedRoles.name(team, other);
    const after = [memberWord(one.id), ', ', memberWord(other.id)];
    const act = { kind: 'organisers', about: [], before: [], after } as const;
    await acts.record(team, act, { at: NINE, by: 'T1/U-olga' });
    const personal = createPersonalData(database.kysely);
    const roles = [{ platform: 'slack', community: 'T1', role: 'organiser' }];
    expect((await personal.collect({ platform: 'slack', id: one.id }))?.roles).toEqual(roles);

    await personal.erase({ platform: 'slack', id: one.id });

    expect(await namedRoles.of(team)).toEqual([other]);
    expect(await acts.of(team, { skip: 0, limit: 9 })).toEqual([
      { at: NINE, by: 'T1/U-olga', ...act, after: ['…', ', ', memberWord(other.id)] },
    ]);
  });

  it('is who did what, of which the act alone stays once they were erased', async () => {
    const database = await open();
    const { linking, personal } = await prepare(database);
    await linking.offer(ada, 'ABCDE-FGHJK', TEN);
    await linking.redeem(adaElsewhere, 'ABCDE-FGHJK', NINE);
    const acts = createActs(database.kysely);
    const delay = {
      kind: 'delay',
      about: ['H.1308'],
      before: ['0 min'],
      after: ['15 min'],
    } as const;
    const [server, list] = [
      { platform: 'chat', id: 'server' },
      { platform: 'mail', id: 'list' },
    ];
    await acts.record(server, delay, { at: NINE, by: ada.id });
    await acts.record(server, delay, { at: NINE, by: bob.id });
    await acts.record(list, delay, { at: TEN, by: adaElsewhere.id });
    await acts.record(server, delay, { at: TEN, by: 'olga' });

    expect((await personal.collect(ada))?.acts).toEqual([
      { platform: 'chat', community: 'server', at: NINE, ...delay },
      { platform: 'mail', community: 'list', at: TEN, ...delay },
    ]);
    // Of whom nothing else is kept.
    expect(await personal.collect({ platform: 'chat', id: 'olga' })).toEqual({
      ...{ accounts: [], stars: [], follows: [], speakers: [], messages: [], roles: [] },
      acts: [{ platform: 'chat', community: 'server', at: TEN, ...delay }],
    });

    await personal.erase(ada);
    await personal.erase({ platform: 'chat', id: 'olga' });

    const all = { skip: 0, limit: 9 };
    expect(await acts.of(server, all)).toEqual([
      { at: TEN, ...delay },
      { at: NINE, by: bob.id, ...delay },
      { at: NINE, ...delay },
    ]);
    expect(await acts.of(list, all)).toEqual([{ at: TEN, ...delay }]);
    expect(await rowsNaming(database, ['ada-lovelace', 'countess', 'olga'])).toEqual([]);
  });

  it('is handed over whole, of all linked accounts, and nobody else’s', async () => {
    const database = await open();
    const { kysely } = database;
    const { linking, personal } = await prepare(database);
    await linking.offer(ada, 'ABCDE-FGHJK', TEN);
    await linking.redeem(adaElsewhere, 'ABCDE-FGHJK', NINE);
    await kysely.updateTable('outbox').set({ state: 'sent', message_id: 'm1' }).execute();
    const account = {
      locale: 'en',
      volume: 'full',
      ...{ digest: false, recordings: false, feedback: false, says: true },
      directMessages: 'unknown',
      lastSeen: NINE,
    };
    const about = { conference: 'fosdem20', talk: '9053' };
    const reminder = { ...about, kind: 'reminder', state: 'sent', messageId: 'm1' };

    expect(await personal.collect(ada)).toEqual({
      leadMinutes: 10,
      accounts: [
        { platform: 'chat', id: 'ada-lovelace', ...account },
        { platform: 'mail', id: 'countess', ...account },
      ],
      stars: [{ ...about, community: 'server', starredAt: NINE }],
      follows: [],
      speakers: [],
      messages: [
        { platform: 'chat', ...reminder },
        { platform: 'mail', ...reminder },
      ],
      acts: [],
      roles: [],
    });
    expect(await personal.collect({ platform: 'chat', id: 'nobody' })).toBeUndefined();
  });

  it('goes when its conference is long over, with members who were not seen since', async () => {
    const database = await open();
    const { members, stars, personal } = await prepare(database);
    await stars.add(bob, { conference: keyOf('next'), talk: '1', start: TEN }, NINE);
    await members.see({ ref: adaElsewhere, locale: 'en', seenAt: NINE + 40 * DAY }, 'unused');

    expect(await personal.idle(NINE + 30 * DAY)).toEqual([]);
    expect(await personal.eraseConferences([{ conference: keyOf('fosdem20') }])).toBe(3);
    expect(await personal.idle(NINE)).toEqual([]);
    expect(await personal.idle(NINE + 30 * DAY)).toEqual(['person-ada']);
    await personal.erasePeople(['person-ada']);

    expect(await tablesNaming(database, ['ada-lovelace', 'person-ada'])).toEqual([]);
    expect(await tablesNaming(database, ['countess'])).toEqual(['members', 'people']);
    expect(await stars.of(bob, keyOf('fosdem20'))).toEqual([]);
    expect(await stars.of(bob, keyOf('next'))).toHaveLength(1);
    expect(await tablesNaming(database, ['reminder'])).toEqual([]);
  });

  it('waits for the recordings of talks, of whoever wishes to hear of them', async () => {
    const database = await open();
    const { members, stars, personal, outbox } = await prepare(database);
    const conference = keyOf('rec');
    for (const ref of [ada, bob]) {
      for (const talk of ['1', '2', '3']) await stars.add(ref, { conference, talk }, NINE);
    }
    await members.change(ada, { wantsRecordings: true });
    const to = {
      target: { kind: 'member', platform: 'chat', member: ada.id },
      conference,
    } as const;
    await outbox.enqueue([
      afterwardsDelivery(to, { kind: 'recording', talk: '2' }, NINE),
      afterwardsDelivery(to, { kind: 'feedback', talk: '2' }, NINE),
    ]);
    const left = async (ref: typeof ada) =>
      (await stars.of(ref, conference)).map(({ talk }) => talk);

    expect(await personal.eraseConferences([{ conference, awaited: ['1'] }])).toBe(4);

    expect([await left(ada), await left(bob)]).toEqual([['1', '2'], []]);
    const waiting = database.kysely.selectFrom('outbox').select('kind');
    expect(await waiting.where('conference', '=', conference).execute()).toEqual([
      { kind: 'recording' },
    ]);
    await personal.eraseConferences([{ conference }]);
    expect(await left(ada)).toEqual([]);
    expect(await waiting.where('conference', '=', conference).execute()).toEqual([]);
  });

  it('keeps a follow whole while a recording of what it found is awaited, and what was told with it', async () => {
    const database = await open();
    const { members, personal, outbox } = await prepare(database);
    const follows = createFollows(database.kysely);
    const conference = keyOf('rec');
    const follow = (name: string, ...talks: readonly string[]) => ({
      ...{ conference, subject: { kind: 'words', name } as const },
      found: { version: 1, talks: talks.map((talk) => ({ talk })) },
    });
    for (const ref of [ada, bob]) {
      await follows.add(ref, follow('rust', '1', '2'), NINE);
      await follows.add(ref, follow('go', '3'), NINE);
    }
    await members.change(ada, { wantsRecordings: true });
    const told = ([ada, bob] as const).map(({ platform, id }) => {
      const target = { kind: 'member', platform, member: id } as const;
      return afterwardsDelivery({ target, conference }, { kind: 'recording', talk: '2' }, NINE);
    });
    await outbox.enqueue(told);
    await database.kysely
      .updateTable('outbox')
      .set({ state: 'sent', ready_at: null })
      .where('conference', '=', conference)
      .execute();
    const left = async (ref: typeof ada) => [
      (await follows.of(ref, conference)).map(({ subject }) => subject.name),
      (await follows.talks(ref, conference)).map(({ talk }) => talk),
    ];
    const kept = database.kysely.selectFrom('outbox').select('key');
    const keys = async () => (await kept.where('conference', '=', conference).execute()).map(key);

    await personal.eraseConferences([{ conference, awaited: ['1'] }]);
    expect([await left(ada), await left(bob)]).toEqual([
      [['rust'], ['1', '2']],
      [[], []],
    ]);
    expect(await keys()).toEqual([told[0]?.key]);

    await personal.eraseConferences([{ conference, awaited: ['4'] }]);
    expect([await left(ada), await keys()]).toEqual([[[], []], []]);
  });

  it('stays while no conference is over', async () => {
    const database = await open();
    const { personal, stars } = await prepare(database);

    expect(await personal.eraseConferences([])).toBe(0);

    expect(await stars.of(ada, keyOf('fosdem20'))).toHaveLength(1);
  });
});

async function prepare({ kysely }: Database) {
  const members = createMembers(kysely);
  const stars = createStars(kysely);
  const outbox = createOutbox(kysely);
  const join = async (ref: MemberRef, person: string) => {
    await members.see({ ref, locale: 'en', seenAt: NINE }, person);
    const community = { platform: ref.platform, id: 'server' };
    await stars.add(
      ref,
      { conference: keyOf('fosdem20'), talk: '9053', community, start: TEN },
      NINE,
    );
    const target = { kind: 'member', platform: ref.platform, member: ref.id } as const;
    const subject = { kind: 'reminder', talk: '9053', start: TEN } as const;
    const span = { dueAt: NINE, expiresAt: TEN };
    await outbox.enqueue([delivery({ target, conference: keyOf('fosdem20') }, subject, span)]);
  };
  await join(ada, 'person-ada');
  await join(adaElsewhere, 'person-countess');
  await join(bob, 'person-bob');
  return {
    members,
    stars,
    outbox,
    linking: createLinking(kysely),
    personal: createPersonalData(kysely),
  };
}

/** Every row of every table of which any column holds one of the words, as JSON. */
async function rowsNaming({ kysely }: Database, words: readonly string[]): Promise<string[]> {
  const tables = await kysely.introspection.getTables();
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      kysely,
    );
    const texts = rows.map((row) => `${name} ${JSON.stringify(row)}`);
    found.push(...texts.filter((text) => words.some((word) => text.includes(word))));
  }
  return found.sort();
}

async function tablesNaming(database: Database, words: readonly string[]): Promise<string[]> {
  const rows = await rowsNaming(database, words);
  return [...new Set(rows.map((row) => row.slice(0, row.indexOf(' '))))];
}

function key(row: { readonly key: string }): string {
  return row.key;
}
