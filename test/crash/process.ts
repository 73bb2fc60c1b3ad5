import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import type { Instant } from '../../src/clock.ts';
import { COMPILED } from '../support/compiled.ts';
import { childModule } from './childBundle.ts';
import type { Orders } from './wire.ts';

const CHILD = childModule();

/** A process that has loaded the program and waits for its orders. */
export interface Spare {
  /** Resolves when the program's clock runs, from that instant on; everything else it still has to do. */
  begin(orders: Omit<Orders, 'at' | 'from'>, from: () => Instant): Promise<Life>;
  discard(): void;
}

/** A program that runs, as seen from outside. */
export interface Life {
  /** Its clock, until it ended. */
  now(): Instant;
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void;
  /** Resolves with the signal that ended it, or its exit code. */
  readonly ended: Promise<string | number | null>;
  hasEnded(): boolean;
  /** Resolves when it has started, or ended before. */
  readonly started: Promise<unknown>;
}

export interface Upbringing {
  /** As the system's scheduler counts it: whoever stands for a platform or a database may be quicker. */
  readonly niceness?: number | undefined;
  /** Where it also answers people. */
  readonly discord?: Orders['discord'];
}

export function prepareLife({ niceness = 0, discord }: Upbringing): Spare {
  const child = spawn(process.execPath, [CHILD, ...(discord ? ['discord'] : [])], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.pid !== undefined && niceness > 0) setPriority(child.pid, niceness);
  const ended = endOf(child);
  const isLoaded = once(child.stdout, 'data');
  return {
    begin: async (orders, whence) => {
      await isLoaded;
      const from = whence();
      const began = performance.now();
      let endedAt: number | undefined;
      const started = Promise.race([once(child.stdout, 'data'), ended]);
      child.stdin.write(`${JSON.stringify({ ...orders, from, at: Date.now() })}\n`);
      void ended.then(() => {
        endedAt = performance.now();
      });
      return {
        now: () => from + ((endedAt ?? performance.now()) - began) * orders.speed,
        signal: (name) => child.kill(name),
        hasEnded: () => endedAt !== undefined,
        ended,
        started,
      };
    },
    discard: () => child.kill('SIGKILL'),
  };
}

async function endOf(child: ChildProcess): Promise<string | number | null> {
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}
