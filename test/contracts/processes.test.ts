import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import { COMPILED } from '../support/compiled.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';
import type { Work } from './worker.ts';

const WORKER = resolve(import.meta.dirname, 'worker.ts');
const TEN = Date.UTC(2020, 1, 1, 10);
const MESSAGES = 60;

forEachDatabase('programs on one database', ({ createUrl, open }) => {
  it('start at once, and give each message to one of them', async () => {
    const url = await createUrl();
    const workers = await Promise.all(
      ['a', 'b', 'c'].map((owner) => begin({ url, owner, messages: MESSAGES, most: MESSAGES / 2 })),
    );
    const outbox = createOutbox((await open(url)).kysely, () => 'lane');
    for (let number = 0; number < MESSAGES; number += 1) await outbox.enqueue([message(number)]);

    const claimed = await Promise.all(workers.map(({ claimed }) => claimed()));

    const expected = Array.from({ length: MESSAGES }, (_, number) => message(number).key);
    expect(claimed.flat().toSorted()).toEqual(expected.toSorted());
    expect(await outbox.counts()).toMatchObject({ pending: 0, sending: 0, sent: MESSAGES });
    expect(claimed.filter((keys) => keys.length > 0).length).toBeGreaterThan(1);
  });
});

/** A program of its own, once it has opened the database; it tells the keys of what it claimed and sent. */
async function begin(orders: Work): Promise<{ claimed(): Promise<readonly string[]> }> {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(orders)], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('open');
  return { claimed: async () => JSON.parse((await lines.next()).value ?? 'null') };
}

function message(number: number) {
  return delivery(
    {
      target: { kind: 'channel', platform: 'chat', community: 'town', channel: `#${number % 20}` },
      conference: keyOf('conf'),
    },
    { kind: 'announcement', talk: `${number}`, start: TEN + number },
    { dueAt: TEN, expiresAt: TEN + 1 },
  );
}
