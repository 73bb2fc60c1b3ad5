import { hash } from 'node:crypto';
import type { Instant } from '../clock.ts';
import { targetKey } from '../platform/target.ts';
import type { Delivery, Subject } from './delivery.ts';
import { delivery, isLive } from './delivery.ts';

/** Attempt keys have at most 25 characters. */
const LENGTH = 24;

/**
 * What one message is tried under: the same whenever the same deliveries fall due together, also in a
 * database that was restored. What is live is sent many times, each time for when it was due (`listDueAt`).
 */
export function attemptKeyOf(deliveries: readonly Delivery[], listDueAt: Instant): string {
  const keys = deliveries.map(({ key, subject }) =>
    isLive(subject) ? `${key}|${listDueAt}` : key,
  );
  return shortened(keys.join('\n'));
}

/**
 * What a message bears for each thing that it says, whatever else it says and however often it is
 * edited: by that it is found again when the database does not know of it.
 */
export function marksOf(one: Delivery): readonly string[] {
  return identities(one).map(shortened);
}

/** An announcement that is corrected remains that announcement. */
function identities(one: Delivery): readonly string[] {
  const { subject, target, key } = one;
  switch (subject.kind) {
    case 'announcement':
    case 'reminder':
    case 'onStage':
    case 'recording':
    case 'ownRecording':
    case 'feedback':
    case 'digest':
    case 'list':
    case 'roomDelay':
    case 'roomFull':
    case 'followNews':
    case 'followDigest':
    case 'say':
    case 'claimDecided':
    case 'formerList':
    case 'alert':
    case 'operator':
      return [key];
    case 'correction':
      return subject.talks.map((talk) => announcementKey(one, talk, subject.start));
    case 'notice':
    case 'ownChange':
    case 'changes':
    case 'renamed':
    case 'placesGone':
      // Versions are counted anew after a restore: what is told counts, not which version told it.
      return [`${targetKey(target)}|${one.conference}|${subject.kind}|${told(subject)}`];
  }
}

function announcementKey(correction: Delivery, talk: string, start: Instant): string {
  const { dueAt, expiresAt } = correction;
  return delivery(correction, { kind: 'announcement', talk, start }, { dueAt, expiresAt }).key;
}

type News = Extract<
  Subject,
  { readonly kind: 'notice' | 'ownChange' | 'changes' | 'renamed' | 'placesGone' }
>;

function told(subject: News): string {
  switch (subject.kind) {
    case 'notice':
    case 'ownChange':
      return JSON.stringify([subject.change]);
    case 'changes':
      return JSON.stringify(subject.changes);
    case 'renamed':
      return JSON.stringify(subject.renames);
    case 'placesGone':
      return JSON.stringify(subject.names);
  }
}

function shortened(text: string): string {
  return hash('sha256', text, 'hex').slice(0, LENGTH);
}
