import type { Kysely } from 'kysely';
import type { SentAnnouncement, SentAnnouncements } from '../../../src/outbox/outbox.ts';
import type { DialectFacts } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { readDelivery } from './stored.ts';

/** Stays below SQLite's limit of parameters. */
const TALKS_A_QUERY = 1000;

export function createSentAnnouncements(
  db: Kysely<Tables>,
  dialect: DialectFacts,
): SentAnnouncements {
  return {
    about: async (conference, talks, startedAfter) => {
      const keys = new Set<string>();
      for (let from = 0; from < talks.length; from += TALKS_A_QUERY) {
        const rows = await db
          .selectFrom('outbox')
          .select(['attempt_key', 'message_id'])
          .where('conference', '=', conference)
          .where('kind', '=', 'announcement')
          .where('talk', 'in', talks.slice(from, from + TALKS_A_QUERY))
          .where('start', '>', startedAfter)
          .$if(dialect.locksRows, (query) => query.forUpdate())
          .execute();
        for (const { attempt_key, message_id } of rows) {
          if (attempt_key !== null && message_id !== null) keys.add(attempt_key);
        }
      }
      const messages: SentAnnouncement[] = [];
      for (const key of keys) messages.push(...(await messageOf(db, key)));
      return messages;
    },
  };
}

async function messageOf(
  db: Kysely<Tables>,
  attemptKey: string,
): Promise<readonly SentAnnouncement[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'batch', 'conference', 'delivery', 'message_id'])
    .where('attempt_key', '=', attemptKey)
    .orderBy('key')
    .execute();
  const [first, ...others] = rows.map((row) => readDelivery(row));
  const messageId = rows[0]?.message_id ?? undefined;
  if (first === undefined || messageId === undefined) return [];
  return [{ messageId, deliveries: [first, ...others] }];
}
