import { z } from 'zod';
import { canonicalTimeZone } from '../clock.ts';
import type { ConfigMessages } from '../messages/en/config.ts';
import type { Finding } from './error.ts';
import { OPERATOR_EXAMPLES, operatorAddress } from './operator.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
/** 32 bytes in base64. */
const KEY = /^[a-z\d+/]{43}=$/i;
/** Ids of Discord's: milliseconds since 2015, and more. */
const SNOWFLAKE = /^\d{15,20}$/;
const SHARDS = /^\d{1,5}( *, *\d{1,5})*$/;
export const PREFIX = /^[a-z0-9_-]{1,20}$/;
/** What comes before a word, and is none: `!`, `hw!`. */
const MATRIX_PREFIX = /^[a-z\d]{0,10}[!?.,:;~+$%&=-]{1,3}$/i;
const DATABASE = /^(sqlite:.|postgres(ql)?:\/\/.)/;
/** `127.0.0.1:8080`, `[::1]:8080`. */
export const HOST_AND_PORT = /^(?:\[(?<v6>[\da-f:]+)\]|(?<host>[a-z\d.-]+)):(?<port>\d{1,5})$/i;

type Objection = (words: ConfigMessages, name: string, value: string) => string;

/** What is said of a value that a variable cannot have, whatever it is that is wrong with it. */
const objections = z.registry<{ readonly said: Objection }>();

function address() {
  return z
    .url({ protocol: /^https?$/ })
    .optional()
    .register(objections, { said: (words, name, value) => words.notAnAddress(name, value) });
}

/** Where something is served. */
function hostAndPort() {
  return z
    .string()
    .regex(HOST_AND_PORT)
    .refine((value) => Number(value.slice(value.lastIndexOf(':') + 1)) <= 65_535)
    .optional()
    .register(objections, { said: (words, name, value) => words.notAHostAndPort(name, value) });
}

/** One that cannot be the other one, which is shown beside it where both are copied. */
function token(shape: RegExp, beginning: string) {
  const said: Objection = (words, name) => words.anotherToken(name, beginning);
  return z.string().regex(shape).optional().register(objections, { said });
}

/** What secrets in the database are encrypted with. */
function key() {
  return z
    .string()
    .regex(KEY)
    .optional()
    .register(objections, { said: (words, name) => words.notAKey(name) });
}

/** A whole number within these bounds, as text. */
function number(min: number, max: number) {
  const said: Objection = (words, name, value) => words.notAnInteger(name, value, min, max);
  const schema = z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
  return {
    optional: () => schema.optional().register(objections, { said }),
    default: (value: number) => schema.default(value).register(objections, { said }),
  };
}

const notAnOperator: Objection = (words, name, value) => {
  const { channels, people } = OPERATOR_EXAMPLES;
  return words.notAnOperator(name, value, channels, people);
};

/** Every environment variable that Hallway reads, each by itself. */
const variables = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_API_URL: address(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(SNOWFLAKE)
    .optional()
    .register(objections, { said: (words, name, value) => words.notAnId(name, value) }),
  SHARD_IDS: z
    .string()
    .regex(SHARDS)
    .transform((list) => list.split(',').map(Number))
    .optional()
    .register(objections, { said: (words, name, value) => words.notAListOfShards(name, value) }),
  SHARD_COUNT: number(1, 99_999).optional(),
  SLACK_BOT_TOKEN: token(/^(?!xapp-)/, 'xoxb-'),
  SLACK_APP_TOKEN: token(/^(?!xox[a-z]-)/, 'xapp-'),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: number(0, 65_535).optional(),
  SLACK_ADDRESS: hostAndPort(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  /** What `ENCRYPTION_KEY` was called before there was another platform. */
  SLACK_ENCRYPTION_KEY: key(),
  SLACK_API_URL: address(),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(PREFIX)
    .default('')
    .register(objections, { said: (words, name, value) => words.notAPrefix(name, value) }),
  MATRIX_HOMESERVER: address(),
  MATRIX_ACCESS_TOKEN: z.string().optional(),
  MATRIX_USER: z.string().optional(),
  MATRIX_PASSWORD: z.string().optional(),
  MATRIX_PREFIX: z
    .string()
    .regex(MATRIX_PREFIX)
    .default('!')
    .register(objections, { said: (words, name, value) => words.notAMark(name, value) }),
  ENCRYPTION_KEY: key(),
  DATABASE_URL: z
    .string()
    .regex(DATABASE)
    .optional()
    .register(objections, { said: (words, name) => words.notADatabase(name) }),
  SCHEDULE: z.string().optional(),
  SCHEDULE_TIME_ZONE: z
    .string()
    .refine((name) => canonicalTimeZone(name) !== undefined)
    .optional()
    .register(objections, { said: (words, name, value) => words.notAZone(name, value) }),
  SCHEDULE_TITLE: z.string().optional(),
  SCHEDULE_REFRESH_MINUTES: number(1, 1_440).default(5),
  RETENTION_DAYS: number(1, 3_650).default(30),
  DOCS_URL: address(),
  PRIVACY_URL: address(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .optional()
    .register(objections, {
      said: (words, name, value) => words.notOneOf(name, value, LOG_LEVELS.join(', ')),
    }),
  HEALTH_ADDRESS: hostAndPort(),
  WEB_ADDRESS: hostAndPort(),
  WEB_URL: address(),
  OPERATOR_CHANNEL: z
    .string()
    .refine((value) => operatorAddress(value) !== undefined)
    .optional()
    .register(objections, { said: notAnOperator }),
});

export type Variables = z.infer<typeof variables>;

/** By name, without those that are empty. */
export type Raw = Readonly<Partial<Record<string, string>>>;

/** The names of all variables. */
export const VARIABLES = variables.keyof().options;

/** What begins like these is of a program like ours; `DATABASE_URI` or `SCHEDULER` may be anybody's. */
export const OURS_ALONE = /^(?:DISCORD|SLACK|MATRIX|SCHEDULE|HEALTH)_/;

/** The values, and what is wrong with each that cannot be, in the order in which they stand above. */
export function parseVariables(raw: Raw): {
  readonly variables?: Variables | undefined;
  readonly findings: readonly Finding[];
} {
  const { data, error } = variables.safeParse(raw);
  const wrong = new Set(error?.issues.map(({ path }) => path[0]));
  const findings = VARIABLES.filter((name) => wrong.has(name)).map(
    (name): Finding =>
      (words) =>
        objections.get(variables.shape[name])?.said(words, name, raw[name] ?? '') ?? '',
  );
  return { variables: data, findings };
}
