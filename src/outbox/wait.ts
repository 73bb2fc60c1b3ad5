import type { Instant } from '../clock.ts';
import type { PlatformErrorCode } from '../platform/refusal.ts';

/** Half-open: `[from, until)`. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Why a delivery that was due had not left. */
export type WaitReason =
  /** Nothing was planned: Hallway did not run, or could not use its database. */
  | { readonly kind: 'no-tick' }
  /** It became known between two ticks, and the next one planned it. */
  | { readonly kind: 'next-tick' }
  /** Nobody had the lease of its lane. */
  | { readonly kind: 'no-sender' }
  /** Whoever was sending it died, and the lease had to run out. */
  | { readonly kind: 'sender-died' }
  /** The platform had the whole lane rest. */
  | { readonly kind: 'lane-resting' }
  /** Its target was being written to, or to be left alone after that. */
  | { readonly kind: 'target-resting' }
  /** Its target had not answered, and shares few places with its like. */
  | { readonly kind: 'target-silent' }
  /** What fell due before it left first, no faster than the platform allows. */
  | { readonly kind: 'queue' }
  /** Hallway or its database was slow, or stood still. */
  | { readonly kind: 'slow' }
  /** The platform took its time to answer. */
  | { readonly kind: 'slow-platform' }
  /** Surely not sent: tried again at the end. */
  | { readonly kind: 'retry'; readonly code: TryCode }
  /** Perhaps sent: the platform is asked at the end. */
  | { readonly kind: 'doubt'; readonly code: TryCode };

/** How a try ended: as the platform refused it, without an answer in time, or by a mistake of Hallway's own. */
export type TryCode = PlatformErrorCode | 'no-answer' | 'mistake';

export type Wait = WaitReason & Span;

const SHORTEST_WAIT_MS = 1_000;

/** A second or more: what is shorter nobody notices. */
export function isWorthAWord({ from, until }: Span): boolean {
  return until - from >= SHORTEST_WAIT_MS;
}

/** One that is tried for a whole day keeps how it began and how it ended. */
const MOST_WAITS = 16;

/** What is known already and what came after it; the same reason that goes on is one. */
export function noted(known: readonly Wait[], more: readonly Wait[]): readonly Wait[] {
  const all: Wait[] = [...known];
  for (const wait of more) {
    const last = all.at(-1);
    if (last !== undefined && goesOn(last, wait)) {
      all[all.length - 1] = { ...last, until: Math.max(last.until, wait.until) };
    } else all.push(wait);
  }
  const half = MOST_WAITS / 2;
  return all.length <= MOST_WAITS ? all : [...all.slice(0, half), ...all.slice(-half)];
}

/** The one that says most about why it was late. */
export function longest(waits: readonly Wait[]): Wait | undefined {
  return waits.toSorted((a, b) => b.until - b.from - (a.until - a.from))[0];
}

function goesOn(last: Wait, next: Wait): boolean {
  return (
    last.kind === next.kind &&
    codeOf(last) === codeOf(next) &&
    !isWorthAWord({ from: last.until, until: next.from })
  );
}

function codeOf(wait: Wait): TryCode | undefined {
  return 'code' in wait ? wait.code : undefined;
}
