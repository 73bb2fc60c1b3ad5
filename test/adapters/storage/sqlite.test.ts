import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay, setImmediate as immediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/storage/database/database.ts';
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

describe('a disk that is full', () => {
  it('is what the failure tells of, and the next transaction is welcome', async () => {
    const database = await open('sqlite::memory:');
    await sql`pragma max_page_count = 1`.execute(database.kysely);
    const fill = database.kysely.transaction().execute(async (trx) => {
      for (let at = 0; at < 10_000; at += 1) {
        await trx
          .insertInto('people')
          .values({ ...ada, id: 'x'.repeat(900) + at })
          .execute();
      }
    });
    await expect(fill).rejects.toThrow('database or disk is full');
    await sql`pragma max_page_count = 100000`.execute(database.kysely);
    const next = database.kysely
      .transaction()
      .execute((trx) => trx.insertInto('people').values(ada).execute());
    await expect(next).resolves.toHaveLength(1);
  });
});

describe('a file that is deleted while it is open', () => {
  it('is missed by the next check, and so is one that another took the place of', async () => {
    const file = await freshFile();
    const database = await open(`sqlite:${file}`);
    await database.check();
    await rm(file);
    await expect(database.check()).rejects.toThrow('was deleted or replaced');
    await copyFile(import.meta.filename, file);
    await expect(database.check()).rejects.toThrow('was deleted or replaced');
  });
});

describe('a database of our own', () => {
  it('answers questions while something is written, with what was there before', async () => {
    const database = await open(`sqlite:${await freshFile()}`);
    const people = () => database.kysely.selectFrom('people').select('id').execute();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: written, resolve: tell } = Promise.withResolvers<void>();
    const writing = database.kysely.transaction().execute(async (trx) => {
      await trx.insertInto('people').values(ada).execute();
      expect(await trx.selectFrom('people').select('id').execute()).toEqual([{ id: 'ada' }]);
      tell();
      await mayEnd;
    });

    await written;
    expect(await people()).toEqual([]);
    end();
    await writing;

    expect(await people()).toEqual([{ id: 'ada' }]);
  });

  it('lets nobody see in memory what is half done', async () => {
    const database = await open('sqlite::memory:');
    const writing = database.kysely.transaction().execute(async (trx) => {
      await trx.insertInto('people').values(ada).execute();
      await delay(20);
      throw new Error('taken back');
    });
    const seen = database.kysely.selectFrom('people').select('id').execute();

    await expect(writing).rejects.toThrow('taken back');
    expect(await seen).toEqual([]);
  });

  it('takes transactions and single statements one after the other, those that fail included', async () => {
    const database = await open(`sqlite:${await freshFile()}`);
    const order: string[] = [];
    const enter = (name: string, fails = false) =>
      database.kysely.transaction().execute(async () => {
        order.push(`${name} begins`);
        await delay(5);
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      });

    const results = await Promise.allSettled([
      enter('first', true),
      enter('second'),
      database.kysely.insertInto('people').values(ada).execute(),
      database.kysely.insertInto('people').values(ada).execute(),
      enter('third'),
    ]);

    expect(order).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
      'third begins',
      'third ends',
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('keeps nobody else waiting for a long row of statements', async () => {
    const database = await open(`sqlite:${await freshFile()}`);
    let turns = 0;
    let isOver = false;
    // How long a statement takes is the machine's: the row is as long as it takes others to be served.
    const work = database.kysely.transaction().execute(async (trx) => {
      for (let index = 0; index < 100_000 && turns <= 5; index += 1) {
        await trx
          .insertInto('people')
          .values({ id: `p${index}`, lead_minutes: 5 })
          .execute();
      }
      isOver = true;
    });
    while (!isOver) {
      turns += 1;
      await immediate();
    }
    await work;

    expect(turns).toBeGreaterThan(5);
  });

  it('has on the disk what it says is written', async () => {
    const file = await freshFile();
    const database = await open(`sqlite:${file}`);
    const people = Array.from({ length: 20 }, (_, index) => ({ id: `p${index}`, lead_minutes: 5 }));
    await Promise.all(
      people.map((one) => database.kysely.insertInto('people').values(one).execute()),
    );

    // As after a crash: what was not in the files is gone.
    const copy = await freshFile();
    await Promise.all(['', '-wal'].map((part) => copyFile(`${file}${part}`, `${copy}${part}`)));
    const found = new DatabaseSync(copy);
    expect(found.prepare('select count(*) as count from people').get()).toEqual({ count: 20 });
    found.close();
  });
});

const ada = { id: 'ada', lead_minutes: 5 };

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url, silentLog);
  onTestFinished(() => database.close());
  return database;
}

async function freshFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  folders.push(folder);
  return join(folder, 'hallway.sqlite');
}
