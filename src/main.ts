import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type ConsolePlatform, createConsole } from '../adapters/console/platform.ts';
import { withProgress } from '../adapters/console/progress.ts';
import { createDiscord } from '../adapters/discord/platform.ts';
import { readScheduleFile } from '../adapters/feed/file.ts';
import { agendaStores, createAgendaLedger } from '../adapters/storage/agendaLedger.ts';
import { openDatabase } from '../adapters/storage/database.ts';
import { createApp } from './app.ts';
import { longDateClockWords } from './cards/time.ts';
import { check } from './cli/check.ts';
import { search } from './cli/search.ts';
import { chosenClock, startingClock } from './cli/startingClock.ts';
import { EXIT, type Surroundings } from './cli/surroundings.ts';
import { instantOf, numberWithin } from './cli/values.ts';
import { type Config, DEFAULT_SCHEDULE, readConfig } from './config.ts';
import { ConfigError, ScheduleFormatError } from './errors.ts';
import { createLog } from './log.ts';
import { messagesFor } from './messages/catalogue.ts';
import { createProgramme, type Programme, programmeKey } from './programme.ts';
import { decodeSchedule } from './schedule/decode.ts';
import type { Instant } from './schedule/model.ts';
import { canonicalTimeZone } from './schedule/zone.ts';

if (existsSync('.env')) process.loadEnvFile();

const { stdin, stdout, stderr, env } = process;
const locale = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en').replace(/[.@].*$/, '');
const messages = messagesFor(locale);
const { cli: words } = messages;

const around: Surroundings = {
  write: (text) => stdout.write(text),
  complain: (line) => stderr.write(`${line}\n`),
  readSource: (source) =>
    withProgress(stderr, messages.console.loading(source), () => read(source)),
  lines: {
    [Symbol.asyncIterator]: () => createInterface({ input: stdin })[Symbol.asyncIterator](),
  },
  messages,
  width: Math.min(stdout.columns ?? 80, 100),
  stopwatch: () => performance.now(),
};

interface ServeOptions {
  readonly schedule?: string;
  readonly zone?: string;
  readonly from?: Instant;
  readonly speed?: number;
  readonly json?: true;
}

process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = commandLine(async (work) => {
    code = await work;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    return explain(error);
  }
}

/** What a person can mend ends in words; everything else is a bug and keeps its stack. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misused;
  if (error instanceof ScheduleFormatError) {
    around.complain(error.message);
    return EXIT.unreadable;
  }
  if (!(error instanceof ConfigError)) throw error;
  around.complain(messages.config.invalid(error.findings.length));
  for (const finding of error.findings) around.complain(`- ${finding}`);
  return EXIT.misused;
}

function commandLine(finish: (code: Promise<number>) => Promise<void>): Command {
  const { commands, options } = words;
  const program = new Command('hallway').description(words.description).exitOverride();
  program
    .command('serve', { isDefault: true })
    .description(commands.serve)
    .option('--schedule <source>', options.schedule)
    .option('--zone <iana>', options.zone, zone)
    .option('--from <moment>', options.from, moment)
    .option('--speed <factor>', options.speed, numeric(0.001, 100_000))
    .option('--json', options.json)
    .action((chosen: ServeOptions) => finish(serve(chosen)));
  program
    .command('check <source...>')
    .description(commands.check)
    .option('--zone <iana>', options.zone, zone)
    .option('--json', options.json)
    .action((sources: string[], { zone, json = false }: { zone?: string; json?: boolean }) =>
      finish(check({ sources, zone, json }, around)),
    );
  program
    .command('search [query]')
    .description(commands.search)
    .option('--schedule <source>', options.schedule, defaultSchedule())
    .option('--zone <iana>', options.zone, zone)
    .option('--limit <count>', options.limit, numeric(1, 1_000), 10)
    .option('--json', options.json)
    .action((query: string | undefined, { schedule, zone, limit, json = false }: SearchFlags) =>
      finish(search({ query, source: schedule, zone, limit, json }, around)),
    );
  return program;
}

interface SearchFlags {
  readonly schedule: string;
  readonly zone?: string;
  readonly limit: number;
  readonly json?: boolean;
}

function zone(value: string): string {
  return canonicalTimeZone(value) ?? misused(words.notAZone(value));
}

function moment(value: string): Instant {
  return instantOf(value) ?? misused(words.notAnInstant(value));
}

function numeric(min: number, max: number): (value: string) => number {
  return (value) => numberWithin(value, min, max) ?? misused(words.notANumber(value, min, max));
}

function misused(sentence: string): never {
  throw new InvalidArgumentError(sentence);
}

function defaultSchedule(): string {
  return resolve(import.meta.dirname, '..', DEFAULT_SCHEDULE);
}

function read(source: string): Promise<Uint8Array> {
  return readScheduleFile(source);
}

async function serve(options: ServeOptions): Promise<number> {
  const config = readConfig(env);
  const programme = await loadProgramme(options, config);
  const isChat = config.discord !== undefined;
  const { clock, movedTo } = isChat
    ? { clock: chosenClock(options), movedTo: undefined }
    : startingClock(options, programme.conference);
  const log = createLog(config.logLevel);
  const database = await openDatabase(config.databaseUrl.reveal(), log);
  let terminal: ConsolePlatform | undefined;
  const stores = agendaStores(database.kysely);
  const programmes = { of: async () => programme };
  const app = createApp({
    clock,
    log,
    random: { id: randomUUID, bytes: randomBytes },
    programmes,
    ledger: createAgendaLedger(database, clock),
    members: stores.members,
    stars: stores.stars,
    platforms: (commands) => {
      if (config.discord !== undefined) {
        const { token, ...discord } = config.discord;
        const parts = { commands, programmes, clock, log };
        return [createDiscord({ ...discord, token: token.reveal(), ...parts })];
      }
      terminal = createConsole({
        input: stdin,
        output: stdout,
        error: stderr,
        commands,
        json: options.json === true,
        locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        noColor: env['NO_COLOR'],
        notes: notes(programme, movedTo),
      });
      return [terminal];
    },
  });
  try {
    await app.start();
    await (terminal?.ended ?? interrupted());
  } finally {
    await app.stop();
    await database.close();
  }
  return EXIT.done;
}

/** The first wish to stop is granted in peace; a second one ends the process as usual. */
function interrupted(): Promise<unknown> {
  return Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
}

async function loadProgramme(options: ServeOptions, config: Config): Promise<Programme> {
  const source = options.schedule ?? (env['SCHEDULE'] ? config.schedule.source : defaultSchedule());
  const timeZone = options.zone ?? config.schedule.timeZone;
  const { conference } = decodeSchedule(await around.readSource(source), { timeZone });
  return createProgramme(programmeKey(source), conference);
}

function notes({ conference }: Programme, movedTo: Instant | undefined): readonly string[] {
  const { console: said } = messages;
  return [
    said.welcome(conference.title),
    ...(movedTo === undefined
      ? []
      : [said.clockStarts(longDateClockWords(movedTo, conference.timeZone, messages))]),
    said.invitation,
    '',
  ];
}
