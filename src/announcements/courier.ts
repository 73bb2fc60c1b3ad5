import type { Messenger } from '../platform.ts';
import { type LaneParts, type Pace, runLane } from './lane.ts';
import { createSignal, type Signal } from './signal.ts';

export interface CourierParts extends LaneParts {
  /** By platform. */
  readonly messengers: ReadonlyMap<string, Messenger>;
}

/** For a clock that runs `speed` times as fast as the machine's: what takes real time takes that much more of it. */
export function createPace(speed: number): Pace {
  return {
    leaseMs: 30_000 * speed,
    sendTimeoutMs: 8_000 * speed,
    // A second, and a little: what leaves a second apart may arrive closer.
    spacingMs: 1_030 * speed,
    pollMs: 500 * speed,
    concurrency: 16,
    speed,
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
