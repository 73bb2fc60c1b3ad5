import type { Instant } from '../../clock.ts';
import type { ToldChange } from '../../outbox/delivery.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { ActWords } from '../../programme/acts.ts';
import type { Digest, Refusal, RefusedVersion } from '../../schedule/refusedVersions.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Version } from '../../schedule/versions.ts';
import type { AnnouncerStores, AnnouncerWork } from '../announcerWork.ts';
import { readSituation } from '../situation.ts';
import { countTold, newsDeliveries, type ToldCount } from './consequences.ts';
import { type Next, prepareVersion } from './prepareVersion.ts';
import { settlingIn } from './settleByHand.ts';
import { type TakeoverSetting, take } from './takeover.ts';
import { overlaidUpdate, type Update } from './update.ts';

/** A version that was not believed, and what it would change in a community. */
export interface Doubted extends Refusal, ToldCount {
  /** What anybody can still make use of, as it is told. */
  readonly changes: readonly ToldChange[];
}

export type Accepted =
  | ({ readonly kind: 'taken' } & ToldCount)
  /** The source shows another by now, or the version in use is what it shows. */
  | { readonly kind: 'another' };

/** What the source's version that was not believed would change; undefined where there is none. */
export async function lookAtRefused(
  announcerWork: AnnouncerWork,
  key: ConferenceKey,
  community: CommunityRef,
  setting: TakeoverSetting,
): Promise<Doubted | undefined> {
  const step = await prepared(announcerWork, key, setting.clock.now());
  if (step === undefined) return undefined;
  const { digest, flaw, since } = step.refused;
  return announcerWork.transaction(async (stores) => {
    const { update, told } = await seenBy(stores, step.next, community, setting);
    return { digest, flaw, since, changes: update.news.map((news) => news.told), ...told };
  });
}

/**
 * Organisers believe the version that they looked at, and no other: it is taken over with all that
 * follows from it, as any that its source shows, for everybody who has that conference.
 */
export async function acceptVersion(
  announcerWork: AnnouncerWork,
  key: ConferenceKey,
  digest: Digest,
  { community, by }: { readonly community: CommunityRef; readonly by: string },
  setting: TakeoverSetting,
): Promise<Accepted> {
  const step = await prepared(announcerWork, key, setting.clock.now());
  if (step?.refused.digest !== digest) return { kind: 'another' };
  const { next, known } = step;
  return announcerWork.transaction(async (stores) => {
    const head = await stores.versions.head(key);
    const refusal = await stores.refused.head(key);
    // Another process took over one meanwhile, or was shown another.
    if (head?.number !== known.number || refusal?.digest !== digest) return { kind: 'another' };
    const { told } = await seenBy(stores, next, community, setting);
    await take(stores, next, setting);
    const [before, after] = [versionWords(known), versionWords(next.version)];
    const act = { kind: 'accept', about: [], before, after } as const;
    await stores.acts.record(community, act, { at: setting.clock.now(), by });
    return { kind: 'taken', ...told };
  });
}

interface Step {
  readonly known: Version;
  readonly refused: RefusedVersion;
  readonly next: Next;
}

/** Compared with the version in use, which takes long, outside of any transaction. */
async function prepared(
  announcerWork: AnnouncerWork,
  key: ConferenceKey,
  at: Instant,
): Promise<Step | undefined> {
  const { known, refused } = await announcerWork.transaction(async (stores) => ({
    known: await stores.versions.latest(key),
    refused: await stores.refused.get(key),
  }));
  if (known === undefined || refused === undefined) return undefined;
  const { fingerprint, validators, conference } = refused;
  const fresh = { key, fingerprint, validators, conference };
  const next = await prepareVersion(fresh, known, at, { isBelieved: true });
  // It says by now what the version in use does.
  return next.kind === 'taken' ? { known, refused, next } : undefined;
}

/** What it changes there, with what its organisers have by hand, and how many are told. */
async function seenBy(
  stores: AnnouncerStores,
  { update, ids }: Next,
  community: CommunityRef,
  { defaultConference }: TakeoverSetting,
): Promise<{ readonly update: Update; readonly told: ToldCount }> {
  const situation = await readSituation(stores, defaultConference);
  const before = situation.overlayOf(community, update.key);
  const settle = settlingIn(update.after, ids);
  const after = { ...before, talks: before.talks.flatMap((talk) => settle(talk) ?? []) };
  const seen = overlaidUpdate(update, ids, { before, after });
  const telling = { updateFor: () => seen, situation, only: community };
  return { update: seen, told: countTold(await newsDeliveries(stores, telling)) };
}

/** `#7`, `v3.1`: our own count, and what the source calls it. */
function versionWords({ number, conference }: Version): ActWords {
  const { version } = conference;
  return [[`#${number}`, ...(version === undefined ? [] : [version])].join(' ')];
}
