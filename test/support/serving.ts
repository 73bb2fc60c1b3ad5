import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { chosenClock } from '../../src/cli/startingClock.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { loadChats } from '../../src/main/chats.ts';
import { run } from '../../src/main/run.ts';
import { defaultSchedule } from '../../src/main/surroundings.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { createMeaningfulIndex } from '../../src/search/talkIndex.ts';

export interface Serving {
  /** What it logged so far. */
  readonly log: () => string;
  /** Resolves with its exit code. */
  stop(): Promise<number>;
}

export interface ServingOptions {
  /** With the platforms' tokens. */
  readonly environment: Readonly<Record<string, string>>;
  /** ISO 8601: what its clock starts with. */
  readonly from?: string;
  readonly speed?: number;
  /** What it logs when it is ready. */
  readonly ready: readonly string[];
}

/**
 * Hallway on chat platforms as `serve` puts it together, in this process: for what it says and does
 * there. What becomes of a process (signals, kills, memory, standard streams) is asked of the real program.
 */
export async function serveHere({
  environment,
  from,
  speed = 1,
  ready,
}: ServingOptions): Promise<Serving> {
  let logged = '';
  const begun = Promise.withResolvers<void>();
  const write = (line: string) => {
    logged += line;
    if (ready.every((each) => logged.includes(each))) begun.resolve();
  };
  const log = createLog('info', [], { write });
  const config = readConfig({ DATABASE_URL: 'sqlite::memory:', ...environment });
  const clock = chosenClock({ from: from === undefined ? undefined : Date.parse(from), speed });
  const end = Promise.withResolvers<void>();
  const ended = run(
    {
      ...{ config, locale: 'en', source: sourceOf(defaultSchedule, undefined, 'operator') },
      ...{ clock, speed, log },
      decode: async (bytes, timeZone) => decodeSchedule(bytes, { timeZone }),
      makeIndex: (conference) => createMeaningfulIndex(conference, meaningAtOnce(conference.talks)),
    },
    (base) => loadChats(config, { ...base, clock, speed, log }),
    () => end.promise,
  );
  const early = ended.then(() => {
    throw new Error(`It ended before it was ready:\n${logged}`);
  });
  await Promise.race([begun.promise, early]);
  return {
    log: () => logged,
    stop: () => {
      end.resolve();
      return ended;
    },
  };
}
