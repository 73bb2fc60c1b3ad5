import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { english } from './messages/en/english.ts';
import { canonicalTimeZone } from './schedule/zone.ts';

/** A token or password that no log, error or dump shows by accident. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

export interface Config {
  /** Present when its token is; so is `slack`. */
  readonly discord?: DiscordConfig | undefined;
  readonly slack?: SlackConfig | undefined;
  /** May hold a password. */
  readonly databaseUrl: Secret;
  readonly schedule: {
    /** Path or address. */
    readonly source: string;
    readonly timeZone?: string | undefined;
    readonly refreshMinutes: number;
  };
  /** Days after a conference's last day for which its members' lists are kept. */
  readonly retentionDays: number;
  readonly logLevel: string;
  /** Where the health can be asked for; nowhere when absent. */
  readonly health?: { readonly host: string; readonly port: number } | undefined;
}

export interface DiscordConfig {
  readonly token: Secret;
  readonly apiUrl?: string | undefined;
  readonly guildId?: string | undefined;
  /** Which shards this process serves, when several processes share the work. */
  readonly sharding?: { readonly ids: readonly number[]; readonly count: number } | undefined;
}

export interface SlackConfig {
  /** One workspace by its token, or as many as install the app by themselves (HTTP only). */
  readonly installed:
    | { readonly kind: 'token'; readonly botToken: Secret }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: Secret;
        /** 32 bytes in base64. */
        readonly encryptionKey: Secret;
      };
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: Secret }
    | { readonly kind: 'http'; readonly signingSecret: Secret; readonly port: number };
  readonly apiUrl?: string | undefined;
  /** Precedes the names of slash commands, which all apps of a workspace share. */
  readonly commandPrefix: string;
}

export const DEFAULT_SCHEDULE = 'data/fosdem-2020-containers.json';
const DEFAULT_REFRESH_MINUTES = 5;
const DEFAULT_RETENTION_DAYS = 30;
const DEFAULT_DATABASE = 'sqlite:hallway.sqlite';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
/** 32 bytes in base64. */
const KEY_LENGTH = 44;
/** `127.0.0.1:8080`, `[::1]:8080`. */
const HOST_AND_PORT = /^(?:\[(?<v6>[\da-f:]+)\]|(?<host>[a-z\d.-]+)):(?<port>\d{1,5})$/i;
const words = english.config;

const schema = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_API_URL: address('DISCORD_API_URL'),
  DISCORD_GUILD_ID: z.string().optional(),
  SHARD_IDS: z
    .string()
    .regex(/^\d{1,5}( *, *\d{1,5})*$/, {
      error: ({ input }) => words.notAListOfShards('SHARD_IDS', String(input)),
    })
    .transform((list) => list.split(',').map(Number))
    .optional(),
  SHARD_COUNT: integer('SHARD_COUNT', 1, 99_999, undefined),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: integer('PORT', 0, 65_535, undefined),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_ENCRYPTION_KEY: z
    .base64({ error: words.notAKey('SLACK_ENCRYPTION_KEY') })
    .length(KEY_LENGTH, words.notAKey('SLACK_ENCRYPTION_KEY'))
    .optional(),
  SLACK_API_URL: address('SLACK_API_URL'),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,20}$/, {
      error: ({ input }) => words.notAPrefix('SLACK_COMMAND_PREFIX', String(input)),
    })
    .default(''),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.|postgres(ql)?:\/\/.)/, words.notADatabase('DATABASE_URL'))
    .default(DEFAULT_DATABASE),
  SCHEDULE: z.string().default(DEFAULT_SCHEDULE),
  SCHEDULE_TIME_ZONE: z
    .string()
    .refine((name) => canonicalTimeZone(name) !== undefined, {
      error: ({ input }) => words.notAZone('SCHEDULE_TIME_ZONE', String(input)),
    })
    .optional(),
  SCHEDULE_REFRESH_MINUTES: integer('SCHEDULE_REFRESH_MINUTES', 1, 1_440, DEFAULT_REFRESH_MINUTES),
  RETENTION_DAYS: integer('RETENTION_DAYS', 1, 3_650, DEFAULT_RETENTION_DAYS),
  LOG_LEVEL: z
    .string()
    .refine((level) => LOG_LEVELS.includes(level), {
      error: ({ input }) => words.notOneOf('LOG_LEVEL', String(input), LOG_LEVELS.join(', ')),
    })
    .default('info'),
  HEALTH_ADDRESS: z
    .string()
    .regex(HOST_AND_PORT, {
      error: ({ input }) => words.notAHostAndPort('HEALTH_ADDRESS', String(input)),
    })
    .optional(),
});

type Variables = z.infer<typeof schema>;

