/**
 * The floor `config`: the environment, read once, with every finding at once. It knows names of
 * variables and nothing of what is done with them. Start here, then `variables.ts`.
 */

import { type Secret, secret } from '../log/secret.ts';
import { ConfigError, type Finding } from './error.ts';
import { misspelled } from './misspelled.ts';
import { type OperatorAddress, operatorAddress, operatorFindings } from './operator.ts';
import { HOST_AND_PORT, parseVariables, type Raw, VARIABLES, type Variables } from './variables.ts';

export interface Config {
  /** Present when its token is; so are the others. */
  readonly discord?: DiscordConfig | undefined;
  readonly slack?: SlackConfig | undefined;
  readonly matrix?: MatrixConfig | undefined;
  /** May hold a password. Absent: what takes its place depends on what is run. */
  readonly databaseUrl?: Secret | undefined;
  readonly schedule: {
    /** Path or address; absent: the conference that comes with Hallway. */
    readonly source?: string | undefined;
    readonly timeZone?: string | undefined;
    /** Instead of the name that the source gives its conference. */
    readonly title?: string | undefined;
    readonly refreshMinutes: number;
  };
  /** Days after a conference's last day for which its members' lists are kept. */
  readonly retentionDays: number;
  /** Addresses that `/help` links to. */
  readonly pages: { readonly docs?: string | undefined; readonly privacy?: string | undefined };
  /** Who is told when something is wrong: on a platform that is configured. */
  readonly operator?: OperatorAddress | undefined;
  /** Absent: as whatever is run finds right. */
  readonly logLevel?: string | undefined;
  /** Where the health can be asked for; nowhere when absent. */
  readonly health?: { readonly host: string; readonly port: number } | undefined;
  /** Where pages and calendars are served for the public; nowhere when absent. */
  readonly web?: WebConfig | undefined;
}

export interface WebConfig {
  readonly host: string;
  readonly port: number;
  /** Where the public finds it, without a slash at its end. */
  readonly url: string;
  /** 32 bytes in base64, with which addresses of members are kept to be shown again. */
  readonly encryptionKey?: Secret | undefined;
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
    | ({ readonly kind: 'http'; readonly signingSecret: Secret } & SlackAddress);
  readonly apiUrl?: string | undefined;
  /** Precedes the names of slash commands, which all apps of a workspace share. */
  readonly commandPrefix: string;
}

export interface MatrixConfig {
  readonly homeserver: string;
  /** A token, with the device that it is of; or a password, with which a device is made once. */
  readonly login:
    | { readonly kind: 'token'; readonly token: Secret }
    | {
        readonly kind: 'password';
        readonly user: string;
        /** Not needed once it was logged in with it. */
        readonly password?: Secret;
        /** 32 bytes in base64, with which the token is kept. */
        readonly encryptionKey: Secret;
      };
  /** Begins what is a command in a room. */
  readonly prefix: string;
}

/** Where Slack's requests are listened for; without a host, at every interface. */
interface SlackAddress {
  readonly host?: string | undefined;
  readonly port: number;
}

/** Reads the environment; an empty variable counts as unset. Throws a {@link ConfigError} with every finding. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const raw: Raw = Object.fromEntries(
    VARIABLES.flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const { variables, findings } = parseVariables(raw);
  const has = (name: string) => raw[name] !== undefined;
  const between = [
    ...slackFindings(has),
    ...keyFindings(has),
    ...matrixFindings(has),
    ...shardFindings(raw),
    ...webFindings(has),
    ...operatorFindings(raw),
  ];
  const all = [...misspelled(environment), ...findings, ...between];
  if (variables === undefined || all.length > 0) throw new ConfigError(all);
  return configOf(variables);
}

/** Hosts of containers set the second by themselves; the first says more. */
const ADDRESSES = ['SLACK_ADDRESS', 'PORT'];
const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'];
/** The second is what the first was called. */
const KEYS = ['ENCRYPTION_KEY', 'SLACK_ENCRYPTION_KEY'];

