import { roomsHeard } from '../../../announcements/rooms/hearRooms.ts';
import type { UseAs } from '../../../cards/actions/organiserDeeds.ts';
import type { Clock, Instant } from '../../../clock.ts';
import type { Refusal } from '../../../messages/refusalWords.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import { type Choice, type Communities, conferencesOf } from '../../../programme/communities.ts';
import { createSameIn, subjectKey } from '../../../programme/following.ts';
import {
  type KnownSources,
  MOST_OF_COMMUNITY,
  MOST_SOURCES,
} from '../../../programme/knownSources.ts';
import { NO_ROOM_FEED, type RoomFeed } from '../../../programme/rooms/roomFeed.ts';
import type { Feed } from '../../../schedule/feed.ts';
import type { Keeper } from '../../../schedule/keeping/keeper.ts';
import { ScheduleFormatError } from '../../../schedule/refusal.ts';
import type { Conference } from '../../../schedule/schedule.ts';
import { type ConferenceKey, type Source, sourceOf } from '../../../schedule/source.ts';
import type { Found } from '../../../schedule/sources/find.ts';
import { askRooms } from '../../../schedule/sources/roomFeeds.ts';
import type { Version } from '../../../schedule/versions.ts';
import { sourceWords } from '../actWords.ts';
import type { OrganiserStores, OrganiserWork, Sources, Use } from '../ports.ts';

export interface SourcesParts {
  readonly keeper: Pick<Keeper, 'status' | 'find'> & {
    open(source: Source, found?: Found<Conference>): Promise<Pick<Version, 'conference'>>;
  };
  readonly communities: Pick<Communities, 'choicesOf'>;
  readonly organiserWork: OrganiserWork;
  readonly knownSources: Pick<KnownSources, 'makeRoom' | 'find'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly clock: Clock;
  readonly feed: Pick<Feed, 'fetch'>;
}

/** Of all communities together: whoever waits behind so many is told to come again. */
const MOST_UNDER_WAY = 10;

export function createSources(parts: SourcesParts): Sources {
  const { communities, defaultSource, keeper } = parts;
  /** Communities that a schedule is being read for. */
  const underWay = new Set<string>();
  return {
    use: async (community, by, address, timeZone, name, rooms, as) => {
      const who = `${community.platform}:${community.id}`;
      if (underWay.has(who)) return refused({ kind: 'underWay', facts: [] });
      if (underWay.size >= MOST_UNDER_WAY) {
        return refused({ kind: 'queueFull', facts: [underWay.size] });
      }
      underWay.add(who);
      // A blank sets address and zone apart in what keys are made of.
      const source = sourceOf(address.replaceAll(' ', '%20'), timeZone, 'chat');
      const given = { ...(name && { name }), ...(rooms && { rooms }), ...(as && { as }) };
      const wish = { by, source, ...given };
      return use(parts, community, wish).finally(() => underWay.delete(who));
    },

    status: async (community, conference) => {
      const [main] = conferencesOf(await communities.choicesOf(community), defaultSource.key);
      return keeper.status(conference ?? main);
    },
  };
}

/** Which source somebody names, and what for. */
interface Wish {
  readonly by: string;
  readonly source: Source;
  readonly name?: string;
  readonly rooms?: string;
  readonly as?: UseAs;
}

async function use(parts: SourcesParts, community: CommunityRef, wish: Wish): Promise<Use> {
  const { keeper, knownSources, defaultSource } = parts;
  const { source: named, name } = wish;
  const { key } = named;
  const room = key === defaultSource.key ? 'free' : await knownSources.makeRoom(community, key);
  switch (room) {
    case 'communityFull':
      return refused({ kind: 'communityFull', facts: [MOST_OF_COMMUNITY] });
    case 'full':
      return refused({ kind: 'full', facts: [MOST_SOURCES] });
    case 'free':
  }
  try {
    const known = await knownAlready(parts, named);
    const found = known === undefined ? await keeper.find(named) : undefined;
    if (found !== undefined && found.others.length > 0) {
      const offered = [found.source, ...found.others];
      return { kind: 'several', addresses: offered.map(({ address }) => address) };
    }
    const source = found?.source ?? known ?? named;
    if (wish.as === undefined && (await isAsked(parts, community, named))) {
      const shown = found?.schedule ?? (await keeper.open(source)).conference;
      const conference = name ? { ...shown, title: name } : shown;
      const isStarred = await isMainStarred(parts, community);
      return { kind: 'asks', address: named.address, conference, isStarred };
    }
    const { conference } = await keeper.open(source, found);
    const { rooms, isBeside } = await choose(parts, community, { ...wish, source }, conference);
    const { address, origin } = source;
    const system = found?.system === undefined ? {} : { system: found.system };
    return {
      kind: 'taken',
      conference: name ? { ...conference, title: name } : conference,
      ...(isBeside ? { isBeside } : {}),
      ...(origin === undefined ? {} : { found: { address, ...system } }),
      ...(rooms && {
        rooms: wish.rooms === undefined ? rooms : await firstReading(parts, rooms.url, conference),
      }),
    };
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    return { kind: 'refused', reason: error };
  }
}

