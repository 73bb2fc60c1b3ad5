import type { Kysely } from 'kysely';
import type { Ledger, LedgerStores } from '../../src/announcements/ledger.ts';
import { createCommunities } from './communities.ts';
import type { Database, DialectFacts } from './database.ts';
import { createDigestMembers } from './digestMembers.ts';
import { createOutbox } from './outbox.ts';
import type { Tables } from './schema.ts';
import { createSentAnnouncements } from './sentAnnouncements.ts';
import { createStarredTalks } from './starredTalks.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createVersions } from './versions.ts';
import { createWatermark } from './watermark.ts';

const MOST_TRIES = 4;

/** PostgreSQL ends one of two transactions that wait for each other; it is simply run again. */
const CONFLICTS: ReadonlySet<unknown> = new Set(['40001', '40P01']);

export function createLedger({ kysely, dialect }: Database): Ledger {
  return {
    transaction: async (work) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await kysely.transaction().execute((trx) => work(ledgerStores(trx, dialect)));
        } catch (error) {
          if (tries === MOST_TRIES || !isConflict(error)) throw error;
        }
      }
    },
  };
}

export function ledgerStores(db: Kysely<Tables>, dialect: DialectFacts): LedgerStores {
  return {
    outbox: createOutbox(db),
    sent: createSentAnnouncements(db),
    stars: createStarredTalks(db),
    versions: createVersions(db, dialect),
    watermark: createWatermark(db, dialect),
    subscriptions: createSubscriptions(db),
    communities: createCommunities(db),
    digestMembers: createDigestMembers(db),
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONFLICTS.has(error.code);
}
