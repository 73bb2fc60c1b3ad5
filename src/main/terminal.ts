import { existsSync } from 'node:fs';
import { type ConsolePlatform, createConsole } from '../../adapters/console/platform.ts';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { longDateClockWords } from '../cards/wording/time.ts';
import type { ServeOptions } from '../cli/cli.ts';
import { startingClock } from '../cli/startingClock.ts';
import type { Surroundings } from '../cli/surroundings.ts';
import { type Instant, systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/error.ts';
import { secretsIn } from '../log/secret.ts';
import { createLog, silentLog } from '../log.ts';
import type { Messages } from '../messages/messages.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import type { Conference } from '../schedule/schedule.ts';
import type { Source } from '../schedule/source.ts';
import { named } from '../schedule/sources/conferenceName.ts';
import type { Found } from '../schedule/sources/find.ts';
import { shownSource } from '../schedule/sources/shownSource.ts';
import type { Version } from '../schedule/versions.ts';
import type { MakeIndex } from '../search/lazyIndex.ts';
import { createMeaningfulIndex } from '../search/talkIndex.ts';
import { run } from './run.ts';
import { DEFAULT_DATABASE, type ProcessSurroundings } from './surroundings.ts';

/** Any of them has another platform start than this one. */
const TOKENS = 'DISCORD_TOKEN, SLACK_BOT_TOKEN';

/** The terminal's clock depends on the conference, so that one is read before anything runs. */
export async function serveTerminal(
  options: ServeOptions,
  config: Config,
  named: Source,
  around: ProcessSurroundings,
): Promise<number> {
  const found = await preview(named, config, around);
  const { source } = found;
  const { clock, movedTo } = startingClock(options, found.conference, around.clockFrom);
  const { speed = 1, json = false } = options;
  const { locale, noColor, messages, decode, everyMinute, feed } = around;
  const timeZone = around.timeZone();
  const { stdin: input, stdout: output, stderr: error } = around.streams;
  const log = createLog(config.logLevel ?? 'error', secretsIn(config), error);
  const { promise: terminal, resolve } = Promise.withResolvers<ConsolePlatform>();
  return run(
    {
      config,
      locale,
      source,
      clock,
      speed,
      log,
      decode,
      everyMinute,
      feed,
      makeIndex,
      known: found.kept,
      found: found.read,
    },
    async ({ commands }) => {
      const platform = createConsole({
        input,
        output,
        error,
        commands,
        json,
        locale,
        timeZone,
        noColor,
        log,
        notes: notes(found, movedTo, messages),
      });
      resolve(platform);
      return [platform];
    },
    async () => {
      const lines = await (await terminal).ended;
      // A service whose tokens are missing, which would be started again and again.
      if (lines === 0 && !input.isTTY)
        throw new ConfigError([(words) => words.nothingToServe(TOKENS)]);
    },
  );
}

interface Preview {
  readonly conference: Conference;
  /** Where the schedule is, and whose it is. */
  readonly source: Source;
  readonly system?: string | undefined;
  /** What was read of it. */
  readonly read?: Found<Conference>;
  /** Where the source cannot be read now: what is known from earlier, and the reason. */
  readonly kept?: Version;
  readonly reason?: string;
}

async function preview(
  source: Source,
  config: Config,
  { read, messages }: Surroundings,
): Promise<Preview> {
  const { address, timeZone } = source;
  try {
    const { schedule, ...found } = await read(address, timeZone);
    const place = { ...source, ...found.source };
    const { conference } = schedule;
    return {
      ...{ conference: named(conference, place), source: place, system: found.system },
      read: { ...found, source: place, schedule: conference },
    };
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    const kept = await keptVersion(source, config);
    if (kept === undefined) {
      throw new ScheduleFormatError(error.refusal, `${shownSource(address)} ${error.path}`.trim());
    }
    return {
      conference: named(kept.conference, source),
      source,
      kept,
      reason: refusalWords(error, messages),
    };
  }
}

/** At once: one person waits, and would wait longer. */
const makeIndex: MakeIndex = (conference) =>
  createMeaningfulIndex(conference, meaningAtOnce(conference.talks));

/** Looks only: a database that cannot be used, or is not there yet, knows nothing. */
async function keptVersion({ key }: Source, config: Config): Promise<Version | undefined> {
  const url = config.databaseUrl?.reveal() ?? DEFAULT_DATABASE;
  const [, file] = /^sqlite:(.+)$/.exec(url) ?? [];
  if (file !== undefined && !existsSync(file)) return undefined;
  const database = await openDatabase(url, silentLog).catch(nothingKept);
  if (database === undefined) return undefined;
  try {
    return await createStores(database, systemClock).versions.latest(key);
  } finally {
    await database.close();
  }
}

function nothingKept(error: unknown): undefined {
  if (!(error instanceof ConfigError)) throw error;
}

function notes(
  { conference, source, system = '', kept, reason = '' }: Preview,
  movedTo: Instant | undefined,
  messages: Messages,
): readonly string[] {
  const { console: words } = messages;
  const moment = (at: Instant) => longDateClockWords(at, conference.timeZone, messages);
  return [
    words.welcome(conference.title),
    ...(source.origin === undefined
      ? []
      : [messages.schedule.found(system, shownSource(source.address))]),
    ...(kept === undefined ? [] : [words.keptFrom(moment(kept.takenAt), reason)]),
    ...(movedTo === undefined ? [] : [words.clockStarts(moment(movedTo))]),
    words.invitation,
    '',
  ];
}