function slackFindings(has: (name: string) => boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const oauth = [...OAUTH, 'SLACK_ENCRYPTION_KEY'].find(has);
  const installed = has('SLACK_BOT_TOKEN') ? 'SLACK_BOT_TOKEN' : oauth;
  if (has('SLACK_BOT_TOKEN') && !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET')) {
    findings.push((words) =>
      words.needsOneOf('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN / SLACK_SIGNING_SECRET'),
    );
  }
  if (has('SLACK_SIGNING_SECRET') && !has('SLACK_APP_TOKEN') && !ADDRESSES.some(has)) {
    findings.push((words) => words.needsOneOf('SLACK_SIGNING_SECRET', ADDRESSES.join(' / ')));
  }
  if (has('SLACK_ADDRESS') && !has('SLACK_SIGNING_SECRET')) {
    findings.push((words) => words.needlessWithout('SLACK_ADDRESS', 'SLACK_SIGNING_SECRET'));
  }
  for (const name of ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']) {
    if (has(name) && installed === undefined) {
      findings.push((words) => words.needlessWithout(name, 'SLACK_BOT_TOKEN'));
    }
  }
  if (oauth === undefined) return findings;
  for (const other of [...OAUTH, 'SLACK_SIGNING_SECRET']) {
    if (!has(other)) findings.push((words) => words.needsOneOf(oauth, other));
  }
  if (!KEYS.some(has)) findings.push((words) => words.needsOneOf(oauth, KEYS[0] ?? ''));
  // Workspaces install over HTTP, and each of them has a token of its own.
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
    if (has(name)) findings.push((words) => words.notBoth(name, oauth));
  }
  return findings;
}

function keyFindings(has: (name: string) => boolean): readonly Finding[] {
  const [now = '', before = ''] = KEYS;
  return has(now) && has(before) ? [(words) => words.notBoth(before, now)] : [];
}

const MATRIX_LOGIN = ['MATRIX_USER', 'MATRIX_PASSWORD'];

function matrixFindings(has: (name: string) => boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const needs = (name: string, other: string) =>
    findings.push((words) => words.needsOneOf(name, other));
  const login = MATRIX_LOGIN.find(has);
  const isKnown = has('MATRIX_ACCESS_TOKEN') || login !== undefined;
  if (has('MATRIX_HOMESERVER') && !isKnown) {
    needs('MATRIX_HOMESERVER', 'MATRIX_ACCESS_TOKEN / MATRIX_USER');
  }
  for (const name of ['MATRIX_ACCESS_TOKEN', ...MATRIX_LOGIN]) {
    if (has(name) && !has('MATRIX_HOMESERVER')) needs(name, 'MATRIX_HOMESERVER');
  }
  if (login === undefined) return findings;
  if (has('MATRIX_ACCESS_TOKEN')) {
    findings.push((words) => words.notBoth('MATRIX_ACCESS_TOKEN', login));
  }
  if (!has('MATRIX_USER')) needs(login, 'MATRIX_USER');
  if (!KEYS.some(has)) needs(login, KEYS[0] ?? '');
  return findings;
}

function shardFindings({ SHARD_IDS: ids, SHARD_COUNT: count }: Raw): readonly Finding[] {
  if (ids === undefined && count === undefined) return [];
  if (ids === undefined) return [(words) => words.needlessWithout('SHARD_COUNT', 'SHARD_IDS')];
  if (count === undefined) return [(words) => words.needsOneOf('SHARD_IDS', 'SHARD_COUNT')];
  const isBeyond = ids.split(',').some((id) => Number(id) >= Number(count));
  return isBeyond ? [(words) => words.notAListOfShards('SHARD_IDS', ids)] : [];
}

