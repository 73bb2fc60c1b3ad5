import { copySqlite } from '../../adapters/storage/database/backup.ts';
import type { BackupOptions } from '../cli/cli.ts';
import { EXIT, type Surroundings } from '../cli/surroundings.ts';
import { readConfig } from '../config/config.ts';
import { DEFAULT_DATABASE, type Environment } from './surroundings.ts';

/** Of the database of the environment, also while Hallway runs with it. */
export async function backup(
  { file }: BackupOptions,
  environment: Environment,
  { write, complain, messages }: Surroundings,
): Promise<number> {
  const url = readConfig(environment).databaseUrl?.reveal() ?? DEFAULT_DATABASE;
  const [, path] = /^sqlite:(.+)$/.exec(url) ?? [];
  if (path === undefined) {
    complain(messages.cli.backup.postgres(file));
    return EXIT.misused;
  }
  const bytes = await copySqlite(path, file);
  write(`${messages.cli.backup.done(file, bytes)}\n`);
  return EXIT.done;
}
