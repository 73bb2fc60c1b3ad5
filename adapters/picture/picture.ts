import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { z } from 'zod';
import type { DayPicture, DrawDay } from '../../src/agenda/picture/dayPicture.ts';
import { MINUTE_MS } from '../../src/clock.ts';

/** Who looks at their day looks again, and at the next one; after that the thread's memory is given back. */
const IDLE_MS = MINUTE_MS;
const LONGEST_MS = 10_000;
const CACHE_BYTES = 8 * 1024 * 1024;
const png = z.instanceof(Uint8Array);

/**
 * Draws in a thread that begins with the first picture and ends when none was asked for in a minute,
 * one at a time; the latest pictures are kept. Nothing of it holds up the end of the process.
 */
export function createDrawing(): DrawDay {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (image, day) => image.byteLength + 2 * day.length,
  });
  const oneByOne = pLimit(1);
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const end = () => {
    void worker?.terminate();
    worker = undefined;
  };
  const draw = async (day: DayPicture) => {
    const key = JSON.stringify(day);
    const known = kept.get(key);
    if (known !== undefined) return known;
    clearTimeout(idle);
    worker ??= new Worker(new URL('./worker.ts', import.meta.url));
    // Whoever waits for a picture gets it; a thread that only waits holds up nothing.
    worker.ref();
    const answer = once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) });
    worker.postMessage(day);
    try {
      const image = png.parse((await answer)[0]);
      kept.set(key, image);
      return image;
    } catch (error) {
      end();
      throw error;
    } finally {
      worker?.unref();
      idle = setTimeout(end, IDLE_MS).unref();
    }
  };
  return (day) => oneByOne(draw, day);
}
