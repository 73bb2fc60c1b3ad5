import { ApiError } from './api-error.ts';
import { type Json, numberOf, objectOf, present, textsOf } from './json.ts';
import { presentEvent, presentStripped, type Reader } from './present.ts';
import type { Room, TimelineEntry, World } from './world.ts';

export interface SyncSettings {
  readonly timelineLimit: number;
  readonly marksMembership: boolean;
}

export interface SyncQuery {
  readonly since?: string | undefined;
  readonly filter?: string | undefined;
}

const STRIPPED = ['m.room.create', 'm.room.join_rules', 'm.room.name', 'm.room.encryption'];

/** A place in the order of everything, as readers are given it. */
export function tokenOf(position: number): string {
  return `s${position}`;
}

export function positionOf(token: string): number {
  const position = /^s(\d+)$/.exec(token)?.[1];
  if (position === undefined) throw new ApiError(400, 'M_UNKNOWN', 'Invalid stream token');
  return Number(position);
}

/** What is new for a reader since that token; without one, all that is now. */
export function syncNow(
  world: World,
  settings: SyncSettings,
  reader: Reader,
  query: SyncQuery,
): Json {
  const since = query.since === undefined ? undefined : positionOf(query.since);
  const filter = filterIn(query.filter);
  const rooms: Record<'join' | 'invite' | 'leave', Record<string, Json>> = {
    join: {},
    invite: {},
    leave: {},
  };
  for (const room of world.rooms.values()) {
    const told = roomFor(room, { settings, reader, since, filter });
    if (told !== undefined) rooms[told.kind][room.id] = told.content;
  }
  const kinds = Object.entries(rooms).filter(([, each]) => Object.keys(each).length > 0);
  const data = accountData(world, reader.user, since ?? 0, filter);
  return present({
    next_batch: tokenOf(world.position()),
    rooms: kinds.length === 0 ? undefined : Object.fromEntries(kinds),
    account_data: data.length === 0 ? undefined : { events: data },
  });
}

export function isEmpty(answer: Json): boolean {
  return answer['rooms'] === undefined && answer['account_data'] === undefined;
}

interface Asked {
  readonly settings: SyncSettings;
  readonly reader: Reader;
  readonly since: number | undefined;
  readonly filter: Filter;
}

function roomFor(room: Room, asked: Asked) {
  const { reader, since } = asked;
  const own = room.state.get(`m.room.member ${reader.user}`);
  const isNew = own !== undefined && own.at > (since ?? 0);
  switch (own?.event.content['membership']) {
    case 'join': {
      const content = joined(room, asked, own);
      return content === undefined ? undefined : ({ kind: 'join', content } as const);
    }
    case 'invite':
      return isNew ? ({ kind: 'invite', content: invited(room, own) } as const) : undefined;
    case 'leave':
    case 'ban':
      return isNew && since !== undefined
        ? ({ kind: 'leave', content: left(room, asked, own) } as const)
        : undefined;
    default:
      return undefined;
  }
}

/** Who has just come is told some of what was said before. */
function joined(room: Room, asked: Asked, own: TimelineEntry): Json | undefined {
  const { since, filter } = asked;
  const before = own.event.before?.['membership'] === 'join' ? since : undefined;
  const came = since === undefined || own.at > since;
  const from = came ? (before ?? 0) : since;
  const news = after(room.timeline, from);
  const timeline = timelineOf(room, news, asked);
  const first = timeline.entries[0]?.at ?? Number.POSITIVE_INFINITY;
  // As Synapse has it: of who has just come, all that does not stand in what they are told.
  const isTold = (each: TimelineEntry) => timeline.entries.includes(each);
  const state = [...room.state.values()]
    .filter((each) => (came ? !isTold(each) : each.at > from && each.at < first))
    .filter(({ event }) => isWanted(event.type, filter.stateTypes))
    .map((each) => presentEvent(room, each, asked.reader, false));
  if (!came && timeline.entries.length === 0 && state.length === 0) return undefined;
  return { timeline: timeline.content, state: { events: state } };
}

/** Looked for from the end: news are few, and a room may be long. */
function after(timeline: readonly TimelineEntry[], position: number) {
  const last = timeline.findLastIndex(({ at }) => at <= position);
  return timeline.slice(last + 1);
}

function left(room: Room, asked: Asked, own: TimelineEntry): Json {
  const news = after(room.timeline, asked.since ?? 0).filter(({ at }) => at <= own.at);
  return { timeline: timelineOf(room, news, asked).content, state: { events: [] } };
}

function invited(room: Room, own: TimelineEntry): Json {
  const stripped = STRIPPED.flatMap((type) => room.state.get(`${type} `) ?? []);
  const inviter = room.state.get(`m.room.member ${own.event.sender}`);
  const all = [...stripped, ...(inviter === undefined ? [] : [inviter]), own];
  return { invite_state: { events: all.map(({ event }) => presentStripped(event)) } };
}

function timelineOf(room: Room, news: readonly TimelineEntry[], asked: Asked) {
  const { settings, reader, filter } = asked;
  const wanted = news.filter(
    ({ event: { type, sender } }) =>
      isWanted(type, filter.timelineTypes) && !filter.notSenders.includes(sender),
  );
  const limit = Math.min(settings.timelineLimit, filter.limit);
  const entries = wanted.slice(-limit);
  const first = entries[0]?.at;
  return {
    entries,
    content: {
      limited: entries.length < wanted.length,
      prev_batch: tokenOf(first === undefined ? (asked.since ?? 0) : first - 1),
      events: entries.map((each) => presentEvent(room, each, reader, settings.marksMembership)),
    },
  };
}

function accountData(world: World, user: string, since: number, filter: Filter): readonly Json[] {
  return [...(world.accounts.get(user)?.data ?? [])]
    .filter(([type, { at }]) => at > since && isWanted(type, filter.dataTypes))
    .map(([type, { content }]) => ({ type, content }));
}

interface Filter {
  readonly limit: number;
  readonly timelineTypes: readonly string[] | undefined;
  readonly notSenders: readonly string[];
  readonly stateTypes: readonly string[] | undefined;
  readonly dataTypes: readonly string[] | undefined;
}

const DEFAULT_LIMIT = 10;

function filterIn(text: string | undefined): Filter {
  const filter = objectOf(text === undefined ? {} : JSON.parse(text));
  const room = objectOf(filter['room']);
  const timeline = objectOf(room['timeline']);
  const types = (of: unknown) => {
    const given = objectOf(of)['types'];
    return given === undefined ? undefined : textsOf(given);
  };
  return {
    limit: numberOf(timeline['limit'], DEFAULT_LIMIT),
    timelineTypes: types(timeline),
    notSenders: textsOf(timeline['not_senders'] ?? []),
    stateTypes: types(room['state']),
    dataTypes: types(filter['account_data']),
  };
}

/** A list of types may hold `*`, at the end of a beginning. */
export function isWanted(type: string, types: readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  return types.some((each) =>
    each.endsWith('*') ? type.startsWith(each.slice(0, -1)) : type === each,
  );
}

export function filterTypes(text: string | undefined): readonly string[] | undefined {
  const given = objectOf(text === undefined ? {} : JSON.parse(text))['types'];
  return given === undefined ? undefined : textsOf(given);
}
