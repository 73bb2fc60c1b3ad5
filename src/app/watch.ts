import { sourcingOf } from '../announcements/alerting/sightings.ts';
import { withDeadline } from '../clock/deadline.ts';
import { type Clock, DAY_MS, type Instant, MINUTE_MS, systemClock } from '../clock.ts';
import { operatorCard } from '../courier/wording/alerts/operatorCard.ts';
import type { Log } from '../log.ts';
import { messagesFor } from '../messages/messages.ts';
import { type Delivery, delivery } from '../outbox/delivery.ts';
import { attemptKeyOf, marksOf } from '../outbox/marks.ts';
import type { LaneLeases, Outbox } from '../outbox/outbox.ts';
import { outlook, type Spell } from '../outbox/spell.ts';
import { type Trouble, troubleKey } from '../outbox/trouble.ts';
import type { Platforms } from '../platform/platforms.ts';
import { PlatformError } from '../platform/refusal.ts';
import type { Target } from '../platform/target.ts';
import type { Keeper } from '../schedule/keeping/keeper.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import {
  type Disk,
  type Facts,
  isGraveOutage,
  type Outage,
  type Reach,
  sightings,
} from './operator.ts';

/** Whoever runs Hallway, and what can be found out for them. */
export interface OperatorPorts {
  readonly target: Target;
  /** One of `LANGUAGES`. */
  readonly language: string;
  readonly work: OperatorWork;
  /** Rejects when the database does not answer. */
  check(): Promise<void>;
  /** Where the database lies; undefined where that is on another machine. */
  disk(): Promise<Disk | undefined>;
}

export interface OperatorWork {
  /** Of all processes, one after the other. */
  transaction<T>(work: (stores: OperatorStores) => Promise<T>): Promise<T>;
  /** Of all processes. */
  lastTickAt(): Promise<Instant | undefined>;
}

export interface OperatorStores {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly spells: {
    all(): Promise<readonly Spell<Trouble>[]>;
    /** In place of the last one of its trouble. */
    keep(spell: Spell<Trouble>): Promise<void>;
  };
}

export interface WatchParts {
  readonly operator: OperatorPorts;
  readonly platforms: Pick<Platforms, 'messengers' | 'readiness' | 'channelsOf'>;
  readonly outbox: Pick<Outbox, 'backlog'>;
  readonly leases: LaneLeases;
  readonly keeper: Pick<Keeper, 'status' | 'get'>;
  /** Of whoever runs Hallway; whatever is enqueued needs one. */
  readonly conference: ConferenceKey;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique for each start of the program. */
  readonly owner: string;
}

