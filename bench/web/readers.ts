import { setTimeout as delay } from 'node:timers/promises';

/** What a crowd looks at; each tenth is a calendar. */
const PATHS = [
  ...['', '/now', '?q=kubernetes', '/grid', '', '/now', '?q=rust', '?day=2', '/calendars'],
  '/calendar.ics',
];

const READERS = 4;

export interface Readers {
  stop(): Promise<{ readonly read: number; readonly failed: number }>;
}

/** So many pages a second of all together; without a limit, each reader waits for one and asks for the next. */
export function startReaders(base: string, rate: number): Readers {
  const stopping = new AbortController();
  let read = 0;
  let failed = 0;
  let turn = 0;
  const look = async () => {
    const path = PATHS[turn++ % PATHS.length] ?? '';
    const response = await fetch(`${base}${path}`);
    await response.arrayBuffer();
    if (response.ok) read += 1;
    else failed += 1;
  };
  const reader = async () => {
    const startedAt = performance.now();
    for (let own = 0; !stopping.signal.aborted; own += 1) {
      const dueIn = startedAt + (own * READERS * 1_000) / rate - performance.now();
      if (dueIn > 1) await delay(dueIn, undefined, { signal: stopping.signal }).catch(() => {});
      await look();
    }
  };
  const running = Promise.all(rate === 0 ? [] : Array.from({ length: READERS }, reader));
  return {
    stop: async () => {
      stopping.abort();
      await running;
      return { read, failed };
    },
  };
}
