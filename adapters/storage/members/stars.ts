import { type Kysely, sql } from 'kysely';
import type { NewStar, Stars } from '../../../src/agenda/star.ts';
import type { Instant } from '../../../src/clock.ts';
import type { MemberRef } from '../../../src/platform/target.ts';
import type { StarRow, Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { reminderDueAt } from '../deliveries/marks/due.ts';
import { rearmFollowed } from './follows.ts';
import { personOf } from './person.ts';

export function createStars(db: Kysely<Tables>): Stars {
  return {
    of: async ({ platform, id }, conference) => {
      const rows = await db
        .selectFrom('stars')
        .innerJoin('members', 'members.person', 'stars.person')
        .selectAll('stars')
        .where('members.platform', '=', platform)
        .where('members.id', '=', id)
        .where('stars.conference', '=', conference)
        .orderBy('stars.talk')
        .execute();
      return rows.map(({ talk, lead_minutes, starred_at }) => ({
        conference,
        talk,
        ...(lead_minutes === null ? {} : { leadMinutes: lead_minutes }),
        starredAt: starred_at,
      }));
    },

    add: (member, star, at) => inTransaction(db, (trx) => add(trx, member, star, at)),

    remove: (member, conference, talk, at) =>
      inTransaction(db, async (trx) => {
        const person = await personOf(trx, member);
        if (person === undefined) return false;
        const which = { person, conference, talk };
        const { numDeletedRows } = await trx
          .deleteFrom('stars')
          .where((eb) => eb.and(which))
          .executeTakeFirst();
        // Followed as well, it was the star's to remind of.
        if (numDeletedRows > 0n) await rearmFollowed(trx, which, at);
        return numDeletedRows > 0n;
      }),

    setLeadOf: (member, star, at) => inTransaction(db, (trx) => setLeadOf(trx, member, star, at)),

    setLead: (member, leadMinutes, at) =>
      inTransaction(db, async (trx) => {
        const person = await personOf(trx, member);
        if (person === undefined) return;
        await trx
          .updateTable('people')
          .set({ lead_minutes: leadMinutes })
          .where('id', '=', person)
          .execute();
        await rearm(trx, { person }, at);
        await rearmFollowed(trx, { person }, at);
      }),
  };
}

async function setLeadOf(
  trx: Kysely<Tables>,
  member: MemberRef,
  { conference, talk, leadMinutes }: Parameters<Stars['setLeadOf']>[1],
  at: Instant,
): Promise<void> {
  const person = await personOf(trx, member);
  if (person === undefined) return;
  const which = { person, conference, talk };
  await trx
    .updateTable('stars')
    .set({ lead_minutes: leadMinutes })
    .where((eb) => eb.and(which))
    .execute();
  await rearm(trx, which, at);
}

type Which = Pick<StarRow, 'person'> & Partial<Pick<StarRow, 'conference' | 'talk'>>;

/** Reminders of what lies ahead fall due at the present lead; keys keep them from coming twice. */
export async function rearm(trx: Kysely<Tables>, which: Which, at: Instant): Promise<void> {
  await trx
    .updateTable('stars')
    .set({ due_at: reminderDueAt(sql.ref<number>('stars.start'), at) })
    .where((eb) => eb.and(which))
    .where('start', '>', at)
    .execute();
}

async function add(
  trx: Kysely<Tables>,
  member: MemberRef,
  { conference, talk, community, start }: NewStar,
  at: Instant,
): Promise<boolean> {
  const person = await personOf(trx, member);
  if (person === undefined) throw new Error(`Member ${member.platform}:${member.id} is not known`);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('stars')
    .values({
      person,
      conference,
      talk,
      platform: community?.platform ?? null,
      community: community?.id ?? null,
      start: start ?? null,
      due_at: null,
      lead_minutes: null,
      starred_at: at,
    })
    .onConflict((conflict) => conflict.columns(['person', 'conference', 'talk']).doNothing())
    .executeTakeFirst();
  const added = numInsertedOrUpdatedRows === 1n;
  if (added && start !== undefined && start > at) {
    await trx
      .updateTable('stars')
      .set({ due_at: reminderDueAt(start, at) })
      .where('person', '=', person)
      .where('conference', '=', conference)
      .where('talk', '=', talk)
      .execute();
  }
  return added;
}
