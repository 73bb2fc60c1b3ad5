import type { Method } from './specification.ts';

/** What goes wrong; `stored` tells whether the request has taken effect all the same. */
export type Failure =
  | {
      readonly kind: 'rate-limit';
      readonly retryAfterMs: number;
      readonly scope: 'user' | 'shared' | 'global';
    }
  | {
      readonly kind: 'refusal';
      readonly status: number;
      readonly code: number;
      readonly message: string;
    }
  | { readonly kind: 'status'; readonly status: number; readonly stored: boolean }
  | { readonly kind: 'hang'; readonly ms: number; readonly stored: boolean }
  | { readonly kind: 'drop'; readonly stored: boolean };

export interface When {
  readonly method?: Method;
  /** A route as the specification spells it, an id that occurs in the path, or a pattern of the path. */
  readonly path?: string | RegExp;
  /** How many requests fail; default 1. */
  readonly times?: number;
  /** How many matching requests go through first; default 0. */
  readonly after?: number;
}

interface Plan {
  readonly when: When;
  readonly failure: Failure;
  toSkip: number;
  left: number;
}

export interface Failures {
  plan(when: When, failure: Failure): void;
  /** The failure due for a request, used up by asking. */
  next(method: Method, template: string, path: string): Failure | undefined;
  clear(): void;
}

export function createFailures(): Failures {
  const plans: Plan[] = [];
  return {
    plan: (when, failure) =>
      void plans.push({ when, failure, toSkip: when.after ?? 0, left: when.times ?? 1 }),
    next(method, template, path) {
      for (const plan of plans) {
        if (plan.left === 0 || !matches(plan.when, method, template, path)) continue;
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

function matches(when: When, method: Method, template: string, path: string): boolean {
  if (when.method !== undefined && when.method !== method) return false;
  if (when.path === undefined || when.path === template) return true;
  return typeof when.path === 'string' ? path.includes(when.path) : when.path.test(path);
}
