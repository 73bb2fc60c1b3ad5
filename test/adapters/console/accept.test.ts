import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withoutTalksFrom } from '../../support/flood.ts';
import { runHere } from '../../support/serving.ts';

const BUNDLED = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);

it('a version that lost too much waits, over restarts, until an organiser has looked at it', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'hallway-')));
  const file = join(folder, 'schedule.json');
  const schedule = await readFile(BUNDLED, 'utf8');
  const say = async (...lines: readonly string[]) => {
    const database = { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` };
    const args = ['--schedule', file, '--from', '2020-02-01T10:00+01:00'];
    const { stdout } = await runHere(args, `${lines.join('\n')}\n`, database);
    return stdout.replace(/\s+/g, ' ');
  };
  await writeFile(file, schedule);
  expect(await say('/conference accept')).toContain('There is nothing to accept.');

  await writeFile(file, withoutTalksFrom(schedule, '12:00'));
  const looked = await say('/conference accept');
  expect(looked).toMatch(/has lacked \d+ of \d+ talks still to come/);
  expect(looked).toMatch(/It would change (\d+) talks: \1 canceled\. Nobody would be told/);
  expect(looked).toContain('Take this version');

  const taken = await say('/conference status', '!3', '!10', '/conference status show:log');
  expect(taken).toContain('See what it would change');
  expect(taken).toContain('The version is taken over. There was nobody to be told.');
  expect(taken).toMatch(/version: #1 \S+ → #2/);
  expect(await say('/conference status')).not.toContain('See what it would change');
  await rm(folder, { recursive: true });
});
