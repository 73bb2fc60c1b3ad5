import { shortRef } from '../../cards/actions/reference.ts';
import { NOT } from '../../search/query/filterMeaning.ts';
import { type Filters, hasFilter, queryOf, withFilter } from './filters.ts';
import { merged, placed, searched, unknown, viewed, withMoment } from './outcomes.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import { presentOf, type Situation } from './situation.ts';
import { type Present, resolveTime } from './time/resolve.ts';
import { withNext, withNow, withWhen } from './time/when.ts';

/** Everything that is about talks, times and places. */
export function aboutProgramme(reading: Reading, typed: Filters, situation: Situation): Question {
  const present = presentOf(situation);
  const places = merged(typed, placed(reading));
  const filters = { ...places, words: reading.words };
  if (signsNext(reading) && !asksForSpan(reading)) return comingNext(filters, reading, present);
  if (reading.signs.has('now') && !hasTime(reading)) return now(filters, reading, present);
  const when = resolveTime(reading.time, present);
  // What words say of the time takes the place of no filter that was typed.
  const timed = merged(typed, withWhen(filters, when));
  const isCounted = reading.signs.has('count');
  if (queryOf(timed) === '') {
    if (isCounted) return counted(withAllDays(timed, present));
    return reading.signs.has('programme') || reading.signs.has('talk')
      ? searched('programme', timed, present, reading)
      : unknown(reading.signs.has('who') ? 'person' : 'words');
  }
  if (!isProgramme(reading, timed)) return searched('find', timed, present, reading);
  return isCounted ? counted(timed) : searched('programme', timed, present, reading);
}

/** Of a list its title tells how many there are. */
function counted(filters: Filters): Question {
  return viewed('programme', { kind: 'search', query: queryOf(filters), page: 1 });
}

export function hasTime({ time }: Pick<Reading, 'time'>): boolean {
  return Object.keys(time).length > 0;
}

/** The next of anything: said so, or “the next … talk”, which `next generation` is not. */
export function signsNext({ signs, words, names, time, sentence }: Reading): boolean {
  if (signs.has('nextUp')) return true;
  const said = sentence.lexemes.some(({ meanings }) =>
    meanings.some(({ sign }) => sign === 'next'),
  );
  if (!said) return false;
  return (
    words === '' ||
    signs.has('talk') ||
    signs.has('when') ||
    (names.length > 0 && time.day === undefined)
  );
}

/** `what comes tonight in Curie?`, `what comes after lunch?`: all of that time, not the first of it alone. */
function asksForSpan({ signs, time }: Reading): boolean {
  const isAfterMeal = time.after?.kind === 'meal';
  return signs.has('nextUp') && (time.part !== undefined || time.later === true || isAfterMeal);
}

/** The next one of a room, or of all that fits. */
export function comingNext(filters: Filters, reading: Reading, present: Present): Question {
  const room = onlyRoom(filters);
  if (room !== undefined && !hasTime(reading)) {
    return withMoment('next', { kind: 'next', page: 1, ...room }, present);
  }
  const timed = hasTime(reading)
    ? withFilter(withWhen(filters, resolveTime(reading.time, present)), 'is', ['next'])
    : withNext(filters, present);
  return searched('next', timed, present, reading);
}

function now(filters: Filters, reading: Reading, present: Present): Question {
  const room = onlyRoom(filters);
  return room === undefined
    ? searched('now', withNow(filters, present), present, reading)
    : withMoment('now', { kind: 'now', page: 1, ...room }, present);
}

/** The reference of the one room asked about; empty where nothing is asked about but time. */
function onlyRoom({
  words,
  values,
}: Filters): { readonly room?: ReturnType<typeof shortRef> } | undefined {
  const { room = [], ...others } = values;
  if (words !== '' || room.length > 1 || Object.keys(others).length > 0) return undefined;
  if (room[0]?.startsWith(NOT) === true) return undefined;
  return room[0] === undefined ? {} : { room: shortRef(room[0]) };
}

function withAllDays(filters: Filters, { conference: { days } }: Present): Filters {
  return withFilter(
    filters,
    'day',
    days.map(({ index }) => String(index)),
  );
}

export function isProgramme({ signs, words }: Reading, filters: Filters): boolean {
  const asksFor = ['who', 'where', 'when', 'speaks'].some((sign) => signs.has(sign));
  return (
    words === '' &&
    filters.words === '' &&
    !asksFor &&
    !hasFilter(filters, 'by', 'type', 'lang', 'is')
  );
}
