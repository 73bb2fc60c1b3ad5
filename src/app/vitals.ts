import type { Announcer } from '../announcements/announcements.ts';
import { withDeadline } from '../clock/deadline.ts';
import { type Instant, systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Backlog, Outbox } from '../outbox/outbox.ts';
import type { Readiness } from '../platform/platform.ts';
import type { Keeper } from '../schedule/keeping/keeper.ts';
import type { SourceProblem, SourceStatus } from '../schedule/keeping/kept.ts';

/** How Hallway is at this moment, in figures; what happens in between is told to the `Meter`. */
export interface Vitals {
  /** By name, of this process. */
  readonly platforms: Readonly<Record<string, Readiness>>;
  readonly lastTickAt: Instant | undefined;
  /** How many are in which state. */
  readonly sources: Readonly<Record<SourceState, number>>;
  /** Of the source that was not reached for the longest time, when it last was; `undefined` without any. */
  readonly oldestSourceAt: Instant | undefined;
  /** Of all processes, for the platforms of this one; `undefined` when the database does not answer. */
  readonly backlog: readonly Backlog[] | undefined;
}

export type SourceState = 'good' | SourceProblem['kind'];

export interface VitalsParts {
  readonly readiness: () => Readonly<Record<string, Readiness>>;
  readonly announcer: Pick<Announcer, 'status'>;
  readonly keeper: Pick<Keeper, 'statuses'>;
  readonly outbox: Pick<Outbox, 'backlog'>;
  readonly log: Log;
}

/** Whoever watches gives up after few seconds; a database that hangs answers never. */
const ANSWERED_WITHIN_MS = 2_000;

/** Never rejects: without its database, Hallway tells what it knows itself. */
export async function vitalsOf(parts: VitalsParts): Promise<Vitals> {
  const platforms = parts.readiness();
  const statuses = parts.keeper.statuses();
  return {
    platforms,
    lastTickAt: parts.announcer.status().lastTickAt,
    sources: countsOf(statuses),
    oldestSourceAt: oldest(statuses.map(reachedAt)),
    backlog: (await backlogOf(parts))?.filter(({ platform }) => platform in platforms),
  };
}

function countsOf(statuses: readonly SourceStatus[]): Vitals['sources'] {
  const counts = { good: 0, unreadable: 0, setAside: 0, shrunken: 0, past: 0 };
  for (const { problem } of statuses) counts[problem?.kind ?? 'good'] += 1;
  return counts;
}

/** A version from before the start was there when it was taken over. */
function reachedAt({ checkedAt, takenAt }: SourceStatus): Instant {
  return Math.max(checkedAt ?? takenAt, takenAt);
}

function oldest(instants: readonly Instant[]): Instant | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}

async function backlogOf({ outbox, log }: VitalsParts): Promise<Vitals['backlog']> {
  try {
    return await withDeadline(systemClock, ANSWERED_WITHIN_MS, () => outbox.backlog());
  } catch (error) {
    log.warn({ err: error }, 'What waits in the outbox could not be found out');
    return undefined;
  }
}
