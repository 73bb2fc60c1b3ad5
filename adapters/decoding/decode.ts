import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ScheduleFormatError } from '../../src/errors.ts';
import type { Conference } from '../../src/schedule/model.ts';
import type { Outcome, Task } from './outcome.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface Decoder {
  /** Throws a {@link ScheduleFormatError} like the decoder itself. */
  decode(bytes: Uint8Array, timeZone: string | undefined): Promise<Conference>;
  /** Nothing is expected to be read soon. */
  rest(): void;
}

/**
 * Reads each schedule in a process of its own: people are answered meanwhile, what the reading took
 * of memory goes back with it (a thread's heap would stay), and whatever stands in a schedule is read
 * where no token is. The first process gets ready at once.
 */
export function createDecoder(): Decoder {
  let ready: ChildProcess | undefined = startChild();
  return {
    decode: async (bytes, timeZone) => {
      const child = ready ?? startChild();
      ready = undefined;
      return read(child, { bytes, timeZone });
    },
    rest: () => {
      ready?.kill();
      ready = undefined;
    },
  };
}

async function read(child: ChildProcess, task: Task): Promise<Conference> {
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The reading of the schedule ended early (${signal ?? code}).`);
  });
  child.send(task);
  const [outcome]: Outcome[] = await Promise.race([once(child, 'message'), ended]);
  if (outcome?.kind === 'refused') throw new ScheduleFormatError(outcome.refusal, outcome.path);
  if (outcome === undefined) throw new Error('The reading of the schedule said nothing.');
  return JSON.parse(outcome.conference);
}

/** Finds what is compiled already where `main.ts` put it. */
function startChild(): ChildProcess {
  const compiled = getCompileCacheDir();
  const env = compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled };
  return fork(CHILD, { serialization: 'advanced', env, execArgv: [] });
}
