import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../../../src/clock.ts';

/** For a row of `stars`: its own lead or else the person's before `start`, or `at` where that is past. */
export function reminderDueAt(
  start: Instant | Expression<Instant | null>,
  at: Instant,
): RawBuilder<Instant> {
  return dueFrom('stars', sql`coalesce(stars.lead_minutes, people.lead_minutes)`, start, at);
}

/** The same for a row of `followed_talks`, which has no lead of its own. */
export function followedDueAt(
  start: Instant | Expression<Instant | null>,
  at: Instant,
): RawBuilder<Instant> {
  return dueFrom('followed_talks', sql`people.lead_minutes`, start, at);
}

/** `max` and `greatest` are what the two databases call the same thing. */
function dueFrom(
  table: 'stars' | 'followed_talks',
  minutes: RawBuilder<unknown>,
  start: Instant | Expression<Instant | null>,
  at: Instant,
): RawBuilder<Instant> {
  const lead = sql`(cast(${start} as bigint) - ${minutes} * 60000)`;
  const floor = sql`cast(${at} as bigint)`;
  return sql`(select case when ${lead} > ${floor} then ${lead} else ${floor} end
    from people where people.id = ${sql.ref(`${table}.person`)})`;
}
