import { ALLOWED_PER_SECOND, LATENCY_MS } from '../delivery/limitedPlatform.ts';
import type { Due } from './audience.ts';

/** A reminder as it left, in the message of that name. */
export interface Sent {
  /** As {@link Due.key}. */
  readonly key: string;
  readonly message: string;
  /** When the platform took the message. */
  readonly at: number;
}

export interface Lateness {
  readonly longestMs: number;
  /** When that one fell due. */
  readonly at: number;
  /** The longest, did the platform take one message after the other from the moment on they are due. */
  readonly byPaceMs: number;
}

export function latenessOf(sent: readonly Sent[], due: ReadonlyMap<string, Due>): Lateness {
  const messages = new Map<string, { readonly dueAt: number; readonly at: number }>();
  for (const { key, message, at } of sent) {
    const dueAt = due.get(key)?.dueAt;
    if (dueAt !== undefined) messages.set(message, { dueAt, at });
  }
  const inOrder = [...messages.values()].toSorted((one, other) => one.dueAt - other.dueAt);
  const latest = inOrder.reduce((worst, one) => (lateBy(one) > lateBy(worst) ? one : worst));
  let free = 0;
  let byPaceMs = 0;
  for (const { dueAt } of inOrder) {
    const at = Math.max(dueAt, free);
    free = at + 1_000 / ALLOWED_PER_SECOND;
    byPaceMs = Math.max(byPaceMs, at - dueAt + LATENCY_MS / 2);
  }
  return { longestMs: lateBy(latest), at: latest.dueAt, byPaceMs };
}

function lateBy({ dueAt, at }: { readonly dueAt: number; readonly at: number }): number {
  return at - dueAt;
}
