import { expect, it } from 'vitest';
import { createPersonalData } from '../../adapters/storage/members/personalData.ts';
import { createSpeakerClaims } from '../../adapters/storage/speakerClaims.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const MINUTE = 60_000;
const conference = keyOf('fosdem20');
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
const ada = { platform: 'chat', id: 'ada' };
const eve = { platform: 'chat', id: 'eve' };
const byId = { kind: 'speaker', id: '17', name: 'Ada Lovelace' } as const;
const byName = { kind: 'speaker', name: 'Grace Hopper' } as const;
const adas = {
  id: 'c1',
  community: fosdem,
  conference,
  member: ada,
  speaker: byId,
  leadMinutes: 30,
};
const eves = {
  id: 'c2',
  community: fosdem,
  conference,
  member: eve,
  speaker: byId,
  leadMinutes: 30,
};
const graces = {
  id: 'c3',
  community: debconf,
  conference,
  member: ada,
  speaker: byName,
  leadMinutes: 30,
};

forEachDatabase('who says to be which speaker', ({ open }) => {
  it('is read as it was said, once a member and speaker, the oldest first', async () => {
    const { speakerClaims: claims } = createStores(await open(), systemClock);

    expect(await claims.add(adas, NINE)).toBe(true);
    expect(await claims.add({ ...adas, id: 'again' }, NINE + 1)).toBe(false);
    expect(await claims.add(graces, NINE + MINUTE)).toBe(true);
    expect(await claims.add(eves, NINE + 2 * MINUTE)).toBe(true);

    const open1 = { ...adas, state: 'open', claimedAt: NINE };
    const open2 = { ...eves, state: 'open', claimedAt: NINE + 2 * MINUTE };
    const open3 = { ...graces, state: 'open', claimedAt: NINE + MINUTE };
    expect(await claims.find('c3')).toEqual(open3);
    expect(await claims.find('again')).toBeUndefined();
    expect(await claims.of(ada)).toEqual([open1, open3]);
    expect(await claims.in(fosdem)).toEqual([open1, open2]);
    expect(await claims.all('open')).toEqual([open1, open3, open2]);
    expect(await claims.all('confirmed')).toEqual([]);
  });

  it('is confirmed once, and gone when it is dropped, or the community leaves', async () => {
    const { speakerClaims: claims, communities } = createStores(await open(), systemClock);
    await claims.add(adas, NINE);
    await claims.add(eves, NINE);
    await claims.add(graces, NINE);

    expect(await claims.confirm('c1', NINE + MINUTE)).toBe(true);
    expect(await claims.confirm('c1', NINE + 2 * MINUTE)).toBe(false);
    const confirmed = { state: 'confirmed', claimedAt: NINE, since: NINE + MINUTE };
    expect(await claims.all('confirmed')).toEqual([{ ...adas, ...confirmed }]);

    await claims.setLead(ada, 45, NINE + 3 * MINUTE);
    expect(await claims.all('confirmed')).toEqual([
      { ...adas, ...confirmed, leadMinutes: 45, since: NINE + 3 * MINUTE },
    ]);
    expect((await claims.all('open')).map((one) => [one.id, one.leadMinutes, one.since])).toEqual([
      ['c2', 30, undefined],
      ['c3', 45, undefined],
    ]);

    expect([await claims.remove('c1'), await claims.remove('c1')]).toEqual([true, false]);
    expect(await claims.confirm('c1', NINE)).toBe(false);
    await communities.forget(fosdem);
    expect((await claims.all('open')).map(({ id }) => id)).toEqual(['c3']);
  });

  it('is handed over, keeps its member from being forgotten as idle, and is forgotten with them', async () => {
    const database = await open();
    const { members } = createStores(database, systemClock);
    const claims = createSpeakerClaims(database.kysely);
    const personal = createPersonalData(database.kysely);
    for (const ref of [ada, eve]) {
      await members.see({ ref, locale: 'en', seenAt: NINE, community: 'fosdem' }, `p-${ref.id}`);
    }
    await claims.add(adas, NINE);
    await claims.add(eves, NINE);
    await claims.add(graces, NINE + MINUTE);

    expect((await personal.collect(ada))?.speakers).toEqual([
      { platform: 'chat', community: 'fosdem', conference, ...told('Ada Lovelace', NINE) },
      {
        platform: 'chat',
        community: 'debconf',
        conference,
        ...told('Grace Hopper', NINE + MINUTE),
      },
    ]);
    expect(await personal.idle(NINE + MINUTE)).toEqual([]);

    await personal.erase(ada);

    expect(await claims.all('open')).toMatchObject([{ id: 'c2', member: eve }]);
    await personal.eraseConferences([{ conference, awaited: ['1'] }]);
    expect(await claims.of(eve)).toHaveLength(1);
    await personal.eraseConferences([{ conference }]);
    expect(await claims.of(eve)).toEqual([]);
    expect(await personal.idle(NINE + MINUTE)).toEqual(['p-eve']);
  });
});

function told(name: string, claimedAt: number) {
  return { name, state: 'open', claimedAt };
}
