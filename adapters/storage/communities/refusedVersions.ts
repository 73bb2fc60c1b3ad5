import type { Kysely, Selectable } from 'kysely';
import type { Refusal, RefusedVersions } from '../../../src/schedule/refusedVersions.ts';
import type { RefusedVersionRow, Tables } from '../database/schema.ts';
import { loadConference, validatorsOf } from './versions.ts';

export function createRefusedVersions(db: Kysely<Tables>): RefusedVersions {
  const row = (key: RefusedVersionRow['conference']) =>
    db.selectFrom('refused_versions').where('conference', '=', key);
  return {
    head: async (key) => {
      const known = await row(key)
        .select(['digest', 'flaw', 'lost', 'coming', 'since'])
        .executeTakeFirst();
      return known && toRefusal(known);
    },

    get: async (key) => {
      const known = await row(key).selectAll().executeTakeFirst();
      const conference = known && (await loadConference(known.content));
      if (known === undefined || conference === undefined) return undefined;
      const { fingerprint } = known;
      const validators = validatorsOf(known);
      return { ...toRefusal(known), key, fingerprint, validators, conference };
    },

    keep: async ({ key, digest, flaw, since, fingerprint, validators, text }) => {
      const values = {
        ...{ digest, flaw: flaw.kind, lost: flaw.lost, coming: flaw.of, since, fingerprint },
        etag: validators.etag ?? null,
        last_modified: validators.lastModified ?? null,
        content: text,
      };
      await db
        .insertInto('refused_versions')
        .values({ conference: key, ...values })
        .onConflict((conflict) => conflict.column('conference').doUpdateSet(values))
        .execute();
    },

    drop: async (key) => {
      await db.deleteFrom('refused_versions').where('conference', '=', key).execute();
    },
  };
}

type Head = Pick<Selectable<RefusedVersionRow>, 'digest' | 'flaw' | 'lost' | 'coming' | 'since'>;

function toRefusal({ digest, flaw: kind, lost, coming: of, since }: Head): Refusal {
  return { digest, flaw: { kind, lost, of }, since };
}
