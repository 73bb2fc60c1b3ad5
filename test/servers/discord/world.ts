import type {
  APIApplicationCommand,
  APIGuildScheduledEvent,
  APIMessage,
} from 'discord-api-types/v10';
import type { ChannelDescription, GuildDescription, RoleDescription } from './description.ts';
import { bitsOf, DEFAULT_BOT, DEFAULT_EVERYONE, type Overwrite } from './permissions.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  locale: string;
  dmsClosed: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
  readonly managed: boolean;
  /** Of a role that a bot brought along. */
  readonly botId?: string;
  readonly position: number;
}

export interface GuildChannel {
  readonly kind: 'guild';
  readonly id: string;
  readonly guildId: string;
  readonly name: string;
  readonly position: number;
  readonly sort: ChannelDescription['kind'];
  overwrites: readonly Overwrite[];
}

export interface DmChannel {
  readonly kind: 'dm';
  readonly id: string;
  readonly userId: string;
}

export type Channel = GuildChannel | DmChannel;

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  botIsMember: boolean;
  readonly systemChannel: string | undefined;
  /** ISO 8601: when the bot came. */
  botJoinedAt: string;
  /** The bot is a member still, but hears of nothing there. */
  isInOutage: boolean;
  readonly roles: readonly Role[];
  /** Role ids by user id. */
  readonly members: Map<string, readonly string[]>;
}

export interface StoredMessage {
  api: APIMessage;
  /** Only this user sees it. */
  readonly ephemeralFor?: string;
  edits: number;
}

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface World {
  readonly bot: User;
  readonly mint: () => string;
  readonly users: Map<string, User>;
  /** People by name; the bot is not among them. */
  readonly people: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** By user id. */
  readonly dms: Map<string, DmChannel>;
  /** In the order they were posted; deleted ones are gone. */
  readonly messages: Map<string, StoredMessage>;
  readonly files: Map<string, StoredFile>;
  /** By guild id; the empty string holds the global ones. */
  readonly commands: Map<string, readonly APIApplicationCommand[]>;
  readonly events: Map<string, APIGuildScheduledEvent>;
}

export function createWorld(
  guilds: readonly GuildDescription[],
  mint: () => string,
  bot: User = { id: mint(), name: 'hallway', bot: true, locale: 'en-US', dmsClosed: false },
): World {
  const world: World = {
    bot,
    mint,
    users: new Map([[bot.id, bot]]),
    people: new Map(),
    guilds: new Map(),
    channels: new Map(),
    dms: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    events: new Map(),
  };
  for (const guild of guilds) addGuild(world, guild);
  return world;
}

export function addGuild(
  world: World,
  description: GuildDescription,
  botJoinedAt = LONG_AGO,
): Guild {
  const id = world.mint();
  const roles = rolesOf(world, id, description);
  const botIsMember = description.botIsMember ?? true;
  const guild: Guild = {
    id,
    name: description.name,
    locale: description.locale ?? 'en-US',
    ownerId: userNamed(world, 'owner').id,
    botIsMember,
    isInOutage: false,
    systemChannel: description.systemChannel,
    botJoinedAt,
    roles,
    members: new Map(),
  };
  world.guilds.set(id, guild);
  if (botIsMember) addBot(world, guild);
  for (const member of description.members ?? []) {
    const { name, roles: names = [] } =
      typeof member === 'string' ? { name: member } : { ...member };
    guild.members.set(
      userNamed(world, name).id,
      names.map((each) => roleNamed(guild, each).id),
    );
  }
  for (const [position, channel] of (description.channels ?? ['general']).entries()) {
    addChannel(world, guild, channel, position);
  }
  return guild;
}

/** With the roles that it brings along. */
export function addBot({ bot }: World, guild: Guild): void {
  const own = guild.roles.filter(({ managed }) => managed);
  guild.members.set(
    bot.id,
    own.map(({ id }) => id),
  );
}

const LONG_AGO = new Date(2026, 0, 1).toISOString();

function rolesOf(world: World, guildId: string, description: GuildDescription): readonly Role[] {
  const described = (description.roles ?? []).map(
    (role): RoleDescription => (typeof role === 'string' ? { name: role } : role),
  );
  const role = (
    name: string,
    permissions: bigint,
    rest: Partial<Role>,
    position: number,
  ): Role => ({
    id: world.mint(),
    name,
    permissions,
    mentionable: false,
    managed: false,
    position,
    ...rest,
  });
  return [
    role('@everyone', DEFAULT_EVERYONE, { id: guildId }, 0),
    role(
      'hallway',
      bitsOf(description.botPermissions) ?? DEFAULT_BOT,
      { managed: true, botId: world.bot.id },
      1,
    ),
    ...described.map((each, index) =>
      role(
        each.name,
        bitsOf(each.permissions) ?? 0n,
        { mentionable: each.mentionable ?? false },
        index + 2,
      ),
    ),
  ];
}

export function addChannel(
  world: World,
  guild: Guild,
  described: Required<GuildDescription>['channels'][number],
  position: number,
): GuildChannel {
  const description = typeof described === 'string' ? { name: described } : described;
  const overwrites: Overwrite[] = [];
  if (description.denyEveryone) {
    const deny = bitsOf(description.denyEveryone) ?? 0n;
    overwrites.push({ id: guild.id, type: 0, allow: 0n, deny });
  }
  if (description.denyBot) {
    const deny = bitsOf(description.denyBot) ?? 0n;
    overwrites.push({ id: world.bot.id, type: 1, allow: 0n, deny });
  }
  const channel: GuildChannel = {
    kind: 'guild',
    id: world.mint(),
    guildId: guild.id,
    name: description.name,
    position,
    sort: description.kind,
    overwrites,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The user of that name, made when there is none yet. */
export function userNamed(world: World, name: string): User {
  const known = world.people.get(name);
  if (known !== undefined) return known;
  const user: User = { id: world.mint(), name, bot: false, locale: 'en-US', dmsClosed: false };
  world.users.set(user.id, user);
  world.people.set(name, user);
  return user;
}

export function roleNamed(guild: Guild, name: string): Role {
  const role = guild.roles.find((each) => each.name === name || each.id === name);
  if (role === undefined) throw new Error(`The server ${guild.name} has no role "${name}".`);
  return role;
}

export function guildNamed(world: World, name: string): Guild {
  for (const guild of world.guilds.values()) {
    if (guild.name === name || guild.id === name) return guild;
  }
  throw new Error(`There is no server "${name}".`);
}

/** The channel of that name or id, in that guild or in any. */
export function channelNamed(world: World, name: string, guildId?: string): GuildChannel {
  for (const channel of world.channels.values()) {
    if (channel.kind !== 'guild' || (guildId !== undefined && channel.guildId !== guildId))
      continue;
    if (channel.name === name || channel.id === name) return channel;
  }
  throw new Error(`There is no channel "${name}".`);
}

/** The direct-message channel between a user and the bot, opened when there is none. */
export function dmWith(world: World, userId: string): DmChannel {
  const open = world.dms.get(userId);
  if (open !== undefined) return open;
  const channel: DmChannel = { kind: 'dm', id: world.mint(), userId };
  world.dms.set(userId, channel);
  world.channels.set(channel.id, channel);
  return channel;
}

export function messagesIn(world: World, channelId: string): readonly StoredMessage[] {
  return [...world.messages.values()].filter((each) => each.api.channel_id === channelId);
}

export function channelsIn(world: World, guildId: string): readonly GuildChannel[] {
  return [...world.channels.values()].filter(
    (each): each is GuildChannel => each.kind === 'guild' && each.guildId === guildId,
  );
}
