import {
  missingAccess,
  missingPermissions,
  unknownChannel,
  unknownGuild,
  unknownMessage,
} from './api-error.ts';
import type { Context } from './context.ts';
import type { PermissionName } from './description.ts';
import { has, permissionsAt, permissionsIn } from './permissions.ts';
import type { Channel, Guild, StoredMessage } from './world.ts';

/** What the bot may reach, refused as Discord refuses it. */

export function visibleChannel(context: Context, channelId: string): Channel {
  const channel = context.world.channels.get(channelId);
  if (channel === undefined) throw unknownChannel();
  const permissions = permissionsAt(context.world.guilds, channel, context.world.bot.id);
  if (!has(permissions, 'ViewChannel')) throw missingAccess();
  return channel;
}

export function channelAllowing(
  context: Context,
  channelId: string,
  ...needed: readonly PermissionName[]
): Channel {
  const channel = visibleChannel(context, channelId);
  const permissions = permissionsAt(context.world.guilds, channel, context.world.bot.id);
  if (!needed.every((name) => has(permissions, name))) throw missingPermissions();
  return channel;
}

export function joinedGuild(context: Context, guildId: string): Guild {
  const guild = context.world.guilds.get(guildId);
  if (guild === undefined) throw unknownGuild();
  if (!guild.botIsMember) throw missingAccess();
  return guild;
}

export function guildAllowing(context: Context, guildId: string, needed: PermissionName): Guild {
  const guild = joinedGuild(context, guildId);
  const permissions = permissionsIn(guild, undefined, context.world.bot.id);
  if (!has(permissions, needed)) throw missingPermissions();
  return guild;
}

/** A message of a channel; ephemeral ones do not exist for these routes. */
export function messageIn(context: Context, channelId: string, messageId: string): StoredMessage {
  const stored = context.world.messages.get(messageId);
  const isThere = stored?.api.channel_id === channelId && stored.ephemeralFor === undefined;
  if (stored === undefined || !isThere) throw unknownMessage();
  return stored;
}
