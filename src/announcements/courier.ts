import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Messenger } from '../platform.ts';
import type { Compose } from './deliver.ts';
import { runLane } from './lane.ts';
import type { LaneLeases, Outbox, OutboxQueue } from './outbox.ts';
import type { Reach } from './reach.ts';
import { createSignal, type Signal } from './signal.ts';

export interface CourierParts {
  readonly queue: OutboxQueue;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly leases: LaneLeases;
  /** By platform. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly compose: Compose;
  readonly reach: Reach;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique for each start of the program. */
  readonly owner: string;
  readonly pace: Pace;
}

/** All spans in milliseconds of the clock. */
export interface Pace {
  /** How long a sender may be silent before another takes its lane. */
  readonly leaseMs: number;
  readonly sendTimeoutMs: number;
  /** Between two messages to one target. */
  readonly spacingMs: number;
  /** How often the outbox is looked at when nobody wakes the courier. */
  readonly pollMs: number;
  /** Messages under way at once in one lane. */
  readonly concurrency: number;
}

/** For a clock that runs `speed` times as fast as the machine's: what takes real time takes that much more of it. */
export function createPace(speed: number): Pace {
  return {
    leaseMs: 30_000 * speed,
    sendTimeoutMs: 8_000 * speed,
    spacingMs: 1_000 * speed,
    pollMs: 500 * speed,
    concurrency: 16,
  };
}

export interface Courier {
  /** There may be something new in the outbox. */
  wake(): void;
  /** Sends what is ready until `stop` aborts; then finishes what is under way. Never rejects. */
  run(stop: AbortSignal): Promise<void>;
}

export function createCourier(parts: CourierParts): Courier {
  const news = createSignal();
  const lanes = new Map<string, { readonly news: Signal; readonly done: Promise<void> }>();
  const wake = () => {
    news.raise();
    for (const lane of lanes.values()) lane.news.raise();
  };
  return {
    wake,
    run: async (stop) => {
      stop.addEventListener('abort', wake);
      while (!stop.aborted) {
        for (const { lane, messenger } of await readyLanes(parts)) {
          if (lanes.has(lane)) continue;
          const laneNews = createSignal();
          const done = runLane(parts, lane, messenger, laneNews, stop).finally(() => {
            lanes.delete(lane);
          });
          lanes.set(lane, { news: laneNews, done });
        }
        await news.wait(parts.clock, parts.pace.pollMs);
      }
      await Promise.all([...lanes.values()].map(({ done }) => done));
    },
  };
}

async function readyLanes({
  queue,
  messengers,
  clock,
  log,
}: CourierParts): Promise<readonly { readonly lane: string; readonly messenger: Messenger }[]> {
  try {
    const waiting = await queue.waiting([...messengers.keys()]);
    return waiting.flatMap(({ lane, platform, readyAt }) => {
      const messenger = messengers.get(platform);
      return messenger === undefined || readyAt > clock.now() ? [] : [{ lane, messenger }];
    });
  } catch (error) {
    log.error({ error }, 'The outbox could not be read; it is tried again');
    return [];
  }
}
