import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../support/program.ts';
import { runHere } from '../support/serving.ts';

test('a service without any token is told so, and is not worth another start', async () => {
  const { code, stderr } = await runProgram([], '');
  expect(code).toBe(2);
  expect(stderr).toContain('no chat platform has its token (DISCORD_TOKEN, SLACK_BOT_TOKEN)');
});

test('a token that is misspelled does not greet as the terminal', async () => {
  const { code, stdout, stderr } = await runHere([], '/help\n', { DISCORD_TOKN: 'abc' });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('DISCORD_TOKN is not a setting of Hallway; DISCORD_TOKEN is.');
});

test('settings are read behind a byte order mark', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '.env'), '\u{feff}LOG_LEVEL=loud\n');
  const { code, stderr } = await runProgram([], '/help\n', {}, folder);
  expect(code).toBe(2);
  expect(stderr).toContain('LOG_LEVEL is “loud”');
});

test('a rehearsal outside the conference says so', async () => {
  const span = ['--from', '2021-01-01T10:00Z', '--to', '2021-01-01T11:00Z'];
  expect(await runHere(['rehearse', ...span], '')).toEqual({
    code: 0,
    stdout: '',
    stderr:
      'Nothing of the conference lies between --from and --to: it runs from 2020-02-01T10:30+01:00 to 2020-02-01T19:00+01:00.\n',
  });
});

test('the help of no option tells of a default that is nothing', async () => {
  const { stdout } = await runHere(['manifest', '--help'], '');
  expect(stdout).not.toMatch(/unless\s+told:\s*\)/);
});
