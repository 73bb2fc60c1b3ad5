import { durationWords, exactClockWords } from '../../cards/wording/time.ts';
import { MINUTE_MS } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import { type DeliveryRecord, lateMs } from '../../outbox/record.ts';
import { longest, type Wait } from '../../outbox/wait.ts';

/** Nobody looks at the clock more closely than that. */
const STILL_ON_TIME_MS = 10_000;
/** Until then seconds are counted. */
const LONGEST_IN_SECONDS_MS = 2 * MINUTE_MS;

export function isOnTime(record: DeliveryRecord): boolean {
  return record.state === 'sent' && (lateMs(record) ?? 0) < STILL_ON_TIME_MS;
}

/** `4 min late: the platform asked for a pause until 10:45:12`, or `on time`; undefined while it is not settled. */
export function latenessWords(
  record: DeliveryRecord,
  zone: string,
  messages: Messages,
): string | undefined {
  const ms = lateMs(record);
  if (ms === undefined) return undefined;
  const { lateness } = messages;
  if (isOnTime(record)) return lateness.onTime;
  const span = spanWords(ms, messages);
  const words = record.state === 'sent' ? lateness.late(span) : lateness.notSent(span);
  const wait = longest(record.waits);
  return wait === undefined ? words : lateness.because(words, waitWords(wait, zone, messages));
}

/** `the platform asked for a pause until 10:45:12`. */
export function waitWords(wait: Wait, zone: string, messages: Messages): string {
  const { waits, codes } = messages.lateness;
  const until = exactClockWords(wait.until, zone, messages);
  return 'code' in wait ? waits[wait.kind](until, codes[wait.code]) : waits[wait.kind](until);
}

/** `12 s`, `4 min`, `1 h 30 min`. */
export function spanWords(ms: number, messages: Messages): string {
  return ms < LONGEST_IN_SECONDS_MS
    ? messages.time.seconds(Math.round(ms / 1_000))
    : durationWords(ms, messages);
}
