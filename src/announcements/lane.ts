import type { Clock } from '../clock.ts';
import { PlatformError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Messenger } from '../platform.ts';
import type { Instant } from '../schedule/model.ts';
import { targetOf } from './claim.ts';
import type { Compose } from './compose.ts';
import { type Delivered, deliver } from './deliver.ts';
import { createGate, type Gate } from './gate.ts';
import type { Claim, LaneLeases, Outbox, OutboxQueue } from './outbox.ts';
import type { Pace } from './pace.ts';
import type { Reach } from './reach.ts';
import type { Signal } from './signal.ts';

/** Claimed and not begun: few, so that what falls due meanwhile waits for few. */
const MOST_AT_HAND = 8;
/** Begun and waiting for their turn to leave: enough for the database to find words meanwhile. */
const MOST_PREPARING = 3;
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

interface Lane {
  readonly parts: LaneParts;
  readonly name: string;
  readonly messenger: Messenger;
  /** Something was settled, or there is something new. */
  readonly news: Signal;
  readonly gate: Gate;
  /** Claimed and not begun, the earliest first. */
  hand: readonly Claim[];
  filling: Promise<void> | undefined;
  /** By target: begun, and not settled yet. */
  readonly underWay: Set<string>;
  /** Of these, whose words are looked for or whose turn has not come. */
  readonly preparing: Set<string>;
  /** By target: not before that instant. */
  readonly resting: Map<string, Instant>;
  /** Targets that did not answer in time when last written to. */
  readonly suspects: Set<string>;
  leaseUntil: Instant;
  heldUntil: Instant;
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
  const { clock, log, pace } = parts;
  const lane: Lane = {
    ...{ parts, name, messenger, news },
    gate: createGate((ms) => clock.sleep(ms * pace.speed)),
    hand: [],
    filling: undefined,
    underWay: new Set(),
    preparing: new Set(),
    resting: new Map(),
    suspects: new Set(),
    leaseUntil: 0,
    heldUntil: 0,
  };
  try {
    while (!stop.aborted && (await step(lane))) await news.wait(clock, pauseMs(lane));
  } catch (error) {
    log.error({ err: error, lane: name }, 'A lane stopped; it is taken up again');
  }
  await leave(lane).catch((error: unknown) =>
    log.error({ err: error, lane: name }, 'A lane was not given back; its lease ends by itself'),
  );
}

/** False when there is nothing to do, or somebody else has the lane. */
async function step(lane: Lane): Promise<boolean> {
  const { parts, name, underWay, resting } = lane;
  const { clock, leases, owner, pace } = parts;
  const now = clock.now();
  for (const [target, until] of resting) if (until <= now) resting.delete(target);
  if (lane.leaseUntil - now < pace.leaseMs / 2) {
    const until = now + pace.leaseMs;
    if (!(await leases.hold(name, owner, now, until))) return false;
    lane.leaseUntil = until;
  }
  begin(lane);
  if (trusted(lane) <= MOST_AT_HAND / 2 && lane.heldUntil <= now) lane.filling ??= fill(lane);
  // What is at hand is on its way while more is fetched.
  if (lane.hand.length === 0) await lane.filling;
  begin(lane);
  return lane.hand.length > 0 || underWay.size > 0 || resting.size > 0;
}

/** At hand, and surely to be begun before long. */
function trusted({ hand, suspects }: Lane): number {
  return hand.filter((claim) => !suspects.has(targetOf(claim))).length;
}

