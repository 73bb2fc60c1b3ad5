import type { Kysely } from 'kysely';
import type { Ledger, LedgerStores } from '../../src/announcements/ledger.ts';
import type { Database, DialectFacts } from './database.ts';
import { createOutbox } from './outbox.ts';
import type { Tables } from './schema.ts';
import { createSentAnnouncements } from './sentAnnouncements.ts';
import { createStarredTalks } from './starredTalks.ts';
import { createVersions } from './versions.ts';
import { createWatermark } from './watermark.ts';

export function createLedger({ kysely, dialect }: Database): Ledger {
  return {
    transaction: (work) => kysely.transaction().execute((trx) => work(storesOf(trx, dialect))),
  };
}

function storesOf(db: Kysely<Tables>, dialect: DialectFacts): LedgerStores {
  return {
    outbox: createOutbox(db),
    sent: createSentAnnouncements(db),
    stars: createStarredTalks(db),
    versions: createVersions(db, dialect),
    watermark: createWatermark(db, dialect),
  };
}
