/**
 * The floor `cli`: subcommands, as functions from options and surroundings to an exit code. It opens
 * no file and no database: `main` hands it what it needs. Start here: everything is listed.
 */

import { Command, CommanderError } from 'commander';
import { SNOOZE_MINUTES, type SnoozeMinutes } from '../cards/actions/snoozeDeed.ts';
import { canonicalTimeZone, type Instant } from '../clock.ts';
import { PREFIX } from '../config/variables.ts';
import type { Messages } from '../messages/messages.ts';
import type { AskOptions } from './ask.ts';
import type { CheckOptions } from './check.ts';
import type { RehearseOptions } from './rehearsing/rehearse.ts';
import type { SearchOptions } from './search.ts';
import { EXIT } from './surroundings.ts';
import type { TraceOptions } from './trace.ts';
import { helpIn, usageWords } from './usage.ts';
import { collected, instantAfter, instantOf, isWebAddress, numberWithin } from './values.ts';

export interface ServeOptions {
  readonly schedule?: string;
  readonly zone?: string;
  readonly from?: Instant;
  readonly speed?: number;
  readonly json?: true;
}

export interface ManifestOptions {
  /** Where the platform reaches Hallway; without one, Hallway dials the platform. */
  readonly url?: string;
  /** Of its commands' names; may be empty. */
  readonly prefix: string;
  /** Whose pages are those of talks. */
  readonly domain: readonly string[];
}

export interface BackupOptions {
  /** Path of the copy. */
  readonly file: string;
}

/** What each subcommand does; each resolves to the exit code. */
export interface Subcommands {
  serve(options: ServeOptions): Promise<number>;
  check(options: CheckOptions): Promise<number>;
  ask(options: AskOptions): Promise<number>;
  search(options: SearchOptions): Promise<number>;
  rehearse(options: RehearseOptions): Promise<number>;
  trace(options: TraceOptions): Promise<number>;
  backup(options: BackupOptions): Promise<number>;
  restored(): Promise<number>;
  manifest(options: ManifestOptions): Promise<number>;
}

export interface CommandLine {
  readonly messages: Messages;
  readonly defaultSchedule: string;
  /** Of Hallway itself. */
  readonly version: string;
  readonly subcommands: Subcommands;
  /** To standard output: help. */
  write(text: string): void;
  /** A line to standard error: what is wrong with the usage. */
  complain(line: string): void;
}

/** Runs the subcommand that the words name; explains wrong usage. */
export async function runCommandLine(
  argv: readonly string[],
  { messages, defaultSchedule, version, subcommands, write, complain }: CommandLine,
): Promise<number> {
  let code: number = EXIT.done;
  const finish = async (work: Promise<number>) => {
    code = await work;
  };
  const program = new Command('hallway')
    .description(messages.cli.description)
    .version(version, '-v, --version', messages.cli.ownVersion)
    .helpOption('-h, --help', messages.cli.help)
    .helpCommand('help [command]', messages.cli.help)
    .configureHelp(helpIn(messages.cli))
    .exitOverride()
    .configureOutput({ writeOut: write, outputError: () => undefined });
  addServe(program, messages, (options) => finish(subcommands.serve(options)));
  addCheck(program, messages, (options) => finish(subcommands.check(options)));
  addAsk(program, messages, defaultSchedule, (options) => finish(subcommands.ask(options)));
  addSearch(program, messages, defaultSchedule, (options) => finish(subcommands.search(options)));
  addRehearse(program, messages, defaultSchedule, (options) =>
    finish(subcommands.rehearse(options)),
  );
  addTrace(program, messages, (options) => finish(subcommands.trace(options)));
  addBackup(program, messages, (options) => finish(subcommands.backup(options)));
  addRestored(program, messages, () => finish(subcommands.restored()));
  addManifest(program, messages, (options) => finish(subcommands.manifest(options)));
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    const names = program.commands.map((command) => command.name()).join(', ');
    complain(usageWords(error, messages.cli, names));
    return EXIT.misused;
  }
}

