import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, openCopy, openDatabase } from '../../adapters/storage/database/database.ts';
import { silentLog } from '../../src/log.ts';

let template: Promise<Uint8Array> | undefined;

/** Migrations take longer than most tests: one database, in each worker, is copied by all. */
export function sqliteTemplate(): Promise<Uint8Array> {
  template ??= makeTemplate();
  return template;
}

/** An empty database in memory, with its tables. */
export async function openMemory(): Promise<Database> {
  return openCopy(await sqliteTemplate(), silentLog);
}

/** What is in its file, so that nothing is left behind by a worker that is ended. */
async function makeTemplate(): Promise<Uint8Array> {
  const directory = mkdtempSync(join(tmpdir(), 'hallway-sqlite-'));
  const file = join(directory, 'hallway.sqlite');
  await (await openDatabase(`sqlite:${file}`, silentLog)).close();
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = delete');
  database.close();
  const content = readFileSync(file);
  rmSync(directory, { recursive: true });
  return content;
}
