import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../../src/config/error.ts';

/**
 * Copies the SQLite database as it is at this moment into a new file that its owner alone may read,
 * and resolves with its size in bytes. Whoever runs with the database goes on reading and writing
 * meanwhile. The file is whole and on the disk once it bears its name. What was erased does not come
 * along. Throws `ConfigError` where there is no such database, or the file is there already.
 */
export async function copySqlite(path: string, file: string): Promise<number> {
  if (!existsSync(path)) {
    throw new ConfigError([(words) => words.databaseMissing('DATABASE_URL', path)]);
  }
  if (existsSync(file)) throw new ConfigError([(words) => words.backupThere(file)]);
  const unfinished = `${file}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    // SQLite takes an empty file, and would have everybody read one of its own.
    await (await open(unfinished, 'wx', 0o600)).close();
    copyInto(path, unfinished);
    await flush(unfinished);
    await rename(unfinished, file);
    return (await stat(file)).size;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([(words) => words.backupFailed(path, file, reason)]);
  }
}

/** `VACUUM INTO` only reads, from one state of the database, however long it takes. */
function copyInto(path: string, unfinished: string): void {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  try {
    database.prepare('vacuum into ?').run(unfinished);
  } finally {
    database.close();
  }
}

async function flush(path: string): Promise<void> {
  const written = await open(path, 'r+');
  await written.sync().finally(() => written.close());
}
