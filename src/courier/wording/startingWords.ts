import type { Frame } from '../../cards/frame.ts';
import { durationWords } from '../../cards/time.ts';
import { type Instant, MINUTE_MS } from '../../clock.ts';

/** `Starts in 7 min`, `3 talks start now`, `Started 2 min ago`: true at the moment of sending. */
export function startingWords(count: number, start: Instant, { messages, now }: Frame): string {
  const { announcements } = messages;
  if (now < start) return announcements.startsIn(count, durationWords(start - now, messages));
  const agoMs = Math.floor((now - start) / MINUTE_MS) * MINUTE_MS;
  return agoMs === 0
    ? announcements.startsNow(count)
    : announcements.startedAgo(count, durationWords(agoMs, messages));
}
