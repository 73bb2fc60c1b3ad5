import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { constants, setPriority } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inSlices } from '../../src/clock/steps.ts';
import { giveWay, MINUTE_MS } from '../../src/clock.ts';
import type { DecodedSchedule } from '../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { scheduleOf } from './outcome.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

interface Bounds {
  readonly ms: number;
  /** Of what the reading makes; the bytes themselves come on top. */
  readonly megabytes: number;
}

/** The largest real schedules take seconds. */
const BOUNDS: Bounds = { ms: MINUTE_MS, megabytes: 1_024 };

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
  { ms = BOUNDS.ms, megabytes = BOUNDS.megabytes }: Partial<Bounds> = {},
): Promise<DecodedSchedule> {
  const bounds = { ms: Math.ceil(Math.min(ms, BOUNDS.ms)), megabytes };
  // The bytes were put together and hashed in this turn.
  await giveWay();
  const limit = `--max-old-space-size=${megabytes}`;
  const child = spawn(process.execPath, [limit, CHILD, ...(timeZone ? [timeZone] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: compiled(),
    timeout: bounds.ms,
    killSignal: 'SIGKILL',
    signal,
  });
  // Whoever waits for an answer or for the start comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  // `once` hears of the first; a process that cannot even be begun tells twice.
  child.on('error', () => undefined);
  // A process that ends early takes no more; why it ended is what counts.
  child.stdin.on('error', () => undefined);
  // To begin it took long enough for one turn.
  void giveWay().then(() => child.stdin.end(bytes));
  const [said, [code, killedBy]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
  if (killedBy !== null) {
    throw new ScheduleFormatError({
      kind: 'tooCostly',
      facts: [bounds.ms / 1000, bounds.megabytes],
    });
  }
  if (code !== 0) throw new Error(`The reading of the schedule failed (exit code ${code})`);
  return inSlices(scheduleOf(said), signal);
}

/** Where `main.ts` put what is compiled already. */
function compiled(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
