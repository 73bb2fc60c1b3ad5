import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Messenger } from '../platform.ts';
import type { Instant } from '../schedule/model.ts';
import { type Compose, type Delivered, deliver } from './deliver.ts';
import { targetKey } from './delivery.ts';
import type { Claim, LaneLeases, Outbox, OutboxQueue } from './outbox.ts';
import type { Reach } from './reach.ts';
import type { Signal } from './signal.ts';

/** Claimed ahead for each message that may be under way. */
const HANDFUL = 4;
/** Of the messages under way, those to targets that did not answer last time. */
const MOST_SUSPECTS = 4;

export interface LaneParts {
  readonly queue: OutboxQueue;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly leases: LaneLeases;
  readonly compose: Compose;
  readonly reach: Reach;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique for each start of the program. */
  readonly owner: string;
  readonly pace: Pace;
}

/** All spans in milliseconds of the clock. */
export interface Pace {
  /** How long a sender may be silent before another takes its lane. */
  readonly leaseMs: number;
  readonly sendTimeoutMs: number;
  /** Between two messages to one target. */
  readonly spacingMs: number;
  /** How often the outbox is looked at when nobody wakes the courier. */
  readonly pollMs: number;
  /** Messages under way at once in one lane. */
  readonly concurrency: number;
}

interface Lane {
  readonly parts: LaneParts;
  readonly name: string;
  readonly messenger: Messenger;
  /** Something was settled, or there is something new. */
  readonly news: Signal;
  /** Claimed and not begun. */
  readonly hand: Claim[];
  readonly underWay: Set<string>;
  /** By target: not before that instant. */
  readonly resting: Map<string, Instant>;
  /** Targets that did not answer in time when last written to. */
  readonly suspects: Set<string>;
  leaseUntil: Instant;
  heldUntil: Instant;
}

/**
 * Sends what is ready in one lane, as long as there is something and the lease can
 * be had. One target gets its messages one by one and spaced; a target that hangs
 * takes a place of its own and nobody else's.
 */
export async function runLane(
  parts: LaneParts,
  name: string,
  messenger: Messenger,
  news: Signal,
  stop: AbortSignal,
): Promise<void> {
  const lane: Lane = {
    ...{ parts, name, messenger, news },
    hand: [],
    underWay: new Set(),
    resting: new Map(),
    suspects: new Set(),
    leaseUntil: 0,
    heldUntil: 0,
  };
  try {
    while (!stop.aborted && (await step(lane))) await news.wait(parts.clock, pauseMs(lane));
    await leave(lane);
  } catch (error) {
    parts.log.error({ error, lane: name }, 'A lane stopped; it is taken up again');
    while (lane.underWay.size > 0) await news.wait(parts.clock, parts.pace.pollMs);
  }
}

/** False when there is nothing to do, or somebody else has the lane. */
async function step(lane: Lane): Promise<boolean> {
  const { parts, name, hand, underWay, resting } = lane;
  const { clock, leases, owner, pace } = parts;
  const now = clock.now();
  for (const [target, until] of resting) if (until <= now) resting.delete(target);
  if (lane.leaseUntil - now < pace.leaseMs / 2) {
    const until = now + pace.leaseMs;
    if (!(await leases.hold(name, owner, now, until))) return false;
    lane.leaseUntil = until;
  }
  if (lane.heldUntil <= now) {
    // What is at hand is on its way while more is fetched.
    begin(lane);
    if (hand.length < pace.concurrency) await fill(lane, now);
    if (lane.heldUntil <= clock.now()) begin(lane);
  }
  return hand.length > 0 || underWay.size > 0 || resting.size > 0;
}

async function fill({ parts, name, hand, underWay, resting, leaseUntil }: Lane, now: Instant) {
  const { queue, owner, pace } = parts;
  const claims = await queue.claim({
    lane: name,
    owner,
    now,
    leaseUntil,
    limit: pace.concurrency * HANDFUL - hand.length,
    exceptTargets: [...underWay, ...resting.keys(), ...hand.map(targetOf)],
  });
  hand.push(...claims);
}

function begin(lane: Lane): void {
  const { hand, parts, underWay, suspects } = lane;
  while (underWay.size < parts.pace.concurrency) {
    const suspected = [...underWay].filter((target) => suspects.has(target)).length;
    const index = hand.findIndex(
      (claim) => suspected < MOST_SUSPECTS || !suspects.has(targetOf(claim)),
    );
    const [claim] = index === -1 ? [] : hand.splice(index, 1);
    if (claim === undefined) return;
    underWay.add(targetOf(claim));
    void deliver(
      { ...parts, messenger: lane.messenger, sendTimeoutMs: parts.pace.sendTimeoutMs },
      claim,
    ).then((delivered) => note(lane, claim, delivered));
  }
}

function note(lane: Lane, claim: Claim, { refusal, timedOut }: Delivered): void {
  const { parts, resting, suspects, underWay } = lane;
  const target = targetOf(claim);
  const notBefore = refusal?.notBefore ?? 0;
  underWay.delete(target);
  resting.set(target, Math.max(parts.clock.now() + parts.pace.spacingMs, notBefore));
  if (refusal?.scope === 'lane') lane.heldUntil = Math.max(lane.heldUntil, notBefore);
  if (timedOut) suspects.add(target);
  else suspects.delete(target);
  lane.news.raise();
}

/** Until the next thing to do that nobody announces. */
function pauseMs({ parts, resting, heldUntil }: Lane): number {
  const now = parts.clock.now();
  if (heldUntil > now) return heldUntil - now;
  const next = Math.min(now + parts.pace.pollMs, ...resting.values());
  return Math.max(next - now, 1);
}

/** Finishes what is under way, gives back what was not begun, and then the lane. */
async function leave({ parts, name, hand, news, underWay }: Lane): Promise<void> {
  const { clock, leases, owner, pace, queue } = parts;
  while (underWay.size > 0) await news.wait(clock, pace.pollMs);
  for (const claim of hand) {
    const at = clock.now();
    const kind = claim.doubtfulSince === undefined ? 'retry' : 'doubt';
    await queue.settle(claim, { kind, at }, at);
  }
  await leases.release(name, owner);
}

function targetOf({ deliveries: [{ target }] }: Claim): string {
  return targetKey(target);
}
