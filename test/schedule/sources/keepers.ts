import { atOnce } from '../../../src/clock/steps.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import { silentLog } from '../../../src/log.ts';
import { succeed } from '../../../src/schedule/comparing/succession.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Feed } from '../../../src/schedule/feed.ts';
import { createKeeper } from '../../../src/schedule/keeping/keeper.ts';
import type { Source } from '../../../src/schedule/source.ts';
import type { Version } from '../../../src/schedule/versions.ts';

/** A keeper of one conference, which keeps its versions in memory and takes over whatever comes. */
export function keeperOf(source: Source, feed: Feed, stopwatch = () => 0) {
  const remembered: Source[] = [];
  let latest: Version | undefined;
  const keeper = createKeeper({
    defaultSource: source,
    feed,
    decode: async (bytes, timeZone) => decodeSchedule(bytes, { timeZone }).conference,
    versions: {
      latest: async () => latest,
      setAside: async () => undefined,
      numbers: async () => new Map(),
    },
    refused: { head: async () => undefined, drop: async () => undefined },
    take: async (fresh, known) => {
      const next = known && atOnce(succeed(known.conference, fresh.conference, 0));
      if (next?.kind === 'refused') return next;
      const conference = next?.conference ?? fresh.conference;
      latest = { ...fresh, conference, number: (latest?.number ?? 0) + 1, takenAt: 0 };
      return { kind: 'taken', version: latest };
    },
    remember: async (moved) => void remembered.push(moved),
    clock: { now: () => 0, sleep: async () => undefined },
    stopwatch,
    log: silentLog,
    meter: silentMeter,
    refreshMinutes: 15,
    random: () => 0.5,
  });
  return { keeper, remembered };
}
