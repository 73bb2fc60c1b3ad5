import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface ReadersWish {
  readonly base: string;
  /** Pages a second of all readers together; without a limit, each waits for one and asks for the next. */
  readonly rate: number;
}

export interface ReadCount {
  readonly read: number;
  readonly failed: number;
}

export interface Readers {
  stop(): Promise<ReadCount>;
}

export function startReaders(base: string, rate: number): Readers {
  if (rate === 0) return { stop: async () => ({ read: 0, failed: 0 }) };
  const wish: ReadersWish = { base, rate };
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { workerData: wish });
  return {
    stop: async () => {
      const counted = once(worker, 'message');
      worker.postMessage('stop');
      return (await counted)[0] as ReadCount;
    },
  };
}
