import { ScheduleFormatError } from '../../src/errors.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Refused } from '../../src/schedule/refusal.ts';

export interface Task {
  readonly bytes: Uint8Array;
  readonly timeZone: string | undefined;
}

/** What passes from process to process, where errors would lose their kind; a conference goes fastest as JSON. */
export type Outcome =
  | { readonly kind: 'read'; readonly conference: string }
  | ({ readonly kind: 'refused' } & Refused);

export function outcomeOf({ bytes, timeZone }: Task): Outcome {
  try {
    const { conference } = decodeSchedule(bytes, { timeZone });
    return { kind: 'read', conference: JSON.stringify(conference) };
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    return { kind: 'refused', refusal: error.refusal, path: error.path };
  }
}
