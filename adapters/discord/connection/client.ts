import {
  ActivityType,
  Client,
  type ClientOptions,
  DefaultRestOptions,
  DiscordAPIError,
  GatewayIntentBits,
  Options,
  Partials,
  REST,
  type RESTOptions,
  Routes,
} from 'discord.js';
import { retry } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { DEFAULT_LANGUAGE, messagesFor } from '../../../src/messages/messages.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import { lookingRequest } from '../sending/lastLook.ts';
import { logRefusals, tokenRefused } from './connection.ts';
import { retryingShards, type Trying } from './shards.ts';

export interface Sharding {
  readonly ids: readonly number[];
  readonly count: number;
}

export interface ClientParts {
  readonly apiUrl: string | undefined;
  /** Absent: as many as Discord recommends, all in this process. */
  readonly sharding: Sharding | undefined;
  readonly makeRequest: RESTOptions['makeRequest'];
  readonly trying: Trying;
}

/** Refused requests (401, 403, 429); 10,000 of them in 10 minutes and Discord shuts the door. */
const WARN_EACH_INVALID = 500;

/** How long a shard waits for servers that are down themselves before it counts as ready. */
const GUILDS_WITHIN_MS = 3_000;

/** Beside the bot's name, for all who see it, whatever they speak. */
const SAID = messagesFor(DEFAULT_LANGUAGE).answers.presence;

/**
 * Hears of servers, channels, roles and messages, of which Discord tells the words only where they are
 * for Hallway: no privileged intent is asked for. Remembers no people and no messages.
 */
export function createClient({ apiUrl, sharding, makeRequest, trying }: ClientParts): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // Of direct conversations and messages nothing is remembered: they are heard of all the same.
    partials: [Partials.Channel, Partials.Message],
    rest: {
      ...restAt(apiUrl),
      makeRequest,
      invalidRequestWarningInterval: WARN_EACH_INVALID,
    },
    ws: { buildStrategy: retryingShards(trying) },
    waitGuildTimeout: GUILDS_WITHIN_MS,
    allowedMentions: { parse: [] },
    presence: { activities: [{ name: 'Hallway', type: ActivityType.Custom, state: SAID }] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 100,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => isSelf(member) },
      UserManager: { maxSize: 0, keepOverLimit: (user) => isSelf(user) },
    }),
    ...shardOptions(sharding),
  });
}

function isSelf({ id, client }: { readonly id: string; readonly client: Client }): boolean {
  return id === client.user?.id;
}

function shardOptions(
  sharding: Sharding | undefined,
): Pick<ClientOptions, 'shards' | 'shardCount'> {
  return sharding === undefined
    ? { shards: 'auto' }
    : { shards: sharding.ids, shardCount: sharding.count };
}

const SEND_WITHIN_MS = 15_000;

/** Added to what Discord says until a limit renews; discord.js's own 50 would cost a twentieth of the rate. */
const MARGIN_MS = 15;

/** Longer than a second's budget renews, the outbox waits rather than the line to Discord. */
const LONGEST_WAIT_MS = 1_100;

/**
 * The line for what Hallway sends by itself. It never tries twice, since the outbox knows better
 * when and whether; and a channel that has to wait is told so at once, so that it holds up no other.
 * The budget over all channels renews within a second: that one is waited for.
 */
export function createSendingLine(apiUrl: string | undefined, token: string, log: Log): REST {
  const line = new REST({
    ...restAt(apiUrl),
    version: DefaultRestOptions.version,
    retries: 0,
    timeout: SEND_WITHIN_MS,
    offset: MARGIN_MS,
    makeRequest: lookingRequest,
    invalidRequestWarningInterval: WARN_EACH_INVALID,
    rejectOnRateLimit: ({ global, timeToReset }) => !global || timeToReset > LONGEST_WAIT_MS,
  }).setToken(token);
  logRefusals(line, log);
  return line;
}

function restAt(apiUrl: string | undefined): { readonly api?: string } {
  return apiUrl === undefined ? {} : { api: apiUrl };
}

/** Throws a `ConfigError` for a token that Discord refuses; needs no connection. */
export async function checkToken(
  apiUrl: string | undefined,
  token: string,
  makeRequest: RESTOptions['makeRequest'],
  signal: AbortSignal,
): Promise<void> {
  const rest = new REST({ ...restAt(apiUrl), version: DefaultRestOptions.version, makeRequest });
  try {
    await rest.setToken(token).get(Routes.gatewayBot(), { signal });
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof DiscordAPIError && error.status === 401) throw tokenRefused();
    throw error;
  }
}

const ANSWER_WITHIN_MS = 5_000;

/**
 * How requests are made: the one that every connection begins with is asked until Discord answers
 * or `signal` aborts, since discord.js gives the whole client up when that one fails.
 */
export function retryingRequests(
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): RESTOptions['makeRequest'] {
  const makeRequest = sendingForms(DefaultRestOptions.makeRequest);
  return async (url, init) => {
    if (!url.endsWith('/gateway/bot')) return makeRequest(url, init);
    const ask = async () => {
      const given = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
      const answer = await makeRequest(url, { ...init, signal: given });
      if (answer.status >= 500) throw new Error(`Discord failed with status ${answer.status}.`);
      return answer;
    };
    const answer = await retry(ask, { ...RECONNECTING, clock: systemClock, signal, onFailure });
    if (answer === undefined) throw signal.reason;
    return answer;
  };
}

type MakeRequest = RESTOptions['makeRequest'];

/**
 * Sends forms, that is files, as bytes. The undici that fetches schedules puts itself in the place of
 * the older one that discord.js sends with, and refuses forms which it did not make itself
 * (`UND_ERR_INVALID_ARG`), with an exception that nothing catches.
 */
export function sendingForms(makeRequest: MakeRequest): MakeRequest {
  return async (url, init) => {
    if (!(init.body instanceof FormData)) return makeRequest(url, init);
    const form = new Response(init.body);
    const type = form.headers.get('content-type') ?? '';
    const body = new Uint8Array(await form.arrayBuffer());
    return makeRequest(url, { ...init, headers: { ...init.headers, 'content-type': type }, body });
  };
}
