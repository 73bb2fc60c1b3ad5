import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import type { StarMove } from '../../../../src/announcements/starred.ts';
import type { Instant } from '../../../../src/clock.ts';
import type { CommunityRef } from '../../../../src/platform/target.ts';
import type { TalkId } from '../../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../../src/schedule/source.ts';
import type { Tables } from '../../database/schema.ts';

/** A table whose rows are people's talks, each with the instant at which its reminder falls due. */
export interface Marks {
  readonly table: 'stars' | 'followed_talks';
  /** What tells rows of one talk apart. */
  readonly whose: readonly ('person' | 'subject')[];
  readonly dueAt: (start: Instant | Expression<Instant | null>, at: Instant) => RawBuilder<Instant>;
}

export interface Moving {
  readonly conference: ConferenceKey;
  readonly moves: readonly StarMove[];
  readonly at: Instant;
  readonly community: CommunityRef | undefined;
}

/** Moves rows along with their talks and computes anew when they fall due. */
export async function moveMarks(trx: Kysely<Tables>, marks: Marks, moving: Moving): Promise<void> {
  const { conference, moves } = moving;
  const renamed = moves.filter(({ from, to }) => from !== to);
  await rename(trx, marks, conference, renamed);
  for (const move of moves) await rearm(trx, marks, moving, move);
}

/** Not in any source's ids, so that two talks may swap theirs. */
const UNDERWAY = '\u001f';

function underWay(to: TalkId): TalkId {
  return `${UNDERWAY}${to}`;
}

/** The columns that are used here are the same in both tables. */
function tableOf({ table }: Marks): 'stars' {
  return table as 'stars';
}

async function rename(
  trx: Kysely<Tables>,
  marks: Marks,
  conference: ConferenceKey,
  moves: readonly StarMove[],
): Promise<void> {
  for (const { from, to } of moves) {
    await trx
      .updateTable(tableOf(marks))
      .set({ talk: underWay(to) })
      .where('conference', '=', conference)
      .where('talk', '=', from)
      .execute();
  }
  for (const { to } of moves) await arrive(trx, marks, conference, to);
}

/** Who had marked both talks keeps one mark. */
async function arrive(
  trx: Kysely<Tables>,
  marks: Marks,
  conference: ConferenceKey,
  to: TalkId,
): Promise<void> {
  const own = sql.table(marks.table);
  const same = marks.whose.map(
    (column) => sql`other.${sql.ref(column)} = ${sql.ref(`${marks.table}.${column}`)}`,
  );
  await sql`delete from ${own} where conference = ${conference} and talk = ${to} and exists (
    select 1 from ${own} as other where other.conference = ${conference}
      and other.talk = ${underWay(to)} and ${sql.join(same, sql` and `)})`.execute(trx);
  await trx
    .updateTable(tableOf(marks))
    .set({ talk: to })
    .where('conference', '=', conference)
    .where('talk', '=', underWay(to))
    .execute();
}

async function rearm(
  trx: Kysely<Tables>,
  marks: Marks,
  { conference, at, community }: Moving,
  { to, start }: StarMove,
): Promise<void> {
  let update = trx
    .updateTable(tableOf(marks))
    .set({
      start: start ?? null,
      due_at: start === undefined ? null : marks.dueAt(start, at),
    })
    .where('conference', '=', conference)
    .where('talk', '=', to);
  if (community !== undefined) {
    const { platform, id } = community;
    update = update.where(({ and, eb, or, selectFrom }) => {
      const seenThere = selectFrom('members')
        .select('person')
        .where('platform', '=', platform)
        .where('community', '=', id);
      return or([
        and({ platform, community: id }),
        and([eb('community', 'is', null), eb('person', 'in', seenThere)]),
      ]);
    });
  }
  await update.execute();
}
