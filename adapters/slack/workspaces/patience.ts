import { systemClock } from '../../../src/clock.ts';

/** What `work` comes to, or `undefined` when it takes longer: Slack counts the seconds of the day. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const ready = new AbortController();
  try {
    const late = systemClock.sleep(ms, ready.signal).then(() => undefined);
    return await Promise.race([work, late]);
  } finally {
    ready.abort();
  }
}
