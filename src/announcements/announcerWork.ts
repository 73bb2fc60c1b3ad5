import type { Instant } from '../clock.ts';
import type { ChangeLog } from '../outbox/changeLog.ts';
import type { Alerts } from '../outbox/kinds/alert.ts';
import type { Outbox, SentAnnouncements } from '../outbox/outbox.ts';
import type { Subscriptions } from '../outbox/subscription.ts';
import type { CommunityRef, MemberRef } from '../platform/target.ts';
import type { Acts } from '../programme/acts.ts';
import type { Communities } from '../programme/communities.ts';
import type { SpeakerClaims } from '../programme/speakerClaims.ts';
import type { RefusedVersions } from '../schedule/refusedVersions.ts';
import type { Versions } from '../schedule/versions.ts';
import type { FollowedTalks } from './following/followed.ts';
import type { StarredTalks } from './starred.ts';

/** The unit of work of whoever plans deliveries: all of it is kept, or nothing. */
export interface AnnouncerWork {
  transaction<T>(work: (stores: AnnouncerStores) => Promise<T>): Promise<T>;
}

export interface AnnouncerStores {
  readonly outbox: Outbox;
  readonly sent: SentAnnouncements;
  readonly stars: StarredTalks;
  readonly followed: FollowedTalks;
  readonly versions: Versions;
  readonly refused: RefusedVersions;
  readonly changeLog: Pick<ChangeLog, 'record'>;
  readonly watermark: Watermark;
  readonly subscriptions: Pick<Subscriptions, 'all'>;
  readonly communities: Pick<
    Communities,
    | 'choices'
    | 'allDelays'
    | 'setDelay'
    | 'setRoomState'
    | 'roomStatesOf'
    | 'roomFeedOf'
    | 'noteRoomFeed'
    | 'allByHand'
    | 'setByHand'
    | 'dropByHand'
  >;
  readonly alerts: Pick<Alerts, 'follow'>;
  readonly acts: Pick<Acts, 'record'>;
  readonly speakerClaims: Pick<SpeakerClaims, 'all'>;
  readonly digestMembers: DigestMembers;
}

/** The end of the last planned window. */
export interface Watermark {
  /** Locks it until the transaction ends, so that ticks of several processes take turns. */
  read(): Promise<Instant | undefined>;
  /** A long pause before it is remembered by those who send. */
  move(to: Instant): Promise<void>;
}

export interface DigestMembers {
  /** Members who asked for the morning digest, at full volume, and can be reached, each with where they were last seen. */
  all(): Promise<readonly DigestMember[]>;
}

export interface DigestMember {
  readonly member: MemberRef;
  readonly community?: CommunityRef;
}
