import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock, Instant } from '../../clock.ts';
import type { Meter } from '../../log/meter.ts';
import type { Log } from '../../log.ts';
import type { Flaw } from '../comparing/succession.ts';
import type { Feed } from '../feed.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { RefusedVersions } from '../refusedVersions.ts';
import type { Conference } from '../schedule.ts';
import type { ConferenceKey, Source } from '../source.ts';
import { type Again, type Found, findSchedule, type Read, readAgain } from '../sources/find.ts';
import { shownSource } from '../sources/shownSource.ts';
import type { Version, Versions } from '../versions.ts';
import {
  inUse,
  type Kept,
  type SourceProblem,
  type SourceStatus,
  seenIn,
  statusOf,
} from './kept.ts';
import { isDue, refreshAt } from './rhythm.ts';

/** A version as its source shows it. */
export type FreshVersion = Pick<Version, 'key' | 'fingerprint' | 'validators' | 'conference'>;

export type Takeover =
  | { readonly kind: 'first' | 'taken'; readonly version: Version }
  /** It says what the version before does, which stays. */
  | { readonly kind: 'unchanged'; readonly version: Version }
  /** Another process took one over while this one was being read; the source is to be asked again. */
  | { readonly kind: 'overtaken'; readonly version: Version }
  /** It is not believed; the version before stays. Never of a first one. */
  | { readonly kind: 'refused'; readonly flaw: Flaw };

/**
 * From a source's bytes to its conference; rejects with a `ScheduleFormatError` where they are none, or
 * take longer to read.
 */
export type Decode = (
  bytes: Uint8Array,
  timeZone: string | undefined,
  withinMs?: number,
) => Promise<Conference>;

export interface KeeperParts {
  /** The operator's; its title counts whoever names the source. */
  readonly defaultSource: Source;
  readonly feed: Feed;
  readonly decode: Decode;
  readonly versions: Pick<Versions, 'latest' | 'setAside' | 'numbers'>;
  readonly refused: Pick<RefusedVersions, 'head' | 'drop'>;
  /** Keeps the version, and all that follows from it, at once or not at all. */
  readonly take: (fresh: FreshVersion, known: Version | undefined) => Promise<Takeover>;
  /** Remembers where the schedule of the source with that key is, and the page that led there. */
  readonly remember: (source: Source) => Promise<void>;
  readonly clock: Clock;
  readonly refreshMinutes: number;
  readonly log: Log;
  readonly meter: Meter;
  /** Milliseconds from any origin, to bound a search with. */
  readonly stopwatch: () => number;
  /** In `[0, 1)`; keeps many programs from asking a source in the same second. */
  readonly random: () => number;
}

/** Keeps the last good version of every conference in use, and asks the sources for newer ones. */
export interface Keeper {
  /**
   * The version in use of a source: kept from earlier, or else found, once for all who ask meanwhile;
   * throws what the feed and the decoder throw. `found` is what was found there a moment ago.
   */
  open(source: Source, found?: Found<Conference>): Promise<Version>;
  /** Looks for the source's schedule, which is not kept; throws what the feed and the decoder throw. */
  find(source: Source): Promise<Found<Conference>>;
  /** The same, where it is kept from earlier; the source is not asked. */
  load(source: Source): Promise<Version | undefined>;
  get(key: ConferenceKey): Version | undefined;
  status(key: ConferenceKey): SourceStatus | undefined;
  /** Of all sources in use. */
  statuses(): readonly SourceStatus[];
  /** Asks one source now. Never rejects: what is wrong is in its status. */
  refresh(key: ConferenceKey): Promise<void>;
  /** Asks those sources whose turn it is. */
  refreshDue(): Promise<void>;
  /** Lets go of all others: they are not asked any more, and opened again by whoever wants them. */
  keepOnly(keys: ReadonlySet<ConferenceKey>): void;
  /** Adopts versions that another process has taken over. */
  adopt(): Promise<void>;
}

/** Reading takes up to a gigabyte: so many at a time in the whole program, for polls and for people. */
const READINGS_AT_ONCE = 2;