type Finish<Options> = (options: Options) => Promise<void>;

function addServe(program: Command, { cli }: Messages, finish: Finish<ServeOptions>): void {
  const { zone, moment, numeric } = readers(cli);
  program
    .command('serve', { isDefault: true })
    .description(cli.commands.serve)
    .option('--schedule <source>', cli.options.schedule)
    .option('--zone <iana>', cli.options.zone, zone)
    .option('--from <moment>', cli.options.from, moment)
    .option('--speed <factor>', cli.options.speed, numeric(0.001, 100_000))
    .option('--json', cli.options.json)
    .action(finish);
}

function addCheck(program: Command, { cli }: Messages, finish: Finish<CheckOptions>): void {
  program
    .command('check <source...>')
    .description(cli.commands.check)
    .option('--zone <iana>', cli.options.zone, readers(cli).zone)
    .option('--json', cli.options.json)
    .action((sources: string[], { zone, json = false }: Omit<CheckOptions, 'sources'>) =>
      finish({ sources, zone, json }),
    );
}

type AskFlags = Pick<AskOptions, 'zone' | 'at' | 'language' | 'json'> & {
  readonly schedule: readonly string[];
  readonly star: readonly string[];
  readonly conversation?: true;
};

function addAsk(
  program: Command,
  { cli }: Messages,
  defaultSchedule: string,
  finish: Finish<AskOptions>,
): void {
  const { zone, moment } = readers(cli);
  program
    .command('ask [text]')
    .description(cli.commands.ask)
    .option('--schedule <source>', cli.options.schedules, collected, [])
    .option('--zone <iana>', cli.options.zone, zone)
    .option('--at <moment>', cli.options.at, moment)
    .option('--language <code>', cli.options.language)
    .option('--conversation', cli.options.conversation)
    .option('--star <id>', cli.options.starOf, collected, [])
    .option('--json', cli.options.json)
    .action((question: string | undefined, flags: AskFlags) => {
      const { schedule, star: stars, conversation = false, json = false, ...rest } = flags;
      const [source = defaultSchedule, ...beside] = schedule;
      return finish({ ...rest, question, source, beside, stars, conversation, json });
    });
}

type SearchFlags = Pick<SearchOptions, 'zone' | 'limit' | 'json'> & { readonly schedule: string };

function addSearch(
  program: Command,
  { cli }: Messages,
  defaultSchedule: string,
  finish: Finish<SearchOptions>,
): void {
  const { zone, whole } = readers(cli);
  program
    .command('search [query]')
    .description(cli.commands.search)
    .option('--schedule <source>', cli.options.schedule, defaultSchedule)
    .option('--zone <iana>', cli.options.zone, zone)
    .option('--limit <count>', cli.options.limit, whole(1, 1_000), 10)
    .option('--json', cli.options.json)
    .action((query: string | undefined, flags: SearchFlags) => {
      const { schedule: source, zone, limit, json = false } = flags;
      return finish({ query, source, zone, limit, json });
    });
}

type RehearseFlags = Pick<
  RehearseOptions,
  'from' | 'to' | 'zone' | 'changes' | 'speaks' | 'full' | 'json'
> & {
  readonly schedule: string;
  readonly star: readonly string[];
  readonly recordings?: boolean;
  readonly feedback?: boolean;
  readonly follow: readonly string[];
  readonly snooze?: SnoozeMinutes;
};

