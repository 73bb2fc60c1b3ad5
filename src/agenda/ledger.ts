import type { Instant } from '../clock.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Linking } from './linking.ts';
import type { Members } from './member.ts';
import type { PersonalDataStore } from './personalData.ts';
import type { Stars } from './star.ts';

/** What belongs to members, read and written together. */
export interface AgendaStores {
  readonly members: Members;
  readonly stars: Stars;
  readonly linking: Linking;
  readonly personal: PersonalDataStore;
  readonly outbox: Pick<Outbox, 'enqueue' | 'renew'>;
}

export interface AgendaLedger {
  /** Runs `work` in one transaction that begins at `at`. */
  write<T>(work: (stores: AgendaStores, at: Instant) => Promise<T>): Promise<T>;
}
