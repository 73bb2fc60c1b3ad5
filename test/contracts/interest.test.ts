import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createInterest } from '../../adapters/storage/communities/interest.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createReachability } from '../../adapters/storage/deliveries/reachability.ts';
import { memberStores } from '../../adapters/storage/members/memberWork.ts';
import { takeLook } from '../../src/agenda/interest.ts';
import type { CommunityRef } from '../../src/platform/target.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const KEY = keyOf('fosdem20');
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };

forEachDatabase('interest', ({ open }) => {
  it('counts people by talk and by pair, of one community and conference', async () => {
    const database = await open();
    const { star } = starring(database);
    for (const who of ['ada', 'bob', 'cleo']) await star(who, ['1', '2']);
    await star('dan', ['2', '3']);
    await star('eve', ['1', '2'], debconf);
    await star('fay', ['2'], undefined, fosdem);
    await star('gus', ['2'], undefined, debconf);

    const interest = createInterest(database.kysely);
    expect([...(await interest.tally(fosdem, KEY))].toSorted()).toEqual([
      ['1', 3],
      ['2', 5],
      ['3', 1],
    ]);
    expect(await interest.tallyBoth(fosdem, KEY, ['1', '2', '3'])).toEqual([
      { one: '1', other: '2', people: 3 },
      { one: '2', other: '3', people: 1 },
    ]);
    expect(await interest.tallyBoth(fosdem, KEY, [])).toEqual([]);
    expect((await interest.tally(fosdem, keyOf('other'))).size).toBe(0);
  });

  it('counts a person with two accounts, or a change of mind, once', async () => {
    const database = await open();
    const { star, stores } = starring(database);
    await star('ada', ['1', '2']);
    const other = { platform: 'chat', id: 'ada-too' };
    await stores.members.see({ ref: other, locale: 'en', community: 'fosdem', seenAt: NINE }, 'x');
    await stores.linking.offer({ platform: 'chat', id: 'ada' }, 'CODE', NINE + 1);
    await stores.linking.redeem(other, 'CODE', NINE);

    const interest = createInterest(database.kysely);
    expect([...(await interest.tally(fosdem, KEY)).values()]).toEqual([1, 1]);
    expect(await interest.starringSince(fosdem, KEY, NINE - 1)).toBe(1);
    expect(await interest.starringSince(fosdem, KEY, NINE)).toBe(0);
    expect(await interest.starringSince(debconf, KEY, 0)).toBe(0);
  });

  it('shows the same look until five more people starred something, then one rounded to five', async () => {
    const database = await open();
    const { star, unstar } = starring(database);
    const interest = createInterest(database.kysely);
    const look = async (at: number) => {
      const { at: of, talks, both } = await takeLook(interest, fosdem, KEY, at);
      return { of, talks: [...talks], both };
    };
    for (const who of people(4)) await star(who, ['1']);
    expect(await look(NINE + 1)).toEqual({ of: NINE + 1, talks: [], both: [] });

    // Whoever knows that one alone starred something between two looks learns nothing of it.
    await star('p4', ['1', '2'], fosdem, undefined, NINE + 2);
    expect(await look(NINE + 3)).toEqual({ of: NINE + 1, talks: [], both: [] });
    for (const who of people(4)) await star(who, ['2'], fosdem, undefined, NINE + 4);
    const five = {
      of: NINE + 5,
      talks: [
        ['1', 5],
        ['2', 5],
      ],
      both: [{ one: '1', other: '2', people: 5 }],
    };
    expect(await look(NINE + 5)).toEqual(five);

    await unstar('p4', '1');
    for (const who of people(3, 'q')) await star(who, ['2'], fosdem, undefined, NINE + 6);
    expect(await look(NINE + 7)).toEqual(five);
    for (const who of people(2, 'r')) await star(who, ['2'], fosdem, undefined, NINE + 8);
    expect(await look(NINE + 9)).toEqual({ of: NINE + 9, talks: [['2', 10]], both: [] });
    expect(await look(NINE + 99)).toEqual({ of: NINE + 9, talks: [['2', 10]], both: [] });
  });

  it('says how many a message reaches of those, as long as the look lasts', async () => {
    const database = await open();
    const { star, stores } = starring(database);
    const interest = createInterest(database.kysely);
    const reachability = createReachability(database.kysely);
    const reach = (id: string) =>
      reachability.reached({ kind: 'member', platform: 'chat', member: id });
    const look = async (at: number) => [...(await takeLook(interest, fosdem, KEY, at)).reached];
    for (const who of people(14)) await star(who, ['1']);
    for (const who of people(9)) await reach(who);
    await stores.members.change({ platform: 'chat', id: 'p0' }, { volume: 'quiet' });
    await stores.members.change({ platform: 'chat', id: 'p1' }, { wantsSays: false });
    expect(await interest.tallyReached(fosdem, KEY)).toEqual(new Map([['1', 7]]));
    expect(await interest.tallyReached(debconf, KEY)).toEqual(new Map());
    expect(await look(NINE + 1)).toEqual([['1', 5]]);
    for (const who of people(14)) await reach(who);
    expect(await look(NINE + 2)).toEqual([['1', 5]]);
    for (const who of people(5, 'q')) await star(who, ['2'], fosdem, undefined, NINE + 3);
    expect(await look(NINE + 4)).toEqual([['1', 10]]);
  });

  it('goes with its community, and with what is kept of a conference that is over', async () => {
    const database = await open();
    const interest = createInterest(database.kysely);
    const kept = {
      ...{ at: NINE, talks: new Map([['1', 10]]) },
      ...{ reached: new Map([['1', 5]]), both: [] },
    };
    for (const one of [fosdem, debconf]) await interest.keepLook(one, KEY, kept);
    await interest.keepLook(fosdem, keyOf('other'), kept);

    const communities = createCommunities(database.kysely);
    expect(await communities.known('chat')).toEqual(['debconf', 'fosdem']);
    await communities.forget(debconf);
    expect(await interest.lastLook(debconf, KEY)).toBeUndefined();
    await memberStores(database.kysely).personal.eraseConferences([{ conference: KEY }]);
    expect(await interest.lastLook(fosdem, KEY)).toBeUndefined();
    expect(await interest.lastLook(fosdem, keyOf('other'))).toEqual(kept);
  });
});

function people(count: number, name = 'p'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index}`);
}

function starring({ kysely }: Database) {
  const stores = memberStores(kysely);
  return {
    stores,
    star: async (
      id: string,
      talks: readonly string[],
      community: CommunityRef | undefined = fosdem,
      seenIn?: CommunityRef,
      at = NINE,
    ) => {
      const ref = { platform: 'chat', id };
      const home = seenIn ?? community;
      await stores.members.see({ ref, locale: 'en', community: home.id, seenAt: at }, id);
      const where = seenIn === undefined ? { community } : {};
      for (const talk of talks) {
        await stores.stars.add(ref, { conference: KEY, talk, ...where }, at);
      }
    },
    unstar: (id: string, talk: string) =>
      stores.stars.remove({ platform: 'chat', id }, KEY, talk, NINE),
  };
}
