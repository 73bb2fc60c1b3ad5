import { HOUR_MS } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import { crowdAt } from '../../schedule/crowd.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import { recordingsOf, streamOf } from '../../schedule/talkLinks.ts';
import type { Inline, Text } from '../cards.ts';
import type { Frame } from '../frame.ts';
import { ownFrame } from '../ownFrame.ts';
import { localName } from './localName.ts';
import { clockWords, dateWords, durationWords, spanTime } from './time.ts';

const DOT = ' · ';
const SOON_MS = HOUR_MS;

/** Joins the parts with a middle dot, leaving out the empty ones. */
export function dotted(parts: readonly (Inline | undefined)[]): Text {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .flatMap((part, index) => (index === 0 ? [part] : [DOT, part])) as Text;
}

/** `A, B, C and 4 more`, or nothing. */
export function speakerWords(
  { speakers }: Pick<Talk, 'speakers'>,
  limit: number,
  { talk }: Messages,
): string {
  const names = speakers.slice(0, limit).map(({ name }) => name);
  const rest = speakers.length - names.length;
  return rest === 0 ? names.join(', ') : talk.andMore(names.join(', '), rest);
}

/** By locale, of which there is one a catalogue: slow to make, and large outside the heap. */
const languageNames = new Map<string, Intl.DisplayNames>();

/** A language by its code, in the reader's words: `German`, `Deutsch`. */
export function languageWords(code: string, { time: { locale } }: Messages): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  const names =
    languageNames.get(locale) ??
    new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  languageNames.set(locale, names);
  return names.of(code) ?? code;
}

/** When and where in one plain line, for summaries: `Sat 1 Feb, 10:55–11:20, UD2.208`. */
export function placeWords(talk: Talk, list: Frame): string {
  const frame = ownFrame(talk, list);
  const { messages, now, programme } = frame;
  const { venue } = spanTime(talk, programme.conference.timeZone, 'dateTime', messages, now);
  return talk.room === undefined ? venue : `${venue}, ${localName(talk.room, frame)}`;
}

export function roomWords({ room }: Pick<Talk, 'room'>, frame: Frame): string {
  return room === undefined ? frame.messages.talk.noRoom : localName(room, frame);
}

/** `full at 10:42`, where helpers said so and it concerns whoever wants to go there. */
export function crowdWords(talk: Talk, { messages, now, programme }: Frame): string | undefined {
  const { timeZone } = programme.conference;
  const crowd = crowdAt(talk, programme.conference, now);
  return crowd && messages.room.said[crowd.kind](clockWords(crowd.saidAt, timeZone, messages));
}

/**
 * How the talk stands to the clock: canceled, running, over, or soon to start; undefined when it is
 * further ahead than `soonMs`.
 */
export function standing(
  talk: Talk,
  { messages, now }: Frame,
  soonMs = SOON_MS,
): string | undefined {
  const { talk: words, time } = messages;
  if (talk.status === 'canceled') return words.canceledMark;
  if (talk.end <= now) return words.overMark;
  if (talk.start <= now) return time.stillRuns(durationWords(talk.end - now, messages));
  const ahead = talk.start - now;
  return ahead <= soonMs ? time.startsIn(durationWords(ahead, messages)) : undefined;
}

/** Where the talk is watched live, by its address as it is; undefined where nobody tells. */
export function watchLine(talk: Talk, { messages, programme }: Frame): Text | undefined {
  const url = talk.status === 'canceled' ? undefined : streamOf(talk, programme.conference);
  if (url === undefined) return undefined;
  return [messages.talk.watchLive + messages.marks.colon, { kind: 'link', text: url, url }];
}

/** Where the talk can be seen again, the first of its recordings; undefined as long as it is not over. */
export function recordingLine(talk: Talk, { messages, now }: Frame): Text | undefined {
  const [recording] = recordingsOf(talk, now);
  if (recording === undefined) return undefined;
  const { title, url } = recording;
  return [
    messages.talk.recording + messages.marks.colon,
    { kind: 'link', text: title === '' ? url : title, url },
  ];
}

/** Whether it is running: a stream shows it now. */
export function isRunning({ start, end }: Talk, { now }: Pick<Frame, 'now'>): boolean {
  return start <= now && now < end;
}

export function dayTitle(day: Conference['days'][number], frame: Frame): string {
  const { messages, now, programme } = frame;
  const { days, parts, timeZone } = programme.conference;
  const date = dateWords(day.start, timeZone, messages, now);
  // Of several conferences each counts its own.
  return days.length === 1 || parts !== undefined ? date : messages.time.day(day.index, date);
}
