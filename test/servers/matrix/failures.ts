import type { Json } from './json.ts';

/** What goes wrong; `stored` tells whether the call has taken effect all the same. */
export type Failure =
  | { readonly kind: 'rate-limit'; readonly retryAfterMs: number; readonly inHeader?: boolean }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly errcode: string;
      readonly more?: Json;
    }
  /** An answer that is none of Matrix's, as of a proxy in between. */
  | { readonly kind: 'status'; readonly status: number; readonly stored: boolean }
  | { readonly kind: 'hang'; readonly ms: number; readonly stored: boolean }
  | { readonly kind: 'drop'; readonly stored: boolean };

export interface When {
  /** Such as `send`, `sync`, `messages`; absent: any. */
  readonly endpoint?: string;
  /** A room's id. */
  readonly room?: string;
  /** Of the event that is sent. */
  readonly type?: string;
  /** How many calls fail; default 1. */
  readonly times?: number;
  /** How many matching calls go through first; default 0. */
  readonly after?: number;
}

export interface Failures {
  plan(when: When, failure: Failure): void;
  /** The failure due for a call, used up by asking. */
  next(endpoint: string, parts: Readonly<Record<string, string>>): Failure | undefined;
  clear(): void;
}

interface Plan {
  readonly when: When;
  readonly failure: Failure;
  toSkip: number;
  left: number;
}

export function createFailures(): Failures {
  const plans: Plan[] = [];
  return {
    plan: (when, failure) =>
      void plans.push({ when, failure, toSkip: when.after ?? 0, left: when.times ?? 1 }),
    next: (endpoint, parts) => {
      for (const plan of plans) {
        if (plan.left === 0 || !matches(plan.when, endpoint, parts)) continue;
        if (plan.toSkip > 0) {
          plan.toSkip -= 1;
          continue;
        }
        plan.left -= 1;
        return plan.failure;
      }
      return undefined;
    },
    clear: () => void plans.splice(0),
  };
}

function matches(
  { endpoint, room, type }: When,
  called: string,
  { roomId, eventType }: Readonly<Record<string, string>>,
): boolean {
  if (endpoint !== undefined && endpoint !== called) return false;
  if (room !== undefined && room !== roomId) return false;
  return type === undefined || type === eventType;
}
