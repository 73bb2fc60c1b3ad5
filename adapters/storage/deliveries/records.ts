import type { Kysely } from 'kysely';
import {
  type DeliveryRecord,
  DROPPED_AS_UNTRUE,
  type Punctuality,
} from '../../../src/outbox/record.ts';
import type { OutboxRow, Tables } from '../database/schema.ts';
import { waitsOf } from './timings.ts';

export function createPunctuality(db: Kysely<Tables>): Punctuality {
  return {
    latest: async ({ platform, id }) => {
      const row = await db
        .selectFrom('outbox')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .where('sent_at', 'is not', null)
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && recordOf(row);
    },

    worst: async ({ platform, id }, since) => {
      const own = db
        .selectFrom('outbox')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .limit(1);
      const sent = await own
        .where('state', '=', 'sent')
        .where('sent_at', '>=', since)
        .orderBy((eb) => eb('sent_at', '-', eb.ref('due_at')), 'desc')
        .executeTakeFirst();
      const expired = await own
        .where('state', '=', 'expired')
        .where('settled_at', '>=', since)
        .where('reason', 'not in', DROPPED_AS_UNTRUE)
        .orderBy((eb) => eb('settled_at', '-', eb.ref('due_at')), 'desc')
        .executeTakeFirst();
      const row = expired ?? sent;
      return row && recordOf(row);
    },
  };
}

export function recordOf(row: OutboxRow): DeliveryRecord {
  return {
    delivery: JSON.parse(row.delivery),
    state: row.state,
    dueAt: row.due_at,
    attempts: row.attempts,
    waits: waitsOf(row),
    ...(row.ready_at === null ? {} : { readyAt: row.ready_at }),
    ...(row.claimed_at === null ? {} : { firstClaimedAt: row.claimed_at }),
    ...(row.message_id === null ? {} : { messageId: row.message_id }),
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}
