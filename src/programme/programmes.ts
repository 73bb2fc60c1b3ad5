import { LRUCache } from 'lru-cache';
import { type ShortRef, shortRef } from '../cards/actions/reference.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Keeper } from '../schedule/keeping/keeper.ts';
import type { Talk } from '../schedule/schedule.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';
import { createTimetable, type Timetable } from '../schedule/timetable.ts';
import type { Version } from '../schedule/versions.ts';
import { createLazyIndex, type IndexMaking, type LazyIndex, shownAs } from '../search/lazyIndex.ts';
import type { TalkIndex } from '../search/search.ts';
import { applyByHand, type TalkByHand } from './byHand.ts';
import { type Choice, type Communities, conferencesOf } from './communities.ts';
import { applyDelays } from './delays.ts';
import { isAsPublished, NO_OVERLAY, type Overlay } from './overlay.ts';
import { createOwnIndexes, type OwnIndexes } from './ownIndexes.ts';
import type { Programme, Programmes, Standing } from './programme.ts';
import { applyRoomStates, type RoomState } from './rooms/roomStates.ts';
import { applyStreams, type RoomStream } from './rooms/streams.ts';

export interface ProgrammesParts {
  readonly keeper: Pick<Keeper, 'open' | 'get' | 'load'>;
  readonly communities: Pick<
    Communities,
    'choicesOf' | 'delaysOf' | 'byHandOf' | 'streamsOf' | 'roomStatesOf'
  >;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly indexing: IndexMaking;
}

export function createProgrammes(parts: ProgrammesParts): Programmes {
  const { keeper, communities, defaultSource, indexing } = parts;
  const view = createViews((key) => keeper.get(key), indexing);
  const choicesOf = async (community: CommunityRef | undefined) =>
    community === undefined ? [] : communities.choicesOf(community);
  const seenBy = async (
    community: CommunityRef | undefined,
    key: ConferenceKey,
    choices: readonly Choice[],
  ) => {
    if (community === undefined) return view(key, NO_OVERLAY);
    const name = choices.find(({ source }) => source.key === key)?.name;
    const overlay = {
      delays: await communities.delaysOf(community, key),
      talks: await communities.byHandOf(community, key),
    };
    return view(key, overlay, {
      ...{ name, community, streams: await communities.streamsOf(community, key) },
      rooms: await communities.roomStatesOf(community, key),
    });
  };
  const mainOf = async (community: CommunityRef | undefined, choices: readonly Choice[]) => {
    const [key] = conferencesOf(choices, defaultSource.key);
    await keeper.open(sourceOf(key, choices) ?? defaultSource);
    const programme = await seenBy(community, key, choices);
    if (programme === undefined) throw new Error(`${key} was opened and is not there`);
    return programme;
  };
  return {
    view,
    get: async (key, community) => seenBy(community, key, await choicesOf(community)),
    standing: async (key, community) => {
      if (community === undefined) return 'only';
      return standingAmong(conferencesOf(await choicesOf(community), defaultSource.key), key);
    },
    of: async (community) => mainOf(community, await choicesOf(community)),
    all: async (community) => {
      const choices = await choicesOf(community);
      const [, ...beside] = conferencesOf(choices, defaultSource.key);
      const others = beside.map(async (key) => {
        const source = sourceOf(key, choices);
        if (source !== undefined) await keeper.load(source);
        return seenBy(community, key, choices);
      });
      const [main, ...all] = await Promise.all([mainOf(community, choices), ...others]);
      return [main, ...all.filter((one) => one !== undefined)];
    },
  };
}

export function standingAmong(all: readonly ConferenceKey[], key: ConferenceKey): Standing {
  if (!all.includes(key)) return 'gone';
  return all.length === 1 ? 'only' : 'oneOfSeveral';
}

function sourceOf(key: ConferenceKey, choices: readonly Choice[]): Source | undefined {
  return choices.find(({ source }) => source.key === key)?.source;
}

/** Those whose delays are past go first; more communities are not late at once. */
const MOST_VIEWS = 1_000;
interface Shelf {
  readonly version: Pick<Version, 'number' | 'conference'>;
  readonly index: LazyIndex;
  readonly ownIndexes: OwnIndexes;
  /** By their overlay, the name and the streams; for those on time that said neither, the first. */
  readonly views: LRUCache<string, Programme>;
}

