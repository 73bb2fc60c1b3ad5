import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

export interface ClientStart {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A process of its own that is connected, or about to be. */
export interface Client {
  /** Resolves once it said that on either of its outputs; rejects with all it said when it ends before. */
  said(words: string): Promise<void>;
  /** Gives it a line on standard input. */
  tell(order: unknown): void;
  /** Linux only. */
  residentMb(): Promise<number>;
  stop(): Promise<void>;
}

export function startClient({ args, environment }: ClientStart): Client {
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env['PATH'],
      ...environment,
    },
  });
  const ended = once(child, 'exit');
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  void ended.then(() => process.off('exit', end));
  const output = outputOf(child);
  return {
    said: output.said,
    tell: (order) => child.stdin.write(`${JSON.stringify(order)}\n`),
    residentMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function outputOf(child: ChildProcess) {
  let text = '';
  const hearing = new Set<() => void>();
  const hear = () => {
    for (const look of hearing) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
      hear();
    });
  }
  child.once('exit', hear);
  return {
    said: (words: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (text.includes(words)) resolve();
          else if (child.exitCode === null && child.signalCode === null) return;
          else reject(new Error(`A client ended:\n${text}`));
          hearing.delete(look);
        };
        hearing.add(look);
        look();
      }),
  };
}
