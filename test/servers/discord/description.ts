import type { PermissionFlagsBits } from 'discord-api-types/v10';

export type PermissionName = keyof typeof PermissionFlagsBits;

export interface ChannelDescription {
  readonly name: string;
  /** Default: a text channel. */
  readonly kind?: 'voice' | 'stage' | 'thread' | 'lockedThread';
  /** What the bot may not do here. */
  readonly denyBot?: readonly PermissionName[];
  /** What people may not do here. */
  readonly denyEveryone?: readonly PermissionName[];
}

export interface RoleDescription {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly mentionable?: boolean;
}

export interface MemberDescription {
  readonly name: string;
  /** Names of the guild's roles. */
  readonly roles?: readonly string[];
}

export interface GuildDescription {
  readonly name: string;
  readonly locale?: string;
  /** False: a server the bot was never invited to; its members may have installed the application for themselves. */
  readonly botIsMember?: boolean;
  readonly botPermissions?: readonly PermissionName[];
  readonly channels?: readonly (string | ChannelDescription)[];
  /** Where newcomers are welcomed; default: nowhere. */
  readonly systemChannel?: string;
  readonly roles?: readonly (string | RoleDescription)[];
  readonly members?: readonly (string | MemberDescription)[];
}

export interface Bucket {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimits {
  /** Requests a second over all routes but those of interactions; absent: unlimited. */
  readonly globalPerSecond?: number;
  /** Posts to one channel, and edits in one channel, each; absent: unlimited. */
  readonly channelMessages?: Bucket;
  /** New DM channels; beyond it 40003. Absent: unlimited. */
  readonly dmOpenings?: Bucket;
}

export interface DiscordOptions {
  /** Begins as the Discord that was remembered so; `guilds` then count for nothing. */
  readonly memory?: string;
  readonly guilds?: readonly GuildDescription[];
  /** Default: 5 messages in 5 s per channel and nothing else. */
  readonly rateLimits?: RateLimits;
  /** How many shards `GET /gateway/bot` recommends. */
  readonly shards?: number;
  readonly heartbeatMs?: number;
  /** How long a nonce is remembered. Default 5 minutes. */
  readonly nonceWindowMs?: number;
  /** Discord's is 3,000 ms. Default 30,000 ms: what a busy machine adds is not the application's. */
  readonly answerWithinMs?: number;
  /** Default 15 minutes. */
  readonly tokenLifetimeMs?: number;
  /** Also check against the specification when it is there. Default true. */
  readonly specification?: boolean;
  /** The time scheduled events are judged by, for programs whose clock is not today's. */
  readonly now?: () => number;
}

export const DEFAULT_GUILDS: readonly GuildDescription[] = [
  {
    name: 'conference',
    channels: ['general', 'announcements'],
    roles: [
      { name: 'organisers', permissions: ['ManageGuild'] },
      { name: 'devroom', mentionable: true },
    ],
    members: ['ada', 'alan', { name: 'grace', roles: ['organisers'] }],
  },
];

export const DEFAULT_RATE_LIMITS: RateLimits = { channelMessages: { limit: 5, windowMs: 5_000 } };
