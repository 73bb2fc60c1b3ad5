import { type Json, objectOf, textOf, textsOf } from '../matrix/json.ts';
import type { Told } from './people.ts';

/** A message as this person's client shows it. */
export interface Message {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  readonly text: string;
  readonly html: string;
  readonly content: Json;
  readonly edits: number;
  readonly thread: string | undefined;
  /** Whether it rings for this person. */
  readonly pings: boolean;
  /** What others, or they themselves, set below it: key and sender. */
  readonly reactions: readonly string[];
}

/** Somebody at a Matrix client; rooms and events are named by their ids. */
export interface Person {
  readonly id: string;
  /** As the client-server API takes it; returns the room's id. */
  creates(room: Json): Promise<string>;
  invites(room: string, who: string): Promise<void>;
  kicks(room: string, who: string): Promise<void>;
  leaves(room: string): Promise<void>;
  /** Resolves with the event's id, as all that sends an event does. */
  says(room: string, text: string, more?: Json): Promise<string>;
  /** In a thread below that message. */
  saysBelow(room: string, root: string, text: string): Promise<string>;
  replies(room: string, to: string, text: string): Promise<string>;
  reacts(room: string, event: string, key: string): Promise<string>;
  takesBack(room: string, event: string): Promise<void>;
  sets(room: string, type: string, content: Json, key?: string): Promise<void>;
  /** Gives powers by id; who is not named keeps theirs. */
  empowers(room: string, powers: Readonly<Record<string, number>>): Promise<void>;
  /** Returns the id of the room that takes its place. */
  upgrades(room: string): Promise<string>;
  /** Any call of the client-server or the administrators' API. */
  call(method: string, path: string, body?: Json): Promise<Json>;
  /** Everything said so far in the rooms they are in, or in that one, oldest first. */
  sees(room?: string): readonly Message[];
  /** Of a kind of event, what there was of it. */
  told(type: string): readonly Told[];
}

type Command = (what: Json) => Promise<unknown>;

export function createPerson(id: string, command: Command, mine: readonly Told[]): Person {
  const send = async (room: string, type: string, content: Json) =>
    String(await command({ do: 'send', room, type, content }));
  const say = (room: string, body: string, more: Json = {}) =>
    send(room, 'm.room.message', { msgtype: 'm.text', body, ...more });
  const call = async (method: string, path: string, body?: Json) =>
    objectOf(await command({ do: 'call', method, path, ...(body === undefined ? {} : { body }) }));
  const roomPath = (room: string) => `/_matrix/client/v3/rooms/${encodeURIComponent(room)}`;
  const sets: Person['sets'] = async (room, type, content, key = '') =>
    void (await command({ do: 'state', room, type, content, key }));
  return {
    id,
    creates: async (room) =>
      textOf((await call('POST', '/_matrix/client/v3/createRoom', room))['room_id']),
    invites: async (room, user) => void (await command({ do: 'invite', room, user })),
    kicks: async (room, user) => void (await command({ do: 'kick', room, user })),
    leaves: async (room) => void (await command({ do: 'leave', room })),
    says: say,
    saysBelow: (room, root, text) =>
      say(room, text, {
        'm.relates_to': {
          ...{ rel_type: 'm.thread', event_id: root, is_falling_back: true },
          'm.in_reply_to': { event_id: root },
        },
      }),
    replies: (room, to, text) =>
      say(room, text, { 'm.relates_to': { 'm.in_reply_to': { event_id: to } } }),
    reacts: (room, event_id, key) =>
      send(room, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id, key } }),
    takesBack: async (room, event) => void (await command({ do: 'redact', room, event })),
    sets,
    empowers: async (room, powers) => {
      const levels = await call('GET', `${roomPath(room)}/state/m.room.power_levels`);
      const users = { ...objectOf(levels['users']), ...powers };
      await sets(room, 'm.room.power_levels', { ...levels, users });
    },
    upgrades: async (room) => {
      const said = await call('POST', `${roomPath(room)}/upgrade`, { new_version: '11' });
      return textOf(said['replacement_room']);
    },
    call,
    sees: (room) =>
      messagesIn(
        mine.filter((each) => room === undefined || each.room === room),
        id,
      ),
    told: (type) => mine.filter(({ event }) => event['type'] === type),
  };
}

function messagesIn(told: readonly Told[], reader: string): readonly Message[] {
  const gone = new Set(told.flatMap(({ event }) => redactedBy(event)));
  const there = told.filter(({ event }) => !gone.has(textOf(event['event_id'])));
  const relating = (id: string, type: string) =>
    there.filter(({ event }) => {
      const relation = relationOf(event);
      return relation['event_id'] === id && relation['rel_type'] === type;
    });
  return there
    .filter(({ event }) => event['type'] === 'm.room.message')
    .filter(({ event }) => relationOf(event)['rel_type'] !== 'm.replace')
    .map(({ room, event }) => {
      const id = textOf(event['event_id']);
      const sender = textOf(event['sender']);
      const edits = relating(id, 'm.replace').filter((each) => each.event['sender'] === sender);
      const newest = edits.at(-1)?.event ?? event;
      const content =
        edits.length === 0 ? contentOf(event) : objectOf(contentOf(newest)['m.new_content']);
      const relation = relationOf(event);
      const mentions = objectOf(contentOf(event)['m.mentions']);
      return {
        ...{ id, room, sender, content },
        text: textOf(content['body']),
        html: textOf(content['formatted_body']),
        edits: edits.length,
        thread: relation['rel_type'] === 'm.thread' ? textOf(relation['event_id']) : undefined,
        pings: mentions['room'] === true || textsOf(mentions['user_ids']).includes(reader),
        reactions: relating(id, 'm.annotation').map(
          (each) => `${textOf(relationOf(each.event)['key'])} ${textOf(each.event['sender'])}`,
        ),
      };
    });
}

function redactedBy(event: Json): readonly string[] {
  if (event['type'] !== 'm.room.redaction') return [];
  return [textOf(event['redacts']) || textOf(contentOf(event)['redacts'])];
}

function contentOf(event: Json): Json {
  return objectOf(event['content']);
}

function relationOf(event: Json): Json {
  return objectOf(contentOf(event)['m.relates_to']);
}
