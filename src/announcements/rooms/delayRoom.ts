import type { CommunityRef } from '../../platform/target.ts';
import { applyByHand } from '../../programme/byHand.ts';
import {
  applyDelays,
  delayFrom,
  delaysInForce,
  heldBy,
  lateSince,
  type RoomDelay,
} from '../../programme/delays.ts';
import type { Version } from '../../schedule/versions.ts';
import type { AnnouncerStores, AnnouncerWork } from '../announcerWork.ts';
import { readSituation } from '../situation.ts';
import { tellConsequences } from '../versions/consequences.ts';
import { afterLastTick, type TakeoverSetting } from '../versions/takeover.ts';
import { overlayUpdate } from '../versions/update.ts';

/** A version of the conference whose room is late. */
type Delayed = Pick<Version, 'key' | 'number' | 'conference'>;

/** Somebody says so. */
interface SaidDelay extends Omit<RoomDelay, 'since'> {
  /** Id of that member. */
  readonly by: string;
}

/**
 * From `now` on a room is late, or on time again: told and planned anew in that community alone.
 * Returns how many talks still to come that concerns. `version` is the one known here; where another
 * process went on to the next, that one counts.
 */
export async function delayRoom(
  announcerWork: AnnouncerWork,
  community: CommunityRef,
  version: Delayed,
  delay: SaidDelay,
  setting: TakeoverSetting,
): Promise<number> {
  const held = await announcerWork.transaction(async (stores) => {
    const head = await stores.versions.head(version.key);
    if (head?.number !== version.number) return undefined;
    return setDelay(stores, community, version, delay, setting);
  });
  if (held !== undefined) return held;
  const latest = await announcerWork.transaction(({ versions }) => versions.latest(version.key));
  return latest === undefined ? 0 : delayRoom(announcerWork, community, latest, delay, setting);
}

async function setDelay(
  stores: AnnouncerStores,
  community: CommunityRef,
  { key, conference: published }: Delayed,
  { room, minutes, by }: SaidDelay,
  { clock, defaultConference }: TakeoverSetting,
): Promise<number> {
  const now = await afterLastTick(stores, clock);
  const overlay = (await readSituation(stores, defaultConference)).overlayOf(community, key);
  const { delays: former, talks } = overlay;
  const conference = applyByHand(published, talks);
  const earlier = former.findLast((delay) => delay.room === room);
  const delay = { room, minutes, since: delayFrom(now, earlier, conference) };
  await stores.communities.setDelay(community, key, delay);
  const inForce = delaysInForce(former, conference, now).find((late) => late.room === room);
  const name = conference.rooms.find(({ slug }) => slug === room)?.name ?? room;
  const act = {
    kind: 'delay',
    about: [name],
    before: [`${inForce?.minutes ?? 0} min`],
    after: [`${minutes} min`],
  } as const;
  await stores.acts.record(community, act, { at: now, by });
  const situation = await readSituation(stores, defaultConference);
  const { delays } = situation.overlayOf(community, key);
  const since = lateSince(delays, room, conference.days) ?? delay.since;
  const before = applyDelays(conference, former);
  const after = applyDelays(conference, delays);
  const late = { room, name, minutes, since };
  const update = overlayUpdate({ key, number: now, at: now, late, before, after });
  await tellConsequences(stores, { updateFor: () => update, situation, only: community });
  return heldBy(conference, delay).length;
}
