import { GatewayDispatchEvents as Event, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { Context } from './context.ts';
import type { ChannelDescription, GuildDescription, PermissionName } from './description.ts';
import type { EventData } from './gateway.ts';
import { bits } from './permissions.ts';
import { presentGuildChannel, presentGuildCreate } from './present.ts';
import {
  addBot,
  addChannel,
  addGuild,
  channelsIn,
  type Guild,
  type GuildChannel,
} from './world.ts';

/** What happens in servers without the bot's doing, told to it over the gateway. */

export function joinGuild({ world, gateway }: Context, description: GuildDescription): string {
  const guild = addGuild(world, description, new Date().toISOString());
  if (guild.botIsMember) {
    const scope = { guildId: guild.id, intent: Intent.Guilds };
    gateway.dispatch(Event.GuildCreate, presentGuildCreate(world, guild), scope);
  }
  return guild.id;
}

export function leaveGuild({ world, gateway }: Context, guild: Guild): void {
  guild.botIsMember = false;
  guild.members.delete(world.bot.id);
  const scope = { guildId: guild.id, intent: Intent.Guilds };
  // Without `unavailable` it is no outage: the bot was removed. The types know only the outage.
  const removed = { id: guild.id } as EventData<Event.GuildDelete>;
  gateway.dispatch(Event.GuildDelete, removed, scope);
}

/** Somebody invites the bot again to a server that removed it. */
export function returnToGuild({ world, gateway }: Context, guild: Guild): void {
  guild.botIsMember = true;
  guild.botJoinedAt = new Date().toISOString();
  addBot(world, guild);
  const scope = { guildId: guild.id, intent: Intent.Guilds };
  gateway.dispatch(Event.GuildCreate, presentGuildCreate(world, guild), scope);
}

/** The server's own machines fail: nothing is heard of it until they come back. */
export function beginOutage({ gateway }: Context, guild: Guild): void {
  guild.isInOutage = true;
  const scope = { guildId: guild.id, intent: Intent.Guilds };
  gateway.dispatch(Event.GuildDelete, { id: guild.id, unavailable: true }, scope);
}

export function endOutage({ world, gateway }: Context, guild: Guild): void {
  guild.isInOutage = false;
  const scope = { guildId: guild.id, intent: Intent.Guilds };
  gateway.dispatch(Event.GuildCreate, presentGuildCreate(world, guild), scope);
}

export function createChannel(
  { world, gateway }: Context,
  guild: Guild,
  description: string | ChannelDescription,
): string {
  const position = channelsIn(world, guild.id).length;
  const channel = addChannel(world, guild, description, position);
  const scope = { guildId: guild.id, intent: Intent.Guilds };
  gateway.dispatch(Event.ChannelCreate, presentGuildChannel(channel), scope);
  return channel.id;
}

export function deleteChannel({ world, gateway }: Context, channel: GuildChannel): void {
  world.channels.delete(channel.id);
  const scope = { guildId: channel.guildId, intent: Intent.Guilds };
  gateway.dispatch(Event.ChannelDelete, presentGuildChannel(channel), scope);
}

export function changePermissions(
  { world, gateway }: Context,
  channel: GuildChannel,
  permissions: readonly PermissionName[],
  whom: 'bot' | 'everyone',
  how: 'allow' | 'deny',
): void {
  const id = whom === 'bot' ? world.bot.id : channel.guildId;
  const type = whom === 'bot' ? 1 : 0;
  const changed = bits(permissions);
  const before = channel.overwrites.find((each) => each.id === id);
  const allow = ((before?.allow ?? 0n) & ~changed) | (how === 'allow' ? changed : 0n);
  const deny = ((before?.deny ?? 0n) & ~changed) | (how === 'deny' ? changed : 0n);
  const others = channel.overwrites.filter((each) => each.id !== id);
  channel.overwrites = [...others, { id, type, allow, deny }];
  const scope = { guildId: channel.guildId, intent: Intent.Guilds };
  gateway.dispatch(Event.ChannelUpdate, presentGuildChannel(channel), scope);
}