export interface Watch {
  /** Looks whether all is well, and has the operator told what is not. Never rejects. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** A database that takes longer is of no use to anybody who asks something. */
const ANSWERED_WITHIN_MS = 10_000;
const SENT_WITHIN_MS = 15_000;
/** Of the process that speaks while the database is away; it looks every minute. */
const LEASE = 'operator';
const LEASE_MS = 3 * MINUTE_MS;
const USEFUL_MS = DAY_MS;

/**
 * What is seen goes into the database and, with it, into the outbox, so that of several processes and
 * several lives of one each thing is told once. That the database is away cannot go there: whoever
 * held the lease then says it directly, and at most once; a process that is begun anew meanwhile does
 * not come so far. That it is back, and how long it was not there, is told like everything else.
 */
export function createWatch(parts: WatchParts): Watch {
  const { operator, platforms, leases, clock, log, owner } = parts;
  const reaches = new Map<string, Reach>();
  let outage: Outage | undefined;
  /** Until when this process holds the lease, as far as it knows. */
  let spokesmanUntil = Number.NEGATIVE_INFINITY;
  let isOutageTold = false;
  let isChecked = false;
  const observe = (now: Instant, hasAnswered: boolean) => {
    for (const [platform, readiness] of Object.entries(platforms.readiness())) {
      // Another process answers there meanwhile.
      const isReady = readiness !== 'away';
      if (reaches.get(platform)?.isReady !== isReady)
        reaches.set(platform, { isReady, since: now });
    }
    const isAway = outage !== undefined && outage.until === undefined;
    if (hasAnswered) outage = outage && { until: now, ...outage };
    else outage = { since: now, ...(isAway ? outage : {}), seenAt: now, isNoted: false };
  };
  const note = async (facts: Facts, now: Instant) => {
    const { spells } = await inTime(() => tell(parts, facts, now));
    if (outage !== undefined) outage = { ...outage, isNoted: true };
    isOutageTold = spells.some(({ trouble, overAt }) => trouble.kind === 'database' && !overAt);
    const maySpeak =
      platforms.messengers.get(operator.target.platform) !== undefined &&
      (await leases.hold(LEASE, owner, now, now + LEASE_MS));
    spokesmanUntil = maySpeak ? now + LEASE_MS : Number.NEGATIVE_INFINITY;
  };
  const checkTarget = async () => {
    if (isChecked || platforms.readiness()[operator.target.platform] !== 'ready') return;
    isChecked = true;
    await inspect(parts);
  };
  const look = async () => {
    const now = clock.now();
    const answer = await ask(parts);
    observe(now, answer !== undefined);
    const disk = await operator.disk().catch(() => undefined);
    if (answer !== undefined) {
      const schedule = sourcingOf(parts.keeper, parts.conference, now);
      const facts = { ...answer, outage, disk, schedule, platforms: Object.fromEntries(reaches) };
      await note(facts, now);
    } else if (outage !== undefined && isGraveOutage(outage) && !isOutageTold) {
      // Nobody takes a lease from a database that is away; before that, while this process stood still, one may have.
      if (outage.since < spokesmanUntil) isOutageTold = await sayOutage(parts, outage, now);
    }
    await checkTarget();
  };
  return {
    look: () =>
      look().catch((error: unknown) => log.warn({ err: error }, 'The operator could not be told')),
    stop: () => leases.release(LEASE, owner).catch(() => undefined),
  };
}

/** What the database tells; undefined when it does not answer. */
async function ask({ operator, outbox, log }: WatchParts) {
  try {
    return await inTime(async () => {
      await operator.check();
      return { lastTickAt: await operator.work.lastTickAt(), backlog: await outbox.backlog() };
    });
  } catch (error) {
    log.error({ err: error }, 'The database does not answer');
    return undefined;
  }
}

function inTime<T>(work: () => Promise<T>): Promise<T> {
  return withDeadline(systemClock, ANSWERED_WITHIN_MS, work);
}

/** Returns the last spell of each trouble. */
function tell(parts: WatchParts, facts: Facts, now: Instant) {
  return parts.operator.work.transaction(async ({ outbox, spells }) => {
    const known = await spells.all();
    const news = outlook(sightings(facts, now), known, now, { nameOf: troubleKey });
    for (const spell of [...news.begun, ...news.lasting, ...news.over]) await spells.keep(spell);
    const begun = news.begun.filter(({ trouble }) => trouble.kind !== 'database');
    await outbox.enqueue([
      ...begun.map((spell) => deliveryOf(parts, spell, now)),
      ...news.over.map((spell) => deliveryOf(parts, spell, now, spell.seenAt)),
    ]);
    return { spells: await spells.all() };
  });
}

function deliveryOf(
  { operator, conference }: WatchParts,
  { trouble, since }: Pick<Spell<Trouble>, 'trouble' | 'since'>,
  now: Instant,
  until?: Instant,
): Delivery {
  const { target, language } = operator;
  const subject = { kind: 'operator', trouble, since } as const;
  const span = { dueAt: now, expiresAt: now + USEFUL_MS };
  return delivery(
    { target, conference, language },
    until === undefined ? subject : { ...subject, until },
    span,
  );
}

/** False where it was surely not said: perhaps it can be a minute later. */
async function sayOutage(parts: WatchParts, { since }: Outage, now: Instant): Promise<boolean> {
  const { operator, platforms, clock, log } = parts;
  const { target } = operator;
  const one = deliveryOf(parts, { trouble: { kind: 'database' }, since }, now);
  const card = operatorCard([one], 'UTC', now);
  const messenger = platforms.messengers.get(target.platform);
  if (messenger === undefined || card === undefined) return false;
  const dispatch = { target, card, attemptKey: attemptKeyOf([one], now), marks: marksOf(one) };
  // A process that stood still on the way would say what is long over, after another one said that.
  const isTrue = () => clock.now() < now + LEASE_MS;
  try {
    await withDeadline(systemClock, SENT_WITHIN_MS, (signal) =>
      messenger.send(dispatch, signal, () => !signal.aborted && isTrue()),
    );
    return true;
  } catch (error) {
    log.warn({ err: error }, 'The operator could not be told that the database is away');
    return !(error instanceof PlatformError && error.outcome === 'retry');
  }
}

/** A mistake in the setting shall not come out when something is wrong. */
async function inspect({ operator, platforms, log }: WatchParts): Promise<void> {
  const { target, language } = operator;
  if (target.kind !== 'channel') return;
  try {
    const found = await platforms
      .channelsOf(target.platform)
      ?.inspect(target, messagesFor(language));
    if (found === undefined || found.kind === 'writable') return;
    log.error({ target, ...found }, 'Nothing can be written to OPERATOR_CHANNEL');
  } catch (error) {
    log.warn({ err: error, target }, 'Whether OPERATOR_CHANNEL can be written to is not known');
  }
}
