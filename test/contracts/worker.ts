/** A program of its own: claims and settles until so many messages are sent, by itself or by others. */
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import { createLaneLeases } from '../../adapters/storage/leases.ts';
import { silentLog } from '../../src/log.ts';
import type { ClaimRequest } from '../../src/outbox/outbox.ts';

export interface Work {
  readonly url: string;
  readonly owner: string;
  readonly messages: number;
  /** It leaves the rest to others. */
  readonly most: number;
}

const LEASE_MS = 60_000;
// Whoever started it is gone.
process.stdin.once('close', () => process.exit(1)).resume();
const [, , orders = ''] = process.argv;
const { url, owner, messages, most }: Work = JSON.parse(orders);

const database = await openDatabase(url, silentLog);
const outbox = createOutbox(database.kysely, () => 'lane');
const queue = createOutboxQueue(database, () => 'lane');
const leases = createLaneLeases(database.kysely);
const keys: string[] = [];
process.stdout.write('open\n');
while ((await outbox.counts()).sent < messages) {
  if (keys.length < most) await turn();
  await delay(1);
}
await database.close();
process.stdout.write(`${JSON.stringify(keys)}\n`, () => process.exit());

async function turn(): Promise<void> {
  const now = Date.now();
  const leaseUntil = now + LEASE_MS;
  if (!(await leases.hold('lane', owner, now, leaseUntil))) return;
  const request: ClaimRequest = {
    lane: 'lane',
    owner,
    now,
    leaseUntil,
    limit: Math.min(5, most - keys.length),
    exceptTargets: [],
    explain: ({ waits }) => waits,
  };
  for (const claim of await queue.claim(request)) {
    keys.push(...claim.deliveries.map(({ key }) => key));
    await queue.settle(claim, { kind: 'sent', messageId: `${owner}${keys.length}` }, now);
  }
  await leases.release('lane', owner);
}
