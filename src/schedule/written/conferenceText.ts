import type { Steps } from '../../clock/steps.ts';
import type { Conference, Talk } from '../schedule.ts';

/**
 * A conference as text, kept in databases and passed between processes: a line of JSON for all but its
 * talks, and one for each talk, so that it can be written and read in steps. An abstract that an
 * earlier talk has as well is written as that one's number, from 0, and read as the same text.
 */
export function* writeConference({ talks, ...rest }: Conference): Steps<string> {
  let text = JSON.stringify(rest);
  const told = new Map<string, number>();
  for (const [at, { abstract, ...talk }] of talks.entries()) {
    const first = abstract.length < WORTH_SHARING ? undefined : told.get(abstract);
    if (first === undefined) told.set(abstract, at);
    text += `\n${JSON.stringify({ ...talk, abstract: first ?? abstract })}`;
    yield;
  }
  return text;
}

/**
 * Reads what {@link writeConference} wrote, a line after the other: all of it as one text would take
 * long to make. Also what stands on a single line, talks and all, as older versions of Hallway wrote it.
 */
export function* readConference(written: Buffer): Steps<Conference> {
  let end = lineEnd(written, 0);
  const { talks = [], breaks = [], ...rest }: Head = JSON.parse(written.toString('utf8', 0, end));
  const read: Talk[] = [...talks];
  while (end < written.length) {
    const start = end + 1;
    end = lineEnd(written, start);
    const { abstract, ...talk }: WrittenTalk = JSON.parse(written.toString('utf8', start, end));
    const told = typeof abstract === 'number' ? read[abstract]?.abstract : abstract;
    read.push({ ...talk, abstract: told ?? '' });
    yield;
  }
  return { ...rest, talks: read, breaks };
}

/** Shorter than this, a number saves nothing. */
const WORTH_SHARING = 64;

type WrittenTalk = Omit<Talk, 'abstract'> & { readonly abstract: string | number };

/** Older versions of Hallway knew no breaks. */
type Head = Omit<Conference, 'talks' | 'breaks'> & Partial<Pick<Conference, 'talks' | 'breaks'>>;

const LINE_END = 10;

function lineEnd(written: Buffer, from: number): number {
  const at = written.indexOf(LINE_END, from);
  return at < 0 ? written.length : at;
}