/** The names of all variables that Hallway reads. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape);

/** Reads the environment; an empty variable counts as unset. Throws a {@link ConfigError} with every finding. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = CONFIG_VARIABLES.map((name) => [name, environment[name]?.trim() || undefined]);
  const parsed = schema.safeParse(Object.fromEntries(set));
  const own = parsed.error?.issues.map(({ message }) => message) ?? [];
  const between = findingsBetween(Object.fromEntries(set));
  if (!parsed.success || between.length > 0) throw new ConfigError([...own, ...between]);
  return configOf(parsed.data);
}

type Raw = Readonly<Record<string, string | undefined>>;

function findingsBetween(raw: Raw): readonly string[] {
  return [...slackFindings((name) => raw[name] !== undefined), ...shardFindings(raw)];
}

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_ENCRYPTION_KEY'];

function slackFindings(has: (name: string) => boolean): readonly string[] {
  const findings: string[] = [];
  const oauth = OAUTH.find(has);
  const installed = has('SLACK_BOT_TOKEN') ? 'SLACK_BOT_TOKEN' : oauth;
  if (has('SLACK_BOT_TOKEN') && !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET')) {
    findings.push(words.needsOneOf('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN / SLACK_SIGNING_SECRET'));
  }
  if (has('SLACK_SIGNING_SECRET') && !has('SLACK_APP_TOKEN') && !has('PORT')) {
    findings.push(words.needsOneOf('SLACK_SIGNING_SECRET', 'PORT'));
  }
  for (const name of ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']) {
    if (has(name) && installed === undefined) {
      findings.push(words.needlessWithout(name, 'SLACK_BOT_TOKEN'));
    }
  }
  if (oauth === undefined) return findings;
  for (const other of [...OAUTH, 'SLACK_SIGNING_SECRET']) {
    if (!has(other)) findings.push(words.needsOneOf(oauth, other));
  }
  // Workspaces install over HTTP, and each of them has a token of its own.
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
    if (has(name)) findings.push(words.notBoth(name, oauth));
  }
  return findings;
}

function shardFindings({ SHARD_IDS: ids, SHARD_COUNT: count }: Raw): readonly string[] {
  if (ids === undefined && count === undefined) return [];
  if (ids === undefined) return [words.needlessWithout('SHARD_COUNT', 'SHARD_IDS')];
  if (count === undefined) return [words.needsOneOf('SHARD_IDS', 'SHARD_COUNT')];
  const isBeyond = ids.split(',').some((id) => Number(id) >= Number(count));
  return isBeyond ? [words.notAListOfShards('SHARD_IDS', ids)] : [];
}

function configOf(variables: Variables): Config {
  return {
    discord: discordOf(variables),
    slack: slackOf(variables),
    databaseUrl: secret(variables.DATABASE_URL),
    schedule: {
      source: variables.SCHEDULE,
      timeZone: variables.SCHEDULE_TIME_ZONE,
      refreshMinutes: variables.SCHEDULE_REFRESH_MINUTES,
    },
    retentionDays: variables.RETENTION_DAYS,
    logLevel: variables.LOG_LEVEL,
    health: healthAddressOf(variables),
  };
}

function healthAddressOf({ HEALTH_ADDRESS }: Variables): Config['health'] {
  const { v6, host, port } = HOST_AND_PORT.exec(HEALTH_ADDRESS ?? '')?.groups ?? {};
  const name = v6 ?? host;
  return name === undefined ? undefined : { host: name, port: Number(port) };
}

function discordOf(variables: Variables): DiscordConfig | undefined {
  const { DISCORD_TOKEN, DISCORD_API_URL, DISCORD_GUILD_ID, SHARD_IDS, SHARD_COUNT } = variables;
  if (DISCORD_TOKEN === undefined) return undefined;
  const sharding =
    SHARD_IDS === undefined || SHARD_COUNT === undefined
      ? undefined
      : { ids: SHARD_IDS, count: SHARD_COUNT };
  return {
    token: secret(DISCORD_TOKEN),
    apiUrl: DISCORD_API_URL,
    guildId: DISCORD_GUILD_ID,
    sharding,
  };
}

function slackOf(variables: Variables): SlackConfig | undefined {
  const { SLACK_API_URL: apiUrl, SLACK_COMMAND_PREFIX: commandPrefix } = variables;
  const transport = slackTransport(variables);
  const installed = slackInstalled(variables);
  if (installed === undefined || transport === undefined) return undefined;
  return { installed, transport, apiUrl, commandPrefix };
}

function slackInstalled(variables: Variables): SlackConfig['installed'] | undefined {
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_ENCRYPTION_KEY } = variables;
  if (SLACK_BOT_TOKEN !== undefined) return { kind: 'token', botToken: secret(SLACK_BOT_TOKEN) };
  if (!SLACK_CLIENT_ID || !SLACK_CLIENT_SECRET || !SLACK_ENCRYPTION_KEY) return undefined;
  return {
    kind: 'oauth',
    clientId: SLACK_CLIENT_ID,
    clientSecret: secret(SLACK_CLIENT_SECRET),
    encryptionKey: secret(SLACK_ENCRYPTION_KEY),
  };
}

/** Socket Mode where both are given: it needs no public address. */
function slackTransport(variables: Variables): SlackConfig['transport'] | undefined {
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT } = variables;
  if (SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: secret(SLACK_APP_TOKEN) };
  if (SLACK_SIGNING_SECRET === undefined || PORT === undefined) return undefined;
  return { kind: 'http', signingSecret: secret(SLACK_SIGNING_SECRET), port: PORT };
}

const REDACTED = '[redacted]';

function secret(value: string): Secret {
  return { reveal: () => value, toString: () => REDACTED, toJSON: () => REDACTED };
}

function address(name: string) {
  const error = ({ input }: { input: unknown }) => words.notAnAddress(name, String(input));
  return z.url({ protocol: /^https?$/, error }).optional();
}

function integer<F extends number | undefined>(
  name: string,
  min: number,
  max: number,
  fallback: F,
) {
  const error = ({ input }: { input: unknown }) =>
    words.notAnInteger(name, String(input), min, max);
  return z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error,
    })
    .transform(Number)
    .optional()
    .transform((number): number | F => number ?? fallback);
}
