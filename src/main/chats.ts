import { createCounted } from '../../adapters/storage/communities/counted.ts';
import { createWelcomes } from '../../adapters/storage/communities/welcomes.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createDoors } from '../../adapters/storage/deliveries/reachability.ts';
import { createMatrixNews } from '../../adapters/storage/matrix/news.ts';
import { createMatrixSession } from '../../adapters/storage/matrix/session.ts';
import { createSlackInstallations } from '../../adapters/storage/slack/slackInstallations.ts';
import { createSlackWorkspaces } from '../../adapters/storage/slack/slackWorkspaces.ts';
import type { App } from '../app/app.ts';
import type { Clock } from '../clock.ts';
import type { Config, DiscordConfig, MatrixConfig, SlackConfig } from '../config/config.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform/platform.ts';
import { standingBy } from '../platform/standby.ts';
import type { ConnectionLeases } from '../platform/tenure.ts';
import type { Communities } from '../programme/communities.ts';
import type { NamedRoles } from '../programme/namedRoles.ts';

export interface ChatParts extends Pick<App, 'commands' | 'programmes'> {
  readonly communities: Pick<Communities, 'known' | 'forget'>;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly kysely: Database['kysely'];
  readonly connectionLeases: ConnectionLeases;
  readonly owner: string;
  readonly clock: Clock;
  readonly speed: number;
  readonly log: Log;
}

/** SDKs are large: only those of platforms that are to run are loaded. */
const ADAPTERS = {
  discord: () => import('../../adapters/discord/platform.ts'),
  slack: () => import('../../adapters/slack/platform.ts'),
  matrix: () => import('../../adapters/matrix/platform.ts'),
};

/** Begins with it while the database is opened, whose disk is waited for. */
export function loadAhead({ discord, slack, matrix }: Config): void {
  for (const [load, config] of [
    [ADAPTERS.discord, discord],
    [ADAPTERS.slack, slack],
    [ADAPTERS.matrix, matrix],
  ] as const) {
    // Whoever needs it hears why it cannot be loaded.
    if (config !== undefined) load().catch(() => undefined);
  }
}

export function loadChats(
  { discord, slack, matrix }: Config,
  parts: ChatParts,
): Promise<readonly Platform[]> {
  return Promise.all([
    ...(discord === undefined ? [] : [loadDiscord(discord, parts)]),
    ...(slack === undefined ? [] : [loadSlack(slack, parts)]),
    ...(matrix === undefined ? [] : [loadMatrix(matrix, parts)]),
  ]);
}

/** One process at a time, or everything would be answered twice; each set of shards is a connection of its own. */
async function loadDiscord({ token, ...rest }: DiscordConfig, parts: ChatParts): Promise<Platform> {
  const { checkDiscord, createDiscord } = await ADAPTERS.discord();
  const { communities } = parts;
  const servers = {
    known: () => communities.known('discord'),
    forget: (id: string) => communities.forget({ platform: 'discord', id }),
  };
  const newcomers = {
    isKnown: async (id: string) => (await servers.known()).includes(id),
    isFirst: firstWelcomes(parts, 'discord'),
  };
  const options = { ...rest, token: token.reveal(), servers, newcomers, ...parts };
  return standingBy({
    ...parts,
    leases: parts.connectionLeases,
    connection: ['discord', ...shardsOf(rest)].join(' '),
    check: (signal) => checkDiscord(options, signal),
    make: (isOurs) => createDiscord({ ...options, isOurs }),
  });
}

function firstWelcomes({ kysely }: Pick<ChatParts, 'kysely'>, platform: string) {
  const welcomes = createWelcomes(kysely);
  return (id: string) => welcomes.isFirst({ platform, id });
}

/** `0,1/4`. */
function shardsOf({ sharding }: Pick<DiscordConfig, 'sharding'>): readonly string[] {
  return sharding === undefined ? [] : [`${sharding.ids.join(',')}/${sharding.count}`];
}

async function loadSlack(
  { installed, transport, ...rest }: SlackConfig,
  parts: ChatParts,
): Promise<Platform> {
  const { createSlack } = await ADAPTERS.slack();
  return createSlack({
    ...rest,
    workspaces: createSlackWorkspaces(parts.kysely),
    counted: createCounted(parts.kysely),
    isFirstWelcome: firstWelcomes(parts, 'slack'),
    installed: revealInstalled(installed, parts.kysely),
    transport:
      transport.kind === 'socket'
        ? { ...transport, appToken: transport.appToken.reveal() }
        : { ...transport, signingSecret: transport.signingSecret.reveal() },
    ...parts,
  });
}

function revealInstalled(installed: SlackConfig['installed'], kysely: Database['kysely']) {
  if (installed.kind === 'token') return { ...installed, botToken: installed.botToken.reveal() };
  const encryptionKey = Buffer.from(installed.encryptionKey.reveal(), 'base64');
  return {
    ...installed,
    clientSecret: installed.clientSecret.reveal(),
    encryptionKey,
    records: createSlackInstallations(kysely, encryptionKey),
  };
}

/** One process at a time: a device has one place up to which it has heard. */
async function loadMatrix(
  { homeserver, login, prefix }: MatrixConfig,
  parts: ChatParts,
): Promise<Platform> {
  const { checkMatrix, createMatrix } = await ADAPTERS.matrix();
  const { kysely, communities } = parts;
  const account = `${homeserver} ${login.kind === 'token' ? 'token' : login.user}`;
  const options = {
    ...{ ...parts, homeserver, prefix },
    login: revealLogin(login, account, kysely),
    storeOf: (user: string) =>
      createMatrixNews(kysely, login.kind === 'token' ? `${homeserver} ${user}` : account),
    said: saidOnce(kysely),
    forget: (id: string) => communities.forget({ platform: 'matrix', id }),
    doors: doorsOf(parts),
  };
  return standingBy({
    ...parts,
    leases: parts.connectionLeases,
    connection: `matrix ${account}`,
    check: (signal) => checkMatrix(options, signal),
    make: (isOurs) => createMatrix({ ...options, isOurs }),
  });
}

function saidOnce(kysely: Database['kysely']) {
  const welcomes = createWelcomes(kysely);
  return {
    has: (id: string) => welcomes.isKnown({ platform: 'matrix', id }),
    add: async (id: string) => void (await welcomes.isFirst({ platform: 'matrix', id })),
  };
}

/** Where one cannot be in a channel it is as if that refused what it is sent. */
function doorsOf({ kysely, clock }: Pick<ChatParts, 'kysely' | 'clock'>) {
  const doors = createDoors(kysely);
  return {
    closed: (channel: string) => doors.closed('matrix', channel, clock.now()),
    opened: (channel: string) => doors.opened('matrix', channel),
  };
}

function revealLogin(login: MatrixConfig['login'], account: string, kysely: Database['kysely']) {
  if (login.kind === 'token') return { ...login, token: login.token.reveal() };
  const key = Buffer.from(login.encryptionKey.reveal(), 'base64');
  const kept = createMatrixSession(kysely, account, key);
  const password = login.password?.reveal();
  return { ...login, password, kept };
}
