import { type Kysely, type Selectable, sql } from 'kysely';
import { pauseInTime } from '../../../src/clock/steps.ts';
import type { ChangeLog, ChangeStep } from '../../../src/outbox/changeLog.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { ScheduleChangesRow, Tables } from '../database/schema.ts';

/**
 * Of one conference: some ten thousand changes. A source that shows another schedule whenever it is
 * asked fills no disk: what is beyond goes, the oldest first.
 */
export const MOST_LOGGED = 4_000_000;

export function createChangeLog(db: Kysely<Tables>): ChangeLog {
  return {
    record: async (conference, { number, at, ...step }) => {
      if (number > 1 && isEmpty(step)) return;
      // A version that could not be loaded may have had the number before.
      await db
        .deleteFrom('schedule_changes')
        .where('conference', '=', conference)
        .where('number', '>=', number)
        .execute();
      await db
        .insertInto('schedule_changes')
        .values({ conference, number, taken_at: at, step: written(step) })
        .execute();
      await trim(db, conference, number);
    },

    since: async (conference, since) => {
      const own = db.selectFrom('schedule_changes').where('conference', '=', conference);
      const first = await own
        .select(({ fn }) => fn.min('taken_at').as('at'))
        .executeTakeFirstOrThrow();
      const rows = await own
        .selectAll()
        // A clock may have been set back: whatever came after the first counts.
        .where('number', '>=', ({ selectFrom }) =>
          selectFrom('schedule_changes')
            .select(({ fn }) => fn.min('number').as('number'))
            .where('conference', '=', conference)
            .where('taken_at', '>', since),
        )
        .orderBy('number')
        .execute();
      const steps: ChangeStep[] = [];
      for (const row of rows) {
        steps.push(stepOf(row));
        await pauseInTime();
      }
      return { knownFrom: first.at ?? undefined, steps };
    },

    forget: async (conferences) => {
      if (conferences.length === 0) return;
      await db.deleteFrom('schedule_changes').where('conference', 'in', conferences).execute();
    },
  };
}

/** Never the one that was just recorded. */
async function trim(db: Kysely<Tables>, conference: ConferenceKey, number: number): Promise<void> {
  await sql`delete from schedule_changes where conference = ${conference} and number < ${number}
    and number <= (select max(number) from (
      select number, sum(length(step)) over (order by number desc) as total
      from schedule_changes where conference = ${conference}
    ) as sizes where total > ${MOST_LOGGED})`.execute(db);
}

type Told = Omit<ChangeStep, 'number' | 'at'>;

function isEmpty({ changes, ids, renames }: Told): boolean {
  return changes.length === 0 && ids.size === 0 && renames.length === 0;
}

interface Written extends Omit<Told, 'ids'> {
  readonly ids: readonly (readonly [TalkId, TalkId])[];
}

function written({ changes, ids, renames }: Told): string {
  const step: Written = { changes, ids: [...ids], renames };
  return JSON.stringify(step);
}

function stepOf({ number, taken_at: at, step }: Selectable<ScheduleChangesRow>): ChangeStep {
  const { changes, ids, renames }: Written = JSON.parse(step);
  return { number, at, changes, ids: new Map(ids), renames };
}
