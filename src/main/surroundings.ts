import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { withProgress } from '../../adapters/console/progress.ts';
import { createFeed } from '../../adapters/feed/feed.ts';
import { createHttpClient } from '../../adapters/feed/http.ts';
import { localeOf } from '../cli/locale.ts';
import type { Surroundings } from '../cli/surroundings.ts';
import { stopwatch } from '../clock.ts';
import { DEFAULT_SCHEDULE } from '../config/variables.ts';
import { messagesFor } from '../messages/catalogue.ts';

const SOURCE_TIMEOUT_MS = 20_000;
const WIDEST = 100;

const { stdin, stdout, stderr, env } = process;

/** BCP 47. */
export const locale = localeOf(env);

export const messages = messagesFor(locale);

/** The conference that comes with Hallway, as seen from where it was started. */
export const defaultSchedule = relative(
  '.',
  resolve(import.meta.dirname, '../..', DEFAULT_SCHEDULE),
);

export const http = createHttpClient({ timeoutMs: SOURCE_TIMEOUT_MS });
export const feed = createFeed(http);

/** The process as the subcommands need it. */
export const around: Surroundings = {
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
  width: Math.min(stdout.columns ?? 80, WIDEST),
  stopwatch,
};
