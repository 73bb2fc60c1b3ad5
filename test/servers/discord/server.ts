import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type APIApplicationCommand,
  type APIGuildScheduledEvent,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10';
import { type Answer, toAnswer } from './answer.ts';
import type { Context, RecordedRequest, Settings, Violation } from './context.ts';
import {
  type ChannelDescription,
  DEFAULT_GUILDS,
  DEFAULT_RATE_LIMITS,
  type DiscordOptions,
  type GuildDescription,
  type PermissionName,
} from './description.ts';
import { exchange } from './exchange.ts';
import { createFailures, type Failure, type When } from './failures.ts';
import { createGateway, type Gateway } from './gateway.ts';
import {
  beginOutage,
  changePermissions,
  createChannel,
  deleteChannel,
  endOutage,
  joinGuild,
  leaveGuild,
  returnToGuild,
} from './happenings.ts';
import { snowflakes } from './ids.ts';
import { createInteractions } from './interactions.ts';
import { recallModals, recallWorld, remember, rewinding } from './memory.ts';
import { createNonces } from './nonces.ts';
import { createLimiter } from './rate-limits.ts';
import { type Seen, see } from './seen.ts';
import { loadSpecification } from './specification.ts';
import { createUser, type DiscordUser } from './user.ts';
import { channelNamed, createWorld, guildNamed, messagesIn, roleNamed } from './world.ts';

/** A Discord on loopback, and the strings to pull it by. */
export interface Discord {
  /** What `DISCORD_API_URL` is set to; discord.js appends `/v10`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly gateway: Gateway;
  /** Everything it was sent, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** What real Discord would have refused, and what it would not have answered. */
  readonly violations: readonly Violation[];
  /** The person of that name (made on first mention; a member only of the servers described so). */
  user(name: string): DiscordUser;
  guildId(name?: string): string;
  channelId(name: string, guild?: string): string;
  roleId(name: string, guild?: string): string;
  /** Every message of a channel that is not ephemeral, oldest first; `channel` is a name or an id. */
  messages(channel: string): readonly Seen[];
  /** A message as it is now, or nothing when it was deleted. */
  current(message: Pick<Seen, 'id'>): Seen | undefined;
  /** An answer as it is now, once it has at least that many follow-ups. */
  later(answer: Answer, followUps?: number): Promise<Answer>;
  /** Registered commands: the global ones, or those of a server. */
  commands(guild?: string): readonly APIApplicationCommand[];
  scheduledEvents(guild?: string): readonly APIGuildScheduledEvent[];
  /** Makes matching requests fail. */
  fail(when: When, failure: Failure): void;
  failNoMore(): void;
  addGuild(description: GuildDescription): string;
  /** The bot is thrown out; the server lives on. */
  removeBot(guild: string): void;
  inviteAgain(guild: string): void;
  beginOutage(guild: string): void;
  endOutage(guild: string): void;
  addChannel(description: string | ChannelDescription, guild?: string): string;
  deleteChannel(name: string, guild?: string): void;
  /** Removes a message as a moderator would. */
  deleteMessage(message: Pick<Seen, 'id'>): void;
  deny(channel: string, permissions: readonly PermissionName[], whom?: 'bot' | 'everyone'): void;
  allow(channel: string, permissions: readonly PermissionName[], whom?: 'bot' | 'everyone'): void;
  /** All that outlives the program, for the `memory` of another Discord. */
  remember(): string;
  /** Has every message of its memory say again what it said then. */
  rewind(): void;
  stop(): Promise<void>;
}

const FOLLOW_UP_WITHIN_MS = 60_000;
const KEEP_ALIVE_MS = 60_000;

function settle(options: DiscordOptions): Settings {
  return {
    rateLimits: options.rateLimits ?? DEFAULT_RATE_LIMITS,
    shards: options.shards ?? 1,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    nonceWindowMs: options.nonceWindowMs ?? 5 * 60_000,
    answerWithinMs: options.answerWithinMs ?? 30_000,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 15 * 60_000,
    now: options.now ?? Date.now,
  };
}

