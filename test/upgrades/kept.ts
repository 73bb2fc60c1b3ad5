import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createPostgres, restorePostgres } from './databases.ts';
import { CORRIDOR, HARBOUR, type StageOptions } from './stage.ts';

/** Where what versions left behind is kept, by the version's name. */
export const FIXTURES = resolve(import.meta.dirname, '../fixtures/upgrades');

export type DatabaseKind = 'sqlite' | 'postgres';

/** What a version left behind, ready to be taken over: a copy of its database, its platforms and programmes. */
export interface Inheritance extends Required<Omit<StageOptions, 'program'>> {
  forget(): Promise<void>;
}

/** `server` is where PostgreSQL listens. */
export async function inherit(
  version: string,
  database: DatabaseKind,
  server: string,
): Promise<Inheritance> {
  const read = (path: string) => readFile(join(FIXTURES, version, path), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'hallway-upgrade-'));
  const file = join(folder, 'hallway.sqlite');
  if (database === 'sqlite') await copyFile(join(FIXTURES, version, 'sqlite/hallway.sqlite'), file);
  const databaseUrl = database === 'sqlite' ? `sqlite:${file}` : await createPostgres(server);
  if (database === 'postgres') {
    await restorePostgres(databaseUrl, await read('postgres/hallway.sql'));
  }
  return {
    databaseUrl,
    memories: {
      discord: await read(`${database}/discord.json`),
      slack: await read(`${database}/slack.json`),
    },
    pages: {
      [CORRIDOR]: await read('schedules/corridor.json'),
      [HARBOUR]: await read('schedules/harbour.ics'),
    },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
