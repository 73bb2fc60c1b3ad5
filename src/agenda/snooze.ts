import { type Instant, MINUTE_MS } from '../clock.ts';
import { type Addressee, delivery, reminderBatchOf } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** Which reminder, and after how many minutes it is to come once more. */
export interface Snooze {
  readonly minutes: number;
  /** Of the talks that it speaks of, as it said. */
  readonly start: Instant;
  /** Counts from 1. */
  readonly again: number;
}

export type Snoozed =
  | { readonly kind: 'snoozed'; readonly until: Instant }
  | { readonly kind: 'already' | 'tooLate' | 'gone' };

/**
 * The reminder once more, through the outbox and never past the start: the same talks, each to be told
 * where it still starts then. One that moves meanwhile ends here, for its new start has a reminder of
 * its own (issue 17, 5).
 */
export async function snooze(
  outbox: Pick<Outbox, 'enqueue' | 'told'>,
  to: Addressee,
  { minutes, start, again }: Snooze,
  at: Instant,
): Promise<Snoozed> {
  const dueAt = at + minutes * MINUTE_MS;
  if (dueAt >= start) return { kind: 'tooLate' };
  const before = reminderBatchOf(to, { start, ...(again === 1 ? {} : { again: again - 1 }) });
  const reminders = (await outbox.told(before)).flatMap(({ subject, ...told }) => {
    if (subject.kind !== 'reminder') return [];
    const span = { dueAt, expiresAt: subject.start };
    const { kind, talk } = subject;
    return [delivery(told, { kind, talk, start: subject.start, again }, span)];
  });
  if (reminders.length === 0) return { kind: 'gone' };
  const added = await outbox.enqueue(reminders);
  return added === 0 ? { kind: 'already' } : { kind: 'snoozed', until: dueAt };
}
