import type { Clock, Instant } from '../clock.ts';
import type { Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import { isBulk } from '../outbox/delivery.ts';
import type { Claim, LaneLeases, Outbox, OutboxQueue } from '../outbox/outbox.ts';
import type { Reachability } from '../outbox/reachability.ts';
import type { Wait } from '../outbox/wait.ts';
import type { Messenger } from '../platform/messenger.ts';
import { PlatformError } from '../platform/refusal.ts';
import { callOf, targetOf, withWaits } from './claim.ts';
import { leaseOf } from './claimLease.ts';
import { deliver } from './deliver.ts';
import { createGate, type Gate } from './gate.ts';
import type { Pace } from './pace.ts';
import type { Compose } from './recheck.ts';
import type { Signal } from './signal.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import { divided, explained } from './waiting.ts';

/** Claimed and not begun: few, so that what falls due meanwhile waits for few. */
const MOST_AT_HAND = 8;

export interface LaneParts {
  readonly queue: OutboxQueue;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly leases: LaneLeases;
  readonly compose: Compose;
  readonly reachability: Reachability;
  readonly clock: Clock;
  /** Milliseconds from any origin, as platforms count them: the machine's, but in simulated time. */
  readonly stopwatch?: () => number;
  readonly log: Log;
  readonly meter: Meter;
  /** Unique for each start of the program. */
  readonly owner: string;
  readonly pace: Pace;
}

interface Lane {
  readonly parts: LaneParts;
  readonly name: string;
  readonly messenger: Messenger;
  /** Something was settled, or there is something new. */
  readonly news: Signal;
  readonly gate: Gate;
  readonly traffic: Traffic;
  /** Claimed and not begun, the earliest first, and what is said to many last. */
  hand: readonly Claim[];
  filling: Promise<void> | undefined;
  /** The lease was taken at. */
  heldSince: Instant;
  leaseUntil: Instant;
  /** Since then there always was something at hand or under way. */
  busySince: Instant | undefined;
}

/**
 * Sends what is ready in one lane, as long as there is something and the lease can
 * be had. The lane is paced here and nowhere else: evenly, at the rate its platform
 * allows. One target gets its messages one by one and spaced; a target that hangs
 * takes a place of its own and nobody else's.
 */
export async function runLane(
  parts: LaneParts,
  name: string,
  messenger: Messenger,
  news: Signal,
  stop: AbortSignal,
): Promise<void> {
  const { clock, log, meter, pace, stopwatch } = parts;
  const lane: Lane = {
    ...{ parts, name, messenger, news },
    gate: createGate((ms) => clock.sleep(ms * pace.speed), stopwatch),
    traffic: createTraffic(clock, pace),
    hand: [],
    filling: undefined,
    heldSince: 0,
    leaseUntil: 0,
    busySince: undefined,
  };
  try {
    while (!stop.aborted && (await step(lane))) await news.wait(clock, pauseMs(lane));
  } catch (error) {
    log.error({ err: error, lane: name }, 'A lane stopped; it is taken up again');
  }
  await leave(lane).catch((error: unknown) =>
    log.error({ err: error, lane: name }, 'A lane was not given back; its lease ends by itself'),
  );
  if (lane.leaseUntil > 0) meter.note({ kind: 'laneLeft' });
}

/** False when there is nothing to do, or somebody else has the lane. */
async function step(lane: Lane): Promise<boolean> {
  const { traffic } = lane;
  if (!(await holdLease(lane))) return false;
  if (lane.hand.length === 0 && !traffic.isUnderWay()) lane.busySince = undefined;
  begin(lane);
  if (trusted(lane) <= MOST_AT_HAND / 2 && traffic.heldUntil() === undefined) {
    lane.filling ??= fill(lane);
  }
  // What is at hand is on its way while more is fetched.
  if (lane.hand.length === 0) await lane.filling;
  begin(lane);
  return lane.hand.length > 0 || !traffic.isQuiet();
}

/** Renewed early: what is claimed has to wait for its turn, and then still needs its whole timeout. */
async function holdLease(lane: Lane): Promise<boolean> {
  const { clock, leases, meter, owner, pace } = lane.parts;
  const now = clock.now();
  if (lane.leaseUntil - now >= (pace.leaseMs * 5) / 6) return true;
  const until = now + pace.leaseMs;
  const isOurs = await leases.hold(lane.name, owner, now, until);
  if (!isOurs) return false;
  if (lane.leaseUntil === 0) {
    lane.heldSince = now;
    meter.note({ kind: 'laneTaken' });
  }
  lane.leaseUntil = until;
  return true;
}

/** At hand, and surely to be begun before long. */
function trusted({ hand, traffic }: Lane): number {
  return hand.filter((claim) => traffic.trusts(targetOf(claim))).length;
}

async function fill(lane: Lane): Promise<void> {
  const { parts, name, hand, traffic, leaseUntil, news } = lane;
  const { queue, owner, clock, log } = parts;
  const now = clock.now();
  try {
    const claims = await queue.claim({
      lane: name,
      owner,
      now,
      leaseUntil,
      limit: MOST_AT_HAND - trusted(lane),
      exceptTargets: traffic.busy(hand.map(targetOf)),
      explain: (ready) => explained(ready, causes(lane, ready.target, now), now),
    });
    lane.hand = [...lane.hand, ...claims].toSorted(byDue);
    if (claims.length === 0) return;
    lane.busySince ??= now;
    news.raise();
  } catch (error) {
    log.error({ err: error, lane: name }, 'Nothing could be claimed; it is tried again');
  } finally {
    lane.filling = undefined;
  }
}

/** What may have kept a message from its target until now, the weightiest first. */
function causes(
  { heldSince, busySince, traffic }: Lane,
  target: string,
  now: Instant,
): readonly Wait[] {
  return [
    { kind: 'no-sender', from: Number.NEGATIVE_INFINITY, until: heldSince },
    ...traffic.keptFrom(target),
    ...(busySince === undefined ? [] : [{ kind: 'queue', from: busySince, until: now } as const]),
  ];
}

function byDue(one: Claim, other: Claim): number {
  const [a, b] = [one, other].map(({ deliveries: [{ subject }] }) => Number(isBulk(subject)));
  return (a ?? 0) - (b ?? 0) || one.timings[0].dueAt - other.timings[0].dueAt;
}

function begin(lane: Lane): void {
  const { parts, messenger, news, traffic } = lane;
  const { sendTimeoutMs } = parts.pace;
  while (traffic.hasRoom()) {
    const next = lane.hand.find((one) => traffic.admits(targetOf(one)));
    if (next === undefined) return;
    lane.hand = lane.hand.filter((one) => one !== next);
    const claim = sinceClaimed(lane, next);
    traffic.begin(targetOf(claim));
    const turn = () => takeTurn(lane, claim);
    const lease = leaseOf(claim, parts.queue, async () =>
      (await holdLease(lane)) ? lane.leaseUntil : undefined,
    );
    const own = { messenger, sendTimeoutMs, turn, lease, queue: lease };
    void deliver({ ...parts, ...own }, claim).then((delivered) => {
      const held = traffic.heldUntil();
      traffic.end(targetOf(claim), delivered);
      countRest(lane, claim, held);
      news.raise();
    });
  }
}

/** `before`: until when the lane was to rest already. */
function countRest({ parts, traffic }: Lane, claim: Claim, before: Instant | undefined): void {
  const until = traffic.heldUntil();
  const restMs = (until ?? 0) - Math.max(before ?? 0, parts.clock.now());
  if (until === undefined || restMs <= 0) return;
  const [{ target }] = claim.deliveries;
  const { platform } = target;
  parts.meter.note({ kind: 'laneRest', platform, restMs, isNew: before === undefined });
}

/** With what it waited for at hand. */
function sinceClaimed(lane: Lane, claim: Claim): Claim {
  const now = lane.parts.clock.now();
  const span = { from: claim.claimedAt, until: now };
  return withWaits(claim, divided(span, causes(lane, targetOf(claim), now)));
}

async function takeTurn(lane: Lane, claim: Claim): Promise<void> {
  const { gate, messenger, news, traffic } = lane;
  const { clock, pace } = lane.parts;
  await gate.pass(messenger.spacing(claim.deliveries[0].target, callOf(claim)));
  traffic.leave(targetOf(claim));
  news.raise();
  const notBefore = traffic.heldUntil();
  if (notBefore === undefined) return;
  throw new PlatformError('rate-limited', 'retry', 'The lane was told to rest meanwhile', {
    afterMs: (notBefore - clock.now()) / pace.speed,
    scope: 'lane',
  });
}

/** Until the next thing to do that nobody announces. */
function pauseMs({ parts, traffic }: Lane): number {
  const { clock, pace } = parts;
  const now = clock.now();
  const heldUntil = traffic.heldUntil();
  // A lane that rests is still ours.
  if (heldUntil !== undefined) return Math.min(heldUntil - now, pace.leaseMs / 3);
  return Math.max(Math.min(pace.pollMs, traffic.nextAt() - now), 1);
}

/** Finishes what is under way, gives back what was not begun, and then the lane. */
async function leave(lane: Lane): Promise<void> {
  const { parts, name, news, traffic } = lane;
  const { clock, leases, owner, pace, queue } = parts;
  await lane.filling;
  while (traffic.isUnderWay()) await news.wait(clock, pace.pollMs);
  for (const claim of lane.hand) {
    const at = clock.now();
    const kind = claim.doubtfulSince === undefined ? 'retry' : 'doubt';
    await queue.settle(claim, { kind, at }, at);
  }
  await leases.release(name, owner);
}
