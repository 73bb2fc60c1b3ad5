import {
  isSourceUnsure,
  type Sourcing,
  sourceSighting,
} from '../announcements/alerting/sightings.ts';
import { type Instant, MINUTE_MS } from '../clock.ts';
import type { Backlog } from '../outbox/outbox.ts';
import type { Sighting } from '../outbox/spell.ts';
import type { Trouble } from '../outbox/trouble.ts';

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
  /** Of the schedule that whoever runs Hallway named: what organisers name is theirs to look after. */
  readonly schedule: Sourcing;
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
export function sightings(facts: Facts, now: Instant): readonly Sighting<Trouble>[] {
  return [
    ...diskSighting(facts, now),
    ...outageSighting(facts),
    ...tickSighting(facts, now),
    ...scheduleSightings(facts, now),
    ...Object.entries(facts.platforms).flatMap(([platform, reach]) =>
      reach.isReady
        ? lateSighting(platform, reach, facts, now)
        : [seen({ kind: 'platform', platform }, reach.since, now - reach.since >= AWAY_MS)],
    ),
  ];
}

function seen(trouble: Trouble, since: Instant, isGrave: boolean): Sighting<Trouble> {
  return { trouble, since, isGrave };
}

function diskSighting({ disk }: Facts, now: Instant): readonly Sighting<Trouble>[] {
  if (disk === undefined) return [];
  const little = Math.min(LITTLE_BYTES, disk.totalBytes * LITTLE_PART);
  if (disk.freeBytes >= ROOM_AGAIN * little) return [];
  return [seen({ kind: 'disk' }, now, disk.freeBytes < little)];
}

/** One that has ended is seen once more. */
function outageSighting({ outage }: Facts): readonly Sighting<Trouble>[] {
  if (outage === undefined || outage.isNoted) return [];
  return [seen({ kind: 'database' }, outage.since, isGraveOutage(outage))];
}

export function isGraveOutage({ since, seenAt }: Outage): boolean {
  return seenAt - since >= OUTAGE_MS;
}

function tickSighting({ lastTickAt, outage }: Facts, now: Instant): readonly Sighting<Trouble>[] {
  if (lastTickAt === undefined || isAway(outage)) return [];
  const since = Math.max(lastTickAt, outage?.until ?? lastTickAt);
  if (now - since < TICK_LATE_MS) return [];
  return [seen({ kind: 'ticks' }, since, now - since >= TICK_MISSED_MS)];
}

/**
 * Once the conference is over, nobody waits for changes: nothing begins to be wrong with its source,
 * and what was is over when it is. While the database is away nothing can be taken over.
 */
function scheduleSightings(
  { schedule, outage }: Facts,
  now: Instant,
): readonly Sighting<Trouble>[] {
  if (isAway(outage)) return [];
  const asked = { source: amissFrom(outage?.until, schedule.source), isOver: false };
  const unsure = (['sourceStale', 'sourceRefused'] as const).filter((kind) =>
    isSourceUnsure(kind, asked),
  );
  return [
    ...unsure.map((kind) => seen({ kind }, now, false)),
    ...sourceSighting(asked, now).map(({ trouble: { kind }, since, isGrave }) =>
      seen({ kind }, since, isGrave && !schedule.isOver),
    ),
  ];
}

/** What is wrong with it counts from then at the earliest. */
function amissFrom(from: Instant | undefined, source: Sourcing['source']): Sourcing['source'] {
  if (from === undefined || source?.problem === undefined) return source;
  const { problem } = source;
  return { ...source, problem: { ...problem, since: Math.max(problem.since, from) } };
}

function lateSighting(
  platform: string,
  reach: Reach,
  { backlog, outage }: Facts,
  now: Instant,
): readonly Sighting<Trouble>[] {
  const dueAt = backlog.flatMap((one) => (one.platform === platform ? [one.oldestDueAt] : []));
  if (dueAt.length === 0 || isAway(outage)) return [];
  const since = Math.max(Math.min(...dueAt), reach.since, outage?.until ?? reach.since);
  if (now - since < HARDLY_LATE_MS) return [];
  return [seen({ kind: 'late', platform }, since, now - since >= LATE_MS)];
}

function isAway(outage: Facts['outage']): boolean {
  return outage !== undefined && outage.until === undefined;
}
