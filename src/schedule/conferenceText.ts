import type { Steps } from '../clock/steps.ts';
import type { Conference, Talk } from './schedule.ts';

/**
 * A conference as text, kept in databases and passed between processes: a line of JSON for all but its
 * talks, and one for each talk, so that it can be written and read in steps.
 */
export function* writeConference({ talks, ...rest }: Conference): Steps<string> {
  let text = JSON.stringify(rest);
  for (const talk of talks) {
    text += `\n${JSON.stringify(talk)}`;
    yield;
  }
  return text;
}

/** Reads what {@link writeConference} wrote; also text on a single line, talks and all, of older versions of Hallway. */
export function* readConference(text: string): Steps<Conference> {
  let end = lineEnd(text, 0);
  const { talks = [], ...rest }: Head = JSON.parse(text.slice(0, end));
  const read: Talk[] = [...talks];
  while (end < text.length) {
    const start = end + 1;
    end = lineEnd(text, start);
    read.push(JSON.parse(text.slice(start, end)));
    yield;
  }
  return { ...rest, talks: read };
}

type Head = Omit<Conference, 'talks'> & Partial<Pick<Conference, 'talks'>>;

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
