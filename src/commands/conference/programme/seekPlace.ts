import { bySlugRef } from '../../../cards/actions/reference.ts';
import type { Instant } from '../../../clock.ts';
import { wallTime } from '../../../schedule/assembling/times.ts';
import { instantAt } from '../../../schedule/assembling/zone.ts';
import type { Day, RoomSlug, Talk } from '../../../schedule/schedule.ts';
import { dayAmong } from '../../../schedule/timetable.ts';
import type { Context } from '../../context.ts';
import { seekDay, seekRoom } from '../../places.ts';

interface Place {
  readonly start: Instant;
  readonly room?: RoomSlug;
}

type SoughtPlace =
  | { readonly kind: 'found'; readonly value: Place }
  | { readonly kind: 'refused'; readonly sentence: string };

const CLOCK = /^(?<hour>[01]?\d|2[0-4])(?:[:.h](?<minute>[0-5]\d))(?<half>am|pm)?$/iu;

/**
 * `15:30`, `15:30 H.1308`, `Sunday 9:30 H.1308`: a time of the venue's clock, on the talk's day unless
 * another is named before it, and what stands behind it is a room. After midnight it is the night of
 * that day.
 */
export function seekPlace(text: string, talk: Talk, context: Context): SoughtPlace {
  const { byHand, errors } = context.messages;
  const words = text.trim().split(/\s+/u);
  const at = words.findIndex((word) => CLOCK.test(word));
  if (at < 0) return { kind: 'refused', sentence: byHand.noTime(text.trim()) };
  const day = seekDay(words.slice(0, at).join(' '), context);
  if (day.kind === 'refused') return day;
  const named = words.slice(at + 1).join(' ');
  const room = seekRoom(named, context);
  if (room.kind === 'refused') return room;
  const start = startOn(day.value ?? dayOf(talk, context), minutesOf(words[at] ?? ''), context);
  if (start === undefined) return { kind: 'refused', sentence: byHand.onNoDay(text.trim()) };
  if (room.value === undefined) return { kind: 'found', value: { start } };
  const slug = bySlugRef(context.programme.conference.rooms, room.value)?.slug;
  return slug === undefined
    ? { kind: 'refused', sentence: errors.noSuchRoom(named) }
    : { kind: 'found', value: { start, room: slug } };
}

/** A room that is late does not bring its last talks into the next day. */
function dayOf({ id, start }: Talk, { programme }: Context): Day | undefined {
  const { days, talks } = programme.planned;
  return dayAmong(days, talks.find((talk) => talk.id === id)?.start ?? start);
}

function startOn(
  day: Day | undefined,
  minutes: number,
  { programme }: Context,
): Instant | undefined {
  if (day === undefined) return undefined;
  const date = Temporal.PlainDate.from(day.date);
  return [date, date.add({ days: 1 })]
    .map((one) => instantAt(wallTime(one, minutes), programme.conference.timeZone))
    .find((instant) => day.start <= instant && instant < day.end);
}

function minutesOf(clock: string): number {
  const { hour = '', minute = '', half = '' } = CLOCK.exec(clock)?.groups ?? {};
  const isAfternoon = half.toLowerCase() === 'pm';
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return hours * 60 + Number(minute);
}
