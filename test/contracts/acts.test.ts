import { expect, it } from 'vitest';
import { createActs } from '../../adapters/storage/acts.ts';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createOrganiserWork } from '../../adapters/storage/deliveries/organiserWork.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { delayRoom } from '../../src/announcements/rooms/delayRoom.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import type { Act } from '../../src/programme/acts.ts';
import { conference } from '../commands/support/conference.ts';
import { at } from '../support/instants.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
const SATURDAY = at('2020-02-01T09:00+01:00');
const ALL = { skip: 0, limit: 100 };

const muted: Act = {
  kind: 'mute',
  about: [{ kind: 'channel', id: 'general' }],
  before: ['lead=10 mention=', { kind: 'mention', id: '4711' }],
  after: [],
};

function delayed(minutes: number): Act {
  return { kind: 'delay', about: ['H.1308'], before: ['0 min'], after: [`${minutes} min`] };
}

forEachDatabase('who did what', ({ open }) => {
  it('is read as it was written, the latest first, by page and community', async () => {
    const acts = createActs((await open()).kysely);
    await acts.record(fosdem, muted, { at: NINE, by: 'olga' });
    await acts.record(fosdem, delayed(5), { at: NINE, by: 'otto' });
    await acts.record(debconf, delayed(7), { at: NINE, by: 'olga' });
    await acts.record(fosdem, delayed(9), { at: NINE - 1, by: 'olga' });

    expect(await acts.of(fosdem, ALL)).toEqual([
      { at: NINE - 1, by: 'olga', ...delayed(9) },
      { at: NINE, by: 'otto', ...delayed(5) },
      { at: NINE, by: 'olga', ...muted },
    ]);
    expect(await acts.of(fosdem, { skip: 1, limit: 1 })).toEqual([
      { at: NINE, by: 'otto', ...delayed(5) },
    ]);
    expect([await acts.count(fosdem), await acts.count(debconf)]).toEqual([3, 1]);
  });

  it('is kept of everybody who acts at once', async () => {
    const database = await open();
    const work = createOrganiserWork(database);
    const minutes = [1, 2, 3];
    await Promise.all(
      minutes.map((minute) =>
        work.transaction(({ acts }) => acts.record(fosdem, delayed(minute), { at: NINE, by: 'o' })),
      ),
    );

    const kept = await createActs(database.kysely).of(fosdem, ALL);
    expect(kept.map(({ after }) => after[0]).toSorted()).toEqual(['1 min', '2 min', '3 min']);
  });

  it('is kept together with what was done, or neither is', async () => {
    const database = await open();
    const { kysely } = database;
    const failing = createOrganiserWork(database).transaction(async ({ communities, acts }) => {
      await communities.setAnswerPlaces(fosdem, []);
      await acts.record(fosdem, muted, { at: NINE, by: 'olga' });
      throw new Error('The power fails.');
    });

    await expect(failing).rejects.toThrow('The power fails.');
    expect(await createActs(kysely).count(fosdem)).toBe(0);
    expect(await createCommunities(kysely).answerPlaces(fosdem)).toBe('all');
  });

  it('tells of a room how late it was before', async () => {
    const database = await open();
    const clock = { now: () => SATURDAY, sleep: async () => {} };
    const setting = { clock, defaultConference: keyOf('x') };
    const { announcerWork, acts } = createStores(database, clock);
    const fresh = { key: keyOf('x'), fingerprint: '1', validators: {}, conference };
    const taken = await takeOver(announcerWork, fresh, undefined, setting);
    if (taken.kind === 'refused') throw new Error('It was not taken over');
    for (const minutes of [15, 20, 0]) {
      const late = { room: roomSlug('k-3-401'), minutes, by: 'olga' };
      await delayRoom(announcerWork, fosdem, taken.version, late, setting);
    }

    const kept = await acts.of(fosdem, ALL);
    expect(kept.map(({ about, before, after }) => [about, before, after].join(' '))).toEqual([
      'K.3.401 20 min 0 min',
      'K.3.401 15 min 20 min',
      'K.3.401 0 min 15 min',
    ]);
    expect(kept[0]).toMatchObject({ kind: 'delay', at: SATURDAY, by: 'olga' });
  });

  it('goes with time, and with its community', async () => {
    const { kysely } = await open();
    const acts = createActs(kysely);
    for (const when of [NINE - 1, NINE]) {
      await acts.record(fosdem, delayed(when - NINE), { at: when, by: 'olga' });
      await acts.record(debconf, delayed(when - NINE), { at: when, by: 'olga' });
    }

    await acts.purge(NINE);
    expect((await acts.of(fosdem, ALL)).map((act) => act.at)).toEqual([NINE]);

    const communities = createCommunities(kysely);
    expect(await communities.known('chat')).toEqual(['debconf', 'fosdem']);
    await communities.forget(fosdem);
    expect(await acts.count(fosdem)).toBe(0);
    expect(await acts.count(debconf)).toBe(1);
  });
});
