import { plainText } from '../../cards/plainText.ts';
import type { Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Subject } from '../../outbox/delivery.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Post } from './recording.ts';

export interface PostWords {
  readonly messages: Messages;
  /** Columns. */
  readonly width: number;
  /** IANA, of the venue. */
  readonly timeZone: string;
  /** What a digest of that date, sent at that moment, is about. */
  digestTalks(date: string, at: Instant): readonly Talk[];
}

const INDENT = '  ';

/** One object a line for each post; edits of what was posted before are no posts. */
export function postJson(post: Post, words: PostWords): string {
  const subjects = post.deliveries.map(({ subject }) => subject);
  const kind = kindOf(subjects[0]);
  if (kind === undefined) return '';
  const at = isoIn(post.at, words.timeZone);
  const talks = [...new Set(subjects.flatMap((subject) => talksOf(subject, post.at, words)))];
  return `${JSON.stringify({ at, kind, target: targetOf(post), talks, text: textOf(post, words) })}\n`;
}

export function postText(post: Post, words: PostWords): string {
  const { announcements } = words.messages;
  const [first] = post.deliveries;
  const isEdit = first !== undefined && 'messageId' in first.subject;
  if (!isEdit && kindOf(first?.subject) === undefined) return '';
  const target = isEdit ? announcements.edited(targetOf(post)) : targetOf(post);
  const body = textOf(post, words).replaceAll('\n', `\n${INDENT}`);
  return `${isoIn(post.at, words.timeZone).slice(0, 16)} ${target}\n${INDENT}${body}\n\n`;
}

function kindOf(subject: Subject | undefined) {
  switch (subject?.kind) {
    case 'announcement':
    case 'reminder':
    case 'recording':
    case 'feedback':
    case 'notice':
    case 'digest':
      return subject.kind;
    case 'onStage':
      return 'reminder';
    case 'ownRecording':
      return 'recording';
    case 'followDigest':
      return 'digest';
    case 'say':
    case 'changes':
    case 'followNews':
    case 'roomDelay':
    case 'renamed':
    case 'placesGone':
    case 'roomFull':
    case 'ownChange':
    case 'claimDecided':
      return 'notice';
    case 'correction':
    case 'formerList':
    case 'list':
    case 'alert':
    case 'operator':
    case undefined:
      return undefined;
  }
}

function talksOf(subject: Subject, at: Instant, { digestTalks }: PostWords): readonly string[] {
  switch (subject.kind) {
    case 'announcement':
    case 'reminder':
    case 'recording':
    case 'feedback':
    case 'roomFull':
    case 'onStage':
    case 'ownRecording':
      return [subject.talk];
    case 'notice':
    case 'ownChange':
      return [subject.change.talk];
    case 'changes':
      return subject.changes.map(({ talk }) => talk);
    case 'correction':
    case 'followNews':
      return subject.talks;
    case 'digest':
      return digestTalks(subject.date, at).map(({ id }) => id);
    case 'roomDelay':
    case 'renamed':
    case 'placesGone':
    case 'followDigest':
    case 'say':
    case 'claimDecided':
    case 'formerList':
    case 'list':
    case 'alert':
    case 'operator':
      return [];
  }
}

function targetOf({ deliveries: [first] }: Post): string {
  return first?.target.kind === 'channel' ? first.target.channel : 'DM';
}

function textOf({ card }: Post, { messages, width }: PostWords): string {
  return plainText(card, { width, messages });
}

function isoIn(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
