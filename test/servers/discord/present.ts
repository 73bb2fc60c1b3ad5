import {
  type APIApplicationCommand,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import {
  type Channel,
  channelsIn,
  type Guild,
  type GuildChannel,
  type Role,
  type User,
  type World,
} from './world.ts';

/** The world as Discord's JSON. */

/** Widened on purpose: the enumerations of flags have no member for none of them. */
export const NO_FLAGS: number = 0;

export function presentUser(user: User) {
  return {
    id: user.id,
    username: user.name,
    discriminator: '0',
    global_name: user.name,
    avatar: null,
    bot: user.bot,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
  } satisfies APIUser;
}

export function presentRole(role: Role) {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  } satisfies APIRole;
}

export function presentMember(world: World, guild: Guild, userId: string) {
  const user = world.users.get(userId);
  if (user === undefined) throw new Error(`No user has the id ${userId}.`);
  return {
    user: presentUser(user),
    nick: null,
    avatar: null,
    banner: null,
    roles: [...(guild.members.get(userId) ?? [])],
    joined_at: new Date(2026, 0, 1).toISOString(),
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
  } satisfies APIGuildMember;
}

export function presentGuildChannel(channel: GuildChannel) {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    flags: NO_FLAGS,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: channel.overwrites.map((each) => ({
      id: each.id,
      type: each.type,
      allow: String(each.allow),
      deny: String(each.deny),
    })),
  } satisfies APITextChannel & { flags: number };
}

/** Of any type; the callers only pass it on. */
type LooseChannel = ReturnType<typeof presentGuildChannel>;

/** Threads are children of the server's first channel here. */
function presentThread(world: World, channel: GuildChannel): LooseChannel {
  const [parent] = channelsIn(world, channel.guildId);
  return {
    ...presentGuildChannel(channel),
    type: ChannelType.PrivateThread,
    parent_id: parent?.id ?? null,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(2026, 0, 1).toISOString(),
      locked: channel.sort === 'lockedThread',
      invitable: false,
    },
  } as object as LooseChannel;
}

const isThread = ({ sort }: GuildChannel) => sort === 'thread' || sort === 'lockedThread';

const TYPES = { voice: ChannelType.GuildVoice, stage: ChannelType.GuildStageVoice } as const;

export function presentChannel(world: World, channel: Channel) {
  if (channel.kind === 'guild' && isThread(channel)) return presentThread(world, channel);
  if (channel.kind === 'guild') return presentGuildChannel(channel);
  const user = world.users.get(channel.userId);
  return {
    id: channel.id,
    type: ChannelType.DM,
    name: null,
    flags: NO_FLAGS,
    last_message_id: null,
    recipients: user === undefined ? [] : [presentUser(user)],
  } satisfies APIDMChannel;
}

function sorted(channel: GuildChannel) {
  const { sort } = channel;
  const type = sort === 'voice' || sort === 'stage' ? TYPES[sort] : ChannelType.GuildText;
  const voice = type === ChannelType.GuildText ? {} : { bitrate: 64_000, user_limit: 0 };
  return { ...presentGuildChannel(channel), ...voice, type };
}

export function presentGuild(guild: Guild, systemChannel: string | null = null) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: systemChannel,
    system_channel_flags: NO_FLAGS,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: guild.roles.map(presentRole),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale as APIGuild['preferred_locale'],
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    hub_type: null,
    emojis: [],
    stickers: [],
    incidents_data: null,
  } satisfies APIGuild & { nsfw: boolean; home_header: null };
}

export function presentGuildCreate(world: World, guild: Guild) {
  const channels = channelsIn(world, guild.id);
  const systemChannel = channels.find(({ name }) => name === guild.systemChannel);
  const events = [...world.events.values()].filter((each) => each.guild_id === guild.id);
  return {
    ...presentGuild(guild, systemChannel?.id ?? null),
    joined_at: guild.botJoinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: [presentMember(world, guild, world.bot.id)],
    channels: channels
      .filter((channel) => !isThread(channel))
      .map((channel) => sorted(channel)) as APITextChannel[],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: events,
    soundboard_sounds: [],
  } satisfies GatewayGuildCreateDispatchData;
}

export function presentApplication(world: World) {
  return {
    id: world.bot.id,
    name: 'Hallway',
    icon: null,
    description: 'The conference companion',
    type: null,
    bot: presentUser(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: NO_FLAGS,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: presentUser(ownerOf(world)),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}

function ownerOf(world: World): User {
  return world.people.get('owner') ?? world.bot;
}

/** Without `with_localizations` Discord leaves the dictionaries out of its answer. */
export function withoutLocalizations(command: APIApplicationCommand): unknown {
  return JSON.parse(
    JSON.stringify(command, (key, value: unknown) =>
      key === 'name_localizations' || key === 'description_localizations' ? undefined : value,
    ),
  );
}
