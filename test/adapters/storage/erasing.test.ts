import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../adapters/storage/database/database.ts';
import { createStores } from '../../../adapters/storage/stores.ts';
import { createAgenda } from '../../../src/agenda/agenda.ts';
import { createAccounts } from '../../../src/agenda/personal/accounts.ts';
import { silentLog } from '../../../src/log.ts';
import { delivery } from '../../../src/outbox/delivery.ts';
import { talkAt } from '../../support/conferences.ts';
import { keyOf } from '../../support/names.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const CONFERENCE = keyOf('conf');

it('no file of the database holds a trace of an account that was forgotten', async () => {
  const { folder, see, star, remind, accounts, database } = await stage();
  const ids = Array.from({ length: 120 }, (_, at) => `account-${(at * 7_919) % 9_973}-x`);
  const forgotten = ids.filter((_, at) => at % 10 === 3);
  for (const id of ids) await star(id, ['1', '2', '3']);
  for (const id of ids) await remind(id);
  for (const id of ids) await see(id);
  expect(await traces(folder, forgotten)).not.toEqual([]);

  for (const id of forgotten) await accounts.forget({ platform: 'chat', id });

  expect(await traces(folder, forgotten)).toEqual([]);
  const [kept = ''] = ids;
  expect(await traces(folder, [kept])).toContain(kept);
  await database.close();
  expect(await traces(folder, forgotten)).toEqual([]);
});

/** Which of these stand anywhere in the folder's files. */
async function traces(folder: string, ids: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return ids.filter((id) => files.some((bytes) => bytes.includes(id)));
}

async function stage() {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-erasing-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = await openDatabase(`sqlite:${join(folder, 'hallway.sqlite')}`, silentLog);
  onTestFinished(() => database.close());
  const clock = { now: () => TEN, sleep: async () => undefined };
  const { memberWork, outbox } = createStores(database, clock, () => 'lane');
  const random = {
    id: () => crypto.randomUUID(),
    bytes: (count: number) => new Uint8Array(count),
  };
  const agenda = createAgenda({ memberWork, random });
  const visit = (id: string) => ({
    seen: { ref: { platform: 'chat', id }, locale: 'en', community: 'us' },
    conference: CONFERENCE,
  });
  return {
    folder,
    database,
    accounts: createAccounts({ memberWork, random }),
    see: (id: string) => agenda.setLead(visit(id), 20),
    star: async (id: string, talks: readonly string[]) => {
      for (const talk of talks) await agenda.star(visit(id), talkAt(talk, TEN + 3_600_000));
    },
    remind: (id: string) =>
      outbox.enqueue([
        delivery(
          { target: { kind: 'member', platform: 'chat', member: id }, conference: CONFERENCE },
          { kind: 'reminder', talk: '1', start: TEN },
          { dueAt: TEN, expiresAt: TEN + 60_000 },
        ),
      ]),
  };
}