async function choose(
  { organiserWork, clock, defaultSource }: SourcesParts,
  community: CommunityRef,
  { by, rooms, as, ...wish }: Wish,
  conference: Conference,
): Promise<{ readonly isBeside: boolean; readonly rooms: RoomFeed | undefined }> {
  const chosenAt = clock.now();
  const { key } = wish.source;
  return organiserWork.transaction(async (stores) => {
    const { communities, acts } = stores;
    const choices = await communities.choicesOf(community);
    const had = conferencesOf(choices, defaultSource.key);
    const [main] = had;
    const same = chosenAs(key, choices);
    const isMeant = as === 'add' || (as === undefined && same !== undefined);
    const isBeside = isMeant && key !== main;
    const former = isBeside ? same : chosenAs(main, choices);
    const formerFeed = former && (await communities.roomFeedOf(community, former.source.key));
    const choice = { ...wish, chosenAt, ...(isBeside ? { isBeside } : {}) };
    await communities.choose(community, choice);
    if (isBeside && !had.includes(key)) {
      await followThere(stores, community, had, { key, conference }, chosenAt);
    }
    if (rooms !== undefined) {
      await communities.setRoomFeed(community, key, rooms === NO_ROOM_FEED ? undefined : rooms);
    }
    const feed = await communities.roomFeedOf(community, key);
    const words = { before: sourceWords(former, formerFeed), after: sourceWords(choice, feed) };
    await acts.record(community, { kind: 'use', about: [], ...words }, { at: chosenAt, by });
    return { isBeside, rooms: feed };
  });
}

/** What people of the community follow is followed in what comes beside: words, and the names that it has, too. */
async function followThere(
  { follows }: OrganiserStores,
  community: CommunityRef,
  had: readonly ConferenceKey[],
  { key, conference }: { readonly key: ConferenceKey; readonly conference: Conference },
  at: Instant,
): Promise<void> {
  const sameIn = createSameIn(conference);
  const pairs = (await follows.subjects(community, had)).flatMap((subject) => {
    const same = sameIn(subject);
    return same === undefined ? [] : [[subjectKey(subject), same] as const];
  });
  await follows.spread(community, had, key, pairs, at);
}

function chosenAs(key: ConferenceKey, choices: readonly Choice[]): Choice | undefined {
  return choices.find(({ source }) => source.key === key);
}

/**
 * What is in use and can be read is replaced by no mistyped address, be it the operator's or chosen here.
 * Another name for it, or another zone, is no question; nor is one that the community has.
 */
async function isAsked(
  { communities, defaultSource, keeper }: SourcesParts,
  community: CommunityRef,
  { key, address }: Source,
): Promise<boolean> {
  const choices = await communities.choicesOf(community);
  const main = mainSource(choices, defaultSource);
  if (main.isExample || key === main.key || chosenAs(key, choices) !== undefined) return false;
  const isSame = [main.address, main.origin].includes(address);
  return !isSame && keeper.status(main.key) !== undefined;
}

function mainSource(choices: readonly Choice[], operators: Source): Source {
  return choices.find(({ isBeside }) => !isBeside)?.source ?? operators;
}

function isMainStarred(
  { defaultSource, organiserWork }: SourcesParts,
  community: CommunityRef,
): Promise<boolean> {
  return organiserWork.transaction(async ({ communities, interest }) => {
    const { key } = mainSource(await communities.choicesOf(community), defaultSource);
    return (await interest.tally(community, key)).size > 0;
  });
}

/** Tells whoever names it what is wrong with it, without waiting for the conference. */
async function firstReading(
  { feed, clock }: SourcesParts,
  url: string,
  conference: Conference,
): Promise<RoomFeed> {
  const heard = await askRooms(feed, url);
  return 'failed' in heard
    ? { url, failing: { since: clock.now(), reason: heard.failed }, unknown: [] }
    : { url, readAt: clock.now(), unknown: roomsHeard(heard, conference).unknown };
}

/** Where its schedule was when it was last named, in chat as now; what is in use is as it is. */
async function knownAlready(
  { keeper, knownSources }: SourcesParts,
  named: Source,
): Promise<Source | undefined> {
  const known = await knownSources.find(named.key);
  if (known?.trust === 'chat') return known;
  return keeper.status(named.key) === undefined ? undefined : named;
}

function refused(refusal: Refusal): Use {
  return { kind: 'refused', reason: { refusal, path: '' } };
}
