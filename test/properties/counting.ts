import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COUNTER = fileURLToPath(new URL('counter.ts', import.meta.url));

export interface Counting {
  /** How often V8 enters a block of code while the text is converted: the same on every machine at every load. */
  steps(conversion: string, text: string): Promise<number>;
  stop(): Promise<void>;
}

/** In a process of its own, since V8 counts in every module that a process has. One at a time. */
export function startCounting(): Counting {
  const child = fork(COUNTER, { execArgv: [] });
  const ended = once(child, 'exit');
  return {
    steps: async (conversion, text) => {
      child.send({ conversion, text });
      const [steps] = await Promise.race([once(child, 'message'), ended]);
      if (child.exitCode !== null) throw new Error('The counter ended.');
      return steps;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
