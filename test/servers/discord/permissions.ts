import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { PermissionName } from './description.ts';
import type { Channel, Guild, GuildChannel } from './world.ts';

export interface Overwrite {
  readonly id: string;
  /** 0 a role's, 1 a member's. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

export const DEFAULT_EVERYONE = bits([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'UseApplicationCommands',
]);

export const DEFAULT_BOT = bits(['ViewChannel', 'SendMessages', 'CreateEvents', 'ManageEvents']);

/** What everybody may do in a conversation of two. */
export const DM_PERMISSIONS = bits([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
]);

export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

export function bitsOf(names: readonly PermissionName[] | undefined): bigint | undefined {
  return names === undefined ? undefined : bits(names);
}

/** Discord's own order: everyone, the member's roles, overwrites of everyone, of roles, of the member. */
export function permissionsIn(guild: Guild, channel: GuildChannel | undefined, userId: string) {
  if (guild.ownerId === userId) return ALL;
  const roles = new Set([guild.id, ...(guild.members.get(userId) ?? [])]);
  const base = guild.roles
    .filter((role) => roles.has(role.id))
    .reduce((sum, role) => sum | role.permissions, 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  if (channel === undefined) return base;
  const apply = (sum: bigint, overwrites: readonly Overwrite[]) => {
    const deny = overwrites.reduce((all, each) => all | each.deny, 0n);
    const allow = overwrites.reduce((all, each) => all | each.allow, 0n);
    return (sum & ~deny) | allow;
  };
  const { overwrites } = channel;
  const everyone = overwrites.filter((each) => each.id === guild.id);
  const ofRoles = overwrites.filter(
    (each) => each.type === 0 && each.id !== guild.id && roles.has(each.id),
  );
  const ofMember = overwrites.filter((each) => each.type === 1 && each.id === userId);
  const sum = apply(apply(apply(base, everyone), ofRoles), ofMember);
  // Without sight of a channel every other permission there is void.
  return (sum & PermissionFlagsBits.ViewChannel) === 0n ? 0n : sum;
}

export function permissionsAt(
  guilds: ReadonlyMap<string, Guild>,
  channel: Channel,
  userId: string,
): bigint {
  if (channel.kind === 'dm') return DM_PERMISSIONS;
  const guild = guilds.get(channel.guildId);
  return guild?.members.has(userId) || guild?.ownerId === userId
    ? permissionsIn(guild, channel, userId)
    : 0n;
}

export function has(permissions: bigint, name: PermissionName): boolean {
  return (permissions & PermissionFlagsBits[name]) !== 0n;
}
