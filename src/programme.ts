import type { CommunityRef } from './platform.ts';
import type { Conference } from './schedule/model.ts';
import type { Timetable } from './schedule/timetable.ts';
import type { TalkIndex } from './search/talkIndex.ts';

/** A conference made ready to be asked: one timetable and one index, shared by all communities that use it. */
export interface Programme {
  /** Short name of the source (at most 8 characters of `[0-9a-z]`), stable over versions and restarts. */
  readonly key: string;
  readonly conference: Conference;
  readonly timetable: Timetable;
  readonly index: TalkIndex;
}

export interface Programmes {
  /** The community's conference with its delays applied; the default conference where it chose none. */
  of(community: CommunityRef | undefined): Promise<Programme>;
}
