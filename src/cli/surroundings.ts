import type { Messages } from '../messages/messages.ts';
import type { DecodedSchedule } from '../schedule/decode.ts';

/** What the subcommands need of the process they run in. */
export interface Surroundings {
  /** To standard output. */
  write(text: string): void;
  /** A line to standard error. */
  complain(line: string): void;
  /** The bytes of a schedule; throws a `ScheduleFormatError` that says why not. */
  readSource(source: string): Promise<Uint8Array>;
  /** In bounded time and memory; throws a `ScheduleFormatError`. */
  decode(bytes: Uint8Array, timeZone: string | undefined): Promise<DecodedSchedule>;
  /** Lines of standard input. */
  readonly lines: AsyncIterable<string>;
  readonly messages: Messages;
  /** Columns. */
  readonly width: number;
  /** Milliseconds from any origin, to measure with. */
  stopwatch(): number;
}

/** Exit codes of the command line; `away`, what may be there later, is sysexits' EX_TEMPFAIL. */
export const EXIT = { done: 0, unreadable: 1, misused: 2, away: 75 } as const;