/** A slow source holds up no other, and a fast one not more bytes than that many schedules have. */
const FETCHES_AT_ONCE = 8;

interface Asking extends KeeperParts {
  /** Whoever fetches waits for its turn. */
  readonly fetching: LimitFunction;
}

export function createKeeper(ports: KeeperParts): Keeper {
  const reading = pLimit(READINGS_AT_ONCE);
  const parts: Asking = {
    ...ports,
    fetching: pLimit(FETCHES_AT_ONCE),
    decode: (...task) => reading(() => ports.decode(...task)),
  };
  const kept = new Map<ConferenceKey, Kept>();
  /** Those under way. */
  const opening = new Map<string, Promise<Version>>();
  const open = async (source: Source, found?: Found<Conference>) => {
    const opened = (await loadKept(parts, source)) ?? (await findKept(parts, source, found));
    kept.set(source.key, opened);
    return opened.version;
  };
  const refresh = async (one: Kept) => {
    one.refreshing ??= ask(parts, one).finally(() => {
      one.refreshing = undefined;
    });
    await one.refreshing;
  };
  const statuses = () => [...kept.values()].map(statusOf);
  return {
    find: (source) => parts.fetching(() => findSchedule(source, parts)),
    open: async (source, found) => {
      const { key } = source;
      const known = kept.get(key);
      if (known !== undefined) return known.version;
      const first = opening.get(key) ?? open(source, found).finally(() => opening.delete(key));
      opening.set(key, first);
      return first;
    },
    load: async (source) => {
      const { key } = source;
      const loaded = kept.get(key) ?? (await loadKept(parts, source));
      // Meanwhile it may have been opened.
      if (loaded !== undefined && !kept.has(key)) kept.set(key, loaded);
      return kept.get(key)?.version;
    },
    get: (key) => kept.get(key)?.version,
    status: (key) => statuses().find(({ source }) => source.key === key),
    statuses,
    refresh: async (key) => {
      const one = kept.get(key);
      if (one !== undefined) await refresh(one);
    },
    refreshDue: async () => {
      const now = parts.clock.now();
      await Promise.all(
        [...kept.values()]
          .filter((one) => isDue(one.refreshAt, now, one.version.conference, parts))
          .map(refresh),
      );
    },
    keepOnly: (keys) => {
      for (const key of kept.keys()) if (!keys.has(key)) kept.delete(key);
    },
    adopt: () => adopt(parts, kept),
  };
}

async function adopt(parts: KeeperParts, kept: ReadonlyMap<ConferenceKey, Kept>): Promise<void> {
  const numbers = await parts.versions.numbers();
  for (const [key, one] of kept) {
    if ((numbers.get(key) ?? 0) <= one.version.number) continue;
    const latest = await parts.versions.latest(key);
    // Meanwhile this process may have taken over an even newer one.
    if (latest === undefined || latest.number <= one.version.number) continue;
    use(parts, one, latest);
    // It was found in comparison with another; what organisers believe may be the same.
    if (isFlaw(one.problem)) one.problem = undefined;
  }
}

/** Of an earlier version, where there is one. */
async function loadKept(parts: KeeperParts, source: Source): Promise<Kept | undefined> {
  const latest = await parts.versions.latest(source.key);
  if (latest === undefined) return undefined;
  const now = parts.clock.now();
  const problem = (await setAside(parts, source, now)) ?? (await refusedBefore(parts, source));
  const never = { checkedAt: undefined, refreshing: undefined };
  return {
    ...never,
    source,
    ...inUse(parts.defaultSource, latest, source),
    refreshAt: now,
    problem,
  };
}

