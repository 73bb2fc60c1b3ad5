import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject, it } from 'vitest';
import { seeded } from './seeded.ts';
import { soak } from './soak.ts';

describe.concurrent('a program that is killed again and again', () => {
  it('says everything once, on SQLite', { timeout: 60_000 }, async ({ expect }) => {
    const path = join(tmpdir(), `hallway-kills-${randomUUID()}.sqlite`);
    const outcome = await soak(`sqlite:${path}`, seeded(20_200_201));
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });

    expect(outcome).toEqual({ kills: outcome.kills, missing: [], doubled: [] });
    expect(outcome.kills).toBeGreaterThanOrEqual(3);
  });

  it('says everything once, on PostgreSQL', { timeout: 60_000 }, async ({ expect }) => {
    const name = `kills_${randomUUID().replaceAll('-', '')}`;
    await onServer(`create database ${name}`);
    const outcome = await soak(`${inject('postgresUrl')}/${name}`, seeded(20_200_202));
    await onServer(`drop database ${name} with (force)`);

    expect(outcome).toEqual({ kills: outcome.kills, missing: [], doubled: [] });
    expect(outcome.kills).toBeGreaterThanOrEqual(3);
  });
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}
