import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { silentLog } from '../../src/log.ts';
import { announcement, prepare } from '../contracts/outboxStage.ts';
import { runProgram } from '../support/program.ts';

async function open(url: string) {
  const database = await openDatabase(url, silentLog);
  onTestFinished(() => database.close());
  return prepare(database).outbox;
}

async function prepareFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'hallway.sqlite');
  const copy = join(folder, 'copy.sqlite');
  const backup = () => runProgram(['backup', copy], '', { DATABASE_URL: `sqlite:${file}` });
  return { folder, file, copy, backup };
}

it('copies a database whose program goes on writing meanwhile', async () => {
  const { file, copy, backup } = await prepareFolder();
  const outbox = await open(`sqlite:${file}`);
  await outbox.enqueue([announcement('before')]);

  const copying = backup();
  let isDone = false;
  void copying.then(() => {
    isDone = true;
  });
  let written = 1;
  while (!isDone) {
    await outbox.enqueue([announcement(`during ${written}`)]);
    written += 1;
    // The copy's end is heard of between two writes.
    await new Promise((resolve) => setImmediate(resolve));
  }

  expect(await copying).toMatchObject({
    ...{ code: 0, stderr: '' },
    stdout: expect.stringMatching(/^.*copy\.sqlite is a copy of the database, \d+ kB\. /),
  });
  expect((await outbox.counts()).pending).toBe(written);
  const copied = (await (await open(`sqlite:${copy}`)).counts()).pending;
  expect(copied).toBeGreaterThan(0);
  expect(copied).toBeLessThanOrEqual(written);
});

it('lets its owner alone read the copy, and leaves nothing else behind', async () => {
  const { folder, file, copy, backup } = await prepareFolder();
  await (await openDatabase(`sqlite:${file}`, silentLog)).close();
  await writeFile(`${copy}.unfinished`, 'of a backup that was killed');

  expect(await backup()).toMatchObject({ code: 0 });
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).toSorted()).toEqual(['copy.sqlite', 'hallway.sqlite']);
});

it('copies the database of an older version as it is, before an upgrade', async () => {
  const { file, copy, backup } = await prepareFolder();
  const database = await openDatabase(`sqlite:${file}`, silentLog);
  await sql`delete from kysely_migration where name = '009-lateness'`.execute(database.kysely);
  await database.close();

  expect(await backup()).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(copy)).toBe(true);
});

it('replaces no file', async () => {
  const { file, copy, backup } = await prepareFolder();
  await (await openDatabase(`sqlite:${file}`, silentLog)).close();
  await writeFile(copy, 'yesterday');

  expect(await backup()).toEqual({
    ...{ code: 2, stdout: '' },
    stderr: `One setting cannot work:\n- ${copy} already exists, and a backup replaces nothing. Name another file.\n`,
  });
});

it('says what cannot be written', async () => {
  const { folder, file } = await prepareFolder();
  await (await openDatabase(`sqlite:${file}`, silentLog)).close();
  const copy = join(folder, 'nowhere', 'copy.sqlite');

  const { code, stderr } = await runProgram(['backup', copy], '', {
    DATABASE_URL: `sqlite:${file}`,
  });

  expect(code).toBe(2);
  expect(stderr).toContain(`${file} could not be copied into ${copy}: ENOENT`);
});

it('makes no database where there is none', async () => {
  const { folder, file, backup } = await prepareFolder();

  const { code, stderr } = await backup();

  expect(code).toBe(2);
  expect(stderr).toContain(`There is no database ${file} yet.`);
  expect(await readdir(folder)).toEqual([]);
});

it('names the tool that copies PostgreSQL, and never the password', async () => {
  const { code, stdout, stderr } = await runProgram(['backup', 'copy.dump'], '', {
    DATABASE_URL: 'postgres://hallway:secret@127.0.0.1/hallway',
  });

  expect({ code, stdout, stderr }).toEqual({
    ...{ code: 2, stdout: '' },
    stderr:
      'DATABASE_URL names a PostgreSQL database, which its own tool copies: pg_dump --format=custom --file=copy.dump "$DATABASE_URL"\n',
  });
});
