/** `npm run soak -- [KILLS] [SEED]`: that many kills on each database, and whether anything was lost or said twice. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seeded } from '../test/soak/seeded.ts';
import { soak } from '../test/soak/soak.ts';
import { startPostgres } from '../test/support/postgres.ts';

const KILLS = Number(process.argv[2] ?? 200);
const KILLS_A_STORY = 8;
const SEED = Number(process.argv[3] ?? 1);

const server = await startPostgres();
try {
  const results = await Promise.all([
    rounds('SQLite', async (play) => {
      const path = join(tmpdir(), `hallway-soak-${randomUUID()}.sqlite`);
      await play(`sqlite:${path}`);
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    }),
    rounds('PostgreSQL', async (play) => {
      const name = `soak_${randomUUID().replaceAll('-', '')}`;
      await onServer(`create database ${name}`);
      await play(`${server.url}/${name}`);
      await onServer(`drop database ${name} with (force)`);
    }),
  ]);
  if (results.includes(false)) process.exitCode = 1;
} finally {
  await server.stop();
}

async function rounds(
  name: string,
  withDatabase: (play: (url: string) => Promise<void>) => Promise<void>,
): Promise<boolean> {
  const random = seeded(SEED);
  let kills = 0;
  const missing: string[] = [];
  const doubled: string[] = [];
  while (kills < KILLS) {
    await withDatabase(async (url) => {
      const outcome = await soak(url, KILLS_A_STORY, random);
      kills += outcome.kills;
      missing.push(...outcome.missing);
      doubled.push(...outcome.doubled);
    });
    console.log(`${name}: ${kills} kills, ${missing.length} lost, ${doubled.length} doubled`);
  }
  for (const line of missing) console.log(`${name} lost: ${line}`);
  for (const line of doubled) console.log(`${name} doubled: ${line}`);
  return missing.length + doubled.length === 0;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  client.on('error', () => undefined);
  await client.query(statement);
  await client.end();
}
