import { type Block, type Card, type Fact, paragraph } from '../cards/cards.ts';
import { dateWords, exactClockWords } from '../cards/wording/time.ts';
import type { Instant } from '../clock.ts';
import { latenessWords, waitWords } from '../courier/wording/latenessWords.ts';
import type { Messages } from '../messages/messages.ts';
import { type DeliveryRecord, lateMs, speaksOf } from '../outbox/record.ts';
import { shortId, shortKey } from '../outbox/shortKey.ts';
import type { Target } from '../platform/target.ts';
import type { Conference } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

/** Lines that somebody reads; the latest come first. */
const MOST_ROWS = 20;
/** The venue's, where it is known. */
const ELSE_ZONE = 'UTC';

/** The life of one delivery, step by step. */
export function traceCard(
  record: DeliveryRecord,
  conference: Conference | undefined,
  messages: Messages,
): Card {
  const title = [headingOf(record, messages), ...titlesOf(record, conference)].join(' · ');
  const facts = lifeOf(record, conference?.timeZone ?? ELSE_ZONE, messages);
  return { kind: 'organiser', title, summary: title, blocks: [{ kind: 'facts', facts }] };
}

/** Several deliveries, a few lines each. */
export function traceListCard(
  title: string,
  records: readonly DeliveryRecord[],
  conferences: ReadonlyMap<ConferenceKey, Conference>,
  messages: Messages,
): Card {
  const { trace } = messages.cli;
  const rest = records.length - MOST_ROWS;
  return {
    kind: 'organiser',
    title,
    summary: title,
    blocks: [
      paragraph(trace.deliveries(records.length)),
      ...records
        .toSorted((a, b) => (lateMs(b) ?? -1) - (lateMs(a) ?? -1))
        .slice(0, MOST_ROWS)
        .flatMap((record) =>
          entryOf(record, conferences.get(record.delivery.conference)?.timeZone, messages),
        ),
      ...(rest > 0 ? [{ kind: 'heading', text: trace.more(rest) } as const] : []),
    ],
  };
}

function entryOf(record: DeliveryRecord, zone = ELSE_ZONE, messages: Messages): readonly Block[] {
  const due = `${messages.cli.trace.due} ${momentWords(record.dueAt, zone, messages)}`;
  const late = latenessWords(record, zone, messages);
  return [
    { kind: 'heading', text: headingOf(record, messages) },
    paragraph(`${due} · ${outcomeOf(record, zone, messages)}`),
    ...(late === undefined ? [] : [paragraph(late)]),
    paragraph(shortKey(record.delivery.key)),
  ];
}

function lifeOf(record: DeliveryRecord, zone: string, messages: Messages): readonly Fact[] {
  const { trace } = messages.cli;
  const { delivery, dueAt, firstClaimedAt, attempts, waits, messageId } = record;
  const moment = (at: Instant | undefined) =>
    at === undefined ? undefined : momentWords(at, zone, messages);
  const lines: readonly (readonly [label: string, value: string | undefined])[] = [
    [trace.key, shortKey(delivery.key)],
    [trace.due, moment(dueAt)],
    [trace.planned, moment(delivery.plannedLate?.until)],
    [trace.claimed, moment(firstClaimedAt)],
    ...waits.map((wait) => [trace.waited, spanned(wait, zone, messages)] as const),
    [trace.attempts, attempts === 0 ? undefined : String(attempts)],
    [trace.outcome, outcomeOf(record, zone, messages)],
    [trace.message, messageId],
    [trace.lateness, latenessWords(record, zone, messages)],
  ];
  return lines.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label, value: [value] }],
  );
}

function spanned(wait: DeliveryRecord['waits'][number], zone: string, messages: Messages): string {
  return messages.cli.trace.since(
    exactClockWords(wait.from, zone, messages),
    waitWords(wait, zone, messages),
  );
}

function outcomeOf(record: DeliveryRecord, zone: string, messages: Messages): string {
  const { trace } = messages.cli;
  const { state, dueAt, readyAt = dueAt, sentAt = dueAt, settledAt = dueAt, reason = '' } = record;
  const moment = (at: Instant) => momentWords(at, zone, messages);
  switch (state) {
    case 'pending':
      return trace.pending(moment(readyAt));
    case 'sending':
      return trace.sending(moment(readyAt));
    case 'sent':
      return trace.sent(moment(sentAt));
    case 'failed':
    case 'expired':
      return trace.notSent(moment(settledAt), reasonWords(reason, messages));
  }
}

function reasonWords(reason: string, { lateness }: Messages): string {
  const known: Readonly<Record<string, string>> = { ...lateness.codes, ...lateness.reasons };
  return known[reason] ?? reason;
}

function headingOf({ delivery: { subject, target } }: DeliveryRecord, messages: Messages): string {
  const again = subject.kind === 'reminder' ? (subject.again ?? 0) : 0;
  return [
    messages.lateness.kinds[subject.kind],
    ...(again === 0 ? [] : [messages.cli.trace.snoozed(again)]),
    placeOf(target, messages),
  ].join(' · ');
}

function placeOf(target: Target, { cli }: Messages): string {
  const { platform } = target;
  return target.kind === 'channel'
    ? cli.trace.channel(platform, target.channel)
    : cli.trace.member(platform, shortId(target.member));
}

function titlesOf({ delivery: { subject } }: DeliveryRecord, conference?: Conference) {
  const talks = conference?.talks ?? [];
  return talks.filter(({ id }) => speaksOf(subject, id)).map(({ title }) => title);
}

/** `Sat 1 Feb, 10:55:07`. */
function momentWords(at: Instant, zone: string, messages: Messages): string {
  return `${dateWords(at, zone, messages)}, ${exactClockWords(at, zone, messages)}`;
}
