import {
  type APIMessage,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { channelAllowing, messageIn, visibleChannel } from '../access.ts';
import { ApiError, missingPermissions } from '../api-error.ts';
import { type Call, type Context, type Outcome, param, type Route } from '../context.ts';
import { type Json, objectOf } from '../json.ts';
import { checkDraft, edit, post } from '../messages.ts';
import { presentChannel } from '../present.ts';
import { type Channel, messagesIn, type StoredMessage } from '../world.ts';

const MESSAGES = '/channels/{channel_id}/messages';
const MESSAGE = `${MESSAGES}/{message_id}`;

export const channelRoutes: readonly Route[] = [
  { method: 'GET', template: '/channels/{channel_id}', handle: getChannel },
  { method: 'POST', template: '/channels/{channel_id}/typing', handle: startTyping },
  { method: 'POST', template: MESSAGES, handle: createMessage },
  { method: 'GET', template: MESSAGES, handle: listMessages },
  { method: 'GET', template: MESSAGE, handle: getMessage },
  { method: 'PATCH', template: MESSAGE, handle: editMessage },
  { method: 'DELETE', template: MESSAGE, handle: deleteMessage },
];

function getChannel(context: Context, call: Call): Outcome {
  const channel = visibleChannel(context, param(call, 'channel_id'));
  return { status: 200, body: presentChannel(context.world, channel) };
}

function startTyping(context: Context, call: Call): Outcome {
  channelAllowing(context, param(call, 'channel_id'), 'SendMessages');
  return { status: 204 };
}

function createMessage(context: Context, call: Call): Outcome {
  const channel = writableChannel(context, call);
  const draft = { body: objectOf(call.body), files: call.files };
  const { nonce, enforce_nonce: isEnforced } = draft.body;
  checkDraft(draft);
  const earlier =
    nonce == null || isEnforced !== true ? undefined : context.nonces.find(`${nonce}`);
  const first = earlier === undefined ? undefined : context.world.messages.get(earlier);
  if (first !== undefined) return { status: 200, body: first.api };
  const extra = replying(context, channel, draft.body);
  const stored = post({ world: context.world, origin: context.origin(), channel, draft, extra });
  if (nonce != null) context.nonces.remember(`${nonce}`, stored.api.id);
  announce(context, Event.MessageCreate, channel, stored);
  return { status: 200, body: stored.api };
}

/** A reply to what is gone is refused, unless it may be a plain message then. */
function replying({ world }: Context, channel: Channel, body: Json): Partial<APIMessage> {
  const reference = objectOf(body['message_reference']);
  if (reference['message_id'] === undefined) return {};
  const stored = world.messages.get(String(reference['message_id']));
  if (stored === undefined) {
    if (reference['fail_if_not_exists'] === false) return {};
    throw new ApiError(400, 50035, 'Unknown message');
  }
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      ...{ message_id: stored.api.id, channel_id: channel.id },
    },
    referenced_message: stored.api,
  };
}

/** Refuses closed direct messages (50007), strangers (50278) and missing permissions. */
function writableChannel(context: Context, call: Call): Channel {
  const needed =
    call.files.length > 0
      ? (['SendMessages', 'AttachFiles'] as const)
      : (['SendMessages'] as const);
  const channel = channelAllowing(context, param(call, 'channel_id'), ...needed);
  if (channel.kind === 'guild') return channel;
  const { guilds, users } = context.world;
  if (users.get(channel.userId)?.dmsClosed) {
    throw new ApiError(403, 50007, 'Cannot send messages to this user');
  }
  const isMutual = [...guilds.values()].some(
    (guild) => guild.botIsMember && guild.members.has(channel.userId),
  );
  if (!isMutual) {
    const message = 'Cannot send messages to this user due to having no mutual guilds';
    throw new ApiError(403, 50278, message);
  }
  return channel;
}

function listMessages(context: Context, call: Call): Outcome {
  const channel = visibleChannel(context, param(call, 'channel_id'));
  const readable = channelAllowing(context, channel.id, 'ReadMessageHistory');
  const limit = Number(call.query.get('limit') ?? 50);
  const before = call.query.get('before');
  const after = call.query.get('after');
  const messages = messagesIn(context.world, readable.id)
    .filter((each) => each.ephemeralFor === undefined)
    .filter((each) => before === null || BigInt(each.api.id) < BigInt(before))
    .filter((each) => after === null || BigInt(each.api.id) > BigInt(after));
  return {
    status: 200,
    body: messages
      .slice(...(after === null ? [-limit] : [0, limit]))
      .reverse()
      .map((each) => each.api),
  };
}

function getMessage(context: Context, call: Call): Outcome {
  const channel = channelAllowing(context, param(call, 'channel_id'), 'ReadMessageHistory');
  return { status: 200, body: messageIn(context, channel.id, param(call, 'message_id')).api };
}

function editMessage(context: Context, call: Call): Outcome {
  const channel = visibleChannel(context, param(call, 'channel_id'));
  const stored = messageIn(context, channel.id, param(call, 'message_id'));
  if (stored.api.author.id !== context.world.bot.id) {
    throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
  }
  const draft = { body: objectOf(call.body), files: call.files };
  checkDraft(draft, stored.api);
  edit(context.world, context.origin(), stored, draft);
  announce(context, Event.MessageUpdate, channel, stored);
  return { status: 200, body: stored.api };
}

function deleteMessage(context: Context, call: Call): Outcome {
  const channel = visibleChannel(context, param(call, 'channel_id'));
  const stored = messageIn(context, channel.id, param(call, 'message_id'));
  if (stored.api.author.id !== context.world.bot.id) throw missingPermissions();
  context.world.messages.delete(stored.api.id);
  return { status: 204 };
}

export function announce(
  { gateway }: Context,
  event: Event.MessageCreate | Event.MessageUpdate,
  channel: Channel,
  stored: StoredMessage,
): void {
  const intent = channel.kind === 'guild' ? Intent.GuildMessages : Intent.DirectMessages;
  const where = channel.kind === 'guild' ? { guild_id: channel.guildId } : {};
  const scope = channel.kind === 'guild' ? { guildId: channel.guildId, intent } : { intent };
  gateway.dispatch(
    event,
    { ...stored.api, ...where, channel_type: channel.kind === 'guild' ? 0 : 1 },
    scope,
  );
}
