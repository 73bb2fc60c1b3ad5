import { type Clock, type Instant, MINUTE_MS, scaledClock, systemClock } from '../clock.ts';
import type { Conference } from '../schedule/schedule.ts';

const AHEAD_MS = 10 * MINUTE_MS;

export interface StartingClock {
  readonly clock: Clock;
  /** Where the clock was set to, because nothing would be left to ask about. */
  readonly movedTo?: Instant;
}

/** A clock that stands there now and runs so many times as fast as the machine's. */
type ClockFrom = typeof scaledClock;

interface ClockChoice {
  readonly from?: Instant | undefined;
  readonly speed?: number | undefined;
}

/** The clock asked for: the machine's own, unless a rehearsal chose another. */
export function chosenClock(
  { from, speed = 1 }: ClockChoice,
  clockFrom: ClockFrom = scaledClock,
): Clock {
  if (from !== undefined) return clockFrom(from, speed);
  return speed === 1 ? systemClock : clockFrom(systemClock.now(), speed);
}

/**
 * The clock asked for. In the terminal a conference that is over begins again: without `from` its
 * clock starts ten minutes before the first talk.
 */
export function startingClock(
  choice: ClockChoice,
  conference: Conference,
  clockFrom: ClockFrom = scaledClock,
): StartingClock {
  const { from, speed = 1 } = choice;
  if (from !== undefined) return { clock: chosenClock(choice, clockFrom) };
  const now = systemClock.now();
  const [first] = conference.talks;
  const isOver = conference.talks.every(({ end }) => end <= now);
  if (isOver && first !== undefined) {
    const movedTo = first.start - AHEAD_MS;
    return { clock: clockFrom(movedTo, speed), movedTo };
  }
  return { clock: chosenClock(choice, clockFrom) };
}
