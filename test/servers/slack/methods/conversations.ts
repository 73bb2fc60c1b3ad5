import { reachable, requireScope, scopeFor, visibleChannel } from '../access.ts';
import { ApiError } from '../api-error.ts';
import type { ApiCall, Context, Methods } from '../context.ts';
import { type Json, textOf } from '../json.ts';
import { presentChannel, presentMessage } from '../present.ts';
import { type Channel, dmWith, type Workspace } from '../world.ts';

const READ_SCOPES = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

export const conversationMethods: Methods = {
  'conversations.open': { kind: 'bot', scopes: ['im:write', 'mpim:write'], handle: open },
  'conversations.info': { kind: 'bot', scopes: READ_SCOPES, handle: info },
  'conversations.join': { kind: 'bot', scopes: ['channels:join'], handle: join },
  'conversations.list': { kind: 'bot', scopes: READ_SCOPES, handle: list },
  'conversations.history': { kind: 'bot', handle: history },
  'conversations.replies': { kind: 'bot', handle: history },
  'conversations.members': { kind: 'bot', scopes: READ_SCOPES, handle: members },
  'users.conversations': { kind: 'bot', scopes: READ_SCOPES, handle: ofUser },
};

function open({ world }: Context, { workspace, args }: ApiCall): Json {
  const ids = textOf(args['users'])
    .split(',')
    .filter((id) => id !== '');
  const [id, second] = ids;
  if (id === undefined) throw new ApiError('users_list_not_supplied');
  if (second !== undefined) throw new ApiError('too_many_users');
  const user = workspace.users.get(id);
  if (user === undefined) throw new ApiError('user_not_found');
  const before = workspace.channels.size;
  const channel = dmWith(world, workspace, reachable(user).id);
  const already = workspace.channels.size === before;
  return {
    ...(already ? { no_op: true, already_open: true } : {}),
    channel: args['return_im'] ? presentChannel(channel, workspace) : { id: channel.id },
  };
}

function info(_context: Context, call: ApiCall): Json {
  const channel = visibleChannel(call);
  requireScope(call, [scopeFor(channel, 'read')]);
  return { channel: presentChannel(channel, call.workspace) };
}

function join(_context: Context, call: ApiCall): Json {
  const { workspace } = call;
  const channel = visibleChannel(call);
  if (channel.kind !== 'public') {
    throw new ApiError('method_not_supported_for_channel_type');
  }
  if (channel.archived) throw new ApiError('is_archived');
  const warning = channel.members.has(workspace.bot.userId)
    ? { warning: 'already_in_channel' }
    : {};
  channel.members.add(workspace.bot.userId);
  return { channel: presentChannel(channel, workspace), ...warning };
}

const TYPE_NAMES = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;

/** The channels of a call's `types` that its token may read. */
function readable({ workspace, args, token }: ApiCall): readonly Channel[] {
  const types = textOf(args['types'] ?? 'public_channel').split(',');
  return [...workspace.channels.values()].filter(
    (channel) =>
      types.includes(TYPE_NAMES[channel.kind]) &&
      token.scopes.includes(scopeFor(channel, 'read')) &&
      (channel.kind === 'public' || channel.members.has(workspace.bot.userId)) &&
      !(isTrue(args['exclude_archived']) && channel.archived),
  );
}

function list(_context: Context, call: ApiCall): Json {
  const { items, metadata } = page(readable(call), call.args, 100);
  return { channels: presentAll(items, call.workspace), ...metadata };
}

function ofUser(_context: Context, call: ApiCall): Json {
  const id = textOf(call.args['user'] ?? call.workspace.bot.userId);
  const own = readable(call).filter((channel) => channel.members.has(id));
  const { items, metadata } = page(own, call.args, 100);
  return { channels: presentAll(items, call.workspace), ...metadata };
}

function presentAll(channels: readonly Channel[], workspace: Workspace): readonly Json[] {
  return channels.map((channel) => presentChannel(channel, workspace));
}

function members(_context: Context, call: ApiCall): Json {
  const { items, metadata } = page([...visibleChannel(call).members], call.args, 100);
  return { members: items, ...metadata };
}

/** Newest first; a thread's replies (`conversations.replies`) oldest first. */
function history({ world }: Context, call: ApiCall): Json {
  const { workspace, args, method } = call;
  const channel = visibleChannel(call);
  requireScope(call, [scopeFor(channel, 'history')]);
  if (!channel.members.has(workspace.bot.userId)) throw new ApiError('not_in_channel');
  const inThread = method === 'conversations.replies';
  const wanted = channel.messages.filter(
    (message) =>
      !message.deleted &&
      message.ephemeralFor === undefined &&
      (inThread
        ? message.ts === args['ts'] || message.threadTs === args['ts']
        : message.threadTs === undefined) &&
      isBetween(world.postedAtS(message), args),
  );
  const { items, metadata } = page(inThread ? wanted : wanted.reverse(), args, 100);
  const withMetadata = isTrue(args['include_all_metadata']);
  return {
    messages: items.map((message) => ({
      ...presentMessage(message, workspace, world),
      ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    })),
    has_more: 'response_metadata' in metadata,
    ...metadata,
  };
}

function isBetween(at: number, args: Json): boolean {
  const oldest = Number(args['oldest'] ?? 0);
  const latest = Number(args['latest'] ?? Infinity);
  return isTrue(args['inclusive']) ? at >= oldest && at <= latest : at > oldest && at < latest;
}

/** Arguments come as text. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}

interface Page<T> {
  readonly items: readonly T[];
  readonly metadata: Json;
}

/** One page, with the cursor to the next when there is one. */
function page<T>(all: readonly T[], args: Json, byDefault: number): Page<T> {
  const limit = Math.min(1_000, Number(args['limit'] ?? byDefault) || byDefault);
  const start = Number(Buffer.from(textOf(args['cursor']), 'base64url').toString() || 0);
  if (Number.isNaN(start)) throw new ApiError('invalid_cursor');
  const end = start + limit;
  const cursor = Buffer.from(String(end)).toString('base64url');
  const metadata = end < all.length ? { response_metadata: { next_cursor: cursor } } : {};
  return { items: all.slice(start, end), metadata };
}
