import { atOnce, type Steps } from '../../src/clock/steps.ts';
import type { Refused } from '../../src/messages/refusalWords.ts';
import { readConference, writeConference } from '../../src/schedule/conferenceText.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import type { Conference } from '../../src/schedule/schedule.ts';

const READ = 'read\n';

/**
 * What passes from process to process: the conference, or as JSON why there is none, where an error
 * would lose its kind. Both ends load this, and only the one that reads loads what it reads with.
 */
export function outcomeOf(decode: () => Conference): string {
  try {
    return `${READ}${atOnce(writeConference(decode()))}`;
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    const refused: Refused = { refusal: error.refusal, path: error.path };
    return JSON.stringify(refused);
  }
}

/** The conference that {@link outcomeOf} tells of; throws a {@link ScheduleFormatError} where it tells why there is none. */
export function* conferenceOf(outcome: string): Steps<Conference> {
  if (outcome.startsWith(READ)) return yield* readConference(outcome.slice(READ.length));
  const { refusal, path }: Refused = JSON.parse(outcome);
  throw new ScheduleFormatError(refusal, path);
}
