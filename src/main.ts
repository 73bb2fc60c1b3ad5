import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type ConsolePlatform, createConsole } from '../adapters/console/platform.ts';
import { withProgress } from '../adapters/console/progress.ts';
import { everyMinute } from '../adapters/cron/everyMinute.ts';
import { createFeed } from '../adapters/feed/feed.ts';
import { createHttpClient } from '../adapters/feed/http.ts';
import { createAgendaLedger } from '../adapters/storage/agendaLedger.ts';
import { type Database, openDatabase } from '../adapters/storage/database.ts';
import { createSlackInstallations } from '../adapters/storage/slackInstallations.ts';
import { createSlackWorkspaces } from '../adapters/storage/slackWorkspaces.ts';
import { createStores } from '../adapters/storage/stores.ts';
import { type AppParts, createApp } from './app.ts';
import { longDateClockWords } from './cards/time.ts';
import { check } from './cli/check.ts';
import { runCommandLine, type ServeOptions } from './cli/commandLine.ts';
import { type RehearseOptions, rehearse } from './cli/rehearse.ts';
import { search } from './cli/search.ts';
import { chosenClock, type StartingClock, startingClock } from './cli/startingClock.ts';
import { EXIT, type Surroundings } from './cli/surroundings.ts';
import { type Clock, stopwatch, systemClock } from './clock.ts';
import {
  type Config,
  DEFAULT_SCHEDULE,
  type DiscordConfig,
  readConfig,
  type SlackConfig,
} from './config.ts';
import { ConfigError, ScheduleFormatError } from './errors.ts';
import { createLog, silentLog } from './log.ts';
import { messagesFor } from './messages/catalogue.ts';
import type { Platform } from './platform.ts';
import { programmeKey } from './programme.ts';
import { decodeSchedule } from './schedule/decode.ts';
import type { Source } from './schedule/feed.ts';
import type { Conference } from './schedule/model.ts';

const SOURCE_TIMEOUT_MS = 20_000;

if (existsSync('.env')) process.loadEnvFile();

const { stdin, stdout, stderr, env } = process;
const locale = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en')
  .replace(/[.@].*$/, '')
  .replace('_', '-');
const messages = messagesFor(locale);
const defaultSchedule = relative('.', resolve(import.meta.dirname, '..', DEFAULT_SCHEDULE));
const http = createHttpClient({ timeoutMs: SOURCE_TIMEOUT_MS });
const feed = createFeed(http);

const around: Surroundings = {
  write: (text) => stdout.write(text),
  complain: (line) => stderr.write(`${line}\n`),
  readSource: (address) =>
    withProgress(stderr, messages.console.loading(address), async () => {
      const fetched = await feed.fetch({ key: '', address, trust: 'operator' }, {});
      return fetched.kind === 'fresh' ? fetched.bytes : new Uint8Array();
    }),
  lines: {
    [Symbol.asyncIterator]: () => createInterface({ input: stdin })[Symbol.asyncIterator](),
  },
  messages,
  width: Math.min(stdout.columns ?? 80, 100),
  stopwatch,
};

stdout.on('error', endWithReader);
process.exitCode = await main();
await http.close();

async function main(): Promise<number> {
  try {
    return await runCommandLine(process.argv, {
      ...around,
      defaultSchedule,
      subcommands: {
        serve,
        check: (options) => check(options, around),
        search: (options) => search(options, around),
        rehearse: rehearseInMemory,
      },
    });
  } catch (error) {
    return explain(error);
  }
}

/** What a person can mend ends in words; everything else is a bug and keeps its stack. */
function explain(error: unknown): number {
  if (error instanceof ScheduleFormatError) {
    around.complain(error.message);
    return EXIT.unreadable;
  }
  if (!(error instanceof ConfigError)) throw error;
  around.complain(messages.config.invalid(error.findings.length));
  for (const finding of error.findings) around.complain(`- ${finding}`);
  return EXIT.misused;
}

