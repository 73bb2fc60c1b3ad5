import { type InsertResult, type Kysely, sql } from 'kysely';
import { type Delivery, type DeliveryState, isBulk, isLive } from '../../../src/outbox/delivery.ts';
import type { Backlog, Outbox } from '../../../src/outbox/outbox.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import { targetKey } from '../../../src/platform/target.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { OutboxRow, Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { readDelivery } from './stored.ts';

/** SQLite takes 32,766 parameters a statement. */
const ROWS_A_STATEMENT = 500;

export function createOutbox(db: Kysely<Tables>, laneOf: LaneOf = laneOfPlatform): Outbox {
  return {
    enqueue: async (deliveries) => {
      const live = deliveries.filter(({ subject }) => isLive(subject));
      // No statement writes a row twice.
      const newest = [...new Map(live.map((one) => [one.key, rowOf(one, laneOf)])).values()];
      for (let from = 0; from < newest.length; from += ROWS_A_STATEMENT) {
        await enqueueLive(db, newest.slice(from, from + ROWS_A_STATEMENT));
      }
      const others = deliveries.filter(({ subject }) => !isLive(subject));
      let added = 0;
      for (let from = 0; from < others.length; from += ROWS_A_STATEMENT) {
        added += await insertNew(
          db,
          others.slice(from, from + ROWS_A_STATEMENT).map((other) => rowOf(other, laneOf)),
        );
      }
      return added;
    },

    renew: ({ key, target }) => renew(db, key, laneOf(target, 'send')),

    told: async (batch) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('batch', '=', batch)
        .where('state', 'in', ['sending', 'sent'])
        .orderBy('key')
        .execute();
      return rows.map(readDelivery);
    },

    follow: (conference, ids) => inTransaction(db, (trx) => follow(trx, conference, ids)),

    forget: async (target) => {
      await db.deleteFrom('outbox').where('target', '=', targetKey(target)).execute();
    },

    purge: async (before) => {
      await db
        .deleteFrom('outbox')
        .where('ready_at', 'is', null)
        .where('expires_at', '<', before)
        .execute();
    },

    counts: () => counts(db),

    backlog: () => backlog(db),

    lastSentAt: () => lastSentAt(db),
  };
}

