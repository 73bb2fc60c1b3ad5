import { isTopic } from '../names/namePhrases.ts';
import { placed, searched } from '../outcomes.ts';
import type { Question } from '../question.ts';
import type { Reading } from '../reading.ts';
import { presentOf, type Situation } from '../situation.ts';
import { type Lexeme, signOf } from '../words/lexemes.ts';
import type { Sign } from '../words/lexicon.ts';
import { momentOf, type Present, presentDay, resolveTime } from './resolve.ts';
import { withWhen } from './when.ts';
import type { TimeWish } from './wish.ts';

/** Beside them nothing is asked about but when all of it begins or ends. */
const OF_EDGE: readonly Sign[] = ['starts', 'ends', 'event', 'when', 'room', 'track', 'all'];

/**
 * `when does the conference end?`, `when does the rust devroom start?`, `wann geht es morgen los?`: the
 * talk that begins or ends it. Where neither a day, nor a room or track, nor the whole is named, it is the
 * day's beginning or end; undefined for what asks something else.
 */
export function edgeAsked(
  reading: Reading,
  situation: Situation,
  isOfEvent: boolean,
): Question | undefined {
  const { sentence, others, names, time } = reading;
  const says = (sign: Sign) => sentence.lexemes.some((lexeme) => has(lexeme, sign));
  const pick = says('ends') ? 'last' : says('starts') ? 'first' : undefined;
  if (pick === undefined || !says('when') || !isDayAlone(time)) return undefined;
  if (says('next') || says('nextUp')) return undefined;
  if (others.some((lexeme) => isTopic(lexeme) && !has(lexeme, ...OF_EDGE))) return undefined;
  if (names.some(({ kind }) => kind !== 'room' && kind !== 'track')) return undefined;
  const present = presentOf(situation);
  const isWhole = names.length === 0 && (isOfEvent || others.some((each) => has(each, 'event')));
  const day = time.day === undefined && !isWhole ? todayOf(reading, present) : {};
  const when = time.day === undefined ? day : resolveTime({ day: time.day }, present);
  return searched('find', withWhen(placed(reading), { ...when, pick }), present, reading);
}

/** Whether it speaks of nothing but a day. */
function isDayAlone({ day: _, whole: __, ...hours }: TimeWish): boolean {
  return Object.keys(hours).length === 0;
}

/** The day that it is, where the rooms and tracks named have talks on it. */
function todayOf(reading: Reading, present: Present): Pick<ReturnType<typeof resolveTime>, 'day'> {
  const { conference } = present;
  const day = presentDay(present, momentOf(present));
  const { room = [], track = [] } = placed(reading).values;
  const nameOf =
    (places: readonly { readonly name: string; readonly slug: string }[]) => (slug: string) =>
      places.find((place) => place.slug === slug)?.name;
  const rooms = room.map(nameOf(conference.rooms));
  const tracks = track.map(nameOf(conference.tracks));
  const isThere = conference.talks.some(
    (talk) =>
      day !== undefined &&
      day.start <= talk.start &&
      talk.start < day.end &&
      (rooms.length === 0 || rooms.includes(talk.room)) &&
      (tracks.length === 0 || tracks.includes(talk.track)),
  );
  return isThere && day !== undefined ? { day } : {};
}

function has(lexeme: Lexeme, ...signs: readonly Sign[]): boolean {
  return signs.some((sign) => signOf(lexeme, sign) !== undefined);
}
