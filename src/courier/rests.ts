import { type Clock, type Instant, MINUTE_MS } from '../clock.ts';
import type { Span } from '../outbox/wait.ts';

/** Who is to be left alone until when: single targets, and all of them. */
export interface Rests {
  /** From now on, or a moment before. */
  rest(target: string, until: Instant, from?: Instant): void;
  hold(until: Instant): void;
  /** Those that rest now, and since when. */
  targets(): ReadonlyMap<string, Span>;
  /** All rest until then, where that is still to come. */
  heldUntil(): Instant | undefined;
  /** When all rested last. */
  lastHeld(): Span | undefined;
  /** When this one rests, or did within the last minute; rests that follow each other closely are one. */
  lastOf(target: string): Span | undefined;
}

/** A clock that is kept in time by another takes small steps back. */
const JITTER_MS = 5_000;
/** Between two rests, too short for anything else to have its turn. */
const SHORT_BREAK_MS = 1_000;
const REMEMBERED_MS = MINUTE_MS;

export function createRests(clock: Clock): Rests {
  const resting = new Map<string, Span>();
  /** In the order in which they ended. */
  const ended = new Map<string, Span>();
  let held: Span | undefined;
  let seenAt: Instant = 0;
  const look = (): Instant => {
    const now = clock.now();
    if (now < seenAt - JITTER_MS) {
      // The clock was set back: nobody meant so long a rest.
      resting.clear();
      ended.clear();
      held = undefined;
    }
    seenAt = now;
    return now;
  };
  const sweep = (now: Instant) => {
    for (const [target, span] of resting) {
      if (span.until > now) continue;
      resting.delete(target);
      ended.set(target, span);
    }
    for (const [target, { until }] of ended) {
      if (until > now - REMEMBERED_MS) break;
      ended.delete(target);
    }
  };
  return {
    rest: (target, until, from) => {
      const now = look();
      const before = resting.get(target) ?? ended.get(target);
      ended.delete(target);
      resting.set(target, prolonged(before, from ?? now, until));
    },
    hold: (until) => {
      held = prolonged(held, look(), until);
    },
    targets: () => {
      sweep(look());
      return resting;
    },
    heldUntil: () => {
      const now = look();
      return held !== undefined && now < held.until ? held.until : undefined;
    },
    lastHeld: () => held,
    lastOf: (target) => resting.get(target) ?? ended.get(target),
  };
}

function prolonged(before: Span | undefined, from: Instant, until: Instant): Span {
  if (before === undefined || from - before.until >= SHORT_BREAK_MS) return { from, until };
  return { from: before.from, until: Math.max(before.until, until) };
}
