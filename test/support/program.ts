import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');

/** Node's arguments for the real program, as `npm start` gives them, in any working directory. */
export const PROGRAM: readonly string[] = programOf(ROOT, packageJson);

/** The same for another checkout of the project. */
export function programOf(
  root: string,
  { scripts }: { readonly scripts: { readonly start: string } },
): readonly string[] {
  return scripts.start
    .split(' ')
    .slice(1)
    .map((word) => (word.includes('/') ? resolve(root, word) : word));
}

/** Variables that leave nothing to the machine. */
export const SETTLED = {
  DATABASE_URL: 'sqlite::memory:',
  LANG: 'C.UTF-8',
  TZ: 'Europe/Brussels',
} as const;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real program as people do, in a settled environment, until it ends; in the project unless told where. */
export function runProgram(
  args: readonly string[],
  input: string,
  environment: Readonly<Record<string, string>> = {},
  cwd = ROOT,
): Promise<Ended> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      ...SETTLED,
      ...environment,
    },
  });
  const { promise, resolve: end, reject } = Promise.withResolvers<Ended>();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.once('error', reject);
  child.once('close', (code) => end({ code, stdout, stderr }));
  child.stdin.end(input);
  return promise;
}
