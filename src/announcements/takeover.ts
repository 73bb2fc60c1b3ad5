import type { Instant } from '../clock.ts';
import type { LaneOf } from '../platform/messenger.ts';
import type { CommunityRef } from '../platform/target.ts';
import { applyDelays, delayFrom, heldBy, type RoomDelay } from '../programme/delays.ts';
import { type Change, diffSchedules } from '../schedule/changes.ts';
import type { FreshVersion, Takeover } from '../schedule/keeper.ts';
import type { Conference } from '../schedule/model.ts';
import { isNews, succeed } from '../schedule/succession.ts';
import type { Version } from '../schedule/versions.ts';
import { tellConsequences } from './consequences.ts';
import type { LedgerStores } from './ledger.ts';
import type { Shift } from './news.ts';
import { readSituation, type Situation } from './situation.ts';
import type { StarMove } from './starred.ts';

export interface TakeoverSetting {
  readonly now: Instant;
  readonly laneOf: LaneOf;
  /** Key of the conference that communities follow which chose none. */
  readonly defaultConference: string;
}

/**
 * Takes over what a source shows: within one transaction the version is kept, and
 * all that follows from it. A first load tells nothing; bytes that another process
 * has taken over already are only adopted.
 */
export async function takeOver(
  stores: LedgerStores,
  fresh: FreshVersion,
  { now, laneOf, defaultConference }: TakeoverSetting,
): Promise<Takeover> {
  const latest = await stores.versions.latest(fresh.key);
  if (latest?.fingerprint === fresh.fingerprint) return { kind: 'unchanged', version: latest };
  if (latest === undefined) {
    const version = { ...fresh, number: 1, takenAt: now };
    await stores.versions.keep(version);
    return { kind: 'first', version };
  }
  const succession = succeed(latest.conference, fresh.conference, now);
  if (succession.kind === 'refused') return succession;
  const { conference, ids, changes } = succession;
  const version = { ...fresh, number: latest.number + 1, takenAt: now, conference };
  await stores.versions.keep(version);
  const situation = await readSituation(stores, defaultConference);
  await followIds(stores, version, ids, situation);
  const step = shift(latest.conference, conference, changes, now);
  await tellConsequences(stores, {
    edition: { key: fresh.key, number: version.number, at: now, laneOf },
    situation,
    shiftOf: byCommunity((community) =>
      delayed(step, situation.delaysOf(community, fresh.key), now),
    ),
  });
  return { kind: 'taken', version };
}

/**
 * From `now` on a room is late, or on time again: told and planned anew in that community alone.
 * Returns how many talks still to come that concerns.
 */
export async function delayRoom(
  stores: LedgerStores,
  community: CommunityRef,
  key: string,
  { room, minutes }: Omit<RoomDelay, 'since'>,
  { now, laneOf, defaultConference }: TakeoverSetting,
): Promise<number> {
  const conference = (await stores.versions.latest(key))?.conference;
  if (conference === undefined) return 0;
  const before = (await readSituation(stores, defaultConference)).delaysOf(community, key);
  const earlier = before.findLast((delay) => delay.room === room);
  const delay = { room, minutes, since: delayFrom(now, earlier, conference) };
  await stores.communities.setDelay(community, key, delay);
  const situation = await readSituation(stores, defaultConference);
  const shift = between(
    applyDelays(conference, before),
    applyDelays(conference, situation.delaysOf(community, key)),
    now,
  );
  await tellConsequences(stores, {
    edition: { key, number: now, at: now, laneOf },
    situation,
    shiftOf: () => shift,
    only: community,
  });
  return heldBy(conference, delay).length;
}

/** What was told of a talk, and who starred it, stays with it under its new id. */
async function followIds(
  { outbox, stars }: LedgerStores,
  { key, conference, takenAt }: Version,
  ids: ReadonlyMap<string, string>,
  situation: Situation,
): Promise<void> {
  const renamed = new Map([...ids].filter(([from, to]) => from !== to));
  if (renamed.size === 0) return;
  await outbox.follow(key, renamed);
  await stars.follow(key, starMoves(renamed, conference, takenAt), takenAt);
  const present = new Map([...renamed.values()].map((id) => [id, id]));
  for (const community of situation.delayed(key)) {
    const seen = applyDelays(conference, situation.delaysOf(community, key));
    await stars.follow(key, starMoves(present, seen, takenAt), takenAt, community);
  }
}

function starMoves(
  ids: ReadonlyMap<string, string>,
  { talks }: Conference,
  now: Instant,
): readonly StarMove[] {
  const starts = new Map(
    talks.flatMap(({ id, status, start }) =>
      status === 'scheduled' && start > now ? [[id, start] as const] : [],
    ),
  );
  return [...ids].map(([from, to]) => {
    const start = starts.get(to);
    return { from, to, ...(start === undefined ? {} : { start }) };
  });
}

function delayed(step: Shift, delays: readonly RoomDelay[], now: Instant): Shift {
  if (delays.length === 0) return step;
  return between(applyDelays(step.before, delays), applyDelays(step.after, delays), now);
}

function between(before: Conference, after: Conference, now: Instant): Shift {
  return shift(before, after, diffSchedules(before, after).changes, now);
}

function shift(
  before: Conference,
  after: Conference,
  changes: readonly Change[],
  now: Instant,
): Shift {
  return { before, after, changes, news: changes.filter((change) => isNews(change, now)) };
}

/** Remembers the answer for each community: a diff is not cheap. */
function byCommunity(
  shiftOf: (community: CommunityRef | undefined) => Shift,
): (community: CommunityRef | undefined) => Shift {
  const known = new Map<string, Shift>();
  return (community) => {
    const name = community === undefined ? '' : `${community.platform}:${community.id}`;
    const shift = known.get(name) ?? shiftOf(community);
    known.set(name, shift);
    return shift;
  };
}