/** Listens on a free port of 127.0.0.1. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const settings = settle(options);
  const { memory } = options;
  const mint = snowflakes(Date.now);
  const world =
    memory === undefined
      ? createWorld(options.guilds ?? DEFAULT_GUILDS, mint)
      : recallWorld(memory, mint);
  const server = createServer((request, response) => {
    exchange(context, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  // A machine that stands still for seconds is no platform that hangs up.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = () => `http://127.0.0.1:${port}`;
  const token = `${Buffer.from(world.bot.id).toString('base64url')}.hallway.${'x'.repeat(27)}`;
  const { heartbeatMs } = settings;
  const context: Context = {
    world,
    gateway: createGateway({
      server,
      world,
      token,
      heartbeatMs,
      url: () => `ws://127.0.0.1:${port}`,
    }),
    interactions: createInteractions(settings, world.mint),
    limiter: createLimiter(settings.rateLimits),
    failures: createFailures(),
    nonces: createNonces(settings.nonceWindowMs),
    specification: options.specification === false ? undefined : loadSpecification(),
    requests: [],
    violations: [],
    token,
    settings,
    origin,
  };
  if (memory !== undefined) recallModals(memory, context);
  return {
    ...reading(context),
    ...pulling(context),
    remember: () => remember(context),
    rewind: memory === undefined ? () => {} : rewinding(memory, context),
    apiUrl: `${origin()}/api`,
    stop: async () => {
      await context.gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function firstGuild({ world }: Context, name: string | undefined) {
  const [first] = world.guilds.keys();
  return guildNamed(world, name ?? first ?? '');
}

function reading(context: Context) {
  const { world, interactions } = context;
  const users = new Map<string, DiscordUser>();
  return {
    token: context.token,
    applicationId: world.bot.id,
    gateway: context.gateway,
    requests: context.requests,
    violations: context.violations,
    user(name: string) {
      const user = users.get(name) ?? createUser(context, name);
      users.set(name, user);
      return user;
    },
    guildId: (name?: string) => firstGuild(context, name).id,
    channelId: (name: string, guild?: string) =>
      channelNamed(world, name, guild === undefined ? undefined : guildNamed(world, guild).id).id,
    roleId: (name: string, guild?: string) => roleNamed(firstGuild(context, guild), name).id,
    messages(channel: string) {
      const { id } = world.channels.get(channel) ?? channelNamed(world, channel);
      return messagesIn(world, id)
        .filter((each) => each.ephemeralFor === undefined)
        .map(see);
    },
    current(message: Pick<Seen, 'id'>) {
      const stored = world.messages.get(message.id);
      return stored === undefined ? undefined : see(stored);
    },
    async later(answer: Answer, followUps = 0) {
      const interaction = interactions.get(answer.interactionId);
      if (interaction === undefined) throw new Error('There is no such interaction.');
      const enough = () => interaction.followUps.length >= followUps;
      const complaint = `Not ${followUps} follow-ups within ${FOLLOW_UP_WITHIN_MS} ms.`;
      await interactions.until(interaction, enough, FOLLOW_UP_WITHIN_MS, complaint);
      return toAnswer(interaction);
    },
    commands: (guild?: string) =>
      world.commands.get(guild === undefined ? '' : guildNamed(world, guild).id) ?? [],
    scheduledEvents(guild?: string) {
      const { id } = firstGuild(context, guild);
      return [...world.events.values()].filter((each) => each.guild_id === id);
    },
  };
}

function pulling(context: Context) {
  const { world } = context;
  const channelOf = (name: string, guild?: string) =>
    channelNamed(world, name, guild === undefined ? undefined : guildNamed(world, guild).id);
  return {
    fail: context.failures.plan,
    failNoMore: context.failures.clear,
    addGuild: (description: GuildDescription) => joinGuild(context, description),
    removeBot: (guild: string) => leaveGuild(context, guildNamed(world, guild)),
    inviteAgain: (guild: string) => returnToGuild(context, guildNamed(world, guild)),
    beginOutage: (guild: string) => beginOutage(context, guildNamed(world, guild)),
    endOutage: (guild: string) => endOutage(context, guildNamed(world, guild)),
    addChannel: (description: string | ChannelDescription, guild?: string) =>
      createChannel(context, firstGuild(context, guild), description),
    deleteChannel: (name: string, guild?: string) => deleteChannel(context, channelOf(name, guild)),
    deleteMessage({ id }: Pick<Seen, 'id'>) {
      const stored = world.messages.get(id);
      if (stored === undefined) throw new Error('That message is gone already.');
      world.messages.delete(id);
      const channel = world.channels.get(stored.api.channel_id);
      const where = channel?.kind === 'guild' ? { guild_id: channel.guildId } : {};
      const scope = channel?.kind === 'guild' ? { guildId: channel.guildId } : {};
      const intent = channel?.kind === 'guild' ? Intent.GuildMessages : Intent.DirectMessages;
      const data = { id, channel_id: stored.api.channel_id, ...where };
      context.gateway.dispatch(Event.MessageDelete, data, { ...scope, intent });
    },
    deny: (
      channel: string,
      permissions: readonly PermissionName[],
      whom: 'bot' | 'everyone' = 'bot',
    ) => changePermissions(context, channelOf(channel), permissions, whom, 'deny'),
    allow: (
      channel: string,
      permissions: readonly PermissionName[],
      whom: 'bot' | 'everyone' = 'bot',
    ) => changePermissions(context, channelOf(channel), permissions, whom, 'allow'),
  };
}
