import {
  type APIMessage,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  type MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import type { Context } from './context.ts';
import { mentionsIn } from './mentions.ts';
import { type Place, whereIs } from './place.ts';
import { presentMember, presentUser } from './present.ts';
import { type Seen, see } from './seen.ts';
import type { Channel, StoredMessage, User } from './world.ts';

const NO_FLAGS = 0 as MessageFlags;

export interface Saying extends Place {
  readonly replyTo?: Seen;
  /** Whether the reply mentions whose message it is to; people have it so unless they turn it off. */
  readonly pings?: boolean;
  /** By a program, such as another bot. */
  readonly byBot?: boolean;
}

/** What somebody writes into a channel; `@hallway` mentions the bot. */
export function say(context: Context, user: User, text: string, saying: Saying): Seen {
  const { world } = context;
  const { channel, guild } = whereIs(context, user, saying);
  const { replyTo, pings = true, byBot = false } = saying;
  const content = text.replaceAll('@hallway', `<@${world.bot.id}>`);
  const mentions = mentionsIn(world, guild, [content], undefined);
  const pinged = replyTo !== undefined && pings ? [replyTo.raw.author] : [];
  const api: APIMessage = {
    id: world.mint(),
    channel_id: channel.id,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    author: { ...presentUser(user), ...(byBot ? { bot: true } : {}) },
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    mentions: [...mentions.users.map(presentUser), ...pinged],
    mention_roles: [...content.matchAll(/<@&(\d+)>/g)].map(([, id = '']) => id),
    mention_everyone: mentions.everyone,
    attachments: [],
    embeds: [],
    components: [],
    flags: NO_FLAGS,
    ...(replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: MessageReferenceType.Default,
            ...{ message_id: replyTo.id, channel_id: replyTo.channelId },
          },
          referenced_message: replyTo.raw,
        }),
  };
  const stored: StoredMessage = { api, edits: 0 };
  world.messages.set(api.id, stored);
  tell(context, Event.MessageCreate, channel, stored);
  return see(stored);
}

export function editSaid(context: Context, message: Seen, text: string): void {
  const { world } = context;
  const stored = world.messages.get(message.id);
  const channel = world.channels.get(message.channelId);
  if (stored === undefined || channel === undefined) throw new Error('That message is gone.');
  const content = text.replaceAll('@hallway', `<@${world.bot.id}>`);
  const guild = channel.kind === 'guild' ? world.guilds.get(channel.guildId) : undefined;
  stored.api = {
    ...stored.api,
    content,
    mentions: mentionsIn(world, guild, [content], undefined).users.map(presentUser),
    edited_timestamp: new Date().toISOString(),
  };
  tell(context, Event.MessageUpdate, channel, stored);
}

export function unsay({ world, gateway }: Context, message: Seen): void {
  const channel = world.channels.get(message.channelId);
  world.messages.delete(message.id);
  const { scope, where } = audience(channel);
  const gone = { id: message.id, channel_id: message.channelId, ...where };
  gateway.dispatch(Event.MessageDelete, gone, scope);
}

/** Once more, as Discord does after a lost connection. */
export function sayAgain(context: Context, message: Seen): void {
  const stored = context.world.messages.get(message.id);
  const channel = context.world.channels.get(message.channelId);
  if (stored !== undefined && channel !== undefined)
    tell(context, Event.MessageCreate, channel, stored);
}

/** Words reach a bot without the privileged intent only in direct messages, and where it is mentioned. */
function tell(
  { world, gateway }: Context,
  event: Event.MessageCreate | Event.MessageUpdate,
  channel: Channel,
  { api }: StoredMessage,
): void {
  const { scope, where } = audience(channel);
  const isForBot = channel.kind === 'dm' || api.mentions.some(({ id }) => id === world.bot.id);
  const guild = channel.kind === 'guild' ? world.guilds.get(channel.guildId) : undefined;
  const member = guild === undefined ? {} : { member: presentMember(world, guild, api.author.id) };
  const words = isForBot ? {} : { content: '', embeds: [], attachments: [], components: [] };
  gateway.dispatch(
    event,
    { ...api, ...where, ...member, ...words, channel_type: channel.kind === 'dm' ? 1 : 0 },
    scope,
  );
}

function audience(channel: Channel | undefined) {
  return channel?.kind === 'guild'
    ? {
        where: { guild_id: channel.guildId },
        scope: { guildId: channel.guildId, intent: Intent.GuildMessages },
      }
    : { where: {}, scope: { intent: Intent.DirectMessages } };
}
