import { schedule } from '../messages/en/schedule.ts';
import { type Refusal, type Refused, refusalWords } from '../messages/refusalWords.ts';

/** A schedule that cannot be had or read. Its own message is for logs; people are told by `refusalWords`. */
export class ScheduleFormatError extends Error implements Refused {
  readonly refusal: Refusal;
  readonly path: string;

  constructor(refusal: Refusal, path = '') {
    super(refusalWords({ refusal, path }, { schedule }));
    this.name = 'ScheduleFormatError';
    this.refusal = refusal;
    this.path = path;
  }
}
