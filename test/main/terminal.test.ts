import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProgram } from '../support/program.ts';
import { runHere } from '../support/serving.ts';

const SCHEDULE = `ID,Proposal title,Room,Start,End
1,Boats of the future,Main hall,2099-02-06T10:00,2099-02-06T10:30
`;
const OPTIONS = ['--schedule', 'schedule.csv', '--zone', 'Europe/Brussels'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  await writeFile(join(folder, 'schedule.csv'), SCHEDULE);
});
afterEach(() => rm(folder, { recursive: true }));

/** Its database is the usual file in that folder. */
const hallway = (options: readonly string[] = []) =>
  runProgram([...OPTIONS, ...options], '/talk boats\n', { DATABASE_URL: '' }, folder);

test('the terminal goes on with the version it knows when the source is gone, and says so', async () => {
  const before = await hallway();
  await rm(join(folder, 'schedule.csv'));
  const after = await hallway();
  const rehearsal = await hallway(['--from', '2099-02-06T09:50+01:00']);

  expect(before.stdout).toContain('Boats of the future');
  expect(before.stdout).not.toContain('kept');
  for (const { code, stdout } of [after, rehearsal]) {
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /The schedule is the one kept on .*, as its source cannot be read now: /,
    );
    expect(stdout).toContain('Boats of the future\n');
  }
  expect(rehearsal.stdout).toContain('starts in 10 min');
});

test('without a version known from earlier, the reason is all there is, and no database is made', async () => {
  await rm(join(folder, 'schedule.csv'));
  const { code, stdout, stderr } = await hallway();

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('schedule.csv');
  expect(await readdir(folder)).toEqual([]);
});

test('the source is asked once, though the clock depends on it before anything runs', async () => {
  const asked: (string | undefined)[] = [];
  const site = createServer(({ url }, answer) => {
    asked.push(url);
    answer.setHeader('content-type', 'text/csv').end(SCHEDULE);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/schedule.csv`;
  const { stdout } = await runHere(
    ['--schedule', address, '--zone', 'Europe/Brussels'],
    '/talk boats\n',
  );
  site.close();

  expect(stdout).toContain('Boats of the future\n');
  expect(asked).toEqual(['/schedule.csv']);
});

test("the reader's own clock is the machine's", async () => {
  const { code, stdout } = await runProgram(OPTIONS, '/talk boats\n', { TZ: 'Asia/Tokyo' }, folder);

  expect(code).toBe(0);
  expect(ownClock(stdout)).toBe('(18:00 your time)');
});

test.each([
  ['Asia/Tokyo', '(18:00 your time)'],
  ['Mars/Olympus_Mons', undefined],
  ['', undefined],
])("on a machine in the zone %j, the reader's own clock is %s", async (TZ, own) => {
  const args = ['--schedule', join(folder, 'schedule.csv'), '--zone', 'Europe/Brussels'];
  const { code, stdout } = await runHere(args, '/talk boats\n', { TZ });

  expect(code).toBe(0);
  expect(ownClock(stdout)).toBe(own);
});

const ownClock = (stdout: string) => /\([^)]* your time\)/.exec(stdout)?.[0];