/** Whoever read the output has seen enough: `hallway check … | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
}

async function rehearseInMemory(options: RehearseOptions): Promise<number> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const stores = createStores(database, systemClock);
  const agendaLedger = createAgendaLedger.bind(undefined, database);
  try {
    return await rehearse(options, around, { ...stores, agendaLedger });
  } finally {
    await database.close();
  }
}

async function serve(options: ServeOptions): Promise<number> {
  const config = readConfig(env);
  const source = sourceOf(options, config);
  const isChat = config.discord !== undefined || config.slack !== undefined;
  const conference = isChat ? undefined : await preview(source);
  const start = conference === undefined ? asChosen(options) : startingClock(options, conference);
  const { clock } = start;
  const { speed = 1 } = options;
  const log = createLog(isChat || env['LOG_LEVEL'] ? config.logLevel : 'error');
  const database = await openDatabase(databaseFor(config, clock), log);
  const chats = await loadChats(config, database);
  let terminal: ConsolePlatform | undefined;
  const app = createApp({
    ...createStores(database, clock),
    clock,
    speed,
    log,
    feed,
    chance: { id: randomUUID, bytes: randomBytes, fraction: Math.random },
    defaultSource: source,
    refreshMinutes: config.schedule.refreshMinutes,
    retentionDays: config.retentionDays,
    owner: randomUUID(),
    everyMinute: (turn) => everyMinute(turn, speed, log),
    platforms: (commands, programmes) => {
      if (conference === undefined) return chats({ commands, programmes, clock, log });
      terminal = consoleFor(options, commands, notes(conference, start));
      return [terminal];
    },
  });
  try {
    await app.start();
    await (terminal === undefined ? interrupted() : Promise.race([terminal.ended, interrupted()]));
  } finally {
    await app.stop();
    await database.close();
  }
  return EXIT.done;
}

/**
 * A clock that does not tell the real time must leave no trace in the database of one that does: what
 * it has sent would never be sent again. So a rehearsal remembers nothing, unless told where to.
 */
function databaseFor({ databaseUrl }: Config, clock: Clock): string {
  const isRehearsal = clock !== systemClock;
  return isRehearsal && !env['DATABASE_URL'] ? 'sqlite::memory:' : databaseUrl.reveal();
}

function asChosen(options: ServeOptions): StartingClock {
  return { clock: chosenClock(options) };
}

/** Named in a rehearsal or in the environment; else the conference that comes with Hallway. */
function sourceOf(options: ServeOptions, { schedule }: Config): Source {
  const address = options.schedule ?? (env['SCHEDULE'] ? schedule.source : defaultSchedule);
  const timeZone = options.zone ?? schedule.timeZone;
  const key = programmeKey([address, ...(timeZone === undefined ? [] : [timeZone])].join(' '));
  return { key, address, ...(timeZone === undefined ? {} : { timeZone }), trust: 'operator' };
}

/** The terminal's clock depends on the conference, so that one is read before anything runs. */
async function preview({ address, timeZone }: Source): Promise<Conference> {
  return decodeSchedule(await around.readSource(address), { timeZone }).conference;
}

type ChatParts = Pick<AppParts, 'clock' | 'log'> & {
  readonly commands: Parameters<AppParts['platforms']>[0];
  readonly programmes: Parameters<AppParts['platforms']>[1];
};

/** SDKs are large: only those of platforms that are to run are loaded. */
async function loadChats({ discord, slack }: Config, { kysely }: Database) {
  const makers = await Promise.all([
    ...(discord === undefined ? [] : [loadDiscord(discord)]),
    ...(slack === undefined ? [] : [loadSlack(slack, kysely)]),
  ]);
  return (parts: ChatParts): readonly Platform[] => makers.map((make) => make(parts));
}

async function loadDiscord({ token, ...rest }: DiscordConfig) {
  const { createDiscord } = await import('../adapters/discord/platform.ts');
  return (parts: ChatParts) => createDiscord({ ...rest, token: token.reveal(), ...parts });
}

async function loadSlack(
  { installed, transport, ...rest }: SlackConfig,
  kysely: Database['kysely'],
) {
  const { createSlack } = await import('../adapters/slack/platform.ts');
  const own = {
    ...rest,
    workspaces: createSlackWorkspaces(kysely),
    installed: revealInstalled(installed, kysely),
    transport:
      transport.kind === 'socket'
        ? { ...transport, appToken: transport.appToken.reveal() }
        : { ...transport, signingSecret: transport.signingSecret.reveal() },
  };
  return (parts: ChatParts) => createSlack({ ...own, ...parts });
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

function consoleFor(
  { json }: ServeOptions,
  commands: ChatParts['commands'],
  said: readonly string[],
): ConsolePlatform {
  return createConsole({
    input: stdin,
    output: stdout,
    error: stderr,
    commands,
    json: json === true,
    locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    noColor: env['NO_COLOR'],
    notes: said,
  });
}

function notes(conference: Conference, { movedTo }: StartingClock): readonly string[] {
  const { console: words } = messages;
  const moved =
    movedTo === undefined
      ? []
      : [words.clockStarts(longDateClockWords(movedTo, conference.timeZone, messages))];
  return [words.welcome(conference.title), ...moved, words.invitation, ''];
}

/** The first wish to stop is granted in peace; a second one ends the process as usual. */
function interrupted(): Promise<unknown> {
  return Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
}
