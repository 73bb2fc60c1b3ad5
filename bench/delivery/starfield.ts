import { sql } from 'kysely';
import type { Database } from '../../adapters/storage/database/database.ts';
import type { Instant } from '../../src/clock.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../../test/support/conferences.ts';

export const MINUTE_MS = 60_000;
export const KEY = 'bench';
export const PLATFORM = 'bench';
export const FROM: Instant = Date.UTC(2020, 1, 1, 9);
export const STARS_A_MEMBER = 10;
/** Far enough for no tick to look at it. */
const ELSEWHEN_MS = 48 * 60 * MINUTE_MS;

/** Ten talks that start together in half an hour. */
export function tenTalks(): Conference {
  return conferenceOf(
    Array.from({ length: STARS_A_MEMBER }, (_, index) =>
      talkAt(`t${index}`, FROM + 30 * MINUTE_MS),
    ),
  );
}

/** That many members with ten stars each; of all stars so many fall due in every minute from `FROM` on. */
export async function sowStars(
  { kysely }: Database,
  members: number,
  due: { readonly minutes: number; readonly aMinute: number },
): Promise<void> {
  const count = (until: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(until - 1)})`;
  const stars = members * STARS_A_MEMBER;
  const dueStars = due.minutes * due.aMinute;
  await sql`insert into people (id, lead_minutes) ${count(members)}
    select 'p' || i, 10 from n`.execute(kysely);
  await sql`insert into members (platform, id, person, locale, digest, direct_messages, seen_at)
    ${count(members)} select 'bench', 'm' || i, 'p' || i, 'en', 0, 'open', 0 from n`.execute(
    kysely,
  );
  await sql`insert into stars (person, conference, talk, start, due_at, starred_at) ${count(stars)}
    select 'p' || (i % ${sql.lit(members)}), 'bench', 't' || (i / ${sql.lit(members)}),
      ${sql.lit(FROM + 30 * MINUTE_MS)},
      case when i < ${sql.lit(dueStars)}
        then ${sql.lit(FROM + MINUTE_MS / 2)} + (i / ${sql.lit(due.aMinute)}) * ${sql.lit(MINUTE_MS)}
        else ${sql.lit(FROM)} + (i % 2 * 2 - 1) * (${sql.lit(ELSEWHEN_MS)} + i) end, 0
    from n`.execute(kysely);
  await sql`analyze`.execute(kysely);
}
