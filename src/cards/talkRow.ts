import type { Instant } from '../clock.ts';
import type { Talk } from '../schedule/schedule.ts';
import { dayAmong } from '../schedule/timetable.ts';
import type { TalkRow } from './cards.ts';
import { openTalkId, rowOptions, starButton } from './controls.ts';
import type { Frame } from './frame.ts';
import { ownFrame } from './ownFrame.ts';
import type { View } from './view.ts';
import { conferenceWords } from './wording/conferenceWords.ts';
import {
  crowdWords,
  dotted,
  isRunning,
  recordingLine,
  roomWords,
  speakerWords,
  standing,
  watchLine,
} from './wording/talkWords.ts';
import { dateWords, spanTime } from './wording/time.ts';

export interface RowStyle {
  /** `time` where the list tells the day already; after midnight the date is told all the same. */
  readonly when: 'time' | 'dateTime';
  /** Left out where the list tells the room already. */
  readonly room: boolean;
  /** The list, to be drawn anew when the row's star is pressed. */
  readonly view?: View;
  /** Where a search found it. */
  readonly match?: string;
  /** The message stays while time goes on, so it says nothing that holds only now. */
  readonly lasting?: boolean;
}

export const ROW_SPEAKERS = 3;

/** A talk in a list: title; when, where and who in one line; below that where it can be seen, and what the list has to add. */
export function talkRow(talk: Talk, list: Frame, style: RowStyle): TalkRow {
  const frame = ownFrame(talk, list);
  const { messages, programme } = frame;
  const { timeZone } = programme.conference;
  const when = spanTime(
    talk,
    timeZone,
    isAfterMidnight(talk, frame) ? 'dateTime' : style.when,
    messages,
    frame.now,
  );
  const room = style.room ? roomWords(talk, frame) : undefined;
  const who = speakerWords(talk, ROW_SPEAKERS, messages);
  const isLasting = style.lasting === true;
  const crowd = isLasting ? undefined : crowdWords(talk, frame);
  const mark = isLasting ? lastingMark(talk, frame) : standing(talk, frame);
  const watch = isRunning(talk, frame) && !isLasting ? watchLine(talk, frame) : undefined;
  const recording = recordingLine(talk, frame);
  return {
    kind: 'row',
    title: talk.title,
    struck: talk.status === 'canceled',
    details: [
      dotted([when, room, crowd, who, conferenceWords(frame), mark, talk.mark]),
      ...(watch === undefined ? [] : [watch]),
      ...(recording === undefined ? [] : [recording]),
      ...(style.match === undefined ? [] : [[style.match]]),
    ],
    open: openTalkId(list, talk),
    button: starButton(list, talk, style.view),
    more: rowOptions(list, talk),
  };
}

/** A conference's day ends in the small hours of the date that follows. */
function isAfterMidnight({ start }: Talk, { messages, programme }: Frame): boolean {
  const { days, timeZone } = programme.conference;
  const day = dayAmong(days, start);
  const date = (at: Instant) => dateWords(at, timeZone, messages);
  return day !== undefined && date(day.start) !== date(start);
}

function lastingMark({ status }: Talk, { messages }: Frame): string | undefined {
  return status === 'canceled' ? messages.talk.canceledMark : undefined;
}
