import { reachable, visibleChannel, writableChannel } from '../access.ts';
import { ApiError } from '../api-error.ts';
import type { ApiCall, Context, Methods } from '../context.ts';
import { isObject, type Json, objectOf, textOf } from '../json.ts';
import { edit, messageAt, readContent, refuse } from '../posting.ts';
import { presentMessage } from '../present.ts';
import { checkMessage } from '../rules/blocks.ts';
import { addMessage, type Channel, type Message } from '../world.ts';

const scopes = ['chat:write'];

export const chatMethods: Methods = {
  'chat.postMessage': { kind: 'bot', scopes, handle: postMessage },
  'chat.update': { kind: 'bot', scopes, handle: update },
  'chat.delete': { kind: 'bot', scopes, handle: remove },
  'chat.postEphemeral': { kind: 'bot', scopes, handle: postEphemeral },
  'chat.getPermalink': { kind: 'bot', handle: getPermalink },
  'chat.unfurl': { kind: 'bot', scopes: ['links:write'], handle: unfurl },
};

function postMessage(context: Context, call: ApiCall): Json {
  const channel = writableChannel(context, call);
  const content = readContent(context, call.method, call.args);
  const message = addMessage(context.world, channel, {
    ...content,
    user: call.workspace.bot.userId,
    byApp: true,
    metadata: readMetadata(context, call),
    threadTs: threadOf(call, channel),
  });
  context.interactions.showMessage(message, channel);
  return posted(context, call, channel, message);
}

function posted(context: Context, call: ApiCall, channel: Channel, message: Message): Json {
  return {
    channel: channel.id,
    ts: message.ts,
    message: presentMessage(message, call.workspace, context.world),
  };
}

function threadOf({ args }: ApiCall, channel: Channel): string | undefined {
  const ts = args['thread_ts'];
  if (ts === undefined) return undefined;
  if (messageAt(channel, ts) === undefined) throw new ApiError('thread_not_found');
  return textOf(ts);
}

function readMetadata(context: Context, { method, args }: ApiCall): Json | undefined {
  const { metadata } = args;
  if (metadata === undefined) return undefined;
  const given = objectOf(metadata);
  const wellFormed = textOf(given['event_type']) !== '' && isObject(given['event_payload']);
  const complaint = 'metadata wants event_type and an object as event_payload';
  refuse(context, method, 'invalid_metadata_format', args, wellFormed ? [] : [complaint]);
  return given;
}

/** One of the app's own messages that everyone sees: ephemeral ones cannot be changed by method. */
function ownMessage(call: ApiCall, refusal: string): { channel: Channel; message: Message } {
  const channel = visibleChannel(call);
  const message = messageAt(channel, call.args['ts']);
  if (message === undefined || message.ephemeralFor !== undefined) {
    throw new ApiError('message_not_found');
  }
  if (!message.byApp) throw new ApiError(refusal);
  return { channel, message };
}

/** What is not given stays as it was; an empty list takes blocks or attachments away. */
function update(context: Context, call: ApiCall): Json {
  const { channel, message } = ownMessage(call, 'cant_update_message');
  if (channel.archived) throw new ApiError('is_archived');
  const { text, blocks, attachments } = message;
  const content = readContent(context, call.method, { text, blocks, attachments, ...call.args });
  const metadata = readMetadata(context, call);
  edit(message, content);
  if (metadata !== undefined) message.metadata = metadata;
  return { ...posted(context, call, channel, message), text: message.text };
}

function remove(_context: Context, call: ApiCall): Json {
  const { channel, message } = ownMessage(call, 'cant_delete_message');
  message.deleted = true;
  return { channel: channel.id, ts: message.ts };
}

function postEphemeral(context: Context, call: ApiCall): Json {
  const channel = writableChannel(context, call);
  const user = call.workspace.users.get(textOf(call.args['user']));
  if (user === undefined || !channel.members.has(reachable(user).id)) {
    throw new ApiError('user_not_in_channel');
  }
  const message = addMessage(context.world, channel, {
    ...readContent(context, call.method, call.args),
    user: call.workspace.bot.userId,
    byApp: true,
    ephemeralFor: user.id,
    threadTs: threadOf(call, channel),
  });
  context.interactions.showMessage(message, channel);
  return { message_ts: message.ts };
}

function getPermalink(_context: Context, call: ApiCall): Json {
  const channel = visibleChannel(call);
  const message = messageAt(channel, call.args['message_ts']);
  if (message === undefined) throw new ApiError('message_not_found');
  const path = `${channel.id}/p${message.ts.replace('.', '')}`;
  const permalink = `https://${call.workspace.name}.slack.example/archives/${path}`;
  return { channel: channel.id, permalink };
}

/** Found by channel and ts, or by the `unfurl_id` of the link_shared event. */
function unfurl(context: Context, call: ApiCall): Json {
  const { args, workspace } = call;
  const unfurls = Object.entries(objectOf(args['unfurls']));
  if (unfurls.length === 0) throw new ApiError('missing_unfurls');
  for (const [, card] of unfurls) {
    const { blocks } = objectOf(card);
    const complaints = checkMessage(context.specification, 'unfurl', blocks);
    refuse(context, call.method, 'invalid_unfurls_format', args, complaints);
  }
  // Only whoever writes it sees the preview.
  if (args['source'] === 'composer') return {};
  const [fromId, tsFromId] = textOf(args['unfurl_id']).split('/');
  const channel = workspace.channels.get(textOf(args['channel'] ?? fromId));
  if (channel === undefined) throw new ApiError('cannot_find_channel');
  const message = messageAt(channel, args['ts'] ?? tsFromId);
  if (message === undefined) throw new ApiError('cannot_find_message');
  for (const [url] of unfurls) {
    if (!message.text.includes(url)) throw new ApiError('cannot_unfurl_url');
  }
  message.attachments = unfurls.map(([url, card]) => ({ ...objectOf(card), from_url: url }));
  context.interactions.showMessage(message, channel);
  return {};
}
