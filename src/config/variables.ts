import { z } from 'zod';
import { canonicalTimeZone } from '../clock.ts';
import { type ConfigMessages, config as english } from '../messages/en/config.ts';

export const DEFAULT_SCHEDULE = 'data/fosdem-2020-containers.json';
const DEFAULT_REFRESH_MINUTES = 5;
const DEFAULT_RETENTION_DAYS = 30;
const DEFAULT_DATABASE = 'sqlite:hallway.sqlite';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
/** Of 32 bytes in base64. */
const KEY_LENGTH = 44;
const SHARDS = /^\d{1,5}( *, *\d{1,5})*$/;
export const PREFIX = /^[a-z0-9_-]{1,20}$/;
const DATABASE = /^(sqlite:.|postgres(ql)?:\/\/.)/;
/** `127.0.0.1:8080`, `[::1]:8080`. */
export const HOST_AND_PORT = /^(?:\[(?<v6>[\da-f:]+)\]|(?<host>[a-z\d.-]+)):(?<port>\d{1,5})$/i;

/** Every environment variable that Hallway reads, each by itself; what is wrong is said in these words. */
export function variablesIn(words: ConfigMessages) {
  const { notAKey, notADatabase } = words;
  const address = (name: string) =>
    z
      .url({ protocol: /^https?$/, error: ({ input }) => words.notAnAddress(name, String(input)) })
      .optional();
  const number = (name: string, min: number, max: number) =>
    text(
      (value) => /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max,
      (value) => words.notAnInteger(name, value, min, max),
    ).transform(Number);
  return z.object({
    DISCORD_TOKEN: z.string().optional(),
    DISCORD_API_URL: address('DISCORD_API_URL'),
    DISCORD_GUILD_ID: z.string().optional(),
    SHARD_IDS: text(SHARDS, (value) => words.notAListOfShards('SHARD_IDS', value))
      .transform((list) => list.split(',').map(Number))
      .optional(),
    SHARD_COUNT: number('SHARD_COUNT', 1, 99_999).optional(),
    SLACK_BOT_TOKEN: z.string().optional(),
    SLACK_APP_TOKEN: z.string().optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    PORT: number('PORT', 0, 65_535).optional(),
    SLACK_CLIENT_ID: z.string().optional(),
    SLACK_CLIENT_SECRET: z.string().optional(),
    SLACK_ENCRYPTION_KEY: z
      .base64({ error: notAKey('SLACK_ENCRYPTION_KEY') })
      .length(KEY_LENGTH, notAKey('SLACK_ENCRYPTION_KEY'))
      .optional(),
    SLACK_API_URL: address('SLACK_API_URL'),
    SLACK_COMMAND_PREFIX: text(PREFIX, (value) =>
      words.notAPrefix('SLACK_COMMAND_PREFIX', value),
    ).default(''),
    DATABASE_URL: text(DATABASE, () => notADatabase('DATABASE_URL')).default(DEFAULT_DATABASE),
    SCHEDULE: z.string().default(DEFAULT_SCHEDULE),
    SCHEDULE_TIME_ZONE: text(
      (name) => canonicalTimeZone(name) !== undefined,
      (value) => words.notAZone('SCHEDULE_TIME_ZONE', value),
    ).optional(),
    SCHEDULE_REFRESH_MINUTES: number('SCHEDULE_REFRESH_MINUTES', 1, 1_440).default(
      DEFAULT_REFRESH_MINUTES,
    ),
    RETENTION_DAYS: number('RETENTION_DAYS', 1, 3_650).default(DEFAULT_RETENTION_DAYS),
    LOG_LEVEL: text(
      (level) => LOG_LEVELS.includes(level),
      (value) => words.notOneOf('LOG_LEVEL', value, LOG_LEVELS.join(', ')),
    ).default('info'),
    HEALTH_ADDRESS: text(HOST_AND_PORT, (value) =>
      words.notAHostAndPort('HEALTH_ADDRESS', value),
    ).optional(),
  });
}

export type Variables = z.infer<ReturnType<typeof variablesIn>>;

/** The names of all variables. */
export const VARIABLES: readonly string[] = Object.keys(variablesIn(english).shape);

function text(valid: RegExp | ((value: string) => boolean), said: (value: string) => string) {
  const isValid = valid instanceof RegExp ? (value: string) => valid.test(value) : valid;
  return z.string().refine(isValid, { error: ({ input }) => said(String(input)) });
}
