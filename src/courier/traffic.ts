import type { Clock, Instant } from '../clock.ts';
import type { Aftermath } from './aftermath.ts';
import type { Pace } from './pace.ts';

/** Begun and waiting for their turn to leave: enough for the database to find words meanwhile. */
const MOST_PREPARING = 3;
/** Of the messages under way, those to targets that did not answer last time. */
const MOST_SUSPECTS = 4;

/** Who is written to in one lane now, who is not yet again, and who did not answer when last written to. */
export interface Traffic {
  /** For another message at all. */
  hasRoom(): boolean;
  /** For one to this target, which is not under way. */
  admits(target: string): boolean;
  /** Whether it answered when it was last written to. */
  trusts(target: string): boolean;
  /** Of these and all others, the targets that are to be sent nothing more for now. */
  busy(others: readonly string[]): readonly string[];
  /** Words are looked for, and then the turn is waited for. */
  begin(target: string): void;
  /** The message leaves. */
  leave(target: string): void;
  end(target: string, aftermath: Pick<Aftermath, 'refusal' | 'timedOut'>): void;
  isUnderWay(): boolean;
  isQuiet(): boolean;
  /** The whole lane is to rest until then, where that is still to come. */
  heldUntil(): Instant | undefined;
  /** When the next target may be written to again. */
  nextAt(): Instant;
}

export function createTraffic(
  clock: Clock,
  { concurrency, spacingMs }: Pick<Pace, 'concurrency' | 'spacingMs'>,
): Traffic {
  const underWay = new Set<string>();
  const preparing = new Set<string>();
  const suspects = new Set<string>();
  const rests = createRests(clock);
  const isFullOfSuspects = (targets: Iterable<string>) =>
    [...targets].filter((target) => suspects.has(target)).length >= MOST_SUSPECTS;

  return {
    hasRoom: () =>
      underWay.size < concurrency &&
      preparing.size < MOST_PREPARING &&
      rests.heldUntil() === undefined,
    admits: (target) => !suspects.has(target) || !isFullOfSuspects(underWay),
    trusts: (target) => !suspects.has(target),
    busy: (others) => {
      const taken = [...underWay, ...others];
      const silent = isFullOfSuspects(taken) ? suspects : [];
      return [...taken, ...rests.targets().keys(), ...silent];
    },
    begin: (target) => {
      underWay.add(target);
      preparing.add(target);
    },
    leave: (target) => {
      preparing.delete(target);
      rests.rest(target, clock.now() + spacingMs);
    },
    end: (target, { refusal, timedOut }) => {
      const { notBefore = 0, scope } = refusal ?? {};
      underWay.delete(target);
      preparing.delete(target);
      rests.rest(target, notBefore);
      if (scope === 'lane') rests.hold(notBefore);
      if (timedOut) suspects.add(target);
      else suspects.delete(target);
    },
    isUnderWay: () => underWay.size > 0,
    isQuiet: () => underWay.size === 0 && rests.targets().size === 0,
    heldUntil: rests.heldUntil,
    nextAt: () => Math.min(...rests.targets().values()),
  };
}

/** A clock that is kept in time by another takes small steps back. */
const JITTER_MS = 5_000;

/** Who is to be left alone until when: single targets, and all of them. */
function createRests(clock: Clock) {
  const resting = new Map<string, Instant>();
  let restUntil: Instant = 0;
  let seenAt: Instant = 0;
  const look = (): Instant => {
    const now = clock.now();
    if (now < seenAt - JITTER_MS) {
      // The clock was set back: nobody meant so long a rest.
      resting.clear();
      restUntil = 0;
    }
    seenAt = now;
    return now;
  };
  return {
    rest: (target: string, until: Instant) => {
      look();
      resting.set(target, Math.max(resting.get(target) ?? 0, until));
    },
    hold: (until: Instant) => {
      restUntil = Math.max(restUntil, until);
    },
    targets: (): ReadonlyMap<string, Instant> => {
      const now = look();
      for (const [target, until] of resting) if (until <= now) resting.delete(target);
      return resting;
    },
    heldUntil: () => (look() < restUntil ? restUntil : undefined),
  };
}
