import type { Instant } from '../clock.ts';
import { wallTimeAt } from './assembling/zone.ts';
import { fold } from './naming/slug.ts';
import type { Conference, Day } from './schedule.ts';

/** Languages whose names of weekdays are understood: those of the conferences Hallway has met, and their neighbours. */
const LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pt'] as const;

const TODAY = ['today', 'heute', 'aujourdhui', 'vandaag', 'hoy', 'oggi', 'hoje'];
const TOMORROW = ['tomorrow', 'morgen', 'demain', 'manana', 'domani', 'amanha'];
const YESTERDAY = ['yesterday', 'gestern', 'hier', 'gisteren', 'ayer', 'ieri', 'ontem'];

/** The conference day meant by a word; of a weekday that comes twice, the one still to come. */
export function resolveDay(
  selector: string,
  now: Instant,
  { days, timeZone }: Conference,
  dayAt: (instant: Instant) => Day | undefined,
): Day | undefined {
  const word = fold(selector).replace(/['’.]/g, '').trim();
  const ordinal = /^(?:day |tag |jour |dag |dia )?([1-9]\d?)$/.exec(word)?.[1];
  if (ordinal !== undefined) return days.find((day) => day.index === Number(ordinal));
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return days.find((day) => day.date === word);
  const relative = relativeDays(word);
  if (relative !== undefined) {
    const today = dayAt(now)?.date ?? wallTimeAt(now, timeZone).toPlainDate().toString();
    const date = Temporal.PlainDate.from(today).add({ days: relative }).toString();
    return days.find((day) => day.date === date);
  }
  const weekday = weekdayOf(word);
  const fitting = days.filter((day) => Temporal.PlainDate.from(day.date).dayOfWeek === weekday);
  return fitting.find((day) => now < day.end) ?? fitting[0];
}

function relativeDays(word: string): number | undefined {
  if (TODAY.includes(word)) return 0;
  if (TOMORROW.includes(word)) return 1;
  return YESTERDAY.includes(word) ? -1 : undefined;
}

/** 1 for Monday, from a name or its beginning of two letters and more; where languages disagree, English decides. */
function weekdayOf(word: string): number | undefined {
  if (word.length < 2) return undefined;
  const begun = weekdayNames().filter(({ name }) => name.startsWith(word));
  const choices = [
    begun.filter(({ name }) => name === word),
    begun,
    begun.filter(({ language }) => language === 'en'),
  ].map((names) => new Set(names.map(({ weekday }) => weekday)));
  return choices
    .find((weekdays) => weekdays.size === 1)
    ?.values()
    .next().value;
}

interface WeekdayName {
  readonly name: string;
  readonly language: string;
  readonly weekday: number;
}

let knownNames: readonly WeekdayName[] | undefined;

/** Made at the first use, since the formatters take longer to make than all else at the start. */
function weekdayNames(): readonly WeekdayName[] {
  knownNames ??= LANGUAGES.flatMap(namesIn);
  return knownNames;
}

function namesIn(language: string): readonly WeekdayName[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    // 1 January 2024 was a Monday.
    const day = Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday });
    const name = fold(format.format(day.toZonedDateTime('UTC').epochMilliseconds));
    return { language, weekday, name };
  });
}
