import { relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { withProgress } from '../../adapters/console/progress.ts';
import type { everyMinute } from '../../adapters/cron/everyMinute.ts';
import { decodeApart } from '../../adapters/decoding/decode.ts';
import { createFeed } from '../../adapters/feed/feed.ts';
import { createHttpClient } from '../../adapters/feed/http.ts';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { localeOf } from '../cli/locale.ts';
import type { Surroundings } from '../cli/surroundings.ts';
import { canonicalTimeZone, scaledClock, stopwatch } from '../clock.ts';
import { messagesFor } from '../messages/messages.ts';
import type { Feed } from '../schedule/feed.ts';
import { sourceOf } from '../schedule/source.ts';
import { findSchedule } from '../schedule/sources/find.ts';

const SOURCE_TIMEOUT_MS = 20_000;
const WIDEST = 100;

/** Whoever waits at a terminal ends the whole process. */
const never = new AbortController().signal;

/** The variables that the process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What somebody sits at, or a pipe. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** What a process has but its variables. */
export interface Own {
  readonly streams: Streams;
  readonly decode: typeof decodeApart;
  /** Default: by the machine's minutes. */
  readonly everyMinute?: typeof everyMinute;
  /** Of what people name in chat; default: files and the web. */
  readonly feed?: Feed;
  /** A clock of its own, which stands there now and runs so many times as fast as the machine's. */
  readonly clockFrom: typeof scaledClock;
  /** IANA, of whoever reads; none where the machine's is unknown. The cron turns a process to UTC. */
  timeZone(): string | undefined;
}

/** The process as the subcommands need it, and what only the terminal has. */
export interface ProcessSurroundings extends Surroundings, Own {
  /** BCP 47. */
  readonly locale: string;
  /** See no-color.org. */
  readonly noColor: string | undefined;
}

export const DEFAULT_DATABASE = 'sqlite:hallway.sqlite';

/** The conference that comes with Hallway, as seen from where it was started. */
export const defaultSchedule = relative(
  '.',
  fileURLToPath(new URL('../../data/fosdem-2020-containers.json', import.meta.url)),
);

export const http = createHttpClient({ timeoutMs: SOURCE_TIMEOUT_MS });
export const feed = createFeed(http);

export const ownOfProcess: Own = {
  streams: process,
  decode: decodeApart,
  clockFrom: scaledClock,
  timeZone: () => canonicalTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone),
};

export function surroundingsIn(environment: Environment, own = ownOfProcess): ProcessSurroundings {
  const { stdin, stdout, stderr } = own.streams;
  const locale = localeOf(environment);
  const messages = messagesFor(locale);
  const decode = (bytes: Uint8Array, timeZone: string | undefined, ms?: number) =>
    own.decode(bytes, timeZone, never, ms === undefined ? {} : { ms });
  return {
    ...own,
    write: (text) => stdout.write(text),
    complain: (line) => stderr.write(`${line}\n`),
    read: (address, timeZone) =>
      withProgress(stderr, messages.console.loading(address), () =>
        findSchedule(sourceOf(address, timeZone, 'operator'), { feed, stopwatch, decode }),
      ),
    meaningOf: meaningAtOnce,
    lines: {
      [Symbol.asyncIterator]: () => createInterface({ input: stdin })[Symbol.asyncIterator](),
    },
    messages,
    width: Math.min(stdout.columns ?? 80, WIDEST),
    stopwatch,
    locale,
    noColor: environment['NO_COLOR'],
  };
}
