import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { FollowSpread } from '../../../src/agenda/following/follow.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import { type SubjectKey, subjectKey, subjectOf } from '../../../src/programme/following.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from '../database/schema.ts';
import { isFollowedIn } from '../members/followedIn.ts';

/** SQLite takes 32,766 parameters a statement. */
const SUBJECTS_A_STATEMENT = 5_000;

export function createFollowSpread(db: Kysely<Tables>): FollowSpread {
  return {
    subjects: async (community, conferences) => {
      const rows = await followsIn(db, community, conferences)
        .select(({ fn }) => ['follows.subject', fn.max('follows.name').as('name')])
        .groupBy('follows.subject')
        .orderBy('follows.subject')
        .execute();
      return rows.map(({ subject, name }) => subjectOf(subject, name));
    },

    spread: async (community, conferences, to, pairs, at) => {
      const spread = (subjects: readonly SubjectKey[], as?: SubjectKey, name?: string) =>
        copy(db, followsIn(db, community, conferences).where('subject', 'in', subjects), {
          ...{ to, as, name, at },
        });
      const alike = pairs.flatMap(([key, subject]) => (key === subjectKey(subject) ? [key] : []));
      for (let from = 0; from < alike.length; from += SUBJECTS_A_STATEMENT) {
        await spread(alike.slice(from, from + SUBJECTS_A_STATEMENT));
      }
      for (const [key, subject] of pairs) {
        const own = subjectKey(subject);
        if (own !== key) await spread([key], own, subject.name);
      }
    },
  };
}

function followsIn(
  db: Kysely<Tables>,
  community: CommunityRef,
  conferences: readonly ConferenceKey[],
) {
  return db
    .selectFrom('follows')
    .where('follows.conference', 'in', conferences)
    .where((eb) => isFollowedIn(eb, community));
}

type Spreading = {
  readonly to: ConferenceKey;
  /** Under another key and name. */
  readonly as: SubjectKey | undefined;
  readonly name: string | undefined;
  readonly at: number;
};

async function copy(
  db: Kysely<Tables>,
  follows: ReturnType<typeof followsIn>,
  { to, as, name, at }: Spreading,
): Promise<void> {
  type Of = ExpressionBuilder<Tables, 'follows'>;
  const text = ({ cast, val }: Of, value: string) => cast<string>(val(value), 'text');
  await db
    .insertInto('follows')
    .columns([
      ...(['person', 'conference', 'subject', 'name'] as const),
      ...(['platform', 'community', 'version', 'followed_at'] as const),
    ])
    .expression(
      follows.select((eb) => [
        'follows.person',
        text(eb, to).as('conference'),
        (as === undefined ? eb.ref('follows.subject') : text(eb, as)).as('subject'),
        (name === undefined ? eb.ref('follows.name') : text(eb, name)).as('name'),
        'follows.platform',
        'follows.community',
        sql<null>`cast(null as integer)`.as('version'),
        eb.cast<number>(eb.val(at), 'bigint').as('followed_at'),
      ]),
    )
    .onConflict((conflict) => conflict.columns(['person', 'conference', 'subject']).doNothing())
    .execute();
}
