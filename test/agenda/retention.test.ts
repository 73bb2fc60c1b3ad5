import { expect, it, onTestFinished } from 'vitest';
import { createVersions } from '../../adapters/storage/communities/versions.ts';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createMemberWork, memberStores } from '../../adapters/storage/members/memberWork.ts';
import { eraseExpired } from '../../src/agenda/retention.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { silentLog } from '../../src/log.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { conference } from '../commands/support/conference.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';

const END = at('2020-02-03T04:00+01:00');
const DAY = 24 * 60 * 60_000;
const ada = { platform: 'chat', id: 'ada' };

it('erases stars thirty days after the last day of their conference, and no earlier', async () => {
  const database = await openDatabase('sqlite::memory:', silentLog);
  onTestFinished(() => database.close());
  const versions = createVersions(database.kysely, database.dialect);
  const version = { number: 1, takenAt: 0, fingerprint: 'f', validators: {} };
  const keep = (key: string, kept: Conference) =>
    versions.keep(atOnce(writeVersion({ ...version, key: keyOf(key), conference: kept })));
  await keep('fosdem20', conference);
  const days = conference.days.map((day) => ({ ...day, end: day.end + 365 * DAY }));
  await keep('fosdem21', { ...conference, days });
  const clock = { now: () => END, sleep: async () => {} };
  const memberWork = createMemberWork(database, clock);
  await memberWork.transaction(async ({ members, stars }, now) => {
    await members.see({ ref: ada, locale: 'en', seenAt: now }, 'p1');
    for (const key of ['fosdem20', 'fosdem21']) {
      await stars.add(ada, { conference: keyOf(key), talk: '1' }, now);
    }
  });
  const { stars } = memberStores(database.kysely);
  const kept = async () => [
    (await stars.of(ada, keyOf('fosdem20'))).length,
    (await stars.of(ada, keyOf('fosdem21'))).length,
  ];

  expect(await eraseExpired({ memberWork, versions }, 30, END + 30 * DAY - 1)).toBe(0);
  expect(await kept()).toEqual([1, 1]);
  expect(await eraseExpired({ memberWork, versions }, 30, END + 30 * DAY)).toBe(1);
  expect(await kept()).toEqual([0, 1]);
});
