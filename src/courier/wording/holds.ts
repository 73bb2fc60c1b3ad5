import type { Reasons } from '../../agenda/following/followWords.ts';
import type { Member } from '../../agenda/member.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import { feedbackOf, recordingsOf } from '../../schedule/talkLinks.ts';

/** What decides whether something is still to be said. */
export interface Truth {
  readonly programme: Pick<Programme, 'timetable'>;
  readonly frame: Pick<Frame, 'now' | 'starred'>;
  readonly member: Member | undefined;
  readonly reasons: Pick<Reasons, 'talks'>;
  /** Those that the member gives, as a confirmed speaker. */
  readonly given: ReadonlySet<TalkId>;
}

/**
 * Whether it is true still, of those of which several become one message: a talk that starts otherwise is
 * announced anew, and whoever marks it no more hears no more of it. Everything else is worded, or not, as a whole.
 */
export function holds({ subject, target }: Delivery, truth: Truth): boolean {
  switch (subject.kind) {
    case 'announcement':
    case 'reminder': {
      const talk = truth.programme.timetable.talk(subject.talk);
      const isStarting = talk?.status === 'scheduled' && talk.start === subject.start;
      return isStarting && (target.kind === 'channel' || isMarked(subject.talk, truth));
    }
    case 'onStage': {
      const talk = truth.programme.timetable.talk(subject.talk);
      const isStarting = talk?.status === 'scheduled' && talk.start === subject.start;
      return isStarting && truth.given.has(talk.id);
    }
    case 'ownRecording': {
      const talk = truth.programme.timetable.talk(subject.talk);
      const isRecorded = talk !== undefined && recordingsOf(talk, truth.frame.now).length > 0;
      return isRecorded && truth.given.has(talk.id);
    }
    case 'recording':
    case 'feedback': {
      const talk = truth.programme.timetable.talk(subject.talk);
      return talk !== undefined && isOver(talk, truth.frame) && isWished(subject.kind, talk, truth);
    }
    default:
      return true;
  }
}

function isMarked(talk: TalkId, { frame, reasons }: Truth): boolean {
  return frame.starred.has(talk) || reasons.talks.some((one) => one.talk === talk);
}

function isOver({ status, end }: Talk, { now }: Truth['frame']): boolean {
  return status === 'scheduled' && end <= now;
}

function isWished(kind: 'recording' | 'feedback', talk: Talk, truth: Truth): boolean {
  const { frame, member } = truth;
  return kind === 'recording'
    ? member?.wantsRecordings === true &&
        isMarked(talk.id, truth) &&
        recordingsOf(talk, frame.now).length > 0
    : member?.wantsFeedback === true &&
        frame.starred.has(talk.id) &&
        feedbackOf(talk) !== undefined;
}
