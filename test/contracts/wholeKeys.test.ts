import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { systemClock } from '../../src/clock.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import { type ConferenceKey, conferenceRef, sourceOf } from '../../src/schedule/source.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const US = { platform: 'chat', id: 'us' };
const ADA = { platform: 'chat', id: 'ada' };
const CHANNEL = { kind: 'channel', platform: 'chat', community: 'us', channel: 'general' } as const;
const OPERATORS = sourceOf('https://example.org/schedule.xml', undefined, 'operator');
const OWN = sourceOf('https://own.example/schedule.xml', 'Europe/Brussels', 'chat');

forEachDatabase('what was kept under short keys', ({ open }) => {
  it('is the conference’s whose key it is the beginning of, and is not sent again', async () => {
    const shop = await stage(await open());
    await shop.stores.communities.choose(US, { source: OWN, chosenAt: TEN });
    await shop.inheriting(OWN.key, 1);
    for (const { key } of [OPERATORS, OWN]) await shop.fill(short(key));

    await shop.stores.inheritShortKeys(OPERATORS.key);

    for (const { key } of [OPERATORS, OWN]) {
      expect(await shop.found(key)).toEqual({ star: '1', delay: 5, version: 1, enqueued: 0 });
      expect(await shop.found(short(key))).toMatchObject({ star: undefined, version: undefined });
    }
    const { rows } = await sql`select delivery from outbox`.execute(shop.kysely);
    expect(rows).toHaveLength(4);
    const traces = await shop.stores.traces.about(OWN.key, '1');
    expect(
      traces.map(({ delivery: { key, batch, conference } }) => [key, batch, conference]),
    ).toEqual([[announcement(OWN.key).key, announcement(OWN.key).batch, OWN.key]]);
  });

  it('is the operator’s where a community’s key begins alike', async () => {
    const shop = await stage(await open());
    const forged = { ...OWN, key: keyOf(`${short(OPERATORS.key)}${'0'.repeat(56)}`) };
    await shop.stores.communities.choose(US, { source: forged, chosenAt: TEN });
    await shop.inheriting(forged.key, 1);
    await shop.fill(short(OPERATORS.key));

    await shop.stores.inheritShortKeys(OPERATORS.key);

    expect(await shop.found(OPERATORS.key)).toMatchObject({ star: '1', version: 1 });
    expect(await shop.found(forged.key)).toMatchObject({ star: undefined, version: undefined });
  });

  it('is of no source that was named since', async () => {
    const shop = await stage(await open());
    await shop.fill(short(OWN.key));
    await shop.stores.communities.choose(US, { source: OWN, chosenAt: TEN });

    await shop.stores.inheritShortKeys(OPERATORS.key);

    expect(await shop.found(OWN.key)).toMatchObject({ star: undefined, version: undefined });
  });
});

function short(key: ConferenceKey): ConferenceKey {
  return keyOf(conferenceRef(key));
}

function announcement(conference: ConferenceKey) {
  return delivery(
    { target: CHANNEL, conference },
    { kind: 'announcement', talk: '1', start: TEN },
    { dueAt: TEN, expiresAt: TEN + 60_000 },
  );
}

async function stage(database: Database) {
  const stores = createStores(database, systemClock, () => 'lane');
  const { kysely } = database;
  await stores.members.see({ ref: ADA, locale: 'en', seenAt: TEN }, 'person');
  const room = roomSlug('a');
  return {
    stores,
    kysely,
    /** As the migration left it. */
    inheriting: (key: ConferenceKey, inherits: number) =>
      kysely.updateTable('sources').set({ inherits }).where('key', '=', key).execute(),
    fill: async (key: ConferenceKey) => {
      await stores.stars.add(ADA, { conference: key, talk: '1' }, TEN);
      await stores.communities.setDelay(US, key, { room, minutes: 5, since: TEN });
      await stores.outbox.enqueue([announcement(key)]);
      const conference = conferenceOf([talkAt('1', TEN)]);
      const facts = { number: 1, takenAt: TEN, fingerprint: 'f', validators: {}, conference };
      await stores.versions.keep(atOnce(writeVersion({ key, ...facts })));
    },
    found: async (key: ConferenceKey) => {
      const [star] = await stores.stars.of(ADA, key);
      const [delay] = await stores.communities.delaysOf(US, key);
      const version = await stores.versions.latest(key);
      const enqueued = await stores.outbox.enqueue([announcement(key)]);
      return {
        star: star?.talk,
        delay: delay?.minutes,
        version: version?.number,
        /** What had to be sent anew. */
        enqueued,
      };
    },
  };
}
