import type { Claim, Settlement } from '../outbox/outbox.ts';
import type { Messenger } from '../platform/messenger.ts';
import { type CallParts, callInTime } from './call.ts';
import { editedMessage } from './claim.ts';
import type { Pace } from './pace.ts';

export interface DoubtParts extends CallParts {
  readonly messenger: Messenger;
  readonly pace: Pick<Pace, 'speed'>;
}

export const FATE_UNKNOWN = 'fate-unknown';

/**
 * What became of an earlier try that is in doubt (as in two-phase commit: begun, its end unknown);
 * `undefined` when it is free to be sent. It is asked for before there are words: what arrived has
 * arrived, though it may not be true any more. An edit is not asked about, since it may be made twice.
 */
export async function findOut(parts: DoubtParts, claim: Claim): Promise<Settlement | undefined> {
  const { attemptKey, doubtfulSince, messageId } = claim;
  const [{ target }] = claim.deliveries;
  if (editedMessage(claim) !== undefined || doubtfulSince === undefined) return undefined;
  if (messageId !== undefined) return { kind: 'sent', messageId };
  const fate = await callInTime(parts, (signal) => {
    const triedMsAgo = (parts.clock.now() - doubtfulSince) / parts.pace.speed;
    return parts.messenger.fate({ target, attemptKey }, triedMsAgo, signal);
  });
  switch (fate.kind) {
    case 'arrived':
      return { kind: 'sent', messageId: fate.messageId };
    case 'lost':
      return { kind: 'failed', reason: FATE_UNKNOWN };
    case 'resend':
      return undefined;
  }
}
