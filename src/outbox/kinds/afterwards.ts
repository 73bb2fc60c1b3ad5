import { DAY_MS, HOUR_MS, type Instant } from '../../clock.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import { type Addressee, type Delivery, delivery } from '../delivery.ts';

/** What somebody may ask to hear of talks that are over: where to see them again, and where to say how they were. */
export type Wish = 'recordings' | 'feedback';

/** Until then a recording is worth a message of its own; its talk's card has it for ever. */
const RECORDING_USEFUL_MS = 7 * DAY_MS;
/** Nobody says the next day how a talk was. */
const FEEDBACK_USEFUL_MS = DAY_MS / 2;

/**
 * About a talk that is over, from `at` on: once a target and talk, whatever versions and hours come;
 * all of one hour are due at its end and become one message.
 */
export function afterwardsDelivery(
  to: Addressee,
  about: { readonly kind: 'recording' | 'ownRecording' | 'feedback'; readonly talk: TalkId },
  at: Instant,
  knownSince?: Instant,
): Delivery {
  const dueAt = hourEnd(at);
  const usefulMs = about.kind === 'feedback' ? FEEDBACK_USEFUL_MS : RECORDING_USEFUL_MS;
  const span = { dueAt, expiresAt: dueAt + usefulMs, knownSince };
  return delivery(to, about, span, dueAt / HOUR_MS);
}

/** The end of the hour `(start, end]` that the instant lies in. */
export function hourEnd(at: Instant): Instant {
  return Math.ceil(at / HOUR_MS) * HOUR_MS;
}