function webFindings(has: (name: string) => boolean): readonly Finding[] {
  if (!has('WEB_URL') || has('WEB_ADDRESS')) return [];
  return [(words) => words.needlessWithout('WEB_URL', 'WEB_ADDRESS')];
}

function configOf(variables: Variables): Config {
  return {
    discord: discordOf(variables),
    slack: slackOf(variables),
    matrix: matrixOf(variables),
    databaseUrl: variables.DATABASE_URL === undefined ? undefined : secret(variables.DATABASE_URL),
    schedule: {
      source: variables.SCHEDULE,
      timeZone: variables.SCHEDULE_TIME_ZONE,
      title: variables.SCHEDULE_TITLE,
      refreshMinutes: variables.SCHEDULE_REFRESH_MINUTES,
    },
    retentionDays: variables.RETENTION_DAYS,
    pages: { docs: variables.DOCS_URL, privacy: variables.PRIVACY_URL },
    logLevel: variables.LOG_LEVEL,
    health: hostAndPort(variables.HEALTH_ADDRESS),
    web: webOf(variables),
    operator: operatorAddress(variables.OPERATOR_CHANNEL ?? ''),
  };
}

function hostAndPort(address: string | undefined): Config['health'] {
  const { v6, host, port } = HOST_AND_PORT.exec(address ?? '')?.groups ?? {};
  const name = v6 ?? host;
  return name === undefined ? undefined : { host: name, port: Number(port) };
}

function webOf(variables: Variables): WebConfig | undefined {
  const { WEB_ADDRESS, WEB_URL = `http://${WEB_ADDRESS}` } = variables;
  const address = hostAndPort(WEB_ADDRESS);
  if (address === undefined) return undefined;
  const encryptionKey = encryptionKeyOf(variables);
  return { ...address, url: WEB_URL.replace(/\/+$/, ''), encryptionKey };
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
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = variables;
  const encryptionKey = encryptionKeyOf(variables);
  if (SLACK_BOT_TOKEN !== undefined) return { kind: 'token', botToken: secret(SLACK_BOT_TOKEN) };
  if (!SLACK_CLIENT_ID || !SLACK_CLIENT_SECRET || !encryptionKey) return undefined;
  return {
    kind: 'oauth',
    clientId: SLACK_CLIENT_ID,
    clientSecret: secret(SLACK_CLIENT_SECRET),
    encryptionKey,
  };
}

function encryptionKeyOf({ ENCRYPTION_KEY, SLACK_ENCRYPTION_KEY }: Variables): Secret | undefined {
  const key = ENCRYPTION_KEY ?? SLACK_ENCRYPTION_KEY;
  return key === undefined ? undefined : secret(key);
}

function matrixOf(variables: Variables): MatrixConfig | undefined {
  const { MATRIX_HOMESERVER: homeserver, MATRIX_PREFIX: prefix } = variables;
  const { MATRIX_ACCESS_TOKEN: token, MATRIX_USER: user, MATRIX_PASSWORD: password } = variables;
  const encryptionKey = encryptionKeyOf(variables);
  if (homeserver === undefined) return undefined;
  if (token !== undefined) {
    return { homeserver, login: { kind: 'token', token: secret(token) }, prefix };
  }
  if (!user || !encryptionKey) return undefined;
  const known = password ? { password: secret(password) } : {};
  return { homeserver, login: { kind: 'password', user, ...known, encryptionKey }, prefix };
}

/** Socket Mode where both are given: it needs no public address. */
function slackTransport(variables: Variables): SlackConfig['transport'] | undefined {
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_ADDRESS, PORT } = variables;
  if (SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: secret(SLACK_APP_TOKEN) };
  const address = hostAndPort(SLACK_ADDRESS) ?? (PORT === undefined ? undefined : { port: PORT });
  if (SLACK_SIGNING_SECRET === undefined || address === undefined) return undefined;
  return { kind: 'http', signingSecret: secret(SLACK_SIGNING_SECRET), ...address };
}
