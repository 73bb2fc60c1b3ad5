import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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

/** As Node has it; its types come with a browser's alone. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

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
    const isNew = worker === undefined;
    worker ??= new Worker(new URL('./worker.ts', import.meta.url));
    // Whoever waits for a picture gets it; a thread that only waits holds up nothing.
    worker.ref();
    const answer = once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) });
    try {
      const [[drawn]] = await Promise.all([answer, ask(worker, isNew, day)]);
      const image = png.parse(drawn);
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

async function ask(worker: Worker, isNew: boolean, day: DayPicture): Promise<void> {
  if (isNew) worker.postMessage(await compiled());
  worker.postMessage(day);
}

let program: Promise<object> | undefined;

/**
 * What draws, compiled while the first thread starts, and kept when that ends: a later one begins with all
 * that was compiled by then, in half the time.
 */
async function compiled(): Promise<object> {
  const file = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
  program ??= readFile(file).then(WebAssembly.compile);
  try {
    return await program;
  } catch (error) {
    program = undefined;
    throw error;
  }
}
