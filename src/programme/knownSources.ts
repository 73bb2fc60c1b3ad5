import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';

/** A community may have so many: the one it follows, and earlier ones whose talks people starred. */
export const MOST_OF_COMMUNITY = 10;

/** In the whole program; each takes some megabytes, and is asked again and again. */
export const MOST_SOURCES = 250;

/**
 * The sources that communities chose, and the operator's. One is in use while a community follows its
 * conference, or somebody has starred a talk of it.
 */
export interface KnownSources {
  find(key: ConferenceKey): Promise<Source | undefined>;
  /** By key. */
  inUse(): Promise<readonly Source[]>;
  /** From now on known; a community's are once it chooses them. */
  note(source: Source): Promise<void>;
  /** Where the schedule of the known source with that key is from now on. */
  move(source: Source): Promise<void>;
  /**
   * Whether the community may name that one. Where it has its fill, or the program has, one that
   * nobody uses makes way at once.
   */
  makeRoom(community: CommunityRef, key: ConferenceKey): Promise<Room>;
  /**
   * Lets those go, with their versions, that nobody has used since `before`, and notes at `now` which
   * are not in use. The operator's present one always is.
   */
  letGo(operators: ConferenceKey, before: Instant, now: Instant): Promise<void>;
}

export type Room = 'free' | 'communityFull' | 'full';
