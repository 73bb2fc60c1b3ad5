import { HOUR_MS, type Instant, MINUTE_MS } from '../clock.ts';
import type { Backlog } from '../outbox/outbox.ts';
import { type Trouble, troubleKey } from '../outbox/trouble.ts';

/** What one process knows of itself and of what it stands on, at one moment. */
export interface Facts {
  /** The last time at which the database did not answer, as far as this process saw. */
  readonly outage: Outage | undefined;
  readonly platforms: Readonly<Record<string, Reach>>;
  /** Of all processes; undefined before the first, and while nobody can tell. */
  readonly lastTickAt: Instant | undefined;
  readonly backlog: readonly Backlog[];
  /** Where the database lies; undefined where that is on another machine. */
  readonly disk: Disk | undefined;
}

export interface Outage {
  readonly since: Instant;
  /** When it was last asked in vain. */
  readonly seenAt: Instant;
  /** When it answered again; undefined while it does not. */
  readonly until?: Instant;
  /** Whether its end has been looked at: while it lasts, nobody can write down that it was seen. */
  readonly isNoted: boolean;
}

/** Whether people can be answered on a platform, and since when that is so. */
export interface Reach {
  readonly isReady: boolean;
  readonly since: Instant;
}

export interface Disk {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** A trouble that a process sees now. One that is not grave is no news, but does not let another one be over. */
export interface Sighting {
  readonly trouble: Trouble;
  readonly since: Instant;
  readonly isGrave: boolean;
}

/** A trouble as all processes remember it: the last spell of it. */
export interface Spell {
  readonly trouble: Trouble;
  readonly since: Instant;
  /** When some process saw it last. */
  readonly seenAt: Instant;
  /** When it was told that it is over; undefined while it is not. */
  readonly overAt?: Instant | undefined;
  /** How often it has come back, each time soon after it was over. */
  readonly returns: number;
}

/** What follows from one look. */
export interface Outlook {
  /** Those that are otherwise than before. */
  readonly spells: readonly Spell[];
  readonly begun: readonly Spell[];
  /** Over as of `seenAt`. */
  readonly over: readonly Spell[];
}

/** Two looks in a row: they are a minute apart, more or less. */
const OUTAGE_MS = 0.75 * MINUTE_MS;
const AWAY_MS = 5 * MINUTE_MS;
/** Half a minute of grace: ticks are a minute apart. */
const TICK_MISSED_MS = 1.5 * MINUTE_MS;
const TICK_LATE_MS = 1.25 * MINUTE_MS;
const LATE_MS = 2 * MINUTE_MS;
const HARDLY_LATE_MS = MINUTE_MS;
/** The database of a large conference has some 50 MB, and half as much again for its log of changes. */
const LITTLE_BYTES = 256 * 2 ** 20;
/** On a small volume that much is never free. */
const LITTLE_PART = 0.1;
const ROOM_AGAIN = 2;

/** All that a process sees. A cause is told, and not what follows from it. */
export function sightings(facts: Facts, now: Instant): readonly Sighting[] {
  return [
    ...diskSighting(facts, now),
    ...outageSighting(facts),
    ...tickSighting(facts, now),
    ...Object.entries(facts.platforms).flatMap(([platform, reach]) =>
      reach.isReady
        ? lateSighting(platform, reach, facts, now)
        : [seen({ kind: 'platform', platform }, reach.since, now - reach.since >= AWAY_MS)],
    ),
  ];
}

function seen(trouble: Trouble, since: Instant, isGrave: boolean): Sighting {
  return { trouble, since, isGrave };
}

function diskSighting({ disk }: Facts, now: Instant): readonly Sighting[] {
  if (disk === undefined) return [];
  const little = Math.min(LITTLE_BYTES, disk.totalBytes * LITTLE_PART);
  if (disk.freeBytes >= ROOM_AGAIN * little) return [];
  return [seen({ kind: 'disk' }, now, disk.freeBytes < little)];
}

/** One that has ended is seen once more. */
function outageSighting({ outage }: Facts): readonly Sighting[] {
  if (outage === undefined || outage.isNoted) return [];
  return [seen({ kind: 'database' }, outage.since, isGraveOutage(outage))];
}

export function isGraveOutage({ since, seenAt }: Outage): boolean {
  return seenAt - since >= OUTAGE_MS;
}

function tickSighting({ lastTickAt, outage }: Facts, now: Instant): readonly Sighting[] {
  if (lastTickAt === undefined || isAway(outage)) return [];
  const since = Math.max(lastTickAt, outage?.until ?? lastTickAt);
  if (now - since < TICK_LATE_MS) return [];
  return [seen({ kind: 'ticks' }, since, now - since >= TICK_MISSED_MS)];
}

function lateSighting(
  platform: string,
  reach: Reach,
  { backlog, outage }: Facts,
  now: Instant,
): readonly Sighting[] {
  const dueAt = backlog.flatMap((one) => (one.platform === platform ? [one.oldestDueAt] : []));
  if (dueAt.length === 0 || isAway(outage)) return [];
  const since = Math.max(Math.min(...dueAt), reach.since, outage?.until ?? reach.since);
  if (now - since < HARDLY_LATE_MS) return [];
  return [seen({ kind: 'late', platform }, since, now - since >= LATE_MS)];
}

function isAway(outage: Facts['outage']): boolean {
  return outage !== undefined && outage.until === undefined;
}

/** Unseen for as long, by every process, a trouble is over. */
const CALM_MS = 3 * MINUTE_MS;
/** Whatever comes back within that time, once over, has to be gone for longer: it flaps. */
const SOON_MS = HOUR_MS;
const MOST_RETURNS = 19;

/**
 * What the operator is told after a look: each trouble once when it begins, and once when it is over,
 * in whatever order processes look and however often they are begun anew.
 */
export function outlook(
  seenNow: readonly Sighting[],
  known: readonly Spell[],
  now: Instant,
): Outlook {
  const keys = new Map(seenNow.map((one) => [troubleKey(one.trouble), one]));
  const open = known.filter(({ overAt }) => overAt === undefined);
  const isOpen = (trouble: Trouble) =>
    open.some((spell) => troubleKey(spell.trouble) === troubleKey(trouble));
  const begun = [...keys.values()].flatMap((one) =>
    one.isGrave && !isOpen(one.trouble) ? [begin(one, formerOf(one, known), now)] : [],
  );
  const lasting = open.flatMap((spell) =>
    // Of a clock that was set back nothing is said but what it says from then on.
    keys.has(troubleKey(spell.trouble)) || spell.seenAt > now ? [{ ...spell, seenAt: now }] : [],
  );
  const over = open.flatMap((spell) =>
    !keys.has(troubleKey(spell.trouble)) && now - spell.seenAt >= CALM_MS * (1 + spell.returns)
      ? [{ ...spell, overAt: now }]
      : [],
  );
  return { spells: [...begun, ...lasting, ...over], begun, over };
}

function formerOf({ trouble }: Sighting, known: readonly Spell[]): Spell | undefined {
  return known.find((spell) => troubleKey(spell.trouble) === troubleKey(trouble));
}

/** No two spells of a trouble have begun at the same moment: by that they are told apart. */
function begin({ trouble, since }: Sighting, former: Spell | undefined, now: Instant): Spell {
  if (former?.overAt === undefined) return { trouble, since, seenAt: now, returns: 0 };
  const isSoon = Math.abs(now - former.overAt) < SOON_MS;
  return {
    trouble,
    since: Math.max(since, former.seenAt + 1, former.since + 1),
    seenAt: now,
    returns: isSoon ? Math.min(former.returns + 1, MOST_RETURNS) : 0,
  };
}
