import { ScheduleFormatError } from './refusal.ts';
import type { Conference, Talk } from './schedule.ts';

/** Of all texts together, each as often as it occurs. The largest schedule seen has two million. */
export const MAX_CHARACTERS = 8_000_000;

/** Of speakers, links, answers, days, rooms, tracks, breaks and translations together. The largest schedule seen has seven thousand. */
export const MAX_ENTRIES = 100_000;

/** More than any conference has, repeated talks counted each time. */
export const MAX_TALKS = 20_000;

/** Of a conference as it is written down; more could not be loaded in bounded time and memory. */
export const MAX_WRITTEN = 3 * MAX_CHARACTERS;

/**
 * Throws a `ScheduleFormatError` for a conference that has become more than can be kept, indexed and
 * shown. A small file can: what recurs, or is repeated, counts each time, even where its text is shared.
 */
export function refuseOversized(conference: Conference): void {
  const { talks, days, rooms, tracks, breaks, translations = [] } = conference;
  const named = [...rooms, ...tracks, ...breaks, ...translations];
  refuseMore('talks', talks.length, MAX_TALKS);
  let entries = days.length + named.length;
  let characters = lengthOf(conference);
  for (const one of named) characters += lengthOf(one);
  for (const talk of talks) {
    entries += talk.speakers.length + talk.links.length + (talk.answers?.length ?? 0);
    characters += charactersOf(talk);
  }
  refuseMore('entries', entries, MAX_ENTRIES);
  refuseMore('characters', characters, MAX_CHARACTERS);
}

/** Before work is put into what has so many. */
export function refuseMore(
  what: 'talks' | 'entries' | 'characters',
  count: number,
  most: number,
): void {
  if (count > most) throw new ScheduleFormatError({ kind: 'tooMany', facts: [what, most] });
}

function charactersOf(talk: Talk): number {
  const lists = [...talk.speakers, ...talk.links, ...(talk.answers ?? [])];
  return lists.reduce((sum, entry) => sum + lengthOf(entry), lengthOf(talk));
}

/** Of the texts that stand in it itself. */
function lengthOf(fields: object): number {
  return Object.values(fields).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
}
