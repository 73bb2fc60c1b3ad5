import type { Frame } from '../../cards/frame.ts';
import { ownFrame } from '../../cards/ownFrame.ts';
import { localName } from '../../cards/wording/localName.ts';
import { dayTitle } from '../../cards/wording/talkWords.ts';
import { clockWords } from '../../cards/wording/time.ts';
import { HOUR_MS, type Instant } from '../../clock.ts';
import type { Day, Talk } from '../../schedule/schedule.ts';
import { dayAmong } from '../../schedule/timetable.ts';
import type { MemberList } from '../list/memberList.ts';
import { inLanes, type Placed } from './lanes.ts';

/** One day of a member's list, as a timetable shows it. */
export interface DayPicture {
  readonly title: string;
  readonly conference: string;
  /** On the hour: from before the first talk to after the last. */
  readonly from: Instant;
  readonly until: Instant;
  /** The hours in between, with what a clock at the venue shows then. */
  readonly hours: readonly { readonly at: Instant; readonly clock: string }[];
  readonly entries: readonly Placed<Entry>[];
  /** Lines below. */
  readonly notes: readonly string[];
}

/** As PNG, made beside the path of whoever waits for other things. Rejects where it cannot be made. */
export type DrawDay = (day: DayPicture) => Promise<Uint8Array>;

export interface Entry {
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
  /** `10:30–10:50 · H.1302`. */
  readonly place: string;
  readonly look: 'plain' | 'clash' | 'canceled';
}

/** More than these side by side could be read by nobody. */
const MOST_LANES = 4;

/** Days on which there is something on the list. */
export function daysOf({ talks }: MemberList, { programme }: Frame): readonly Day[] {
  const { days } = programme.conference;
  const on = new Set(talks.map(({ start }) => dayAmong(days, start)));
  return days.filter((day) => on.has(day));
}

/** Of these days today, else the next one, else the last. */
export function dayToShow(days: readonly Day[], now: Instant): Day | undefined {
  return days.find(({ end }) => now < end) ?? days.at(-1);
}

export function dayPicture(list: MemberList, day: Day, frame: Frame): DayPicture {
  const { conference } = frame.programme;
  const { picture: words } = frame.messages;
  const talks = talksOn(list, day);
  const entries = inLanes(
    talks.map((talk) => entryOf(talk, list, frame)).toSorted((a, b) => a.start - b.start),
    MOST_LANES,
  );
  const from = hourBefore(Math.min(...talks.map(({ start }) => start)));
  const until = hourAfter(Math.max(...talks.map(({ end }) => end)));
  const left = talks.length - entries.length;
  const hasClash = entries.some(({ item }) => item.look === 'clash');
  return {
    title: dayTitle(day, frame),
    conference: conference.title,
    ...{ from, until, entries },
    hours: hoursIn(from, until).map((at) => ({
      at,
      clock: clockWords(at, conference.timeZone, frame.messages),
    })),
    notes: [
      ...(hasClash ? [words.clashMark] : []),
      ...(left === 0 ? [] : [words.left(left)]),
      words.zone(conference.timeZone),
    ],
  };
}

export function talksOn({ talks }: MemberList, day: Day): readonly Talk[] {
  return talks.filter(({ start }) => day.start <= start && start < day.end);
}

function entryOf(talk: Talk, { clashes }: MemberList, list: Frame): Entry {
  const { start, end, title, room, status } = talk;
  const frame = ownFrame(talk, list);
  const { timeZone } = frame.programme.conference;
  const [begins, ends] = [start, end].map((at) => clockWords(at, timeZone, frame.messages));
  const mark = status === 'canceled' ? [frame.messages.talk.canceledMark] : [];
  const place = room === undefined ? [] : [localName(room, frame)];
  const isClash = status === 'scheduled' && clashes.has(talk);
  return {
    ...{ start, end, title },
    place: [...mark, `${begins}–${ends}`, ...place].join(' · '),
    look: status === 'canceled' ? 'canceled' : isClash ? 'clash' : 'plain',
  };
}

/** Zones are whole quarters of an hour apart; a line at each full hour of the world does for all of them. */
function hourBefore(at: Instant): Instant {
  return Math.floor(at / HOUR_MS) * HOUR_MS;
}

function hourAfter(at: Instant): Instant {
  return Math.ceil(at / HOUR_MS) * HOUR_MS;
}

function hoursIn(from: Instant, until: Instant): readonly Instant[] {
  return Array.from({ length: (until - from) / HOUR_MS + 1 }, (_, at) => from + at * HOUR_MS);
}