async function lastSentAt(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('sent_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

async function counts(db: Kysely<Tables>): Promise<Readonly<Record<DeliveryState, number>>> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts: Record<DeliveryState, number> = {
    pending: 0,
    sending: 0,
    sent: 0,
    failed: 0,
    expired: 0,
  };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** Without a look at what has come to its end, of which there is much more. */
async function backlog(db: Kysely<Tables>): Promise<readonly Backlog[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['platform', 'state', fn.countAll<number>().as('count')])
    .select(({ fn }) => fn.min('due_at').as('oldestDueAt'))
    .where('ready_at', 'is not', null)
    .where('rank', '=', 0)
    .groupBy(['platform', 'state'])
    .execute();
  return rows.map(({ state, ...row }) => ({
    ...row,
    state: state === 'sending' ? state : 'pending',
  }));
}

/** Two talks may have swapped ids, so that all rows leave before any comes back. */
async function follow(
  trx: Kysely<Tables>,
  conference: ConferenceKey,
  ids: ReadonlyMap<TalkId, TalkId>,
): Promise<void> {
  const olds = [...ids.keys()];
  const rows: OutboxRow[] = [];
  for (let from = 0; from < olds.length; from += ROWS_A_STATEMENT) {
    const deleted = await trx
      .deleteFrom('outbox')
      .where('conference', '=', conference)
      .where('talk', 'in', olds.slice(from, from + ROWS_A_STATEMENT))
      .returningAll()
      .execute();
    rows.push(...deleted);
  }
  for (const row of rows) {
    await trx.insertInto('outbox').values(renamed(row, ids)).execute();
  }
}

function renamed(row: OutboxRow, ids: ReadonlyMap<TalkId, TalkId>): OutboxRow {
  const delivery = readDelivery(row);
  const { subject } = delivery;
  if (!('talk' in subject)) return row;
  const talk = ids.get(subject.talk) ?? subject.talk;
  const key = row.key.replace(`|${subject.talk}|`, () => `|${talk}|`);
  return {
    ...row,
    key,
    talk,
    delivery: JSON.stringify({ ...delivery, key, subject: { ...subject, talk } }),
  };
}

async function insertNew(db: Kysely<Tables>, rows: readonly OutboxRow[]): Promise<number> {
  const results: readonly InsertResult[] = await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return results.reduce((sum, { numInsertedOrUpdatedRows: n }) => sum + Number(n ?? 0), 0);
}

/** What is pending stays so; what is under way is remembered; any other is pending again. */
async function enqueueLive(db: Kysely<Tables>, live: readonly OutboxRow[]): Promise<void> {
  const isOpen = sql<boolean>`outbox.state in ('pending', 'sending')`;
  await db
    .insertInto('outbox')
    .values(live)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        again: sql`case when outbox.state = 'sending' then 1 else 0 end`,
        // Asked for while being sent, it is due since then; before that, since it was first asked for.
        due_at: sql`case when outbox.state = 'pending' or (${isOpen} and outbox.again = 1)
          then outbox.due_at else excluded.due_at end`,
        ready_at: sql`case when ${isOpen} then outbox.ready_at else excluded.ready_at end`,
        attempts: sql`case when ${isOpen} then outbox.attempts else 0 end`,
        attempt_key: sql`case when ${isOpen} then outbox.attempt_key end`,
        tried_at: sql`case when ${isOpen} then outbox.tried_at end`,
        claimed_at: sql`case when ${isOpen} then outbox.claimed_at end`,
        waits: sql`case when ${isOpen} then outbox.waits end`,
        community: sql`excluded.community`,
        state: sql`case when ${isOpen} then outbox.state else 'pending' end`,
        expires_at: sql`excluded.expires_at`,
        delivery: sql`excluded.delivery`,
      }),
    )
    .execute();
}

async function renew(db: Kysely<Tables>, key: string, lane: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select('message_id')
    .where('key', '=', key)
    .where('state', '<>', 'sending')
    .executeTakeFirst();
  const former = row?.message_id ?? undefined;
  if (former === undefined) return undefined;
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ message_id: null, attempt_key: null, lane })
    .where('key', '=', key)
    .where('state', '<>', 'sending')
    .where('message_id', '=', former)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? undefined : former;
}

function rowOf(delivery: Delivery, laneOf: LaneOf): OutboxRow {
  const { subject } = delivery;
  const talk = 'talk' in subject ? subject.talk : null;
  const start = 'start' in subject ? subject.start : null;
  return {
    key: delivery.key,
    batch: delivery.batch,
    lane: laneOf(delivery.target, 'messageId' in subject ? 'edit' : 'send'),
    platform: delivery.target.platform,
    community: concernedBy(delivery) ?? null,
    target: targetKey(delivery.target),
    conference: delivery.conference,
    kind: subject.kind,
    talk,
    start,
    say: subject.kind === 'say' ? subject.say : null,
    rank: isBulk(subject) ? 1 : 0,
    delivery: JSON.stringify(delivery),
    expires_at: delivery.expiresAt,
    state: 'pending',
    due_at: delivery.dueAt,
    ready_at: delivery.dueAt,
    attempts: 0,
    attempt_key: null,
    owner: null,
    claimed_at: null,
    tried_at: null,
    again: 0,
    message_id: null,
    reason: null,
    sent_at: null,
    settled_at: null,
    waits: delivery.plannedLate === undefined ? null : JSON.stringify([delivery.plannedLate]),
  };
}

/** Id of the community whose organisers it concerns; what the operator is told is nobody else's business. */
function concernedBy({ target, community, subject }: Delivery): string | undefined {
  if (subject.kind === 'operator') return undefined;
  return target.kind === 'channel' ? target.community : community?.id;
}
