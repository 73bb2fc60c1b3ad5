import type { Instant } from '../clock.ts';
import { resolveDay } from './dayWords.ts';
import { findNamed, type NamedMatch } from './naming/names.ts';
import { otherNames } from './naming/otherNames.ts';
import type { Conference, Day, Room, Talk, TalkId, Track } from './schedule.ts';

/** The questions people ask of a conference. Pure: time comes in as an argument. */
export interface Timetable {
  readonly conference: Conference;
  talk(id: TalkId): Talk | undefined;
  dayOf(talk: Talk): Day | undefined;
  /** The day that contains `now`; before four in the morning that is still yesterday's. */
  dayAt(now: Instant): Day | undefined;
  /** The day a person means by `sat`, `Samstag`, `2`, `2020-02-01`, `today` or `tomorrow`. */
  day(selector: string, now: Instant): Day | undefined;
  /** The room a person means, whatever the case, accents and punctuation; the beginning is enough. */
  findRoom(words: string): NamedMatch<Room>;
  findTrack(words: string): NamedMatch<Track>;
  /** Talks that have started and not ended, canceled ones left out; in programme order. */
  running(now: Instant, room?: string): readonly Talk[];
  /**
   * The first talk to start after `now` in each room, in programme order; canceled ones left out. What starts at
   * that very moment is running (issue 16 §2), but for a talk without length, which never is.
   */
  nextByRoom(now: Instant, room?: string): readonly Talk[];
  /** Talks that start in `[from, to)`, canceled ones included, in programme order. */
  startingIn(from: Instant, to: Instant): readonly Talk[];
  /** Other talks that run at some moment of this one, canceled ones left out. */
  overlapping(talk: Talk): readonly Talk[];
  /** Talks that start on that day, canceled ones included; `room` and `track` are names. */
  talksOfDay(day: Day, filter?: TalkFilter): readonly Talk[];
}

export interface TalkFilter {
  readonly room?: string | undefined;
  readonly track?: string | undefined;
}

export function createTimetable(conference: Conference): Timetable {
  const { talks, days } = conference;
  const byId = new Map(talks.map((talk) => [talk.id, talk]));
  const longest = talks.reduce((most, talk) => Math.max(most, talk.end - talk.start), 0);
  const startingIn = (from: Instant, to: Instant) =>
    talks.slice(firstStarting(talks, from), firstStarting(talks, to));
  const dayAt = (now: Instant) => dayAmong(days, now);
  const others = otherNames(conference);

  return {
    conference,
    startingIn,
    dayAt,
    talk: (id) => byId.get(id),
    dayOf: (talk) => dayAt(talk.start),
    day: (selector, now) => resolveDay(selector, now, conference, dayAt),
    findRoom: (words) => findNamed(conference.rooms, words, others),
    findTrack: (words) => findNamed(conference.tracks, words, others),
    running: (now, room) =>
      startingIn(now - longest, now + 1).filter(
        (talk) => now < talk.end && takesPlace(talk) && isIn(talk, { room }),
      ),
    nextByRoom: (now, room) => nextByRoom(talks, now, room),
    overlapping: (talk) =>
      startingIn(talk.start - longest, Math.max(talk.end, talk.start + 1)).filter(
        (other) => other.id !== talk.id && takesPlace(other) && overlap(talk, other),
      ),
    talksOfDay: (day, filter = {}) =>
      startingIn(day.start, day.end).filter((talk) => isIn(talk, filter)),
  };
}

/** Index of the first talk that starts at or after `instant`; talks are ordered by start. */
function firstStarting(talks: readonly Talk[], instant: Instant): number {
  let low = 0;
  let high = talks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((talks[middle]?.start ?? instant) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextByRoom(
  talks: readonly Talk[],
  now: Instant,
  room: string | undefined,
): readonly Talk[] {
  const next = new Map<string | undefined, Talk>();
  for (let at = firstStarting(talks, now); at < talks.length; at += 1) {
    const talk = talks[at];
    if (talk === undefined || next.has(talk.room)) continue;
    const isRunning = talk.start <= now && now < talk.end;
    if (!isRunning && takesPlace(talk) && isIn(talk, { room })) next.set(talk.room, talk);
  }
  return [...next.values()];
}

/** Spans are half-open; a talk without length overlaps what runs at its start. */
function overlap(a: Talk, b: Talk): boolean {
  return a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);
}

function takesPlace(talk: Talk): boolean {
  return talk.status === 'scheduled';
}

function isIn(talk: Talk, { room, track }: TalkFilter): boolean {
  return (
    (room === undefined || talk.room === room) && (track === undefined || talk.track === track)
  );
}

/** The conference day that an instant falls on. */
export function dayAmong(days: readonly Day[], at: Instant): Day | undefined {
  return days.find(({ start, end }) => start <= at && at < end);
}

/** The order of a programme: by start, by room, and then any that is always the same. */
export function inProgrammeOrder(a: Placed, b: Placed): number {
  return a.start - b.start || compare(a.room ?? '', b.room ?? '') || compare(a.id, b.id);
}

type Placed = Pick<Talk, 'id' | 'start' | 'room'>;

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
