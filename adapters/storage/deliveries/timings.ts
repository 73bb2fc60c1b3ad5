import { type RawBuilder, sql } from 'kysely';
import type { ClaimRequest, Timing } from '../../../src/outbox/outbox.ts';
import type { Wait } from '../../../src/outbox/wait.ts';
import type { OutboxRow } from '../database/schema.ts';

/** What is known of a row's waiting, and what whoever claims it now knows besides. */
export function timingOf(row: OutboxRow, { explain, now }: ClaimRequest): Timing {
  const { key, target, due_at: dueAt, claimed_at, tried_at, ready_at } = row;
  const isAbandoned = row.state === 'sending' && row.owner !== null;
  const abandoned = { from: tried_at ?? now, until: ready_at ?? now };
  const ready = { target, dueAt, ...(isAbandoned ? { abandoned } : {}), waits: waitsOf(row) };
  return { key, dueAt, firstClaimedAt: claimed_at ?? now, waits: explain(ready) };
}

/** A value for each of the rows, in one statement for all of them. */
export function byKey<T extends { readonly key: string }>(
  rows: readonly T[],
  value: (row: T) => string | null,
): RawBuilder<string | null> {
  const cases = rows.map((row) => sql`when ${row.key} then ${value(row)}`);
  return sql`case key ${sql.join(cases, sql` `)} end`;
}

export function waitsOf({ waits }: OutboxRow): readonly Wait[] {
  return waits === null ? [] : JSON.parse(waits);
}

export function waitsAsText({ waits }: Timing): string | null {
  return waits.length === 0 ? null : JSON.stringify(waits);
}
