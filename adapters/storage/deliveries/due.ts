import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../../src/clock.ts';

/**
 * For a row of `stars`: its own lead or else the person's before `start`, or `at` where that is past.
 * (`max` and `greatest` are what the two databases call the same thing.)
 */
export function reminderDueAt(
  start: Instant | Expression<Instant | null>,
  at: Instant,
): RawBuilder<Instant> {
  const lead = sql`(cast(${start} as bigint) - coalesce(stars.lead_minutes, people.lead_minutes) * 60000)`;
  const floor = sql`cast(${at} as bigint)`;
  return sql`(select case when ${lead} > ${floor} then ${lead} else ${floor} end
    from people where people.id = stars.person)`;
}
