import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/storage/database/database.ts';
import { silentLog } from '../../../src/log.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('a file that another program has to itself', () => {
  it('is waited for when it is opened and when it is written to, and other work goes on', async () => {
    const file = await freshFile();
    const other = new DatabaseSync(file);
    const occupied = async () => {
      other.exec('begin exclusive');
      await delay(100);
      other.exec('commit');
    };

    const [, database] = await Promise.all([occupied(), openDatabase(`sqlite:${file}`, silentLog)]);
    const person = database.kysely.insertInto('people').values({ id: 'ada', lead_minutes: 5 });
    await Promise.all([occupied(), person.execute()]);

    expect(other.prepare('select id from people').all()).toEqual([{ id: 'ada' }]);
    await database.close();
    other.close();
  });
});

async function freshFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  folders.push(folder);
  return join(folder, 'hallway.sqlite');
}
