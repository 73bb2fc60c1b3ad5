import type { Clock } from '../clock.ts';

/** Wakes whoever waits; raised while nobody does, the next wait ends at once. */
export interface Signal {
  raise(): void;
  /** Since the last wait ended. */
  isRaised(): boolean;
  /** Until raised, or for `longestMs` at most. */
  wait(clock: Clock, longestMs: number): Promise<void>;
}

const RAISED = Symbol('raised');

export function createSignal(): Signal {
  let raised = false;
  const waiting = new Set<AbortController>();
  return {
    raise: () => {
      raised = true;
      // With a reason, or Node makes an error with a trace for nobody.
      for (const controller of waiting) controller.abort(RAISED);
      waiting.clear();
    },
    isRaised: () => raised,
    wait: async (clock, longestMs) => {
      if (!raised) {
        const controller = new AbortController();
        waiting.add(controller);
        await clock.sleep(longestMs, controller.signal);
        waiting.delete(controller);
      }
      raised = false;
    },
  };
}
