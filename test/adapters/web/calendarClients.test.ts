import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentMeter } from '../../../src/log/meter.ts';
import type { Listening } from '../../../src/main/listening.ts';
import { serveWeb } from '../../../src/main/web.ts';
import { ENVIRONMENT, notInstalled, PYTHON } from '../../debian/installed.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { at } from '../../support/instants.ts';
import { createWorld, MINUTE_MS, type World } from '../../support/world.ts';
import { collectingLog } from '../discord/collectingLog.ts';

const called = promisify(execFile);
const python = async (...words: readonly string[]) =>
  (await called(PYTHON, words, { env: { ...ENVIRONMENT, TZ: 'UTC' } })).stdout;

const areThere = await python('-c', 'import icalendar, khal, vdirsyncer').then(
  () => true,
  () => false,
);
if (!areThere) console.warn(notInstalled('python3-icalendar, vdirsyncer and khal'));

const ZONE = 'Europe/Brussels';
const MORNING = at('2020-07-01T06:00Z');
const TEN = at('2020-07-01T08:00Z');

describe.skipIf(!areThere)('A calendar that follows a list is read as it was meant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-calendars-'));
  let world: World;
  let server: Listening;
  let address = '';
  beforeEach(async () => {
    const talks = [talkAt('1', TEN, { title: 'Live; migration, really', room: 'Janson' })];
    world = await createWorld(conferenceOf(talks, ZONE), MORNING);
    await world.star('ada', '1');
    const place = { host: '127.0.0.1', port: 0, meter: silentMeter, log: collectingLog() };
    server = await serveWeb({ ...place, questions: world.web });
    address = `http://127.0.0.1:${server.port}/calendar/${await world.address('ada')}.ics`;
  });
  afterEach(() => server.stop());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('by python3-icalendar', async () => {
    const file = join(folder, 'read.ics');
    await writeFile(file, await (await fetch(address)).text());

    const read = await python('-c', READ, file);

    expect(read).toBe(`world-1@hallway ${TEN / 1_000}.0 Live; migration, really CONFIRMED 1\n`);
  });

  it('by vdirsyncer, again and again, and shown by khal', async () => {
    const { sync, shown, files } = await client(folder, address);
    await sync();
    const first = await shown();
    await world.delay('janson', 20);
    await sync();
    const late = await shown();
    await world.change('1', { kind: 'cancel' });
    await sync();

    expect([first, late, await shown()]).toEqual([
      '10:00 10:25 Live; migration, really @ Janson\n',
      '10:20 10:45 Live; migration, really @ Janson\n',
      'CANCELLED 10:20 10:45 Canceled: Live; migration, really @ Janson\n',
    ]);
    expect(await files()).toHaveLength(1);
    world.jump(TEN + 8 * 24 * 60 * MINUTE_MS);
    await sync();
    expect(await files()).toEqual([]);
  });
});

const READ = `import sys, icalendar
for one in icalendar.Calendar.from_ical(open(sys.argv[1]).read()).walk('VEVENT'):
    print(one['UID'], one.decoded('DTSTART').timestamp(), one['SUMMARY'], one['STATUS'], len(one.walk('VALARM')))`;

/** A folder of entries that follows an address, and what a calendar shows of it. */
async function client(folder: string, address: string) {
  const [calendar, status] = [join(folder, 'calendar'), join(folder, 'status')];
  const [syncer, viewer] = [join(folder, 'vdirsyncer.conf'), join(folder, 'khal.conf')];
  await mkdir(calendar);
  await writeFile(
    syncer,
    `[general]
status_path = "${status}"
[pair list]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${calendar}"
fileext = ".ics"
[storage there]
type = "http"
url = "${address}"
`,
  );
  await writeFile(
    viewer,
    `[calendars]
[[list]]
path = ${calendar}
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = ${ZONE}
default_timezone = ${ZONE}
`,
  );
  const format = '{cancelled}{start-time} {end-time} {title} @ {location}';
  await python('-m', 'vdirsyncer', '-c', syncer, 'discover');
  return {
    sync: () => python('-m', 'vdirsyncer', '-c', syncer, 'sync', '--force-delete'),
    shown: () =>
      python('-m', 'khal', '-c', viewer, 'list', '--day-format', '', '-f', format, '2020-07-01'),
    files: () => readdir(calendar),
  };
}
