import { type Instant, isoOf } from '../clock.ts';
import type { Log } from '../log.ts';
import { shortKey } from '../outbox/delivery.ts';
import type { Claim, Settlement, Timing } from '../outbox/outbox.ts';
import type { Wait } from '../outbox/wait.ts';

/** One line for each delivery that came to its end, whatever that was; one for a message that is tried again. */
export function report(log: Log, claim: Claim, settlement: Settlement, at: Instant): void {
  const lines = () => claim.timings.map((timing) => factsOf(claim, timing, settlement, at));
  switch (settlement.kind) {
    case 'arrived':
      return;
    case 'retry':
    case 'doubt':
      log.warn(triedAgain(claim), 'A delivery is tried again');
      return;
    case 'sent':
      for (const line of lines()) log.info(line, 'A delivery was sent');
      return;
    case 'withdrawn':
      for (const line of lines()) log.info(line, 'A delivery was true no more');
      return;
    case 'failed':
    case 'expired':
      for (const line of lines()) log.warn(line, 'A delivery was not sent');
  }
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
    lateMs: Math.max(0, at - dueAt),
    attempts: attempts + 1,
    waits: waits.map(waitFacts),
    ...(others.length === 0 ? {} : { together: others.length + 1 }),
  };
}

function waitFacts({ from, until, ...reason }: Wait) {
  return { ...reason, from: isoOf(from), until: isoOf(until) };
}
