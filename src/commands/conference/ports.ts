import type { FollowSpread } from '../../agenda/following/follow.ts';
import type { FollowCounts } from '../../agenda/following/followCounts.ts';
import type { Interest } from '../../agenda/interest.ts';
import type { MessageCounts } from '../../agenda/messageCounts.ts';
import type { TalkChange, TalkChanged } from '../../announcements/changeTalk.ts';
import type { Accepted, Doubted } from '../../announcements/versions/acceptVersion.ts';
import type { UseAs } from '../../cards/actions/organiserDeeds.ts';
import type { Instant } from '../../clock.ts';
import type { Refused } from '../../messages/refusalWords.ts';
import type { DeliveryState } from '../../outbox/delivery.ts';
import type { AlertChannels, Alerts } from '../../outbox/kinds/alert.ts';
import type { Says } from '../../outbox/kinds/say.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { RefusedChannels } from '../../outbox/reachability.ts';
import type { Punctuality } from '../../outbox/record.ts';
import type { Subscriptions } from '../../outbox/subscription.ts';
import type { ChannelInspector } from '../../platform/platform.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Acts } from '../../programme/acts.ts';
import type { Communities } from '../../programme/communities.ts';
import type { RoomDelay } from '../../programme/delays.ts';
import type { NamedRoles } from '../../programme/namedRoles.ts';
import type { Programme } from '../../programme/programme.ts';
import type { RoomFeed } from '../../programme/rooms/roomFeed.ts';
import type { RoomStateKind } from '../../programme/rooms/roomStates.ts';
import type { SpeakerClaims } from '../../programme/speakerClaims.ts';
import type { SourceStatus } from '../../schedule/keeping/kept.ts';
import type { Digest } from '../../schedule/refusedVersions.ts';
import type { Conference, RoomSlug } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

/** What organisers' commands reach the world through. */
export interface OrganiserPorts {
  readonly communities: Pick<
    Communities,
    'delaysOf' | 'byHandOf' | 'streamsOf' | 'roomFeedOf' | 'pageOf'
  >;
  readonly subscriptions: Pick<Subscriptions, 'of'>;
  readonly acts: Pick<Acts, 'of' | 'count'>;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly speakerClaims: Pick<SpeakerClaims, 'in'>;
  readonly alertChannels: Pick<AlertChannels, 'of'>;
  readonly organiserWork: OrganiserWork;
  /** Plans what is due already, now that it is known who is to hear. */
  readonly planDue: () => Promise<void>;
  /** Of the platform with that name; `undefined` when it does not run. */
  readonly channelsOf: (platform: string) => ChannelInspector | undefined;
  readonly refusedChannels: RefusedChannels;
  readonly followCounts: FollowCounts;
  readonly messageCounts: MessageCounts;
  readonly sources: Sources;
  readonly delays: Delays;
  readonly roomStates: RoomStates;
  readonly talks: TalkChanges;
  readonly doubts: Doubts;
  readonly pulse: Pulse;
  /** Where the public finds pages, without a slash at the end; absent where nothing is served. */
  readonly web?: { readonly url: string } | undefined;
  readonly random: { id(): string };
}

/** The unit of work of whoever organises: what is done is kept together with the line that says so, or neither is. */
export interface OrganiserWork {
  transaction<T>(work: (stores: OrganiserStores) => Promise<T>): Promise<T>;
}

export interface OrganiserStores {
  readonly communities: Communities;
  readonly subscriptions: Subscriptions;
  readonly acts: Pick<Acts, 'record'>;
  readonly namedRoles: NamedRoles;
  readonly interest: Interest;
  readonly follows: FollowSpread;
  readonly outbox: Pick<Outbox, 'enqueue' | 'told'>;
  readonly alertChannels: AlertChannels;
  readonly alerts: Pick<Alerts, 'forget'>;
  readonly says: Says;
  readonly speakerClaims: Pick<SpeakerClaims, 'find' | 'in' | 'confirm' | 'remove'>;
}

export interface Sources {
  /**
   * Reads the source and, if it is a schedule, makes it the community's conference, under that name
   * where there is one; `by`: the member who says so. `as` says what becomes of the main one that was
   * chosen before: without it, that is asked.
   */
  use(
    community: CommunityRef,
    by: string,
    address: string,
    timeZone: string | undefined,
    name?: string,
    /** Where it says how rooms stand, as {@link asRoomFeed} has it; as before, unless told. */
    rooms?: string,
    as?: UseAs,
  ): Promise<Use>;
  /** How the source of the community's main conference does, or of that one; `undefined` before it was first read. */
  status(community: CommunityRef, conference?: ConferenceKey): Promise<SourceStatus | undefined>;
}

export type Use =
  | {
      readonly kind: 'taken';
      readonly conference: Conference;
      /** It came beside the main one. */
      readonly isBeside?: true;
      /** Where a page led to, and whose it is. */
      readonly found?: { readonly address: string; readonly system?: string };
      /** Where it says how rooms stand; read a moment ago, where it was named now. */
      readonly rooms?: RoomFeed;
    }
  /** The page offers those, best first; the first can be read. Nothing has been taken. */
  | { readonly kind: 'several'; readonly addresses: readonly string[] }
  /** It can be read, and whether it replaces the present main one is the question. Nothing has been taken. */
  | {
      readonly kind: 'asks';
      readonly address: string;
      readonly conference: Conference;
      /** Whether people of the community starred something of the present one. */
      readonly isStarred: boolean;
    }
  /** What is wrong with the source. */
  | { readonly kind: 'refused'; readonly reason: Refused };

export interface Delays {
  /**
   * From now on a room is late by that much, as member `by` says; with 0 minutes it is on time again.
   * Returns how many talks still to come that concerns.
   */
  set(
    community: CommunityRef,
    programme: Pick<Programme, 'key'>,
    delay: Omit<RoomDelay, 'since'>,
    by: string,
  ): Promise<number>;
}

export interface TalkChanges {
  /** What the act would change, and how many would be told. */
  look(
    community: CommunityRef,
    of: Pick<Programme, 'key'>,
    change: TalkChange,
  ): Promise<TalkChanged>;
  /** Does it, and has them told; `by` is the id of whoever asked for it. */
  make(
    community: CommunityRef,
    of: Pick<Programme, 'key'>,
    change: TalkChange,
    by: string,
  ): Promise<TalkChanged>;
}

/** Versions that were not believed. */
export interface Doubts {
  /** Has the source say what it shows now. Never rejects. */
  ask(of: Pick<Programme, 'key'>): Promise<void>;
  /** What the source shows and was not believed; undefined where that is in use. */
  look(community: CommunityRef, of: Pick<Programme, 'key'>): Promise<Doubted | undefined>;
  /** Takes it over, if it is the one looked at; `by` is the id of whoever believes it. */
  accept(
    community: CommunityRef,
    of: Pick<Programme, 'key'>,
    digest: Digest,
    by: string,
  ): Promise<Accepted>;
}

export interface RoomStates {
  /** From now on a room stands so, as member `by` says; `over`: nothing takes place there any more today. */
  tell(
    community: CommunityRef,
    programme: Pick<Programme, 'key'>,
    said: { readonly room: RoomSlug; readonly state: RoomStateKind; readonly by: string },
  ): Promise<'told' | 'over'>;
}

/** Whether Hallway itself is alive, for organisers; `Health` of `app` is what a watching program is told. */
export interface Pulse {
  lastTickAt(): Instant | undefined;
  lastSentAt(): Promise<Instant | undefined>;
  counts(): Promise<Readonly<Record<DeliveryState, number>>>;
  readonly punctuality: Punctuality;
}
