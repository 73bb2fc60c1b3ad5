import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Instant } from '../../src/schedule/model.ts';
import type { Orders } from './orders.ts';

const CHILD = resolve(import.meta.dirname, 'child.ts');

/** A running program. */
export interface Child {
  readonly ended: Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Sends the signal and waits for the end. */
  end(name: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts a program and waits until it works or is dead; at its end `reached` is told what its clock showed. */
export async function startChild(orders: Orders, reached: (now: Instant) => void): Promise<Child> {
  const process_ = spawn(process.execPath, [CHILD, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let readyAt = Number.NaN;
  let clockThen: Instant = orders.from;
  const ended = new Promise<void>((resolve) => {
    process_.once('exit', () => {
      if (!Number.isNaN(readyAt)) {
        reached(clockThen + (performance.now() - readyAt) * orders.speed);
      }
      resolve();
    });
  });
  const ready = new Promise<void>((resolve) => {
    process_.stdout.once('data', (line) => {
      readyAt = performance.now();
      clockThen = Number(line);
      resolve();
    });
  });
  await Promise.race([ready, ended]);
  return {
    ended,
    signal: (name) => {
      process_.kill(name);
    },
    end: async (name) => {
      process_.kill(name);
      await ended;
    },
  };
}
