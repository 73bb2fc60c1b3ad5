import { type Instant, MINUTE_MS } from '../clock.ts';
import type { Conference, RoomSlug, Talk } from '../schedule/schedule.ts';

/**
 * A room runs late: its talks that start, by the schedule, from `since` on are shifted by `minutes`,
 * less by the breaks that the schedule tells of in between (a break of 10 minutes makes up for 10),
 * until another delay of the room takes over, or that day of the conference ends; the next one begins
 * on time.
 */
export interface RoomDelay {
  /** Slug. */
  readonly room: RoomSlug;
  /** Negative when the room is ahead of time; 0 when it is on time again. */
  readonly minutes: number;
  readonly since: Instant;
}

/** The conference as it really takes place. */
export function applyDelays(conference: Conference, delays: readonly RoomDelay[]): Conference {
  if (delays.length === 0) return conference;
  const late = lateness(conference, delays);
  const talks = conference.talks.map((talk) => shifted(talk, late(talk)));
  return { ...conference, talks: talks.sort((a, b) => a.start - b.start) };
}

/** By how much a talk that is at that place by the schedule is later, in milliseconds. */
export function lateness(
  conference: Conference,
  delays: readonly RoomDelay[],
): (place: Pick<Talk, 'room' | 'start'>) => number {
  if (delays.length === 0) return () => 0;
  const delayOf = holding(conference, delays);
  return (place) => {
    const delay = delayOf(place);
    return delay === undefined ? 0 : remaining(delay, place.start, conference) * MINUTE_MS;
  };
}

/** The talks that a delay shifts, of the conference as published, as long as no other takes over. */
export function heldBy(conference: Conference, delay: RoomDelay): readonly Talk[] {
  const delayOf = holding(conference, [delay]);
  const isMoved = ({ start }: Talk) =>
    delay.minutes === 0 || remaining(delay, start, conference) !== 0;
  return conference.talks.filter(
    (talk) => talk.status === 'scheduled' && delayOf(talk) === delay && isMoved(talk),
  );
}

/**
 * From when on, by the schedule, a delay told at `now` is about what is still to come by the clock on
 * the wall: a talk that the room's delay before holds back until later counts as well, also past the
 * end of its day, and none that it left in its place.
 */
export function delayFrom(
  now: Instant,
  earlier: RoomDelay | undefined,
  conference: Conference,
): Instant {
  if (earlier === undefined) return now;
  const bySchedule = now - remaining(earlier, now, conference) * MINUTE_MS;
  const isOver =
    now >= delayEnd(conference.days, earlier.since) &&
    !heldBy(conference, earlier).some(({ start }) => start >= bySchedule);
  return isOver ? now : Math.max(earlier.since, bySchedule);
}

/**
 * When the room began not to be on time, of its delays from the earliest on: over any number of them,
 * until it is on time again or the day is over. Undefined for a room that never was told to be late.
 */
export function lateSince(
  delays: readonly RoomDelay[],
  room: RoomSlug,
  days: Conference['days'],
): Instant | undefined {
  const [last, ...earlier] = delays.filter((delay) => delay.room === room).toReversed();
  if (last === undefined) return undefined;
  const end = delayEnd(days, last.since);
  const isOther = ({ minutes, since }: RoomDelay) => minutes === 0 || delayEnd(days, since) !== end;
  const first = earlier.findIndex(isOther);
  const same = first === -1 ? earlier : earlier.slice(0, first);
  return same.at(-1)?.since ?? last.since;
}

/** How late rooms run on the day of `now`, of their delays from the earliest on. */
export function delaysInForce(
  delays: readonly RoomDelay[],
  conference: Pick<Conference, 'days' | 'rooms' | 'breaks'>,
  now: Instant,
): readonly RoomDelay[] {
  const latest = new Map(delays.map((delay) => [delay.room, delay]));
  return [...latest.values()]
    .filter(({ since }) => now < delayEnd(conference.days, since))
    .map((delay) => ({ ...delay, minutes: remaining(delay, now, conference) }))
    .filter(({ minutes }) => minutes !== 0);
}

/** What breaks have left of a delay by then, in minutes; none has been told that a break under way is over. */
function remaining(
  { room, minutes, since }: RoomDelay,
  at: Instant,
  { rooms, breaks }: Pick<Conference, 'rooms' | 'breaks'>,
): number {
  const name = rooms.find(({ slug }) => slug === room)?.name;
  const between = breaks
    .filter((one) => (one.room ?? name) === name && since <= one.start && one.end <= at)
    .toSorted((a, b) => a.start - b.start);
  let covered = since;
  let madeUpMs = 0;
  for (const { start, end } of between) {
    madeUpMs += Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return Math.sign(minutes) * Math.max(0, Math.abs(minutes) - Math.floor(madeUpMs / MINUTE_MS));
}

/** When a delay that begins at `since` is over: with the day of the conference that it falls on or before. */
function delayEnd(days: Conference['days'], since: Instant): Instant {
  return days.find(({ end }) => end > since)?.end ?? Number.POSITIVE_INFINITY;
}

/** Which of these delays a talk is shifted by. */
function holding(
  { rooms, days }: Conference,
  delays: readonly RoomDelay[],
): (place: Pick<Talk, 'room' | 'start'>) => RoomDelay | undefined {
  const byRoom = Map.groupBy(
    delays.toSorted((a, b) => b.since - a.since),
    ({ room }) => room,
  );
  const ofRoom = new Map(rooms.map(({ name, slug }) => [name, byRoom.get(slug)]));
  return ({ room = '', start }) => {
    const latest = ofRoom.get(room)?.find(({ since }) => since <= start);
    return latest !== undefined && start < delayEnd(days, latest.since) ? latest : undefined;
  };
}

/** By milliseconds. */
export function shifted<T extends Pick<Talk, 'start' | 'end'>>(talk: T, by: number): T {
  return by === 0 ? talk : { ...talk, start: talk.start + by, end: talk.end + by };
}
