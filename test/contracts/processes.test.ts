import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createOutbox } from '../../adapters/storage/outbox.ts';
import { delivery } from '../../src/announcements/deliveries.ts';
import { forEachDatabase } from './databases.ts';
import type { Work } from './worker.ts';

const run = promisify(execFile);
const WORKER = resolve(import.meta.dirname, 'worker.ts');
const TEN = Date.UTC(2020, 1, 1, 10);
const MESSAGES = 150;

forEachDatabase('programs on one database', ({ createUrl, open }) => {
  it('start at once, and give each message to one of them', { timeout: 60_000 }, async () => {
    const url = await createUrl();
    const workers = ['a', 'b', 'c'].map((owner) => work({ url, owner, messages: MESSAGES }));
    const outbox = createOutbox((await open(url)).kysely);
    for (let number = 0; number < MESSAGES; number += 1) await outbox.enqueue([message(number)]);

    const claimed = await Promise.all(workers);

    const expected = Array.from({ length: MESSAGES }, (_, number) => message(number).key);
    expect(claimed.flat().toSorted()).toEqual(expected.toSorted());
    expect(await outbox.counts()).toMatchObject({ pending: 0, sending: 0, sent: MESSAGES });
    expect(claimed.filter((keys) => keys.length > 0).length).toBeGreaterThan(1);
  });
});

/** The keys of what a program of its own claimed and sent. */
async function work(orders: Work): Promise<readonly string[]> {
  const { stdout } = await run(process.execPath, [WORKER, JSON.stringify(orders)]);
  return JSON.parse(stdout);
}

function message(number: number) {
  return delivery(
    {
      target: { kind: 'channel', platform: 'chat', community: 'town', channel: `#${number % 20}` },
      conference: 'conf',
    },
    { kind: 'announcement', talk: `${number}`, start: TEN + number },
    { dueAt: TEN, expiresAt: TEN + 1 },
    () => 'lane',
  );
}
