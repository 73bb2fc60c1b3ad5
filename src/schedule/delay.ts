import type { Conference, Instant, Talk } from './model.ts';

/**
 * A room runs late: its talks that start, by the schedule, from `since` on are shifted by
 * `minutes`, until the end of that day of the conference; the next one begins on time.
 */
export interface RoomDelay {
  /** Slug. */
  readonly room: string;
  /** Negative when the room is ahead of time. */
  readonly minutes: number;
  readonly since: Instant;
}

const MINUTE_MS = 60_000;

/** The conference as it really takes place. */
export function applyDelays(conference: Conference, delays: readonly RoomDelay[]): Conference {
  if (delays.length === 0) return conference;
  const byRoom = new Map(
    conference.rooms.map(({ name, slug }) => [name, delays.find(({ room }) => room === slug)]),
  );
  const shift = (talk: Talk) => shifted(talk, byRoom.get(talk.room ?? ''), conference.days);
  const talks = conference.talks.map(shift);
  return { ...conference, talks: talks.sort((a, b) => a.start - b.start) };
}

/**
 * A delay told at `now` is about what is still to come then, by the clock on the wall: a talk
 * that an earlier delay, not over yet, holds back until later counts as well, and none that this
 * one left in its place.
 */
export function delayFrom(
  now: Instant,
  earlier: RoomDelay | undefined,
  days: Conference['days'],
): Instant {
  if (earlier === undefined) return now;
  const bySchedule = now - earlier.minutes * MINUTE_MS;
  const isOver = bySchedule >= delayEnd(days, earlier.since);
  return isOver ? now : Math.max(earlier.since, bySchedule);
}

/** When a delay that begins at `since` is over: with the day of the conference that it falls on or before. */
export function delayEnd(days: Conference['days'], since: Instant): Instant {
  return days.find(({ end }) => end > since)?.end ?? Number.POSITIVE_INFINITY;
}

function shifted(talk: Talk, delay: RoomDelay | undefined, days: Conference['days']): Talk {
  if (delay === undefined || talk.start < delay.since) return talk;
  if (talk.start >= delayEnd(days, delay.since)) return talk;
  const by = delay.minutes * MINUTE_MS;
  return { ...talk, start: talk.start + by, end: talk.end + by };
}
