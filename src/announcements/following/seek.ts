import { pauseInTime } from '../../clock/steps.ts';
import type { Clock, Instant } from '../../clock.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import { type CommunityRef, targetKey } from '../../platform/target.ts';
import { createTalksOf, type SubjectKey } from '../../programme/following.ts';
import { applyOverlay, NO_OVERLAY } from '../../programme/overlay.ts';
import type { Programme, Programmes } from '../../programme/programme.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { inProgrammeOrder, type Timetable } from '../../schedule/timetable.ts';
import type { AnnouncerStores, AnnouncerWork } from '../announcerWork.ts';
import { starrer } from '../plan.ts';
import { byCommunity, readSituation, type Situation } from '../situation.ts';
import { type StarMove, starMoves } from '../starred.ts';
import { afterLastTick, type TakeoverSetting } from '../versions/takeover.ts';
import type { NewlyFollowed, Sought } from './followed.ts';
import { followDay, planFollowNews } from './followPlan.ts';

export interface SeekPorts {
  readonly announcerWork: AnnouncerWork;
  readonly programmes: Pick<Programmes, 'view'>;
  readonly setting: TakeoverSetting;
}

/**
 * Looks for what people follow in the present version of a conference, where that was not done yet:
 * each thing once, however many follow it, and off the path of whoever waits. Then, at once or not at all,
 * all is written down and those are told to whom something is new. Words wait until the version is indexed;
 * killed in between, whoever runs next begins here again.
 */
export async function seekFollowed(ports: SeekPorts, key: ConferenceKey): Promise<void> {
  const { announcerWork, programmes, setting } = ports;
  const programme = programmes.view(key, NO_OVERLAY);
  if (programme === undefined) return;
  const { version } = programme;
  const sought = await announcerWork.transaction(({ followed }) => followed.sought(key, version));
  if (sought.length === 0) return;
  const found = await lookFor(sought, programme, setting.clock);
  if (found.size === 0) return;
  await announcerWork.transaction(async (stores) => {
    const at = await afterLastTick(stores, setting.clock);
    const head = await stores.versions.head(key);
    if (head?.number !== version) return;
    const news = await stores.followed.found(key, version, found, at);
    const situation = await readSituation(stores, setting.defaultConference);
    await followOverlays(stores, programme, found, situation, at);
    const seenIn = byCommunity(
      (community) =>
        programmes.view(key, situation.overlayOf(community, key))?.timetable ?? programme.timetable,
    );
    await stores.outbox.enqueue(await tellNews(stores, programme, news, seenIn, at));
  });
}

async function lookFor(
  sought: readonly Sought[],
  { conference, index }: Programme,
  clock: Pick<Clock, 'now'>,
): Promise<ReadonlyMap<SubjectKey, readonly StarMove[]>> {
  const talksOf = createTalksOf(conference, index);
  const found = new Map<SubjectKey, readonly StarMove[]>();
  for (const { key, subject } of sought) {
    await pauseInTime();
    const talks = talksOf(subject);
    if (talks === undefined) continue;
    const ids = new Map(talks.map(({ id }) => [id, id]));
    found.set(key, starMoves(ids, { ...conference, talks }, clock.now()));
  }
  return found;
}

/** What was found is written down as the schedule has it; it starts otherwise where organisers changed that. */
async function followOverlays(
  stores: AnnouncerStores,
  { key, conference }: Programme,
  found: ReadonlyMap<SubjectKey, readonly StarMove[]>,
  situation: Situation,
  at: Instant,
): Promise<void> {
  const overlaid = situation.overlaid(key);
  if (overlaid.length === 0) return;
  const ids = new Set([...found.values()].flatMap((talks) => talks.map(({ to }) => to)));
  const published = new Set(conference.talks);
  for (const community of overlaid) {
    const seen = applyOverlay(conference, situation.overlayOf(community, key));
    const others = seen.talks.filter((talk) => ids.has(talk.id) && !published.has(talk));
    const moves = starMoves(new Map(others.map(({ id }) => [id, id])), seen, at);
    await stores.followed.follow(key, moves, at, community);
  }
}

/** Each of what is to come where they followed it; `seenIn` tells when that community has it. */
async function tellNews(
  { followed }: AnnouncerStores,
  { key, conference }: Programme,
  news: readonly NewlyFollowed[],
  seenIn: (community: CommunityRef | undefined) => Timetable,
  at: Instant,
): Promise<readonly Delivery[]> {
  const all = Map.groupBy(news, (one) => targetKey(starrer(one, { key }).target));
  // Followed no more and found by another follow, a talk is new again, but not twice at one instant.
  const told = await followed.newsAt(key, [...all.keys()], at);
  const messages = [...all]
    .map(([target, own]) => {
      const talks = own
        .filter(({ talk }) => !told.get(target)?.has(talk))
        .flatMap(({ talk, community }) => seenIn(community).talk(talk) ?? [])
        .filter(({ status, start }) => status === 'scheduled' && start > at)
        .toSorted(inProgrammeOrder);
      return [own[0], talks] as const;
    })
    .flatMap(([first, [talk, ...others]]) =>
      first === undefined || talk === undefined
        ? []
        : [[starrer(first, { key }), [talk, ...others]] as const],
    );
  if (messages.length === 0) return [];
  const day = followDay(conference, at);
  const targets = messages.map(([{ target }]) => targetKey(target));
  const had = await followed.messages(key, targets, day);
  return planFollowNews(messages, day, ({ target }) => had.get(targetKey(target)), at);
}
