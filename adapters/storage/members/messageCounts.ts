import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { PeopleCount } from '../../../src/agenda/interest.ts';
import type { MessageCounts } from '../../../src/agenda/messageCounts.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { Tables } from '../database/schema.ts';
import { volumesFor } from '../deliveries/marks/starredTalks.ts';

export function createMessageCounts(db: Kysely<Tables>): MessageCounts {
  return {
    lists: (...of) => lists(db, ...of),
    waiting: (...of) => waiting(db, ...of),
    feedback: (...of) => feedback(db, ...of),
  };
}

/** As `StarredTalks.due`; what starts at once is one message. */
async function lists(
  db: Kysely<Tables>,
  ...[community, conferences, { after, until }]: Parameters<MessageCounts['lists']>
): Promise<PeopleCount> {
  const rows = await db
    .selectFrom('stars')
    .innerJoin('members', 'members.person', 'stars.person')
    .select('members.person')
    .select(({ fn }) => fn.count('stars.start').distinct().as('messages'))
    .where('stars.due_at', '>', after)
    .where('stars.due_at', '<=', until)
    .where('stars.conference', 'in', conferences)
    .where('members.volume', '=', 'full')
    .where('members.direct_messages', '!=', 'closed')
    .where((eb) => isStarredIn(eb, community))
    .groupBy(['members.person', 'members.platform', 'members.id', 'stars.conference'])
    .execute();
  return counted(rows);
}

/** Rows of the outbox, one message a batch. */
async function waiting(
  db: Kysely<Tables>,
  ...[{ platform, id }, conferences, { after, until }]: Parameters<MessageCounts['waiting']>
): ReturnType<MessageCounts['waiting']> {
  const due = db
    .selectFrom('outbox')
    .innerJoin('members', 'members.platform', 'outbox.platform')
    .whereRef('outbox.target', '=', sql`'member:' || members.platform || ':' || members.id`)
    .select('members.person')
    .select(({ fn }) => fn.count('outbox.batch').distinct().as('messages'))
    .where('outbox.ready_at', 'is not', null)
    .where('outbox.state', '=', 'pending')
    .where('outbox.due_at', '>', after)
    .where('outbox.due_at', '<=', until)
    .where('outbox.platform', '=', platform)
    .where('outbox.community', '=', id)
    .where('outbox.conference', 'in', conferences)
    .groupBy('members.person');
  const snoozed = await due
    .where('outbox.kind', '=', 'reminder')
    .where('outbox.delivery', 'like', '%"again":%')
    .execute();
  const recordings = await due.where('outbox.kind', '=', 'recording').execute();
  return { snoozed: counted(snoozed), recordings: counted(recordings) };
}

/** As `StarredTalks.wishers`. */
async function feedback(
  db: Kysely<Tables>,
  ...[community, asked]: Parameters<MessageCounts['feedback']>
): Promise<PeopleCount> {
  const rows = [];
  for (const { conference, talks } of asked) {
    const accounts = await db
      .selectFrom('stars')
      .innerJoin('members', 'members.person', 'stars.person')
      .select('members.person')
      .select(({ fn }) => fn.count('members.id').distinct().as('messages'))
      .where('stars.conference', '=', conference)
      .where('stars.talk', 'in', talks)
      .where('members.feedback', '=', 1)
      .where('members.volume', 'in', volumesFor('feedback'))
      .where('members.direct_messages', '!=', 'closed')
      .where((eb) => isStarredIn(eb, community))
      .groupBy(['members.person', 'members.platform'])
      .execute();
    rows.push(...accounts);
  }
  return counted(rows);
}

/** Starred there, or nowhere by somebody who was last seen there. */
function isStarredIn(
  { and, eb, or }: ExpressionBuilder<Tables, 'stars' | 'members'>,
  { platform, id }: CommunityRef,
) {
  return or([
    and([eb('stars.platform', '=', platform), eb('stars.community', '=', id)]),
    and([
      eb('stars.community', 'is', null),
      eb('members.platform', '=', platform),
      eb('members.community', '=', id),
    ]),
  ]);
}

function counted(
  rows: readonly { readonly person: string; readonly messages: string | number | bigint }[],
): PeopleCount {
  return {
    count: rows.reduce((sum, { messages }) => sum + Number(messages), 0),
    people: new Set(rows.map(({ person }) => person)).size,
  };
}
