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

/** Whether there is no schedule where one was: another time will not help, as it may after an outage. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof ScheduleFormatError)) return false;
  const { refusal } = error;
  switch (refusal.kind) {
    case 'badStatus': {
      const [status] = refusal.facts;
      return status >= 400 && status < 500 && status !== TOO_MANY_REQUESTS;
    }
    case 'notPublic':
    case 'unreachable':
    case 'redirectNowhere':
    case 'badRedirect':
    case 'tooManyRedirects':
    case 'webPage':
    case 'unknownFormat':
    case 'otherXml':
    case 'otherJson':
    case 'otherCsv':
    case 'empty':
      return true;
    default:
      return false;
  }
}

const TOO_MANY_REQUESTS = 429;
