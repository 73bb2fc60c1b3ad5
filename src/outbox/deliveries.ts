import { DAY_MS, type Instant, MINUTE_MS } from '../clock.ts';
import { type CommunityRef, type Target, targetKey } from '../platform/target.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Delivery, Subject } from './delivery.ts';

/** What the makers of deliveries below have in common. */
export interface Addressee {
  readonly target: Target;
  /** Key of the conference. */
  readonly conference: ConferenceKey;
  /** Of a member: the community whose delays count. */
  readonly home?: CommunityRef;
  readonly mention?: string;
  /** Of a channel. */
  readonly language?: string;
}

export interface Span {
  readonly dueAt: Instant;
  readonly expiresAt: Instant;
}

const LIST_USEFUL_MS = DAY_MS;

/** A delivery whose key and batch follow from what it speaks of; `version` sets notices of different versions apart. */
export function delivery(to: Addressee, subject: Subject, span: Span, version = 0): Delivery {
  const { batch, item } = identity(subject, version);
  const prefix = `${targetKey(to.target)}|${to.conference}|${batch}`;
  return {
    key: item === '' ? prefix : `${prefix}|${item}`,
    batch: prefix,
    target: to.target,
    conference: to.conference,
    ...(to.home === undefined ? {} : { home: to.home }),
    subject,
    ...(to.mention === undefined ? {} : { mention: to.mention }),
    ...(to.language === undefined ? {} : { language: to.language }),
    dueAt: span.dueAt,
    expiresAt: span.expiresAt,
  };
}

/** Has the message that these announcements became say what is true by then; nobody is mentioned twice. */
export function correctionOf(
  announcements: readonly [Delivery, ...Delivery[]],
  messageId: string,
  span: Span,
  version: number,
): readonly Delivery[] {
  const [{ mention: _, ...to }] = announcements;
  const told = announcements.flatMap(({ subject }) =>
    subject.kind === 'announcement' ? [subject] : [],
  );
  const [first] = told;
  if (first === undefined) return [];
  const talks = told.map(({ talk }) => talk);
  const rooms = roomsTold(announcements);
  const subject = { kind: 'correction', messageId, talks, start: first.start, rooms } as const;
  return [delivery(to, subject, span, version)];
}

/** Where announcements said that talks take place, by their ids. */
export function roomsTold(announcements: readonly Delivery[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    announcements.flatMap(({ subject }) =>
      subject.kind === 'announcement' && subject.room !== undefined
        ? [[subject.talk, subject.room]]
        : [],
    ),
  );
}

/** The member's live list, to be sent or edited from `at` on. */
export function listDelivery(to: Addressee, at: Instant): Delivery {
  const span = { dueAt: at, expiresAt: at + LIST_USEFUL_MS };
  return delivery(to, { kind: 'list' }, span);
}

/** Closes a list that was sent before, for a new one that is sent from `at` on. */
export function formerListDelivery(to: Addressee, messageId: string, at: Instant): Delivery {
  const span = { dueAt: at, expiresAt: at + LIST_USEFUL_MS };
  return delivery(to, { kind: 'formerList', messageId }, span);
}

/** What becomes one message, and what sets a delivery apart within it. */
function identity(subject: Subject, version: number): { batch: string; item: string } {
  switch (subject.kind) {
    case 'announcement':
    case 'reminder':
      return {
        batch: `${subject.kind}|${minute(subject.start)}`,
        item: `${subject.talk}|${subject.start}`,
      };
    case 'notice':
      return { batch: `notice|${version}`, item: `${subject.change.kind}|${subject.change.talk}` };
    case 'changes':
      return { batch: `changes|${version}`, item: '' };
    case 'digest':
      return { batch: `digest|${subject.date}`, item: '' };
    case 'list':
      return { batch: 'list', item: '' };
    case 'formerList':
      return { batch: `formerList|${subject.messageId}`, item: '' };
    case 'correction':
      return { batch: `correction|${version}|${subject.messageId}`, item: '' };
  }
}

function minute(start: Instant): number {
  return Math.floor(start / MINUTE_MS);
}
