import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Instant } from '../../../src/clock.ts';
import { type Lapse, mayBeSaid } from '../../../src/outbox/lapse.ts';
import { attemptKeyOf } from '../../../src/outbox/marks.ts';
import type { Claim, ClaimRequest, OutboxQueue } from '../../../src/outbox/outbox.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import type { Database, DialectFacts } from '../database/database.ts';
import { padded } from '../database/padded.ts';
import type { OutboxRow, Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { lapseAt } from './lapses.ts';
import { settlingColumns } from './settling.ts';
import { readDelivery } from './stored.ts';
import { byKey, timingOf, waitsAsText } from './timings.ts';

/** Rows looked at for each message wanted: a channel with a flood takes one place, not all of them. */
const ROWS_A_MESSAGE = 4;

export function createOutboxQueue(
  { kysely, dialect }: Database,
  laneOf: LaneOf = laneOfPlatform,
): OutboxQueue {
  return {
    waiting: async (platforms) => {
      if (platforms.length === 0) return [];
      const rows = await kysely
        .selectFrom('outbox')
        .select(({ fn }) => ['lane', 'platform', fn.min('ready_at').as('readyAt')])
        .where('ready_at', 'is not', null)
        .where('platform', 'in', platforms)
        .groupBy(['lane', 'platform'])
        .execute();
      return rows.map(({ lane, platform, readyAt }) => ({ lane, platform, readyAt: readyAt ?? 0 }));
    },

    claim: (request) =>
      retried(kysely, async (trx) => {
        if (!(await holdsLane(trx, dialect, request))) return [];
        const first = await heads(trx, dialect, request);
        return first.length === 0 ? [] : take(trx, dialect, request, first);
      }),

    prolong: async (claim, until) => {
      const update = kysely.updateTable('outbox').set({ ready_at: until }).where(isStill(claim));
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },

    settle: async (claim, settlement, at) => {
      const isOurs = isStill(claim);
      if (settlement.kind === 'withdrawn') {
        const result = await kysely.deleteFrom('outbox').where(isOurs).executeTakeFirst();
        return result.numDeletedRows > 0n;
      }
      const columns = settlingColumns(claim, settlement, at, laneOf);
      const update = kysely.updateTable('outbox').set(columns).where(isOurs);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
  };
}

/** Nobody else has claimed it meanwhile. */
function isStill({ attemptKey, owner, leaseUntil, timings }: Claim) {
  const keys = timings.map(({ key }) => key);
  return (eb: ExpressionBuilder<Tables, 'outbox'>) =>
    eb.and([
      eb.and({ attempt_key: attemptKey, owner, ready_at: leaseUntil, state: 'sending' }),
      eb('key', 'in', padded(keys)),
    ]);
}

/** Locks the lease, so that nobody takes the lane while rows are being claimed. */
async function holdsLane(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  { lane, owner, now }: ClaimRequest,
): Promise<boolean> {
  const lease = await trx
    .selectFrom('lane_leases')
    .select('lane')
    .where('lane', '=', lane)
    .where('owner', '=', owner)
    .where('expires_at', '>', now)
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .executeTakeFirst();
  return lease !== undefined;
}

/** The earliest due row of each target that is not busy; what is said to many goes last. */
async function heads(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  { lane, now, limit, exceptTargets }: ClaimRequest,
): Promise<readonly OutboxRow[]> {
  if (dialect.name === 'postgres') {
    // After a tick with ten thousand reminders its statistics know of few, and it would sort
    // them all for every claim: the index has them in order.
    await sql`set local enable_sort = off`.execute(trx);
  }
  const rows = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('lane', '=', lane)
    .where('due_at', '<=', now)
    .where('ready_at', '<=', now)
    .$if(exceptTargets.length > 0, (query) =>
      query.where('target', 'not in', padded(exceptTargets)),
    )
    .orderBy('rank')
    .orderBy('due_at')
    .limit(limit * ROWS_A_MESSAGE)
    .$if(dialect.locksRows, (query) => query.forUpdate().skipLocked())
    .execute();
  const first = new Map<string, OutboxRow>();
  for (const row of rows) if (!first.has(row.target)) first.set(row.target, row);
  return [...first.values()].slice(0, limit);
}

/** All at once: what is claimed one by one keeps a full lane waiting for the database. */
async function take(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  request: ClaimRequest,
  first: readonly OutboxRow[],
): Promise<readonly Claim[]> {
  const { now, owner, leaseUntil } = request;
  const members = await membersOf(trx, dialect, first, now);
  const lapse = await lapseAt(trx, now);
  const claims = first.map((head) => {
    const rows = members.filter((row) => isTogether(row, head));
    return claimOf(head, rows.length === 0 ? [head] : rows, request, lapse);
  });
  const all = claims.flatMap(({ attemptKey, timings }) =>
    timings.map((timing) => ({ ...timing, attemptKey })),
  );
  await trx
    .updateTable('outbox')
    .set({
      state: 'sending',
      attempt_key: byKey(all, ({ attemptKey }) => attemptKey),
      owner,
      ready_at: leaseUntil,
      claimed_at: sql`coalesce(claimed_at, cast(${now} as bigint))`,
      tried_at: sql`case when state = 'sending' then tried_at else cast(${now} as bigint) end`,
      ...(all.every(({ waits }) => waits.length === 0) ? {} : { waits: byKey(all, waitsAsText) }),
    })
    .where('key', 'in', padded(all.map(({ key }) => key)))
    .execute();
  return claims;
}

function claimOf(
  head: OutboxRow,
  rows: readonly OutboxRow[],
  request: ClaimRequest,
  lapse: Lapse | undefined,
): Claim {
  const { owner, now, leaseUntil } = request;
  const deliveries = rows.map(readDelivery);
  return {
    deliveries: filled(deliveries),
    timings: filled(rows.map((row) => timingOf(row, request))),
    attemptKey: head.attempt_key ?? attemptKeyOf(deliveries, head.due_at),
    owner,
    claimedAt: now,
    leaseUntil,
    attempts: head.attempts,
    doubtfulSince: head.state === 'sending' ? (head.tried_at ?? now) : undefined,
    lapse:
      lapse && rows.some((row) => mayBeSaid(readDelivery(row), row.due_at, lapse))
        ? lapse
        : undefined,
    messageId: head.message_id ?? undefined,
  };
}

function filled<T>(all: readonly T[]): readonly [T, ...T[]] {
  const [one, ...others] = all;
  if (one === undefined) throw new Error('A message without a delivery');
  return [one, ...others];
}

/** What becomes one message with any of these rows, or did at an earlier try; by key. */
async function membersOf(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  first: readonly OutboxRow[],
  now: Instant,
): Promise<readonly OutboxRow[]> {
  const batches = first.flatMap((row) => (row.attempt_key === null ? row.batch : []));
  const attemptKeys = first.flatMap(({ attempt_key }) => attempt_key ?? []);
  const rows = trx
    .selectFrom('outbox')
    .selectAll()
    .$if(dialect.locksRows, (query) => query.forUpdate());
  const fresh = rows
    .where('batch', 'in', padded(batches))
    .where('state', '=', 'pending')
    .where('ready_at', '<=', now);
  const tried = rows
    .where('attempt_key', 'in', padded(attemptKeys))
    .where('ready_at', 'is not', null);
  return [
    ...(batches.length === 0 ? [] : await fresh.execute()),
    ...(attemptKeys.length === 0 ? [] : await tried.execute()),
  ].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function isTogether(row: OutboxRow, head: OutboxRow): boolean {
  return (
    row.attempt_key === head.attempt_key && (row.attempt_key !== null || row.batch === head.batch)
  );
}
