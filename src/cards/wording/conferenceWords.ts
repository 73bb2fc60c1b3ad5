import type { Conference } from '../../schedule/schedule.ts';
import type { Frame } from '../frame.ts';

/** Longer titles stand beside no talk. */
const LONGEST_LABEL = 30;

/** What a conference is called beside its talks: its title where that is short, else its acronym. */
export function conferenceLabel({ title, acronym }: Pick<Conference, 'title' | 'acronym'>): string {
  if (title.length <= LONGEST_LABEL) return title;
  const short = acronym ?? title;
  return short.length <= LONGEST_LABEL ? short : `${short.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

/** Of which conference what is told is; undefined for readers who have no other. */
export function conferenceWords({ programme, beside }: Frame): string | undefined {
  return beside === undefined ? undefined : conferenceLabel(programme.conference);
}
