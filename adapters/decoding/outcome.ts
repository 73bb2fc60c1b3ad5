import type { Refused } from '../../src/messages/refusalWords.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference } from '../../src/schedule/model.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';

/** What passes from process to process, as JSON, where errors would lose their kind. */
export type Outcome =
  | { readonly kind: 'read'; readonly conference: Conference }
  | ({ readonly kind: 'refused' } & Refused);

export function outcomeOf(bytes: Uint8Array, timeZone: string | undefined): Outcome {
  try {
    return { kind: 'read', conference: decodeSchedule(bytes, { timeZone }).conference };
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    return { kind: 'refused', refusal: error.refusal, path: error.path };
  }
}
