import { fork } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ScheduleFormatError } from '../../src/errors.ts';
import type { Conference } from '../../src/schedule/model.ts';
import type { Outcome, Task } from './outcome.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** The largest real schedules take seconds. */
const MOST_MS = 60_000;
const MOST_MEGABYTES = 1_024;

/**
 * Reads a schedule in a process of its own: people are answered meanwhile, what the reading took of
 * memory goes back with it (a thread's heap would stay), and whatever stands in the schedule is read
 * where no token is. `signal` ends it early. Throws a {@link ScheduleFormatError} like the decoder
 * itself.
 */
export async function decodeApart(
  bytes: Uint8Array,
  timeZone: string | undefined,
  signal: AbortSignal,
): Promise<Conference> {
  const child = fork(CHILD, {
    serialization: 'advanced',
    env: compiled(),
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    timeout: MOST_MS,
    killSignal: 'SIGKILL',
    signal,
  });
  // `once` hears of the first; a process that cannot even be begun tells twice.
  child.on('error', () => undefined);
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The reading of the schedule ended early (${signal ?? code}).`);
  });
  child.send({ bytes, timeZone } satisfies Task);
  const [outcome]: Outcome[] = await Promise.race([once(child, 'message'), ended]);
  if (outcome?.kind === 'refused') throw new ScheduleFormatError(outcome.refusal, outcome.path);
  if (outcome === undefined) throw new Error('The reading of the schedule said nothing.');
  return JSON.parse(outcome.conference);
}

/** Where `main.ts` put what is compiled already. */
function compiled(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
