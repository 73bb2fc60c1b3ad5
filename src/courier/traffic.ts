import type { Clock, Instant } from '../clock.ts';
import type { Span, Wait } from '../outbox/wait.ts';
import type { Pace } from './pace.ts';
import { createRests } from './rests.ts';
import type { Verdict } from './verdict.ts';

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
  end(target: string, verdict: Pick<Verdict, 'refusal' | 'notBefore' | 'timedOut'>): void;
  isUnderWay(): boolean;
  isQuiet(): boolean;
  /** The whole lane is to rest until then, where that is still to come. */
  heldUntil(): Instant | undefined;
  /** When the next target may be written to again. */
  nextAt(): Instant;
  /** What has kept messages from this target, the weightiest first; long ago does not matter. */
  keptFrom(target: string): readonly Wait[];
}

const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

export function createTraffic(
  clock: Clock,
  { concurrency, spacingMs }: Pick<Pace, 'concurrency' | 'spacingMs'>,
): Traffic {
  /** Since when. */
  const underWay = new Map<string, Instant>();
  const preparing = new Set<string>();
  /** Until they answer, or the lane has nothing more to send. */
  const suspects = new Set<string>();
  const rests = createRests(clock);
  const isFullOfSuspects = (targets: Iterable<string>) =>
    [...targets].filter((target) => suspects.has(target)).length >= MOST_SUSPECTS;

  return {
    hasRoom: () =>
      underWay.size < concurrency &&
      preparing.size < MOST_PREPARING &&
      rests.heldUntil() === undefined,
    admits: (target) => !suspects.has(target) || !isFullOfSuspects(underWay.keys()),
    trusts: (target) => !suspects.has(target),
    busy: (others) => {
      const taken = [...underWay.keys(), ...others];
      const silent = isFullOfSuspects(taken) ? suspects : [];
      return [...taken, ...rests.targets().keys(), ...silent];
    },
    begin: (target) => {
      underWay.set(target, clock.now());
      preparing.add(target);
    },
    leave: (target) => {
      preparing.delete(target);
      rests.rest(target, clock.now() + spacingMs);
    },
    end: (target, { refusal, notBefore = 0, timedOut }) => {
      const now = clock.now();
      // Until now it was being written to, which kept others from it as well.
      rests.rest(target, Math.max(notBefore, now), underWay.get(target) ?? now);
      underWay.delete(target);
      preparing.delete(target);
      if (refusal?.scope === 'lane') rests.hold(notBefore);
      if (timedOut) suspects.add(target);
      else suspects.delete(target);
    },
    isUnderWay: () => underWay.size > 0,
    isQuiet: () => underWay.size === 0 && rests.targets().size === 0,
    heldUntil: rests.heldUntil,
    nextAt: () => Math.min(...[...rests.targets().values()].map(({ until }) => until)),
    keptFrom: (target) => [
      ...because('lane-resting', rests.lastHeld()),
      ...because('target-resting', rests.lastOf(target)),
      ...because('target-silent', suspects.has(target) ? ALWAYS : undefined),
    ],
  };
}

function because(
  kind: 'lane-resting' | 'target-resting' | 'target-silent',
  span: Span | undefined,
): readonly Wait[] {
  return span === undefined ? [] : [{ kind, ...span }];
}
