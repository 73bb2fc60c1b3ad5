import type { Instant } from '../../clock.ts';
import type { MemberRef } from '../../platform/target.ts';
import type { Act } from '../../programme/acts.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

/** Everything kept about a member and their linked accounts, as handed over on request. */
export interface PersonalData {
  readonly accounts: readonly AccountData[];
  /** Absent where no account is kept, as of an organiser who has no list. */
  readonly leadMinutes?: number;
  /** ISO 639, where the person chose one; what the app tells is with each account. */
  readonly language?: string;
  /** IANA, where the person chose one. */
  readonly timeZone?: string;
  /** That there is an address at which the list can be read; not which. */
  readonly address?: { readonly madeAt: Instant };
  readonly stars: readonly StarData[];
  readonly follows: readonly FollowData[];
  /** Which speakers the member says to be. */
  readonly speakers: readonly SpeakerData[];
  /** Messages that Hallway sent to the member or means to send. */
  readonly messages: readonly MessageData[];
  /** What the member did as an organiser, the earliest first. */
  readonly acts: readonly ActData[];
  /** What the member was named to, by whoever organises. */
  readonly roles: readonly RoleData[];
}

export interface AccountData {
  readonly platform: string;
  readonly id: string;
  readonly community?: string;
  readonly locale: string;
  readonly timeZone?: string;
  readonly volume: string;
  readonly digest: boolean;
  readonly recordings: boolean;
  readonly feedback: boolean;
  /** To hear what organisers say to many. */
  readonly says: boolean;
  readonly directMessages: string;
  readonly lastSeen: Instant;
}

export interface StarData {
  readonly conference: ConferenceKey;
  readonly talk: TalkId;
  /** Where it was starred. */
  readonly community?: string;
  /** Of this talk alone. */
  readonly leadMinutes?: number;
  readonly starredAt: Instant;
}

export interface FollowData {
  readonly conference: ConferenceKey;
  readonly kind: string;
  readonly name: string;
  /** Where it was followed. */
  readonly community?: string;
  readonly followedAt: Instant;
  /** Those that it finds now. */
  readonly talks: readonly TalkId[];
}

export interface SpeakerData {
  readonly platform: string;
  readonly community: string;
  readonly conference: ConferenceKey;
  readonly name: string;
  readonly state: string;
  readonly claimedAt: Instant;
}

export interface MessageData {
  readonly platform: string;
  readonly conference: ConferenceKey;
  readonly kind: string;
  readonly state: string;
  readonly talk?: TalkId;
  /** The platform's own, once it was sent. */
  readonly messageId?: string;
}

export interface ActData extends Act {
  readonly platform: string;
  readonly community: string;
  readonly at: Instant;
}

export interface RoleData {
  readonly platform: string;
  readonly community: string;
  readonly role: string;
}

export interface EndedConference {
  readonly conference: ConferenceKey;
  /** Talks that may still get a recording; absent where nobody waits any longer, and everything goes. */
  readonly awaited?: readonly TalkId[];
}

export interface PersonalDataStore {
  collect(member: MemberRef): Promise<PersonalData | undefined>;
  /** Leaves no row about the person: the list, what they follow, every linked account, the messages to them. */
  erase(member: MemberRef): Promise<void>;
  /**
   * Erases stars and follows of these conferences and messages to members about them; returns how many stars went.
   * Those stay of which a recording is awaited by somebody who wishes to hear of it, or is on its way to them;
   * a follow stays whole while it is of one talk that it found.
   */
  eraseConferences(ended: readonly EndedConference[]): Promise<number>;
  /** Ids of people who have no star, follow nothing and were not seen since, by whichever account. */
  idle(notSeenSince: Instant): Promise<readonly string[]>;
  /** Leaves no row about these people. */
  erasePeople(ids: readonly string[]): Promise<void>;
}
