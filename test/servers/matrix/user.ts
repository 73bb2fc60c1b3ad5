import type { Context } from './context.ts';
import { objectOf } from './json.ts';
import { invite, join, leave, putOut } from './membership.ts';
import type { Reader } from './present.ts';
import { createRoom, upgradeRoom } from './rooms.ts';
import { messagesIn, type Seen } from './seen.ts';
import { redact, sendEvent, sendState } from './sending.ts';
import { type Account, accountOf, roomOf, stateOf } from './world.ts';

/** How something is said, beside its words. */
export interface Manner {
  /** Names or ids of whom it pings. */
  readonly mentions?: readonly string[];
  readonly html?: string;
  /** First message of the thread it stands in. */
  readonly thread?: string;
  readonly replyTo?: string;
  /** Default `m.text`. */
  readonly msgtype?: string;
}

/** A person at a Matrix client; rooms are named by name, alias or id. */
export interface MatrixUser {
  readonly id: string;
  readonly name: string;
  /** Resolves with the event's id, as all that sends an event does. */
  says(room: string, text: string, manner?: Manner): string;
  edits(room: string, event: string, text: string): string;
  reacts(room: string, event: string, key: string): string;
  /** Redacts a message or a reaction. */
  takesBack(room: string, event: string): void;
  /** Opens a room for two, and invites; returns its id. */
  opensDirect(who: string, how?: { readonly isEncrypted?: boolean }): string;
  invites(room: string, who: string): void;
  joins(room: string): void;
  leaves(room: string): void;
  kicks(room: string, who: string): void;
  bans(room: string, who: string): void;
  /** Gives powers by name or id; who is not named keeps theirs. */
  empowers(room: string, powers: Readonly<Record<string, number>>): void;
  /** Nobody reads along on the server from now on. */
  encrypts(room: string): void;
  /** Returns the id of the room that takes its place. */
  upgrades(room: string, version?: string): string;
  sees(room: string): readonly Seen[];
}

const ENCRYPTION = {
  ...{ type: 'm.room.encryption', key: '' },
  content: { algorithm: 'm.megolm.v1.aes-sha2' },
};

export function createUser(context: Context, account: Account): MatrixUser {
  const { world, limiter } = context;
  const by: Reader = { user: account.id, device: `${account.name}'s phone` };
  const idOf = (who: string) => accountOf(world, who).id;
  const at = (room: string) => roomOf(world, room);
  const send = (room: string, type: string, content: Readonly<Record<string, unknown>>) =>
    sendEvent(world, at(room), limiter, { by }, { type, content }).id;
  const setState = (room: string, state: Parameters<typeof sendState>[3]) =>
    void sendState(world, at(room), account.id, state);
  return {
    id: account.id,
    name: account.name,
    says: (room, text, manner = {}) => send(room, 'm.room.message', wordsOf(text, manner, idOf)),
    edits: (room, event, text) => {
      const now = { msgtype: 'm.text', body: text };
      const relation = { rel_type: 'm.replace', event_id: event };
      const content = { ...now, body: `* ${text}`, 'm.new_content': now, 'm.relates_to': relation };
      return send(room, 'm.room.message', content);
    },
    reacts: (room, event, key) =>
      send(room, 'm.reaction', {
        'm.relates_to': { rel_type: 'm.annotation', event_id: event, key },
      }),
    takesBack: (room, event) => void redact(world, at(room), { by }, event),
    opensDirect: (who, { isEncrypted = false } = {}) => {
      const { type, content } = ENCRYPTION;
      const state = { type, state_key: '', content };
      return createRoom(world, account.id, {
        preset: 'trusted_private_chat',
        is_direct: true,
        invite: [idOf(who)],
        initial_state: isEncrypted ? [state] : [],
      }).id;
    },
    invites: (room, who) => invite(world, at(room), { who: idOf(who), by: account.id }),
    joins: (room) => join(world, at(room), account.id),
    leaves: (room) => leave(world, at(room), account.id),
    kicks: (room, who) => putOut(world, at(room), { who: idOf(who), by: account.id }, 'kick'),
    bans: (room, who) => putOut(world, at(room), { who: idOf(who), by: account.id }, 'ban'),
    empowers: (room, powers) => {
      const type = 'm.room.power_levels';
      const levels = objectOf(stateOf(at(room), type));
      const given = Object.entries(powers).map(([who, level]) => [idOf(who), level]);
      const users = { ...objectOf(levels['users']), ...Object.fromEntries(given) };
      setState(room, { type, key: '', content: { ...levels, users } });
    },
    encrypts: (room) => setState(room, ENCRYPTION),
    upgrades: (room, version = '11') => upgradeRoom(world, at(room), account.id, version).id,
    sees: (room) => messagesIn(at(room)),
  };
}

function wordsOf(
  body: string,
  { mentions, html, thread, replyTo, msgtype = 'm.text' }: Manner,
  idOf: (who: string) => string,
) {
  const inReply = replyTo ?? thread;
  const relation = {
    ...(thread === undefined
      ? {}
      : { rel_type: 'm.thread', event_id: thread, is_falling_back: replyTo === undefined }),
    ...(inReply === undefined ? {} : { 'm.in_reply_to': { event_id: inReply } }),
  };
  return {
    msgtype,
    body,
    ...(html === undefined ? {} : { format: 'org.matrix.custom.html', formatted_body: html }),
    ...(mentions === undefined ? {} : { 'm.mentions': { user_ids: mentions.map(idOf) } }),
    ...(inReply === undefined ? {} : { 'm.relates_to': relation }),
  };
}
