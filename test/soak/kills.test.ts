import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { onServer, serverUrl } from './databases.ts';
import { seeded } from './seeded.ts';
import { soak } from './soak.ts';

/** `npm run soak` has 200. */
const KILLS = 4;

describe.concurrent('a program that is killed again and again', () => {
  it('says everything once, on SQLite', { timeout: 120_000 }, async ({ expect }) => {
    const path = join(tmpdir(), `hallway-kills-${randomUUID()}.sqlite`);
    const outcome = await soak(`sqlite:${path}`, KILLS, seeded(20_200_201));
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });

    expect(outcome).toEqual({ kills: KILLS, missing: [], doubled: [] });
  });

  it('says everything once, on PostgreSQL', { timeout: 120_000 }, async ({ expect }) => {
    const name = `kills_${randomUUID().replaceAll('-', '')}`;
    await onServer(`create database ${name}`);
    const outcome = await soak(`${serverUrl()}/${name}`, KILLS, seeded(20_200_202));
    await onServer(`drop database ${name} with (force)`);

    expect(outcome).toEqual({ kills: KILLS, missing: [], doubled: [] });
  });
});
