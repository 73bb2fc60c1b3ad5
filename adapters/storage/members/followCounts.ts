import type { ExpressionBuilder, Kysely } from 'kysely';
import type { FollowCounts } from '../../../src/agenda/following/followCounts.ts';
import type { PeopleCount } from '../../../src/agenda/interest.ts';
import { MOST_FOLLOW_MESSAGES } from '../../../src/announcements/following/followPlan.ts';
import type { Instant } from '../../../src/clock.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from '../database/schema.ts';
import { isFollowedIn } from './followedIn.ts';

/** With the digest of all that is beyond. */
const MOST_MESSAGES = MOST_FOLLOW_MESSAGES + 1;

export function createFollowCounts(db: Kysely<Tables>): FollowCounts {
  return {
    reminders: (...of) => reminders(db, ...of),
    inVain: (...of) => inVain(db, ...of),
  };
}

/** As `FollowedTalks.due`, each account's by the start, one day after the other. */
async function reminders(
  db: Kysely<Tables>,
  ...[community, conferences, window, dateOf]: Parameters<FollowCounts['reminders']>
): Promise<PeopleCount> {
  const due = dueIn(db, community, conferences, window);
  const starts = await due
    .select(['followed_talks.conference', 'followed_talks.start'])
    .groupBy(['followed_talks.conference', 'followed_talks.start'])
    .execute();
  const days = Map.groupBy(
    starts.map(({ conference, start }) => ({ conference, start: Number(start) })),
    ({ conference, start }) => `${conference} ${dateOf(conference, start)}`,
  );
  const people = new Set<string>();
  let count = 0;
  for (const day of days.values()) {
    const ofDay = day.map(({ start }) => start);
    const rows = await due
      .select('members.person')
      .select(({ fn }) => fn.count('followed_talks.start').distinct().as('messages'))
      .where(
        'followed_talks.conference',
        'in',
        day.slice(0, 1).map(({ conference }) => conference),
      )
      .where('followed_talks.start', '>=', Math.min(...ofDay))
      .where('followed_talks.start', '<=', Math.max(...ofDay))
      .groupBy(['members.person', 'members.platform', 'members.id'])
      .execute();
    for (const { person, messages } of rows) {
      people.add(person);
      count += Math.min(Number(messages), MOST_MESSAGES);
    }
  }
  return { count, people: people.size };
}

function dueIn(
  db: Kysely<Tables>,
  community: CommunityRef,
  conferences: readonly ConferenceKey[],
  { after, until }: { readonly after: Instant; readonly until: Instant },
) {
  return db
    .selectFrom('followed_talks')
    .innerJoin('members', 'members.person', 'followed_talks.person')
    .where('followed_talks.due_at', '>', after)
    .where('followed_talks.due_at', '<=', until)
    .where('followed_talks.conference', 'in', conferences)
    .where('members.volume', '=', 'full')
    .where('members.direct_messages', '!=', 'closed')
    .where(({ and, eb, or }) =>
      or([
        and([
          eb('followed_talks.platform', '=', community.platform),
          eb('followed_talks.community', '=', community.id),
        ]),
        and([
          eb('followed_talks.community', 'is', null),
          eb('members.platform', '=', community.platform),
          eb('members.community', '=', community.id),
        ]),
      ]),
    )
    .where(isOnNoList);
}

/** Nor is anything else that starts then, whose reminder it would be part of. */
function isOnNoList({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Tables, 'followed_talks' | 'members'>) {
  return not(
    exists(
      selectFrom('stars')
        .select('stars.talk')
        .whereRef('stars.person', '=', 'followed_talks.person')
        .whereRef('stars.conference', '=', 'followed_talks.conference')
        .where(({ eb, or, ref }) =>
          or([
            eb('stars.talk', '=', ref('followed_talks.talk')),
            eb('stars.start', '=', ref('followed_talks.start')),
          ]),
        ),
    ),
  );
}

async function inVain(
  db: Kysely<Tables>,
  ...[community, conferences]: Parameters<FollowCounts['inVain']>
): Promise<PeopleCount> {
  const rows = await db
    .selectFrom('follows')
    .select(['follows.person', ({ fn }) => fn.countAll().as('follows')])
    .where('follows.conference', 'in', conferences)
    .where('follows.version', 'is not', null)
    .where((eb) => isFollowedIn(eb, community))
    .where(findsNothing)
    .groupBy('follows.person')
    .execute();
  return {
    count: rows.reduce((sum, { follows }) => sum + Number(follows), 0),
    people: rows.length,
  };
}

function findsNothing({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'follows'>) {
  return not(
    exists(
      selectFrom('followed_talks')
        .select('followed_talks.talk')
        .whereRef('followed_talks.person', '=', 'follows.person')
        .whereRef('followed_talks.conference', '=', 'follows.conference')
        .whereRef('followed_talks.subject', '=', 'follows.subject')
        .where('followed_talks.is_found', '=', 1),
    ),
  );
}
