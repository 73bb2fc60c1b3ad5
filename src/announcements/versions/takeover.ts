import type { Clock, Instant } from '../../clock.ts';
import { applyOverlay } from '../../programme/overlay.ts';
import type { FreshVersion, Takeover } from '../../schedule/keeping/keeper.ts';
import type { Conference, TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Version } from '../../schedule/versions.ts';
import type { AnnouncerStores, AnnouncerWork } from '../announcerWork.ts';
import { byCommunity, readSituation, type Situation } from '../situation.ts';
import { starMoves } from '../starred.ts';
import { tellConsequences } from './consequences.ts';
import { type Next, type NotBelieved, prepareVersion } from './prepareVersion.ts';
import { settleByHand } from './settleByHand.ts';
import { overlaidUpdate, type Update } from './update.ts';

export interface TakeoverSetting {
  readonly clock: Pick<Clock, 'now'>;
  /** Key of the conference that communities follow which chose none. */
  readonly defaultConference: ConferenceKey;
}

export interface TakingOver extends TakeoverSetting {
  /** Makes what answers to questions need of a version, while the one before answers. */
  readonly ahead?: (conference: Conference) => Promise<void>;
}

/**
 * Takes over what a source shows: within one transaction the version is kept, and all that follows
 * from it. A first load tells nothing. What takes long, the comparison with the version `known` here,
 * is done before, while whatever waits is served. Where another process took over one meanwhile, that
 * is only adopted: these bytes may be older, as after a pause of the whole process, and would take
 * back what was told; their source is to be asked again.
 */
export async function takeOver(
  announcerWork: AnnouncerWork,
  fresh: FreshVersion,
  known: Version | undefined,
  setting: TakingOver,
): Promise<Takeover> {
  if (known?.fingerprint === fresh.fingerprint) return { kind: 'unchanged', version: known };
  const next = await prepareVersion(fresh, known, setting.clock.now());
  if (next.kind === 'unchanged') return next;
  if (next.kind === 'taken') await setting.ahead?.(next.version.conference);
  const takeover = await announcerWork.transaction(async (stores) => {
    const head = await stores.versions.head(fresh.key);
    if (head?.number !== known?.number) return undefined;
    return next.kind === 'refused' ? refuse(stores, next) : take(stores, next, setting);
  });
  if (takeover !== undefined) return takeover;
  const latest = await announcerWork.transaction(({ versions }) => versions.latest(fresh.key));
  return latest === undefined
    ? takeOver(announcerWork, fresh, undefined, setting)
    : { kind: 'overtaken', version: latest };
}

/** It is kept, so that organisers can look at it, and take it all the same. */
async function refuse(
  { refused: kept }: Pick<AnnouncerStores, 'refused'>,
  { refused }: NotBelieved,
): Promise<Takeover> {
  const known = await kept.head(refused.key);
  if (known?.digest !== refused.digest) await kept.keep(refused);
  return { kind: 'refused', flaw: refused.flaw };
}

/** Keeps it, and has all told that follows from it, within the transaction of these stores. */
export async function take(
  stores: AnnouncerStores,
  { kind, version, written, update: prepared, told, ids }: Next,
  { clock, defaultConference }: TakeoverSetting,
): Promise<Extract<Takeover, { readonly kind: 'first' | 'taken' }>> {
  const { key, number } = version;
  await stores.versions.keep(written);
  await stores.refused.drop(key);
  const at = kind === 'first' ? version.takenAt : await afterLastTick(stores, clock);
  const { renames } = prepared;
  const step = { number, at, changes: told, ids: others(ids), renames };
  await stores.changeLog.record(key, step);
  if (kind === 'taken') {
    const update = { ...prepared, at };
    const earlier = await readSituation(stores, defaultConference);
    await settleByHand(stores, update, ids);
    const situation = await readSituation(stores, defaultConference);
    await followIds(stores, update, ids, situation);
    const seenBy = byCommunity((community) => {
      const before = earlier.overlayOf(community, key);
      const after = situation.overlayOf(community, key);
      return overlaidUpdate(update, ids, { before, after });
    });
    // What a community does not have by hand any more is different there, too.
    const { overlaid } = earlier;
    await tellConsequences(stores, { updateFor: seenBy, situation: { ...situation, overlaid } });
  }
  return { kind, version };
}

/**
 * Now, with all ticks waiting until the transaction ends: what falls due from here on is in the window
 * of the next one, however long ago the comparison was begun.
 */
export async function afterLastTick(
  { watermark }: Pick<AnnouncerStores, 'watermark'>,
  clock: Pick<Clock, 'now'>,
): Promise<Instant> {
  await watermark.read();
  return clock.now();
}

/** What was told of a talk and asked about it, and who starred or follows it, stays with it under its new id. */
async function followIds(
  { outbox, alerts, stars, followed }: AnnouncerStores,
  { key, after: conference, at }: Update,
  ids: ReadonlyMap<TalkId, TalkId>,
  situation: Situation,
): Promise<void> {
  const renamed = others(ids);
  if (renamed.size === 0) return;
  await outbox.follow(key, renamed);
  await alerts.follow(key, renamed);
  const moves = starMoves(renamed, conference, at);
  await stars.follow(key, moves, at);
  await followed.follow(key, moves, at);
  const present = new Map([...renamed.values()].map((id) => [id, id]));
  for (const community of situation.overlaid(key)) {
    const seen = applyOverlay(conference, situation.overlayOf(community, key));
    const own = starMoves(present, seen, at);
    await stars.follow(key, own, at, community);
    await followed.follow(key, own, at, community);
  }
}

/** The ids that lead elsewhere. */
function others(ids: ReadonlyMap<TalkId, TalkId>): ReadonlyMap<TalkId, TalkId> {
  return new Map([...ids].filter(([from, to]) => from !== to));
}
