import type { Kysely, Selectable } from 'kysely';
import { type SubjectKey, subjectKey, subjectOf } from '../../src/programme/following.ts';
import type { SpeakerClaim, SpeakerClaims } from '../../src/programme/speakerClaims.ts';
import type { SpeakerClaimRow } from './database/communityRows.ts';
import type { Tables } from './database/schema.ts';

export function createSpeakerClaims(db: Kysely<Tables>): SpeakerClaims {
  const claims = db.selectFrom('speaker_claims').selectAll().orderBy('claimed_at').orderBy('id');
  return {
    find: async (id) => {
      const row = await claims.where('id', '=', id).executeTakeFirst();
      return row && claimOf(row);
    },

    of: async ({ platform, id }) => {
      const own = claims.where((eb) => eb.and({ platform, member: id }));
      return (await own.execute()).map(claimOf);
    },

    in: async ({ platform, id }) => {
      const own = claims.where((eb) => eb.and({ platform, community: id }));
      return (await own.execute()).map(claimOf);
    },

    all: async (state) => (await claims.where('state', '=', state).execute()).map(claimOf),

    add: async ({ id, community, conference, member, speaker, leadMinutes }, at) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('speaker_claims')
        .values({
          ...{ id, platform: community.platform, community: community.id, conference },
          ...{ member: member.id, subject: subjectKey(speaker), name: speaker.name },
          ...{ state: 'open', claimed_at: at, lead_minutes: leadMinutes, since: null },
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    confirm: async (id, at) => {
      const { numUpdatedRows } = await db
        .updateTable('speaker_claims')
        .set({ state: 'confirmed', since: at })
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    setLead: async ({ platform, id }, minutes, at) => {
      const own = db.updateTable('speaker_claims').where((eb) => eb.and({ platform, member: id }));
      await own.set({ lead_minutes: minutes }).execute();
      await own.set({ since: at }).where('state', '=', 'confirmed').execute();
    },

    remove: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('speaker_claims')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

function claimOf(row: Selectable<SpeakerClaimRow>): SpeakerClaim {
  const { id, platform, conference, state, lead_minutes, since } = row;
  return {
    id,
    community: { platform, id: row.community },
    conference,
    member: { platform, id: row.member },
    speaker: speakerOf(row.subject, row.name),
    state,
    claimedAt: row.claimed_at,
    leadMinutes: lead_minutes,
    ...(since === null ? {} : { since }),
  };
}

function speakerOf(key: SubjectKey, name: string): SpeakerClaim['speaker'] {
  const subject = subjectOf(key, name);
  if (subject.kind !== 'speaker') throw new Error(`A claim of "${key}", which is no speaker`);
  return subject;
}
