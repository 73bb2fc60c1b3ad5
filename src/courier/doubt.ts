import type { Instant } from '../clock.ts';
import type { Lapse } from '../outbox/lapse.ts';
import { marksOf } from '../outbox/marks.ts';
import type { Claim, Settlement } from '../outbox/outbox.ts';
import type { Found, Messenger } from '../platform/messenger.ts';
import { PlatformError } from '../platform/refusal.ts';
import { type CallParts, callInTime } from './call.ts';
import { editedMessage, partOf } from './claim.ts';
import type { Pace } from './pace.ts';

export interface DoubtParts extends CallParts {
  readonly messenger: Messenger;
  readonly pace: Pick<Pace, 'speed'>;
}

export const FATE_UNKNOWN = 'fate-unknown';

/** A claim by what is known of its deliveries. */
export interface FoundOut {
  /** Those that are to be settled. */
  readonly known: readonly Known[];
  /** The rest, which is free to be sent. */
  readonly open: Claim | undefined;
}

export interface Known {
  readonly claim: Claim;
  readonly settlement: Settlement;
}

/**
 * What became of an earlier try that is in doubt (as in two-phase commit: begun, its end unknown), and
 * of what may have been said in a time that the database does not remember. It is asked for before
 * there are words: what arrived has arrived, though it may not be true any more. An edit is not asked
 * about, since it may be made twice.
 */
export async function findOut(parts: DoubtParts, claim: Claim): Promise<FoundOut> {
  const { doubtfulSince, lapse, messageId } = claim;
  if (editedMessage(claim) !== undefined) return { known: [], open: claim };
  if (doubtfulSince !== undefined && messageId !== undefined) {
    return whole(claim, { kind: 'sent', messageId });
  }
  // Tried after the lapse, it was asked about before.
  if (lapse !== undefined && (doubtfulSince ?? lapse.until) <= lapse.until) {
    return findSaid(parts, claim, lapse);
  }
  return doubtfulSince === undefined
    ? { known: [], open: claim }
    : findFate(parts, claim, doubtfulSince);
}

async function findFate(
  parts: DoubtParts,
  claim: Claim,
  doubtfulSince: Instant,
): Promise<FoundOut> {
  const { attemptKey } = claim;
  const [{ target }] = claim.deliveries;
  const fate = await callInTime(parts, (signal) => {
    const triedMsAgo = msAgo(parts, doubtfulSince);
    return parts.messenger.fate({ target, attemptKey }, triedMsAgo, signal);
  });
  switch (fate.kind) {
    case 'arrived':
      return whole(claim, { kind: 'sent', messageId: fate.messageId });
    case 'lost':
      return whole(claim, { kind: 'failed', reason: FATE_UNKNOWN });
    case 'resend':
      return { known: [], open: claim };
  }
}

/** Messages may have been made of other deliveries then than this one is. */
async function findSaid(parts: DoubtParts, claim: Claim, lapse: Lapse): Promise<FoundOut> {
  const { attemptKey, deliveries, doubtfulSince } = claim;
  const [{ target }] = deliveries;
  const keys = [...new Set([attemptKey, ...deliveries.flatMap(marksOf)])];
  const isSure = lapse.isRestored || doubtfulSince !== undefined;
  const { messages, isWhole } = await callInTime(parts, (signal) => {
    const since = Math.min(lapse.from, doubtfulSince ?? lapse.from);
    return parts.messenger.find(target, keys, msAgo(parts, since), signal);
  }).catch((error: unknown): Found => {
    // After a mere pause nobody waits until a platform that allows few such questions allows another.
    const isBusy = error instanceof PlatformError && error.code === 'rate-limited';
    if (isSure || !isBusy) throw error;
    return { messages: new Map(), isWhole: false };
  });
  const said = Map.groupBy(deliveries, (one) =>
    [attemptKey, ...marksOf(one)].map((key) => messages.get(key)).find((id) => id !== undefined),
  );
  const unsaid = partOf(claim, said.get(undefined) ?? []);
  const arrived = [...said].flatMap(([messageId, own]): readonly Known[] => {
    const part = partOf(claim, own);
    if (messageId === undefined || part === undefined) return [];
    return [{ claim: part, settlement: { kind: 'sent', messageId } }];
  });
  const isLost = !isWhole && isSure;
  if (unsaid === undefined || !isLost) return { known: arrived, open: unsaid };
  const lost: Known = { claim: unsaid, settlement: { kind: 'failed', reason: FATE_UNKNOWN } };
  return { known: [...arrived, lost], open: undefined };
}

function whole(claim: Claim, settlement: Settlement): FoundOut {
  return { known: [{ claim, settlement }], open: undefined };
}

/** By the machine's clock, which platforms go by. */
function msAgo({ clock, pace }: DoubtParts, since: Instant): number {
  return (clock.now() - since) / pace.speed;
}
