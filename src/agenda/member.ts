import type { Instant } from '../clock.ts';
import type { CommunityRef, MemberRef } from '../platform/target.ts';
import type { ConferenceKey } from '../schedule/source.ts';

export const LONGEST_LEAD_MINUTES = 24 * 60;

/** Whether direct messages reach a member; found out by sending one. */
export type DirectMessages = 'open' | 'closed' | 'unknown';

/**
 * What is sent to an account by itself: everything; quietly, only what happens to starred talks; or
 * nothing. The live list stays up to date all the same.
 */
export type Volume = 'full' | 'quiet' | 'silent';

/** What is kept about a member. */
export interface Member {
  readonly ref: MemberRef;
  /** BCP 47. */
  readonly locale: string;
  /** IANA, where the platform tells it. */
  readonly timeZone?: string;
  /** Id of the community in which the member was last seen. */
  readonly community?: string;
  /** Of this account alone. */
  readonly volume: Volume;
  readonly wantsDigest: boolean;
  readonly wantsRecordings: boolean;
  /** To hear what organisers say to many. */
  readonly wantsSays: boolean;
  /** To be asked how talks were. */
  readonly wantsFeedback: boolean;
  readonly directMessages: DirectMessages;
  /** Of the person: the same for all linked accounts. */
  readonly leadMinutes: number;
  /** ISO 639; of the person. Goes before the `locale` that the app tells: see `reading.ts`. */
  readonly chosenLanguage?: string;
  /** IANA; of the person. Goes before the `timeZone` that the app tells. */
  readonly chosenTimeZone?: string;
  readonly seenAt: Instant;
}

/** A member as just seen in a request. */
export type Sighting = Pick<Member, 'ref' | 'locale' | 'timeZone' | 'community' | 'seenAt'>;

export type MemberChange = Partial<
  Pick<
    Member,
    'volume' | 'wantsDigest' | 'wantsRecordings' | 'wantsFeedback' | 'wantsSays' | 'directMessages'
  >
>;

/** What a person reads in; `null`: as the app tells. */
export interface ReadingChoice {
  /** ISO 639. */
  readonly language?: string | null;
  /** IANA. */
  readonly timeZone?: string | null;
}

/** A conference, and the community in which it is the member's, where that is known. */
export interface Attendance {
  readonly conference: ConferenceKey;
  readonly community?: CommunityRef;
}

export interface Members {
  find(ref: MemberRef): Promise<Member | undefined>;
  /** Makes the member known, or takes note of where and how they were seen; `personId` names a new person. */
  see(sighting: Sighting, personId: string): Promise<Member>;
  /** Changes nothing when the member is not known. */
  change(ref: MemberRef, change: MemberChange): Promise<void>;
  /** For all accounts of the person; changes nothing when the member is not known. */
  choose(ref: MemberRef, choice: ReadingChoice): Promise<void>;
  /** The member's own account first, then linked ones; empty when not known. */
  accounts(ref: MemberRef): Promise<readonly Member[]>;
  /** Conferences of talks that the member starred, of what they follow, and of messages to them; by key. */
  attended(ref: MemberRef): Promise<readonly Attendance[]>;
}
