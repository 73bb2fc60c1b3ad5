import { ApiError } from './api-error.ts';
import type { ApiCall, Context } from './context.ts';
import { textOf } from './json.ts';
import { type Channel, dmWith, type User } from './world.ts';

/** Throws `missing_scope` unless the token has one of these. */
export function requireScope({ token }: ApiCall, anyOf: readonly string[]): void {
  if (anyOf.some((scope) => token.scopes.includes(scope))) return;
  throw new ApiError('missing_scope', {
    needed: anyOf.join(','),
    provided: token.scopes.join(','),
  });
}

/** The channel of a call as far as the app may know of it: of private ones only those it is in. */
export function visibleChannel({ workspace, args }: ApiCall): Channel {
  const id = textOf(args['channel']);
  const channel = workspace.channels.get(id);
  const hidden = channel?.kind === 'private' && !channel.members.has(workspace.bot.userId);
  if (channel === undefined || hidden) throw new ApiError('channel_not_found');
  return channel;
}

/** The channel a message may go to; a user id stands for the conversation with them. */
export function writableChannel(context: Context, call: ApiCall): Channel {
  const { workspace, args, token } = call;
  const user = workspace.users.get(textOf(args['channel']));
  const channel =
    user === undefined
      ? visibleChannel(call)
      : dmWith(context.world, workspace, reachable(user).id);
  if (channel.archived) throw new ApiError('is_archived');
  if (channel.kind === 'im' && !workspace.messagesTab) throw new ApiError('messages_tab_disabled');
  const isMember = channel.members.has(workspace.bot.userId);
  const everywhere = channel.kind === 'public' && token.scopes.includes('chat:write.public');
  if (!isMember && !everywhere) throw new ApiError('not_in_channel');
  return channel;
}

/** Throws when nobody can write to them. */
export function reachable(user: User): User {
  if (user.bot) throw new ApiError('cannot_dm_bot');
  if (user.deactivated) throw new ApiError('user_disabled');
  return user;
}

const SCOPE_PREFIX = { public: 'channels', private: 'groups', im: 'im' } as const;

/** `channels:history`, `groups:read` and so on. */
export function scopeFor(channel: Channel, what: 'read' | 'history'): string {
  return `${SCOPE_PREFIX[channel.kind]}:${what}`;
}
