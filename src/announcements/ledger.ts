import type { Instant } from '../schedule/model.ts';
import type { Versions } from '../schedule/versions.ts';
import type { Outbox, SentAnnouncements } from './outbox.ts';
import type { StarredTalks } from './starred.ts';

/** What is read and written together: all of it is kept, or nothing. */
export interface Ledger {
  transaction<T>(work: (stores: LedgerStores) => Promise<T>): Promise<T>;
}

export interface LedgerStores {
  readonly outbox: Outbox;
  readonly sent: SentAnnouncements;
  readonly stars: StarredTalks;
  readonly versions: Versions;
  readonly watermark: Watermark;
}

/** The end of the last planned window. */
export interface Watermark {
  /** Locks it until the transaction ends, so that ticks of several processes take turns. */
  read(): Promise<Instant | undefined>;
  move(to: Instant): Promise<void>;
}
