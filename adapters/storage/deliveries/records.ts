import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { changesKey } from '../../../src/outbox/delivery.ts';
import {
  type DeliveryRecord,
  DROPPED_AS_UNTRUE,
  type Punctuality,
  speaksOf,
  type Told,
  type Traces,
} from '../../../src/outbox/record.ts';
import type { OutboxRow, Tables } from '../database/schema.ts';
import { readDelivery } from './stored.ts';
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
        .where('rank', '=', 0)
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

export function createTold(db: Kysely<Tables>): Told {
  return {
    changes: async (to, update) => {
      const row = await db
        .selectFrom('outbox')
        .select(['key', 'batch', 'conference', 'delivery'])
        .where('key', '=', changesKey(to, update))
        .executeTakeFirst();
      const subject = row && readDelivery(row).subject;
      return subject?.kind === 'changes' ? subject.changes : undefined;
    },
  };
}

/** More than anybody reads; somebody who asks for all of them gets no more of them. */
const MOST_RECORDS = 20_000;

export function createTraces(db: Kysely<Tables>): Traces {
  const rows = () =>
    db.selectFrom('outbox').selectAll().orderBy('due_at').orderBy('key').limit(MOST_RECORDS);
  return {
    byKey: async (key) => {
      const exact = await rows().where('key', '=', key).execute();
      if (exact.length > 0) return exact.map(recordOf);
      const parts = key.split('…');
      const like = parts.map(literally).join('%');
      const found = await rows()
        .where(matches('key', `${like}%`))
        .execute();
      // SQLite takes no notice of upper and lower case.
      return found.filter((row) => isMadeOf(row.key, parts)).map(recordOf);
    },

    about: async (conference, talk) => {
      const quoted = literally(JSON.stringify(talk));
      const found = await rows()
        .where('conference', '=', conference)
        .where((eb) => eb.or([eb('talk', '=', talk), matches('delivery', `%${quoted}%`)]))
        .execute();
      return found.map(recordOf).filter(({ delivery }) => speaksOf(delivery.subject, talk));
    },
  };
}

function matches(column: 'key' | 'delivery', pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '!'`;
}

function literally(text: string): string {
  return text.replaceAll(/[!%_]/g, (sign) => `!${sign}`);
}

/** It begins with the first part, and the others follow in their order. */
function isMadeOf(key: string, [first = '', ...others]: readonly string[]): boolean {
  let at = key.startsWith(first) ? first.length : -1;
  for (const part of others) {
    const found = at === -1 ? -1 : key.indexOf(part, at);
    at = found === -1 ? -1 : found + part.length;
  }
  return at !== -1;
}

function recordOf(row: OutboxRow): DeliveryRecord {
  return {
    delivery: readDelivery(row),
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
