import { type Card, paragraph } from '../../../cards/cards.ts';
import { clockWords, durationWords, instantTime } from '../../../cards/wording/time.ts';
import type { Instant } from '../../../clock.ts';
import { type Messages, messagesFor } from '../../../messages/messages.ts';
import type { Delivery, Subject } from '../../../outbox/delivery.ts';
import type { Trouble } from '../../../outbox/trouble.ts';

type Told = Extract<Subject, { readonly kind: 'operator' }>;

/** What ails Hallway, or no longer does: where both waited, it is over. By the clocks of `zone`. */
export function operatorCard(
  deliveries: readonly Pick<Delivery, 'subject' | 'language'>[],
  zone: string,
  now: Instant,
): Card | undefined {
  const told = deliveries.flatMap(({ subject }) => (subject.kind === 'operator' ? [subject] : []));
  const subject = told.find(({ until }) => until !== undefined) ?? told[0];
  const locale = deliveries[0]?.language;
  const messages = messagesFor(locale);
  if (subject === undefined) return undefined;
  const card = subject.until === undefined ? begunCard : overCard;
  return {
    ...card(subject, subject.until ?? now, zone, messages),
    reader: { locale: messages.time.locale },
  };
}

function begunCard({ trouble, since }: Told, now: Instant, zone: string, messages: Messages): Card {
  const { operator } = messages;
  const title = titleOf(trouble, 'begun', messages);
  const time = instantTime(since, zone, 'dateTime', messages);
  const sentence = operator.soFar(time.venue, durationWords(now - since, messages));
  return {
    kind: 'problem',
    title,
    summary: operator.one(title, sentence),
    blocks: [
      { kind: 'facts', facts: [{ label: operator.since, value: [time] }] },
      paragraph(operator[trouble.kind].advice),
    ],
  };
}

function overCard(
  { trouble, since }: Told,
  until: Instant,
  zone: string,
  messages: Messages,
): Card {
  const { operator } = messages;
  const title = titleOf(trouble, 'over', messages);
  const clock = (at: Instant) => clockWords(at, zone, messages);
  const span = durationWords(until - since, messages);
  const sentence = operator.from(clock(since), clock(until), span);
  return {
    kind: 'confirmation',
    title,
    summary: operator.one(title, sentence),
    blocks: [{ kind: 'facts', facts: [{ label: operator.span, value: [sentence] }] }],
  };
}

function titleOf(trouble: Trouble, phase: 'begun' | 'over', { operator }: Messages): string {
  switch (trouble.kind) {
    case 'disk':
    case 'database':
    case 'ticks':
    case 'sourceStale':
    case 'sourceRefused':
      return operator[trouble.kind][phase];
    case 'platform':
    case 'late':
      return operator[trouble.kind][phase](nameOf(trouble.platform));
  }
}

function nameOf(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1);
}
