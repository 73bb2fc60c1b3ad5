/**
 * The floor `courier`: carries what waits in the outbox. Lanes are leased and paced (`lane.ts`,
 * `gate.ts`, `traffic.ts`), each try comes to a verdict (`deliver.ts`, `verdict.ts`), what is in
 * doubt is asked about first. It knows nothing of conferences: `wording/` does. Start here.
 */

import type { Messenger } from '../platform/messenger.ts';
import type { Messengers } from '../platform/platforms.ts';
import { type LaneParts, runLane } from './lane.ts';
import { createSignal, type Signal } from './signal.ts';

export interface CourierParts extends LaneParts {
  readonly messengers: Messengers;
}

export interface Courier {
  /** There may be something new in the outbox. */
  wake(): void;
  /** Sends what is ready until `stop` aborts; then finishes what is under way. Never rejects. */
  run(stop: AbortSignal): Promise<void>;
  /** Sends what is ready now, and resolves when nothing is: for a clock that stands meanwhile. */
  drain(): Promise<void>;
}

export function createCourier(parts: CourierParts): Courier {
  const news = createSignal();
  const lanes = new Map<string, { readonly news: Signal; readonly done: Promise<void> }>();
  const wake = () => {
    news.raise();
    for (const lane of lanes.values()) lane.news.raise();
  };
  const waking = { ...parts, outbox: wakingOutbox(parts.outbox, wake) };
  return {
    wake,
    run: async (stop) => {
      stop.addEventListener('abort', wake);
      while (!stop.aborted) {
        for (const { lane, messenger } of await readyLanes(parts)) {
          if (lanes.has(lane)) continue;
          const laneNews = createSignal();
          const done = runLane(waking, lane, messenger, laneNews, stop).finally(() => {
            lanes.delete(lane);
            // Something new came when it had looked for the last time.
            if (laneNews.isRaised()) news.raise();
          });
          lanes.set(lane, { news: laneNews, done });
        }
        await news.wait(parts.clock, parts.pace.pollMs);
      }
      await Promise.all([...lanes.values()].map(({ done }) => done));
    },
    drain: async () => {
      const never = new AbortController().signal;
      for (;;) {
        const ready = await readyLanes(parts);
        if (ready.length === 0) return;
        for (const { lane, messenger } of ready) {
          await runLane(waking, lane, messenger, createSignal(), never);
        }
      }
    },
  };
}

/** A correction may go by another lane than what it corrects. */
function wakingOutbox({ enqueue }: LaneParts['outbox'], wake: () => void): LaneParts['outbox'] {
  return {
    enqueue: async (deliveries) => {
      const added = await enqueue(deliveries);
      wake();
      return added;
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
    log.error({ err: error }, 'The outbox could not be read; it is tried again');
    return [];
  }
}
