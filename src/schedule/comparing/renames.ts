import { inPieces, type Steps } from '../../clock/steps.ts';
import { distinctNames, fold } from '../naming/slug.ts';
import type { Conference, Room, Talk, Track } from '../schedule.ts';
import type { Pair } from './follow.ts';

/** A room or track that has another name in the new version of a schedule, and the same slug. */
export interface Rename {
  readonly kind: 'room' | 'track';
  readonly before: string;
  readonly after: string;
}

/** A single talk that goes to a room of a new name has moved; of several, it is the room that has. */
const SEVERAL = 2;

/**
 * The rooms and tracks of `before` by the names that they have in `after`: a name of the source's own
 * for it (its guid) tells, or else that all its talks, several of them, went to one new name, which
 * has no others.
 */
export function* renamesOf(
  before: Conference,
  after: Conference,
  pairs: readonly Pair[],
): Steps<readonly Rename[]> {
  const rooms = yield* renamesAmong(before.rooms, after.rooms, pairs, ({ room }) => room);
  const tracks = yield* renamesAmong(before.tracks, after.tracks, pairs, ({ track }) => track);
  return [
    ...rooms.map((names): Rename => ({ kind: 'room', ...names })),
    ...tracks.map((names): Rename => ({ kind: 'track', ...names })),
  ];
}

/** Whether people would notice: another way to write a name is not worth a word. */
export function isToldRename({ before, after }: Rename): boolean {
  return fold(before) !== fold(after);
}

type Place = Room | Track;
type Names = Pick<Rename, 'before' | 'after'>;
type PlaceOf = (talk: Talk) => string | undefined;

function* renamesAmong(
  before: readonly Place[],
  after: readonly Place[],
  pairs: readonly Pair[],
  placeOf: PlaceOf,
): Steps<readonly Names[]> {
  const byGuid = renamesByGuid(before, after);
  const [olds, news] = [names(before), names(after)];
  const told = new Set(byGuid.flatMap(({ before: from, after: to }) => [from, to]));
  const isGone = (name: string) => !news.has(name) && !told.has(name);
  const isNew = (name: string) => !olds.has(name) && !told.has(name);
  const from = yield* destinations(
    pairs,
    ({ before: talk }) => placeOf(talk),
    ({ after: talk }) => placeOf(talk),
  );
  const to = yield* destinations(
    pairs,
    ({ after: talk }) => placeOf(talk),
    ({ before: talk }) => placeOf(talk),
  );
  const byTalks = [...from].flatMap(([name, { only, count }]) =>
    only !== undefined &&
    count >= SEVERAL &&
    isGone(name) &&
    isNew(only) &&
    to.get(only)?.only === name
      ? [{ before: name, after: only }]
      : [],
  );
  return [...byGuid, ...byTalks];
}

function names(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.map(({ name }) => name));
}

function renamesByGuid(before: readonly Place[], after: readonly Place[]): readonly Names[] {
  const known = byOwnGuid(after);
  return [...byOwnGuid(before)].flatMap(([guid, { name }]) => {
    const next = known.get(guid)?.name;
    return next === undefined || next === name ? [] : [{ before: name, after: next }];
  });
}

/** A guid that several places have tells nothing. */
function byOwnGuid(places: readonly Place[]): ReadonlyMap<string, Place> {
  const groups = Map.groupBy(places, ({ guid }) => guid);
  return new Map(
    [...groups].flatMap(([guid, [first, ...others]]) =>
      guid === undefined || first === undefined || others.length > 0
        ? []
        : [[guid, first] as const],
    ),
  );
}

interface Destination {
  /** Where all of them lead; `undefined` where they lead to several, or nowhere. */
  readonly only: string | undefined;
  readonly count: number;
}

function* destinations(
  pairs: readonly Pair[],
  from: (pair: Pair) => string | undefined,
  to: (pair: Pair) => string | undefined,
): Steps<ReadonlyMap<string, Destination>> {
  const found = new Map<string, Destination>();
  yield* inPieces(pairs, (pair) => {
    const name = from(pair);
    if (name === undefined) return;
    const known = found.get(name);
    const isSame = known === undefined || known.only === to(pair);
    found.set(name, { only: isSame ? to(pair) : undefined, count: (known?.count ?? 0) + 1 });
  });
  return found;
}

/** The conference as it was, with its rooms and tracks called by their new names. */
export function withNewNames(conference: Conference, renames: readonly Rename[]): Conference {
  if (renames.length === 0) return conference;
  const [rooms, tracks] = (['room', 'track'] as const).map(
    (kind) =>
      new Map(
        renames.flatMap((one) => (one.kind === kind ? [[one.before, one.after] as const] : [])),
      ),
  );
  const room = (name: string) => rooms?.get(name) ?? name;
  const track = (name: string) => tracks?.get(name) ?? name;
  return {
    ...conference,
    rooms: conference.rooms.map((one) => ({ ...one, name: room(one.name) })),
    tracks: conference.tracks.map((one) => ({ ...one, name: track(one.name) })),
    talks: conference.talks.map((talk) => ({
      ...talk,
      ...(talk.room === undefined ? {} : { room: room(talk.room) }),
      ...(talk.track === undefined ? {} : { track: track(talk.track) }),
    })),
    breaks: conference.breaks.map((one) =>
      one.room === undefined ? one : { ...one, room: room(one.room) },
    ),
  };
}

/**
 * The new version with the slugs of the one before, its names being the new ones already: a slug is
 * what subscriptions, delays and buttons know a room or track by, whatever it is called.
 */
export function withSameSlugs(before: Conference, after: Conference): Conference {
  return {
    ...after,
    rooms: sameSlugs(before.rooms, after.rooms),
    tracks: sameSlugs(before.tracks, after.tracks),
  };
}

function sameSlugs<T extends Place>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map(before.map(({ name, slug }) => [name, slug]));
  const taken = new Set(after.flatMap(({ name }) => known.get(name) ?? []));
  const distinct = distinctNames(taken);
  for (const slug of taken) distinct(slug);
  return after.map((place) => ({
    ...place,
    slug: known.get(place.name) ?? distinct(place.slug),
  })) as readonly T[];
}
