import { type Instant, isoOf } from '../clock.ts';
import type { DeliveryOutcome, Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import type { Claim, Settlement, Timing } from '../outbox/outbox.ts';
import { DROPPED_AS_UNTRUE } from '../outbox/record.ts';
import { shortKey } from '../outbox/shortKey.ts';
import type { Wait } from '../outbox/wait.ts';

export interface ReportParts {
  readonly log: Log;
  readonly meter: Meter;
}

/** Each delivery that came to its end, whatever that was, is told; a message that is tried again is told once. */
export function report(
  { log, meter }: ReportParts,
  claim: Claim,
  settlement: Settlement,
  at: Instant,
): void {
  const lines = () => claim.timings.map((timing) => factsOf(claim, timing, settlement, at));
  const [{ subject, target }] = claim.deliveries;
  const { platform } = target;
  switch (settlement.kind) {
    case 'arrived':
      return;
    case 'retry':
    case 'doubt':
      log.warn(triedAgain(claim), 'A delivery is tried again');
      meter.note({ kind: 'triedAgain', platform, fate: settlement.kind });
      return;
    case 'sent':
      for (const line of lines()) log.info(line, 'A delivery was sent');
      break;
    case 'withdrawn':
      for (const line of lines()) log.info(line, 'A delivery was true no more');
      break;
    case 'failed':
    case 'expired':
      for (const line of lines()) log.warn(line, 'A delivery was not sent');
  }
  const outcome = outcomeOf(settlement);
  for (const { dueAt } of claim.timings) {
    const lateMs = lateness(dueAt, at);
    meter.note({ kind: 'delivery', platform, subject: subject.kind, outcome, lateMs });
  }
}

function outcomeOf(
  settlement: Exclude<Settlement, { readonly kind: 'arrived' | 'retry' | 'doubt' }>,
): DeliveryOutcome {
  const { kind } = settlement;
  return kind === 'expired' && DROPPED_AS_UNTRUE.includes(settlement.reason) ? 'outdated' : kind;
}

function lateness(dueAt: Instant, at: Instant): number {
  return Math.max(0, at - dueAt);
}

function triedAgain({ deliveries: [{ key, subject }], timings: [{ waits }] }: Claim) {
  return { key: shortKey(key), kind: subject.kind, wait: waits.slice(-1).map(waitFacts)[0] };
}

/** `lateMs`: from when it was due until it came to its end. */
function factsOf(
  { deliveries: [{ subject }, ...others], attempts }: Claim,
  { key, dueAt, firstClaimedAt, waits }: Timing,
  { kind: verdict, ...outcome }: Settlement,
  at: Instant,
) {
  return {
    ...{ key: shortKey(key), kind: subject.kind, verdict, ...outcome },
    due: isoOf(dueAt),
    claimed: isoOf(firstClaimedAt),
    ...(verdict === 'sent' ? { sent: isoOf(at) } : {}),
    lateMs: lateness(dueAt, at),
    attempts: attempts + 1,
    waits: waits.map(waitFacts),
    ...(others.length === 0 ? {} : { together: others.length + 1 }),
  };
}

function waitFacts({ from, until, ...reason }: Wait) {
  return { ...reason, from: isoOf(from), until: isoOf(until) };
}
