import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { Concern, ConcernedConference } from '../../outbox/concern.ts';
import type { Alert } from '../../outbox/kinds/alert.ts';
import type { Sighting } from '../../outbox/spell.ts';
import { FEED_HOLDS_MS } from '../../programme/rooms/roomFeed.ts';
import type { SpeakerClaim } from '../../programme/speakerClaims.ts';
import type { Keeper } from '../../schedule/keeping/keeper.ts';
import type { SourceStatus } from '../../schedule/keeping/kept.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

/** How a community is doing, as one process sees it. */
export interface Circumstances {
  /** Its main one first. */
  readonly conferences: readonly ConferenceCircumstances[];
  /** Channels that it announces to and that are closed, by their ids, each since when. */
  readonly closed: ReadonlyMap<string, Instant>;
  /** When the oldest message was due that still waits. */
  readonly overdueSince: Instant | undefined;
  /** Since when nothing has kept messages of all communities; undefined while something does. */
  readonly freeSince: Instant | undefined;
}

/** How a conference's source is doing. */
export interface Sourcing {
  /** Undefined before it was first read. */
  readonly source: SourceStatus | undefined;
  /** Of a conference that is over nobody waits for changes. */
  readonly isOver: boolean;
}

/** How one of its conferences is doing. */
export interface ConferenceCircumstances extends Sourcing {
  /** Absent where it is the only one. */
  readonly conference?: ConcernedConference;
  /** Talks changed by hand of which the source goes on to say something else. */
  readonly contradicted: readonly { readonly talk: TalkId; readonly title: string }[];
  /** Those that wait for a decision. */
  readonly claims: readonly SpeakerClaim[];
  /** That the feed of how rooms stand cannot be read, and whether it is asked now; undefined where it can, or there is none. */
  readonly roomFeedFails: { readonly since: Instant; readonly isAsked: boolean } | undefined;
}

export function sourcingOf(
  keeper: Pick<Keeper, 'status' | 'get'>,
  key: ConferenceKey,
  now: Instant,
): Sourcing {
  const end = keeper.get(key)?.conference.days.at(-1)?.end;
  return { source: keeper.status(key), isOver: end !== undefined && end <= now };
}

const STALE_MS = 30 * MINUTE_MS;
const LATE_MS = 2 * MINUTE_MS;
const HARDLY_LATE_MS = MINUTE_MS;

/** All that there is to look at. `open` is what is known to be: where nobody can tell whether it is over, it is not. */
export function sightings(
  circumstances: Circumstances,
  open: readonly Pick<Alert, 'trouble'>[],
  now: Instant,
): readonly Sighting<Concern>[] {
  const sure = [
    ...circumstances.conferences.flatMap((one) => sightingsIn(one, now)),
    ...[...circumstances.closed].map(([channel, since]) =>
      seen({ kind: 'channel', channel }, since),
    ),
    ...lateSighting(circumstances, now),
  ];
  const unsure = open
    .filter(({ trouble }) => isUnsure(trouble, circumstances))
    .map(({ trouble }) => seen(trouble, now, false));
  return [...unsure, ...sure];
}

/** What is of one conference says so, where there are several. */
function sightingsIn(of: ConferenceCircumstances, now: Instant): readonly Sighting<Concern>[] {
  const { conference } = of;
  const all = [
    ...sourceSighting(of, now),
    ...of.contradicted.map((one) => seen({ kind: 'contradiction', ...one }, now)),
    ...of.claims.map(({ id, speaker, claimedAt }) =>
      seen({ kind: 'claim', claim: id, name: speaker.name }, claimedAt),
    ),
    ...roomFeedSighting(of, now),
  ];
  return conference === undefined
    ? all
    : all.map((one) => ({ ...one, trouble: { ...one.trouble, conference } }));
}

function seen<T extends Concern>(trouble: T, since: Instant, isGrave = true): Sighting<T> {
  return { trouble, since, isGrave };
}

export type SourceConcern = Extract<Concern, { readonly kind: 'sourceStale' | 'sourceRefused' }>;

export function sourceSighting(
  { source, isOver }: Sourcing,
  now: Instant,
): readonly Sighting<SourceConcern>[] {
  if (isOver || source?.problem === undefined) return [];
  const { problem } = source;
  switch (problem.kind) {
    case 'shrunken':
    case 'past': {
      const { kind: flaw, lost, of, since } = problem;
      return [seen({ kind: 'sourceRefused', flaw, lost, of }, since)];
    }
    case 'unreadable':
    case 'setAside':
      return [seen({ kind: 'sourceStale' }, problem.since, now - problem.since >= STALE_MS)];
  }
}

function roomFeedSighting(
  { roomFeedFails: fails, isOver }: ConferenceCircumstances,
  now: Instant,
): readonly Sighting<Concern>[] {
  if (isOver || fails === undefined) return [];
  const { since, isAsked } = fails;
  return [seen({ kind: 'roomFeedStale' }, since, isAsked && now - since >= FEED_HOLDS_MS)];
}

function lateSighting(
  { overdueSince, freeSince }: Circumstances,
  now: Instant,
): readonly Sighting<Concern>[] {
  if (overdueSince === undefined || freeSince === undefined) return [];
  const since = Math.max(overdueSince, freeSince);
  if (now - since < HARDLY_LATE_MS) return [];
  return [seen({ kind: 'late' }, since, now - since >= LATE_MS)];
}

/** A source that was not asked since the start, or does not answer, does not tell what it shows now. */
export function isSourceUnsure(kind: SourceConcern['kind'], { source, isOver }: Sourcing): boolean {
  switch (kind) {
    case 'sourceStale':
      return !isOver && source?.problem === undefined && source?.checkedAt === undefined;
    case 'sourceRefused':
      return !isOver && (source?.problem?.kind === 'unreadable' || source?.checkedAt === undefined);
  }
}

function isUnsure(
  { kind, conference }: Concern,
  { conferences, overdueSince, freeSince }: Circumstances,
): boolean {
  const of = conferences.find((one) => one.conference?.key === conference?.key);
  switch (kind) {
    case 'sourceStale':
    case 'sourceRefused':
      return of !== undefined && isSourceUnsure(kind, of);
    case 'late':
      return overdueSince !== undefined && freeSince === undefined;
    case 'channel':
    case 'contradiction':
    case 'claim':
    case 'roomFeedStale':
      return false;
  }
}