/**
 * The views of the versions in use, whatever the number of communities: one of each version, and one
 * for those whose rooms run late in the same way, or who call it the same. All of a version share its
 * index but those who changed talks by hand.
 */
export function createViews(
  versionOf: (key: ConferenceKey) => Shelf['version'] | undefined,
  indexing: IndexMaking,
): Programmes['view'] {
  /** As many as the keeper has conferences. */
  const shelves = new Map<ConferenceKey, Shelf>();
  const shelfOf = (key: ConferenceKey, version: Shelf['version']): Shelf => {
    const former = shelves.get(key);
    if (former?.version.conference === version.conference) return former;
    const index =
      former?.index.next(version.conference) ?? createLazyIndex(version.conference, indexing);
    const views = new LRUCache<string, Programme>({ max: MOST_VIEWS });
    const ownIndexes = createOwnIndexes(index, indexing);
    const shelf = { version, index, ownIndexes, views };
    for (const other of shelves.keys()) if (versionOf(other) === undefined) shelves.delete(other);
    shelves.set(key, shelf);
    return shelf;
  };
  return (key, overlay, { name, streams = [], rooms = [], community } = {}) => {
    const version = versionOf(key);
    if (version === undefined) {
      shelves.delete(key);
      return undefined;
    }
    const shelf = shelfOf(key, version);
    const isAsItIs =
      isAsPublished(overlay) && name === undefined && streams.length + rooms.length === 0;
    // A community's own index is not shared, and so is not the view that has it.
    const owner =
      overlay.talks.length === 0 ? undefined : `${community?.platform} ${community?.id}`;
    const seen = isAsItIs ? '' : JSON.stringify([name, overlay, streams, rooms, owner]);
    const known = shelf.views.get(seen);
    if (known !== undefined) return known;
    const index = owner === undefined ? shelf.index : ownIndex(shelf, owner, overlay.talks);
    const own = called(version, name);
    const view = createProgramme({ key, version: own, overlay, streams, rooms, index });
    shelf.views.set(seen, view);
    return view;
  };
}

function ownIndex({ version, ownIndexes }: Shelf, owner: string, changed: readonly TalkByHand[]) {
  return ownIndexes.of(owner, changed, applyByHand(version.conference, changed));
}

function called(version: Shelf['version'], title: string | undefined): Shelf['version'] {
  if (title === undefined) return version;
  return { ...version, conference: { ...version.conference, title } };
}

export interface ProgrammeParts {
  readonly key: ConferenceKey;
  readonly version: Pick<Version, 'number' | 'conference'>;
  readonly overlay: Overlay;
  readonly streams?: readonly RoomStream[];
  readonly rooms?: readonly RoomState[];
  /** Of the version, with the talks that were changed by hand. */
  readonly index: TalkIndex;
}

/** One view of a version of a conference. */
export function createProgramme(parts: ProgrammeParts): Programme {
  const { key, version, overlay, streams = [], rooms = [], index } = parts;
  const { delays, talks } = overlay;
  const published = version.conference;
  const planned = applyByHand(published, talks);
  const placed = applyStreams(applyDelays(planned, delays), streams);
  const conference = applyRoomStates(placed, rooms);
  let timetable: Timetable | undefined;
  let talksByRef: ReadonlyMap<ShortRef, Talk> | undefined;
  const programme: Programme = {
    key,
    version: version.number,
    conference,
    published,
    planned,
    get timetable() {
      timetable ??= createTimetable(conference);
      return timetable;
    },
    index: delays.length === 0 ? index : late(index, (talk) => programme.timetable.talk(talk.id)),
    refOf: ({ id }) => shortRef(id),
    talkByRef: (ref) => {
      talksByRef ??= new Map(conference.talks.map((talk) => [shortRef(talk.id), talk]));
      return talksByRef.get(ref);
    },
  };
  return programme;
}

/** Delays shift talks and change no word of them. */
function late(index: TalkIndex, shifted: (talk: Talk) => Talk | undefined): TalkIndex {
  const asItIs = (talk: Talk) => shifted(talk) ?? talk;
  return {
    search: (query, options) => {
      const result = index.search(query, options);
      return { ...result, hits: result.hits.map((hit) => shownAs(asItIs(hit.talk), hit)) };
    },
    suggest: (text, options) => index.suggest(text, options).map(asItIs),
    about: (words) => index.about(words)?.map(asItIs),
  };
}