async function fill(lane: Lane): Promise<void> {
  const { parts, name, hand, underWay, resting, suspects, leaseUntil, news } = lane;
  const { queue, owner, clock, log } = parts;
  const taken = [...underWay, ...hand.map(targetOf)];
  const suspected = taken.filter((target) => suspects.has(target)).length;
  try {
    const claims = await queue.claim({
      lane: name,
      owner,
      now: clock.now(),
      leaseUntil,
      limit: MOST_AT_HAND - trusted(lane),
      exceptTargets: [...taken, ...resting.keys(), ...(suspected < MOST_SUSPECTS ? [] : suspects)],
    });
    lane.hand = [...lane.hand, ...claims].toSorted(byDue);
    if (claims.length > 0) news.raise();
  } catch (error) {
    log.error({ err: error, lane: name }, 'Nothing could be claimed; it is tried again');
  } finally {
    lane.filling = undefined;
  }
}

function byDue({ deliveries: [a] }: Claim, { deliveries: [b] }: Claim): number {
  return a.dueAt - b.dueAt;
}

function begin(lane: Lane): void {
  const { parts, underWay, preparing } = lane;
  while (
    underWay.size < parts.pace.concurrency &&
    preparing.size < MOST_PREPARING &&
    lane.heldUntil <= parts.clock.now()
  ) {
    const claim = nextClaim(lane);
    if (claim === undefined) return;
    const target = targetOf(claim);
    lane.hand = lane.hand.filter((one) => one !== claim);
    underWay.add(target);
    preparing.add(target);
    const { messenger } = lane;
    const { sendTimeoutMs } = parts.pace;
    const turn = () => takeTurn(lane, claim);
    void deliver({ ...parts, messenger, sendTimeoutMs, turn }, claim).then((delivered) =>
      note(lane, claim, delivered),
    );
  }
}

function nextClaim({ hand, suspects, underWay }: Lane): Claim | undefined {
  const suspected = [...underWay].filter((target) => suspects.has(target)).length;
  return hand.find((claim) => suspected < MOST_SUSPECTS || !suspects.has(targetOf(claim)));
}

async function takeTurn(lane: Lane, claim: Claim): Promise<void> {
  const { gate, messenger, news, parts, preparing, resting } = lane;
  const target = targetOf(claim);
  await gate.pass(messenger.spacing(claim.deliveries[0].target));
  preparing.delete(target);
  resting.set(target, parts.clock.now() + parts.pace.spacingMs);
  news.raise();
  if (lane.heldUntil <= parts.clock.now()) return;
  throw new PlatformError('rate-limited', 'retry', 'The lane was told to rest meanwhile', {
    notBefore: lane.heldUntil,
    scope: 'lane',
  });
}

function note(lane: Lane, claim: Claim, { refusal, timedOut }: Delivered): void {
  const { preparing, resting, suspects, underWay } = lane;
  const target = targetOf(claim);
  const notBefore = refusal?.notBefore ?? 0;
  underWay.delete(target);
  preparing.delete(target);
  resting.set(target, Math.max(resting.get(target) ?? 0, notBefore));
  if (refusal?.scope === 'lane') lane.heldUntil = Math.max(lane.heldUntil, notBefore);
  if (timedOut) suspects.add(target);
  else suspects.delete(target);
  lane.news.raise();
}

/** Until the next thing to do that nobody announces. */
function pauseMs({ parts, resting, heldUntil }: Lane): number {
  const { clock, pace } = parts;
  const now = clock.now();
  // A lane that rests is still ours.
  if (heldUntil > now) return Math.min(heldUntil - now, pace.leaseMs / 3);
  const next = Math.min(now + pace.pollMs, ...resting.values());
  return Math.max(next - now, 1);
}

/** Finishes what is under way, gives back what was not begun, and then the lane. */
async function leave(lane: Lane): Promise<void> {
  const { parts, name, news, underWay } = lane;
  const { clock, leases, owner, pace, queue } = parts;
  await lane.filling;
  while (underWay.size > 0) await news.wait(clock, pace.pollMs);
  for (const claim of lane.hand) {
    const at = clock.now();
    const kind = claim.doubtfulSince === undefined ? 'retry' : 'doubt';
    await queue.settle(claim, { kind, at }, at);
  }
  await leases.release(name, owner);
}
