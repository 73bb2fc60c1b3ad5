import { type Json, textOf } from './json.ts';

/** What goes wrong; `stored` tells whether the call has taken effect all the same. */
export type Failure =
  | { readonly kind: 'rate-limit'; readonly retryAfterS: number }
  | { readonly kind: 'error'; readonly error: string; readonly details?: Json }
  | { readonly kind: 'status'; readonly status: number; readonly stored: boolean }
  | { readonly kind: 'hang'; readonly ms: number; readonly stored: boolean }
  | { readonly kind: 'drop'; readonly stored: boolean };

export interface When {
  /** A Web API method, or `response_url`; absent: any. */
  readonly method?: string;
  /** A channel id. */
  readonly channel?: string;
  /** How many calls fail; default 1. */
  readonly times?: number;
  /** How many matching calls go through first; default 0. */
  readonly after?: number;
}

export interface Failures {
  plan(when: When, failure: Failure): void;
  /** The failure due for a call, used up by asking. */
  next(method: string, args: Json): Failure | undefined;
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
    next(method, args) {
      for (const plan of plans) {
        if (plan.left === 0 || !matches(plan.when, method, args)) continue;
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

function matches({ method, channel }: When, called: string, args: Json): boolean {
  if (method !== undefined && method !== called) return false;
  return channel === undefined || textOf(args['channel']) === channel;
}