function addRehearse(
  program: Command,
  { cli }: Messages,
  defaultSchedule: string,
  finish: Finish<RehearseOptions>,
): void {
  const { zone, moment, change, crowd, snooze } = readers(cli);
  program
    .command('rehearse')
    .description(cli.commands.rehearse)
    .requiredOption('--from <moment>', cli.options.from, moment)
    .requiredOption('--to <moment>', cli.options.to, moment)
    .option('--schedule <source>', cli.options.schedule, defaultSchedule)
    .option('--zone <iana>', cli.options.zone, zone)
    .option('--changes <source@moment>', cli.options.changes, change, [])
    .option('--star <id>', cli.options.star, collected, [])
    .option('--recordings', cli.options.recordings)
    .option('--feedback', cli.options.feedback)
    .option('--follow <what>', cli.options.follow, collected, [])
    .option('--snooze <minutes>', cli.options.snooze, snooze)
    .option('--speaks <id>', cli.options.speaks, collected, [])
    .option('--full <room@moment>', cli.options.full, crowd, [])
    .option('--json', cli.options.json)
    .action(({ schedule: source, star: stars, zone, json = false, ...flags }: RehearseFlags) => {
      const { recordings = false, feedback = false, follow: follows, ...span } = flags;
      if (span.to < span.from) misused(cli.endsBefore);
      const wishes = { recordings, feedback };
      return finish({ ...span, source, stars, wishes, follows, zone, json });
    });
}

function addTrace(program: Command, { cli }: Messages, finish: Finish<TraceOptions>): void {
  program
    .command('trace <key|talk...>')
    .description(cli.commands.trace)
    .option('--json', cli.options.json)
    .action((words: string[], { json = false }: { readonly json?: boolean }) =>
      finish({ about: words.join(' ').trim(), json }),
    );
}

function addBackup(program: Command, { cli }: Messages, finish: Finish<BackupOptions>): void {
  program
    .command('backup <file>')
    .description(cli.commands.backup)
    .action((file: string) => finish({ file }));
}

function addRestored(program: Command, { cli }: Messages, finish: () => Promise<void>): void {
  program.command('restored').description(cli.commands.restored).action(finish);
}

function addManifest(
  program: Command,
  { cli, config }: Messages,
  finish: Finish<ManifestOptions>,
): void {
  const url = (value: string) =>
    isWebAddress(value) ? value : misused(config.notAnAddress('--url', value));
  const prefix = (value: string) =>
    PREFIX.test(value) ? value : misused(config.notAPrefix('--prefix', value));
  program
    .command('manifest')
    .description(cli.commands.manifest)
    .option('--url <address>', cli.options.url, url)
    .option('--prefix <text>', cli.options.prefix, prefix, '')
    .option('--domain <name>', cli.options.domain, collected, [])
    .action(finish);
}

/** What an option's value must be; a wrong one is refused in a sentence. */
function readers(cli: Messages['cli']) {
  return {
    zone: (value: string) => canonicalTimeZone(value) ?? misused(cli.notAZone(value)),
    moment: (value: string) => instantOf(value) ?? misused(cli.notAnInstant(value)),
    numeric: (min: number, max: number) => (value: string) =>
      numberWithin(value, min, max) ?? misused(cli.notANumber(value, min, max)),
    whole: (min: number, max: number) => (value: string) => {
      const number = numberWithin(value, min, max);
      return number !== undefined && Number.isInteger(number)
        ? number
        : misused(cli.notANumber(value, min, max));
    },
    change: (value: string, earlier: RehearseOptions['changes']) => {
      const { what: source, at } = instantAfter(value) ?? misused(cli.notAChange(value));
      return [...earlier, { source, at }];
    },
    crowd: (value: string, earlier: NonNullable<RehearseOptions['full']>) => {
      const { what: room, at } = instantAfter(value) ?? misused(cli.notACrowd(value));
      return [...earlier, { room, at }];
    },
    snooze: (value: string) =>
      SNOOZE_MINUTES.find((minutes) => String(minutes) === value) ??
      misused(cli.notASnooze(value, SNOOZE_MINUTES.join(', '))),
  };
}

function misused(sentence: string): never {
  // Commander lets pass what is not one of its own codes, without an English frame around it.
  throw new CommanderError(EXIT.misused, 'hallway.misused', sentence);
}
