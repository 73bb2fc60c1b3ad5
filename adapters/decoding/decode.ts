import { fork } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ScheduleFormatError } from '../../src/errors.ts';
import type { Conference } from '../../src/schedule/model.ts';
import type { Outcome, Task } from './outcome.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

interface Bounds {
  readonly ms: number;
  /** Of what the reading makes; the bytes themselves come on top. */
  readonly megabytes: number;
}

/** The largest real schedules take seconds. */
const BOUNDS: Bounds = { ms: 60_000, megabytes: 1_024 };

/**
 * Reads a schedule in a process of its own: people are answered meanwhile, what the reading took of
 * memory goes back with it (a thread's heap would stay), and whatever stands in the schedule is read
 * where no token is. `signal` ends it early. Throws a {@link ScheduleFormatError} like the decoder
 * itself, and where the reading went beyond its bounds.
 */
export async function decodeApart(
  bytes: Uint8Array,
  timeZone: string | undefined,
  signal: AbortSignal,
  bounds = BOUNDS,
): Promise<Conference> {
  const child = fork(CHILD, {
    serialization: 'advanced',
    env: compiled(),
    execArgv: [`--max-old-space-size=${bounds.megabytes}`],
    timeout: bounds.ms,
    killSignal: 'SIGKILL',
    signal,
  });
  // `once` hears of the first; a process that cannot even be begun tells twice.
  child.on('error', () => undefined);
  // Not `exit`, which may overtake the last message.
  const ended = once(child, 'close').then(([code, killedBy]) => {
    if (killedBy === null)
      throw new Error(`The reading of the schedule failed (exit code ${code})`);
    throw new ScheduleFormatError({
      kind: 'tooCostly',
      facts: [bounds.ms / 1000, bounds.megabytes],
    });
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