async function findKept(
  parts: Asking,
  named: Source,
  known: Found<Conference> | undefined,
): Promise<Kept> {
  const found = known ?? (await parts.fetching(() => findSchedule(named, parts)));
  const { source } = found;
  const takeover = await parts.take(freshFrom(found), undefined);
  await rememberMoved(parts, named, source);
  parts.meter.note({ kind: 'sourceAsked', outcome: takeover.kind });
  if (takeover.kind === 'refused') throw new Error('A first version was compared with another.');
  const now = parts.clock.now();
  const { version: taken } = takeover;
  return {
    ...{ source, ...inUse(parts.defaultSource, taken, source), checkedAt: now },
    ...{ problem: undefined, refreshing: undefined },
    refreshAt: takeover.kind === 'overtaken' ? now : refreshAt(taken.conference, now, parts),
  };
}

async function setAside(
  { versions, log }: KeeperParts,
  { key, address }: Source,
  now: Instant,
): Promise<SourceProblem | undefined> {
  const one = await versions.setAside(key);
  if (one === undefined) return undefined;
  const { number } = one;
  log.warn(
    { source: shownSource(address), number },
    'A version could not be loaded; the one before serves',
  );
  return { kind: 'setAside', since: now };
}

/** As it was the last time that the source was asked. */
async function refusedBefore(
  { refused }: KeeperParts,
  { key }: Source,
): Promise<SourceProblem | undefined> {
  const one = await refused.head(key);
  return one && { ...one.flaw, since: one.since };
}

function isFlaw(problem: SourceProblem | undefined): boolean {
  return problem?.kind === 'shrunken' || problem?.kind === 'past';
}

function use(parts: KeeperParts, one: Kept, taken: Version): void {
  Object.assign(one, inUse(parts.defaultSource, taken, one.source));
}

async function ask(parts: Asking, one: Kept): Promise<void> {
  const now = parts.clock.now();
  one.refreshAt = refreshAt(one.version.conference, now, parts);
  try {
    const asked = await parts.fetching(() => askAgain(parts, one));
    one.checkedAt = now;
    const takeover = asked && (await parts.take(freshFrom(asked), one.taken));
    parts.meter.note({ kind: 'sourceAsked', outcome: takeover?.kind ?? 'unchanged' });
    if (takeover?.kind === 'refused') {
      const { flaw } = takeover;
      const since = one.problem?.kind === flaw.kind ? one.problem.since : undefined;
      const facts = { source: shownSource(one.source.address), ...flaw };
      if (since === undefined) parts.log.warn(facts, 'A version is not believed');
      one.problem = { ...flaw, since: since ?? now };
      return;
    }
    if (isFlaw(one.problem)) await parts.refused.drop(one.source.key);
    one.problem = undefined;
    if (asked !== undefined) {
      await rememberMoved(parts, one.source, asked.source);
      one.source = asked.source;
    }
    if (takeover !== undefined) use(parts, one, takeover.version);
    if (asked !== undefined && takeover?.kind !== 'overtaken') one.seen = seenIn(asked);
    if (takeover?.kind === 'overtaken') one.refreshAt = now;
  } catch (error) {
    parts.meter.note({ kind: 'sourceAsked', outcome: 'unreadable' });
    const reason = error instanceof ScheduleFormatError ? error : String(error);
    const since = one.problem?.kind === 'unreadable' ? one.problem.since : now;
    one.problem = { kind: 'unreadable', reason, since };
  }
}

/** Where the schedule was not before, it is from now on. */
async function rememberMoved(parts: KeeperParts, before: Source, now: Source): Promise<void> {
  if (before.address === now.address && before.origin === now.origin) return;
  await parts.remember(now);
  const [from, source] = [shownSource(now.origin ?? before.address), shownSource(now.address)];
  parts.log.info({ from, source }, 'A page led to a schedule');
}

function freshFrom({ source, schedule, ...told }: Read<Conference>): FreshVersion {
  const { fingerprint, validators } = told;
  return { key: source.key, fingerprint, validators, conference: schedule };
}

/** Undefined when the source has nothing new. */
async function askAgain(
  parts: Asking,
  one: Kept,
): Promise<Extract<Again<Conference>, { readonly kind: 'read' }> | undefined> {
  const again = await readAgain(one.source, one.seen, parts);
  if (again.kind === 'read') return again;
  one.seen = again.seen;
  return undefined;
}
