import type { Instant } from '../clock.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SpeakerClaims } from '../programme/speakerClaims.ts';
import type { OwnAddresses } from './calendar/address.ts';
import type { Follows } from './following/follow.ts';
import type { Members } from './member.ts';
import type { Linking } from './personal/linking.ts';
import type { PersonalDataStore } from './personal/personalData.ts';
import type { RetentionRecord } from './personal/retentionRecord.ts';
import type { Stars } from './star.ts';

/** What belongs to members. */
export interface MemberStores {
  readonly members: Members;
  readonly stars: Stars;
  readonly follows: Follows;
  readonly speakerClaims: SpeakerClaims;
  readonly addresses: OwnAddresses;
  readonly linking: Linking;
  readonly personal: PersonalDataStore;
  readonly retention: RetentionRecord;
  readonly outbox: Pick<Outbox, 'enqueue' | 'renew' | 'told'>;
}

/** The unit of work of whoever serves a member: all of it is kept, or nothing. */
export interface MemberWork {
  /** Runs `work` in one transaction that begins at `at`. */
  transaction<T>(work: (stores: MemberStores, at: Instant) => Promise<T>): Promise<T>;
}
