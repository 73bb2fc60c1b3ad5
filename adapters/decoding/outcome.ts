import { atOnce, type Steps } from '../../src/clock/steps.ts';
import type { Refused } from '../../src/messages/refusalWords.ts';
import type { DecodedSchedule } from '../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { readConference, writeConference } from '../../src/schedule/written/conferenceText.ts';

const READ = 'read\n';

/**
 * What passes from process to process: a line of JSON for all that was found and the conference, or as
 * JSON why there is none, where an error would lose its kind. Both ends load this, and only the one that reads loads what it reads with.
 */
export function outcomeOf(decode: () => DecodedSchedule): string {
  try {
    const { conference, ...found } = decode();
    return `${READ}${JSON.stringify(found)}\n${atOnce(writeConference(conference))}`;
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    const refused: Refused = { refusal: error.refusal, path: error.path };
    return JSON.stringify(refused);
  }
}

/** The schedule that {@link outcomeOf} tells of; throws a {@link ScheduleFormatError} where it tells why there is none. */
export function* scheduleOf(outcome: Buffer): Steps<DecodedSchedule> {
  if (outcome.toString('utf8', 0, READ.length) === READ) {
    const end = outcome.indexOf('\n', READ.length);
    const found: Omit<DecodedSchedule, 'conference'> = JSON.parse(
      outcome.toString('utf8', READ.length, end),
    );
    return { ...found, conference: yield* readConference(outcome.subarray(end + 1)) };
  }
  const { refusal, path }: Refused = JSON.parse(outcome.toString());
  throw new ScheduleFormatError(refusal, path);
}
