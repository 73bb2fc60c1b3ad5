import { setTimeout as delay } from 'node:timers/promises';

export interface Repeated {
  /** Waits for a turn under way, and does one last. */
  end(): Promise<void>;
}

/** Does `turn` again and again, with a pause of that many milliseconds. */
export function every(ms: number, turn: () => Promise<void> | void): Repeated {
  const ending = new AbortController();
  const { signal } = ending;
  const turns = (async () => {
    while (!signal.aborted) {
      await turn();
      await delay(ms, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    end: async () => {
      ending.abort();
      await turns;
      await turn();
    },
  };
}
