import { ApiError } from './api-error.ts';
import { isObject, type Json, objectOf, textOf, textsOf } from './json.ts';
import { invite, join, requireIn } from './membership.ts';
import { areCreatorsAboveAll, requireSend } from './powers.ts';
import { append, type Room, stateOf, type World } from './world.ts';

const DEFAULT_VERSION = '10';
const OWNERS_LEVEL = 100;

/** As `POST /createRoom` is asked; the creator is in it afterwards, whom they invite is invited. */
export function createRoom(world: World, creator: string, asked: Json): Room {
  const room = emptyRoom(world, textOf(asked['room_version']) || DEFAULT_VERSION);
  const preset = textOf(asked['preset']) || 'private_chat';
  const invited = textsOf(asked['invite']);
  const trusted = preset === 'trusted_private_chat' ? invited : [];
  const say = (type: string, content: Json, stateKey = '') =>
    append(world, room, { type, stateKey, sender: creator, content });
  say('m.room.create', createContent(room, creator, trusted, objectOf(asked['creation_content'])));
  say('m.room.member', { membership: 'join', displayname: nameOf(world, creator) }, creator);
  say('m.room.power_levels', {
    ...powerLevels(room, [creator, ...trusted]),
    ...objectOf(asked['power_level_content_override']),
  });
  say('m.room.join_rules', { join_rule: preset === 'public_chat' ? 'public' : 'invite' });
  say('m.room.history_visibility', { history_visibility: 'shared' });
  for (const state of initialState(asked)) say(state.type, state.content, state.key);
  if (textOf(asked['name']) !== '') say('m.room.name', { name: textOf(asked['name']) });
  const alias = textOf(asked['room_alias_name']);
  if (alias !== '') nameRoom(world, room, `#${alias}:${world.serverName}`, creator);
  for (const who of invited) {
    invite(world, room, { who, by: creator }, asked['is_direct'] === true);
  }
  return room;
}

/** Its members do not come along by themselves, only what they may do. */
export function upgradeRoom(world: World, old: Room, user: string, version: string): Room {
  requireIn(old, user);
  requireSend(old, user, 'm.room.tombstone', true);
  const room = emptyRoom(world, version);
  const say = (type: string, content: Json, stateKey = '') =>
    append(world, room, { type, stateKey, sender: user, content });
  const predecessor = { room_id: old.id, event_id: old.timeline.at(-1)?.event.id };
  say('m.room.create', createContent(room, user, [], { predecessor }));
  enter(world, room, user);
  for (const type of ['m.room.power_levels', 'm.room.join_rules', 'm.room.name']) {
    const content = stateOf(old, type);
    if (content !== undefined)
      say(type, type.endsWith('levels') ? levelsFor(room, content) : content);
  }
  const replacement_room = room.id;
  const content = { body: 'This room has been replaced', replacement_room };
  append(world, old, { type: 'm.room.tombstone', stateKey: '', sender: user, content });
  const levels = { ...stateOf(old, 'm.room.power_levels'), events_default: 50, invite: 50 };
  append(world, old, {
    ...{ type: 'm.room.power_levels', stateKey: '', sender: user, content: levels },
  });
  for (const [alias, id] of world.aliases) if (id === old.id) world.aliases.set(alias, room.id);
  return room;
}

function enter(world: World, room: Room, user: string): void {
  const content = { membership: 'join', displayname: nameOf(world, user) };
  append(world, room, { type: 'm.room.member', stateKey: user, sender: user, content });
}

export function nameRoom(world: World, room: Room, alias: string, by: string): void {
  world.aliases.set(alias, room.id);
  const type = 'm.room.canonical_alias';
  append(world, room, { type, stateKey: '', sender: by, content: { alias } });
}

/** Somebody joins by invitation at once, as tests set a room up. */
export function bring(world: World, room: Room, who: string, by: string): void {
  invite(world, room, { who, by });
  join(world, room, who);
}

function emptyRoom(world: World, version: string): Room {
  if (!/^(?:[1-9]|1[0-2])$/.test(version)) {
    throw new ApiError(400, 'M_UNSUPPORTED_ROOM_VERSION', `No room version ${version}`);
  }
  const local = world.mint('!');
  const id = areCreatorsAboveAll({ version }) ? local : `${local}:${world.serverName}`;
  const room: Room = { id, version, timeline: [], state: new Map() };
  world.rooms.set(id, room);
  return room;
}

function createContent(room: Room, creator: string, others: readonly string[], more: Json): Json {
  const { version } = room;
  return {
    ...more,
    room_version: version,
    ...(Number(version) < 11 ? { creator } : {}),
    ...(areCreatorsAboveAll(room) && others.length > 0 ? { additional_creators: others } : {}),
  };
}

function powerLevels(room: Room, owners: readonly string[]): Json {
  const users = areCreatorsAboveAll(room)
    ? {}
    : Object.fromEntries(owners.map((each) => [each, OWNERS_LEVEL]));
  return { users, users_default: 0, events_default: 0, state_default: 50, invite: 0 };
}

/** In version 12 creators may not stand in it. */
function levelsFor(room: Room, content: Json): Json {
  if (!areCreatorsAboveAll(room)) return content;
  const creator = room.timeline[0]?.event.sender;
  const users = Object.entries(objectOf(content['users'])).filter(([user]) => user !== creator);
  return { ...content, users: Object.fromEntries(users) };
}

function initialState(asked: Json) {
  const given = asked['initial_state'];
  return (Array.isArray(given) ? given.filter(isObject) : []).map((state) => ({
    type: textOf(state['type']),
    key: textOf(state['state_key']),
    content: objectOf(state['content']),
  }));
}

function nameOf(world: World, user: string): string {
  return world.accounts.get(user)?.name ?? user;
}
