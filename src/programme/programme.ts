import { hash } from 'node:crypto';
import type { CommunityRef } from '../platform/target.ts';
import type { Conference } from '../schedule/model.ts';
import { createTimetable, type Timetable } from '../schedule/timetable.ts';
import { createTalkIndex, type TalkIndex } from '../search/talkIndex.ts';

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

const KEY_LENGTH = 8;

/** Makes a conference ready to be asked; costs what indexing its talks costs. */
export function createProgramme(key: string, conference: Conference): Programme {
  const timetable = createTimetable(conference);
  return { key, conference, timetable, index: createTalkIndex(conference) };
}

/** A programme's key: the same for the same path or address, whatever version of the schedule lies there. */
export function programmeKey(source: string): string {
  return hash('sha256', source, 'hex').slice(0, KEY_LENGTH);
}
