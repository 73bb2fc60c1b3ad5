import { type RawBuilder, sql, type UpdateObject } from 'kysely';
import type { Instant } from '../../../src/clock.ts';
import { isLive } from '../../../src/outbox/delivery.ts';
import type { Claim, Settlement } from '../../../src/outbox/outbox.ts';
import type { LaneOf } from '../../../src/platform/messenger.ts';
import type { Tables } from '../database/schema.ts';
import { byKey, waitsAsText } from './timings.ts';

type Columns = UpdateObject<Tables, 'outbox', 'outbox'>;

/** What becomes of the rows of a claim. */
export function settlingColumns(
  { deliveries: [{ subject, target }], timings }: Claim,
  settlement: Exclude<Settlement, { readonly kind: 'withdrawn' }>,
  at: Instant,
  laneOf: LaneOf,
): Columns {
  const waits = byKey(timings, waitsAsText);
  switch (settlement.kind) {
    case 'retry':
      return {
        state: 'pending',
        ready_at: settlement.at,
        // A list that was asked for meanwhile is due since the time before.
        due_at: sql`case when again = 1 then cast(${timings[0].dueAt} as bigint) else due_at end`,
        attempts: sql`attempts + 1`,
        owner: null,
        again: 0,
        tried_at: null,
        waits,
      };
    case 'doubt':
      return { ready_at: settlement.at, attempts: sql`attempts + 1`, owner: null, waits };
    case 'arrived':
      return { message_id: settlement.messageId };
    case 'sent':
      return {
        ...settled('sent', at, waits),
        // From here on it is edited.
        ...(isLive(subject) ? { lane: laneOf(target, 'edit') } : {}),
        message_id: settlement.messageId,
        sent_at: at,
        reason: null,
      };
    case 'failed':
    case 'expired':
      return { ...settled(settlement.kind, at, waits), reason: settlement.reason };
  }
}

/** What was asked for again meanwhile (a live list) is pending at once, as a message of its own try. */
function settled(
  state: 'sent' | 'failed' | 'expired',
  at: Instant,
  waits: RawBuilder<string | null>,
): Columns {
  return {
    settled_at: at,
    claimed_at: sql`case when again = 1 then null else claimed_at end`,
    waits: sql`case when again = 1 then null else ${waits} end`,
    state: sql`case when again = 1 then 'pending' else ${sql.lit(state)} end`,
    ready_at: sql`case when again = 1 then cast(${at} as bigint) end`,
    attempt_key: sql`case when again = 1 then null else attempt_key end`,
    attempts: sql`case when again = 1 then 0 else attempts + 1 end`,
    again: 0,
  };
}
