import type { Messages } from '../messages/messages.ts';
import type { DecodedSchedule } from '../schedule/decode.ts';
import type { Talk } from '../schedule/schedule.ts';
import type { Found } from '../schedule/sources/find.ts';
import type { Meaning } from '../search/meaning/meaning.ts';

/** What the subcommands need of the process they run in. */
export interface Surroundings {
  /** To standard output. */
  write(text: string): void;
  /** A line to standard error. */
  complain(line: string): void;
  /**
   * The schedule at a path or address, or the one that the page there leads to; throws a
   * `ScheduleFormatError` that says why there is none.
   */
  read(source: string, timeZone: string | undefined): Promise<Found<DecodedSchedule>>;
  /** What the talks of a conference mean, to search them by. */
  meaningOf(talks: readonly Talk[]): Meaning;
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
