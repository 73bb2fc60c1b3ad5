import type { Instant } from '../../clock.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Shown } from './question.ts';
import type { Present } from './time/resolve.ts';

/** What a question is asked in. */
export interface Situation {
  readonly programme: Programme;
  readonly now: Instant;
  /** ISO 639, the reader's: of languages that know as many of the words it is the one. */
  readonly language: string;
  /** Names of filters in the reader's language, by their own. */
  readonly localNames?: Readonly<Record<string, string>>;
  /** What was shown just before, where the question may carry on from it. */
  readonly shown?: Shown;
}

export function presentOf({ programme: { conference }, now }: Situation): Present {
  return { conference, now };
}
