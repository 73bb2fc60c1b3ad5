import type { CommunityRef, MemberRef } from '../platform.ts';
import type { RoomDelay } from '../schedule/delay.ts';
import type { Instant } from '../schedule/model.ts';
import type { Versions } from '../schedule/versions.ts';
import type { Choice } from './communities.ts';
import type { Outbox, SentAnnouncements } from './outbox.ts';
import type { StarredTalks } from './starred.ts';
import type { Subscription } from './subscription.ts';

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
  readonly audience: Audience;
  readonly delays: Delays;
}

/** The end of the last planned window. */
export interface Watermark {
  /** Locks it until the transaction ends, so that ticks of several processes take turns. */
  read(): Promise<Instant | undefined>;
  move(to: Instant): Promise<void>;
}

/** Who is to be told. */
export interface Audience {
  subscriptions(): Promise<readonly Subscription[]>;
  /** Communities that chose a conference; the others follow the default one. */
  choices(): Promise<readonly (Choice & { readonly community: CommunityRef })[]>;
  /** Members who asked for the morning digest and can be reached, each with where they were last seen. */
  digestReaders(): Promise<readonly DigestMember[]>;
}

export interface DigestMember {
  readonly member: MemberRef;
  readonly community?: string;
}

export interface CommunityDelay extends RoomDelay {
  readonly community: CommunityRef;
  readonly conference: string;
}

export interface Delays {
  /** Every delay of every community, those of 0 minutes left out. */
  all(): Promise<readonly CommunityDelay[]>;
  /** Replaces the room's earlier delay. */
  set(delay: CommunityDelay): Promise<void>;
}
