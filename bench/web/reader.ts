import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadersWish } from './readers.ts';

/** Reads pages in a thread of its own, so that what is read costs the chat's clients nothing; `stop` ends it. */

/** What a crowd looks at; each tenth is a calendar. */
const PATHS = [
  ...['', '/now', '?q=kubernetes', '/grid', '', '/now', '?q=rust', '?day=2', '/calendars'],
  '/calendar.ics',
];
const READERS = 4;

const { base, rate } = workerData as ReadersWish;
const stopping = new AbortController();
let read = 0;
let failed = 0;
let turn = 0;

parentPort?.once('message', () => stopping.abort());
await Promise.all(Array.from({ length: READERS }, reader));
parentPort?.postMessage({ read, failed });

async function reader(): Promise<void> {
  const startedAt = performance.now();
  for (let own = 0; !stopping.signal.aborted; own += 1) {
    const dueIn = startedAt + (own * READERS * 1_000) / rate - performance.now();
    if (dueIn > 1) await delay(dueIn, undefined, { signal: stopping.signal }).catch(() => {});
    await look();
  }
}

async function look(): Promise<void> {
  const path = PATHS[turn++ % PATHS.length] ?? '';
  const response = await fetch(`${base}${path}`);
  await response.arrayBuffer();
  if (response.ok) read += 1;
  else failed += 1;
}
