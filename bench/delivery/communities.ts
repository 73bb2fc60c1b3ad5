import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { announcerStores } from '../../adapters/storage/deliveries/announcerWork.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { silentLog } from '../../src/log.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { keyOf } from '../../test/support/names.ts';
import { type ScheduleFile, schedules } from '../fosdem.ts';
import type { Verdict } from '../verdict.ts';
import { type Ready, readyLine } from './communityProcess.ts';
import type { Databases } from './databases.ts';
import { KEY, PLATFORM } from './starfield.ts';

const PROMISED_RATIO = 1.5;

/** What it takes to be ready for many communities, each time in a process of its own. */
export async function benchCommunities(databases: Databases): Promise<readonly Verdict[]> {
  const [own, ...others] = await schedules();
  const verdicts = [await benchOneConference(own, databases)];
  for (const file of others) verdicts.push(await benchOneConference(file, databases));
  return [...verdicts, await benchManyConferences(own, databases)];
}

async function benchOneConference(file: ScheduleFile, databases: Databases): Promise<Verdict> {
  const one = await readyWith(file, databases, 1, 1);
  const many = await readyWith(file, databases, 1_000, 1);
  const ratio = many.residentMb / one.residentMb;
  return {
    promise: `1,000 communities on one conference of ${file.title} hold one timetable and one index, in at most ${PROMISED_RATIO} × the memory of one community`,
    measured: `${counts(many)}, ${words(many, one)}`,
    isKept: many.timetables === 1 && many.indexes === 1 && ratio <= PROMISED_RATIO,
  };
}

async function benchManyConferences(file: ScheduleFile, databases: Databases): Promise<Verdict> {
  const one = await readyWith(file, databases, 1, 1);
  const different = await readyWith(file, databases, 1_000, 100);
  return {
    promise: '1,000 communities on 100 conferences hold 100 timetables and indexes',
    measured: `${counts(different)}, ${words(different, one)}`,
    isKept: different.timetables === 100 && different.indexes === 100,
  };
}

/** A process that was started on a database of so many communities and conferences. */
async function readyWith(
  { source }: ScheduleFile,
  { createUrl }: Databases,
  communities: number,
  conferences: number,
): Promise<Ready> {
  const url = await createUrl();
  const { conference } = decodeSchedule(await readFile(source), { timeZone: 'Europe/Brussels' });
  await settle(url, conference, communities, conferences);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    join(import.meta.dirname, 'communityProcess.ts'),
    url,
  ]);
  return readyLine.parse(JSON.parse(stdout));
}

function counts({ timetables, indexes }: Ready): string {
  return `${timetables} and ${indexes}`;
}

function words(ready: Ready, one: Ready): string {
  const mb = (value: Ready) => `${value.residentMb.toFixed(0)} MB`;
  const ms = (value: Ready) => `${value.readyMs.toFixed(0)} ms`;
  const ratio = (ready.residentMb / one.residentMb).toFixed(2);
  return `${ratio} × (${mb(ready)} against ${mb(one)}), ready in ${ms(ready)} against ${ms(one)}`;
}

/** As a database looks after a start: versions are kept, communities have chosen and subscribed. */
async function settle(
  url: string,
  conference: Conference,
  communities: number,
  conferences: number,
): Promise<void> {
  const database = await openDatabase(url, silentLog);
  const numbered = (index: number) => keyOf(index === 0 ? KEY : `${KEY}${index}`);
  await database.kysely.transaction().execute(async (kysely) => {
    const { versions } = announcerStores(kysely, database.dialect);
    const { choose } = createCommunities(kysely);
    const { put } = createSubscriptions(kysely);
    for (let index = 0; index < conferences; index += 1) {
      const version = { number: 1, takenAt: 0, fingerprint: 'kept', validators: {}, conference };
      await versions.keep(atOnce(writeVersion({ key: numbered(index), ...version })));
    }
    for (let index = 0; index < communities; index += 1) {
      const id = `c${index}`;
      const chosen = numbered(index % conferences);
      const address = `https://${chosen}.example/schedule.xml`;
      const source = { key: chosen, address, trust: 'chat' } as const;
      await choose({ platform: PLATFORM, id }, { source, chosenAt: 0 });
      await put({
        target: { kind: 'channel', platform: PLATFORM, community: id, channel: '#general' },
        leadMinutes: 10,
        language: 'en',
        rooms: [],
        tracks: [],
        kinds: ['announcements', 'notices'],
        since: 0,
      });
    }
  });
  await database.close();
}
