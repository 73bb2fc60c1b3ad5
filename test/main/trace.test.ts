import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { forEachDatabase } from '../contracts/databases.ts';
import { announcement, prepare } from '../contracts/outboxStage.ts';
import { runProgram } from '../support/program.ts';
import { runHere } from '../support/serving.ts';

forEachDatabase(
  'the trace of a delivery, by a program beside the one that sends',
  ({ createUrl, open }) => {
    it('reads the database of the environment and changes nothing', async () => {
      const url = await createUrl();
      const { outbox } = prepare(await open(url));
      const { key } = announcement('7');
      await outbox.enqueue([announcement('7')]);

      const { code, stdout, stderr } = await runProgram(['trace', '--json', key], '', {
        DATABASE_URL: url,
      });

      expect({ code, stderr, found: JSON.parse(stdout) }).toMatchObject({
        ...{ code: 0, stderr: '', found: { key, state: 'pending', attempts: 0 } },
      });
      expect((await outbox.counts()).pending).toBe(1);
    });

    it('leaves a database to the program that runs with it, where that is an older one', async () => {
      const url = await createUrl();
      const { kysely } = await open(url);
      await sql`delete from kysely_migration where name = '009-lateness'`.execute(kysely);

      const { code, stderr } = await runHere(['trace', 'anything'], '', { DATABASE_URL: url });

      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: [
          'One setting cannot work:',
          '- The database that DATABASE_URL names has not been used by this version of Hallway yet: it lacks 009-lateness. Start Hallway once, then ask again.',
          '',
        ].join('\n'),
      });
    });
  },
);

it('makes no database where there is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'hallway.sqlite');

  for (let runs = 0; runs < 2; runs += 1) {
    const { code, stderr } = await runHere(['trace', '7'], '', {
      DATABASE_URL: `sqlite:${file}`,
    });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `One setting cannot work:\n- There is no database ${file} yet. Set DATABASE_URL to the one that Hallway runs with, or ask from where it was started.\n`,
    });
  }
});
