import { type Kysely, sql, type UpdateObject } from 'kysely';
import type { Delivery } from '../../src/announcements/delivery.ts';
import type {
  Claim,
  ClaimRequest,
  OutboxQueue,
  Settlement,
} from '../../src/announcements/outbox.ts';
import type { Instant } from '../../src/schedule/model.ts';
import type { Database, DialectFacts } from './database.ts';
import type { OutboxRow, Tables } from './schema.ts';

/** Rows looked at for each message wanted: a channel with a flood takes one place, not all of them. */
const ROWS_A_MESSAGE = 4;

export function createOutboxQueue({ kysely, dialect }: Database): OutboxQueue {
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
      kysely.transaction().execute(async (trx) => {
        if (!(await holdsLane(trx, dialect, request))) return [];
        const claims: Claim[] = [];
        for (const head of await heads(trx, dialect, request)) {
          claims.push(await take(trx, dialect, request, head));
        }
        return claims;
      }),

    settle: async (claim, settlement, at) => {
      const result = await kysely
        .updateTable('outbox')
        .set(columnsOf(settlement, at))
        .where('attempt_key', '=', claim.attemptKey)
        .where('owner', '=', claim.owner)
        .where('ready_at', '=', claim.leaseUntil)
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
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

/** The earliest ready row of each target that is not busy. */
async function heads(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  { lane, now, limit, exceptTargets }: ClaimRequest,
): Promise<readonly OutboxRow[]> {
  const rows = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('lane', '=', lane)
    .where('ready_at', '<=', now)
    .$if(exceptTargets.length > 0, (query) => query.where('target', 'not in', exceptTargets))
    .orderBy('ready_at')
    .orderBy('key')
    .limit(limit * ROWS_A_MESSAGE)
    .$if(dialect.locksRows, (query) => query.forUpdate().skipLocked())
    .execute();
  const first = new Map<string, OutboxRow>();
  for (const row of rows) if (!first.has(row.target)) first.set(row.target, row);
  return [...first.values()].slice(0, limit);
}

async function take(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  { now, owner, leaseUntil }: ClaimRequest,
  head: OutboxRow,
): Promise<Claim> {
  const attemptKey = head.attempt_key ?? newAttemptKey();
  const members =
    head.attempt_key === null
      ? await batchOf(trx, dialect, head, now)
      : await membersOf(trx, head.attempt_key);
  await trx
    .updateTable('outbox')
    .set({
      state: 'sending',
      attempt_key: attemptKey,
      owner,
      ready_at: leaseUntil,
      tried_at: sql`case when state = 'sending' then tried_at else cast(${now} as bigint) end`,
    })
    .where(
      'key',
      'in',
      members.map(({ key }) => key),
    )
    .execute();
  const [first = head, ...rest] = members;
  return {
    deliveries: [deliveryOf(first), ...rest.map(deliveryOf)],
    attemptKey,
    owner,
    leaseUntil,
    attempts: head.attempts,
    doubtfulSince: head.state === 'sending' ? (head.tried_at ?? now) : undefined,
    messageId: head.message_id ?? undefined,
  };
}

async function batchOf(
  trx: Kysely<Tables>,
  dialect: DialectFacts,
  head: OutboxRow,
  now: Instant,
): Promise<readonly OutboxRow[]> {
  return await trx
    .selectFrom('outbox')
    .selectAll()
    .where('batch', '=', head.batch)
    .where('state', '=', 'pending')
    .where('attempt_key', 'is', null)
    .where('ready_at', '<=', now)
    .orderBy('key')
    .$if(dialect.locksRows, (query) => query.forUpdate())
    .execute();
}

async function membersOf(trx: Kysely<Tables>, attemptKey: string): Promise<readonly OutboxRow[]> {
  return await trx
    .selectFrom('outbox')
    .selectAll()
    .where('attempt_key', '=', attemptKey)
    .where('ready_at', 'is not', null)
    .orderBy('key')
    .execute();
}

/** Discord's nonce takes 25 characters. */
function newAttemptKey(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 24);
}

function deliveryOf(row: OutboxRow): Delivery {
  return JSON.parse(row.delivery);
}

type Columns = UpdateObject<Tables, 'outbox', 'outbox'>;

function columnsOf(settlement: Settlement, at: Instant): Columns {
  switch (settlement.kind) {
    case 'retry':
      return {
        state: 'pending',
        ready_at: settlement.at,
        attempts: sql`attempts + 1`,
        again: 0,
        tried_at: null,
      };
    case 'doubt':
      return { ready_at: settlement.at, attempts: sql`attempts + 1` };
    case 'sent':
      return { ...settled('sent', at), message_id: settlement.messageId, reason: null };
    case 'failed':
    case 'expired':
      return { ...settled(settlement.kind, at), reason: settlement.reason };
  }
}

/** What was asked for again meanwhile (a live list) is pending at once, as a message of its own try. */
function settled(state: 'sent' | 'failed' | 'expired', at: Instant): Columns {
  return {
    state: sql`case when again = 1 then 'pending' else ${sql.lit(state)} end`,
    ready_at: sql`case when again = 1 then cast(${at} as bigint) end`,
    attempt_key: sql`case when again = 1 then null else attempt_key end`,
    attempts: sql`case when again = 1 then 0 else attempts + 1 end`,
    again: 0,
    settled_at: at,
  };
}
