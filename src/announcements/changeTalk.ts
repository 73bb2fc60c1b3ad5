import type { CommunityRef } from '../platform/target.ts';
import type { Act } from '../programme/acts.ts';
import { afterAct, type TalkAct } from '../programme/byHand.ts';
import { applyOverlay } from '../programme/overlay.ts';
import { wallTimeAt } from '../schedule/assembling/zone.ts';
import { type Change, talkOf } from '../schedule/comparing/changes.ts';
import type { Conference, Talk, TalkId } from '../schedule/schedule.ts';
import type { Version } from '../schedule/versions.ts';
import type { AnnouncerStores, AnnouncerWork } from './announcerWork.ts';
import { readSituation } from './situation.ts';
import { formerTalk } from './versions/change.ts';
import {
  countTold,
  newsDeliveries,
  type Telling,
  type ToldCount,
  tellConsequences,
} from './versions/consequences.ts';
import { afterLastTick, type TakeoverSetting } from './versions/takeover.ts';
import { overlayUpdate } from './versions/update.ts';

/** A version of the conference whose talk organisers change. */
type Changed = Pick<Version, 'key' | 'number' | 'conference'>;

export interface TalkChange {
  readonly talk: TalkId;
  readonly act: TalkAct;
}

/** What an act changes, as the community sees it, and who is told. */
export interface TalkChanged extends ToldCount {
  /** Undefined where the talk is like that already, or is there no more. */
  readonly change: Change | undefined;
}

/**
 * Organisers change one talk, in their community alone: kept, and told in the same transaction. With
 * nobody in `by`, the id of whoever asks for it, nothing is done, and what would be is returned. `version` is the one known here; where
 * another process went on to the next, that one counts.
 */
export async function changeTalk(
  announcerWork: AnnouncerWork,
  community: CommunityRef,
  version: Changed,
  change: TalkChange,
  setting: TakeoverSetting,
  by?: string,
): Promise<TalkChanged> {
  const changed = await announcerWork.transaction(async (stores) => {
    const head = await stores.versions.head(version.key);
    if (head?.number !== version.number) return undefined;
    const step = await stepOf(stores, community, version, change, setting);
    if (by !== undefined) await step.keep(by);
    return step.changed;
  });
  if (changed !== undefined) return changed;
  const latest = await announcerWork.transaction(({ versions }) => versions.latest(version.key));
  if (latest === undefined) return NOTHING;
  return changeTalk(announcerWork, community, latest, change, setting, by);
}

const NOTHING: TalkChanged = { change: undefined, channels: 0, members: 0 };

interface Step {
  readonly changed: TalkChanged;
  keep(by: string): Promise<void>;
}

async function stepOf(
  stores: AnnouncerStores,
  community: CommunityRef,
  { key, conference }: Changed,
  { talk: id, act }: TalkChange,
  { clock, defaultConference }: TakeoverSetting,
): Promise<Step> {
  const at = await afterLastTick(stores, clock);
  const situation = await readSituation(stores, defaultConference);
  const earlier = situation.overlayOf(community, key);
  const talk = conference.talks.find((one) => one.id === id);
  if (talk === undefined) return { changed: NOTHING, keep: async () => {} };
  const own = earlier.talks.find((one) => one.talk === id);
  const next = afterAct(act, own, talk, conference, at);
  const others = earlier.talks.filter((one) => one.talk !== id);
  const overlay = { ...earlier, talks: next === undefined ? others : [...others, next] };
  const update = overlayUpdate({
    ...{ key, number: at, at },
    before: applyOverlay(conference, earlier),
    after: applyOverlay(conference, overlay),
  });
  const telling: Telling = { updateFor: () => update, situation, only: community };
  return {
    changed: {
      change: update.changes[0],
      ...countTold(await newsDeliveries(stores, telling)),
    },
    keep: async (by) => {
      await stores.acts.record(community, actWords(update.changes[0], talk, act, conference), {
        at,
        by,
      });
      if (next === undefined) await stores.communities.dropByHand(community, key, id);
      else await stores.communities.setByHand(community, key, next);
      await tellConsequences(stores, telling);
    },
  };
}

/** For the log, as the command takes it. */
function actWords(
  change: Change | undefined,
  published: Talk,
  act: TalkAct,
  { timeZone }: Conference,
): Act {
  const before = change === undefined ? published : formerTalk(change);
  const after = change === undefined ? published : talkOf(change);
  const placed = ({ start, room = '', status }: Talk) => {
    if (status === 'canceled') return 'cancel';
    const clock = wallTimeAt(start, timeZone).toString({ smallestUnit: 'minute' });
    return `${clock.replace('T', ' ')} ${room}`.trim();
  };
  const about = { kind: 'talk', about: [before.title] } as const;
  switch (act.kind) {
    case 'move':
      return { ...about, before: [placed(before)], after: [`${act.kind} ${placed(after)}`] };
    case 'rename':
      return { ...about, before: [before.title], after: [`${act.kind} ${after.title}`] };
    case 'cancel':
      return { ...about, before: [placed(before)], after: [act.kind] };
    case 'restore':
      return { ...about, before: [placed(before)], after: [`${act.kind} ${placed(after)}`] };
  }
}
