import { distanceWithin } from '../../search/language/editDistance.ts';
import { FILTER_NAMES, type LocalNames, splitQuery } from '../../search/query/parts.ts';
import { type Filters, NO_FILTERS, withFilter } from './filters.ts';
import type { Remark } from './question.ts';

/** What is said in plain words, and the filters that were typed among them, by their own names. */
export function filtersApart(
  text: string,
  localNames: LocalNames,
): { readonly said: string; readonly filters: Filters } {
  const parts = splitQuery(text, localNames);
  const typed = parts.filter((part) => part.kind === 'filter');
  if (typed.length === 0) return { said: /^["“„«]/u.test(text) ? '' : text, filters: NO_FILTERS };
  const words = parts.flatMap((part) => (part.kind === 'words' ? [part.text] : []));
  const filters = typed.reduce<Filters>(
    (made, { name, value }) => withFilter(made, name, [...(made.values[name] ?? []), value]),
    NO_FILTERS,
  );
  return { said: words.join(' '), filters };
}

/** What people call filters, beside their names. */
const OTHER_NAMES: Readonly<Record<string, (typeof FILTER_NAMES)[number]>> = {
  conference: 'conf',
  event: 'conf',
  speaker: 'by',
  speakers: 'by',
  author: 'by',
  person: 'by',
  language: 'lang',
  date: 'day',
  since: 'after',
  until: 'before',
  time: 'at',
  place: 'room',
  hall: 'room',
};

/** Names of filters that are none, but near one: `speaker:ada`, `rom:janson`. */
export function nearFilters(text: string, localNames: LocalNames): readonly Remark[] {
  const known = [
    ...FILTER_NAMES,
    ...Object.values(localNames).flatMap((names) => names.split(' ')),
  ];
  return [...text.slice(0, 300).matchAll(/(?:^|\s)(\p{L}{3,12}):(?=[^\s/:])/gu)].flatMap(
    ([, name = '']) => {
      const typed = name.toLowerCase();
      if (known.includes(typed)) return [];
      const meant =
        OTHER_NAMES[typed] ??
        known.find((each) => each.length > 2 && distanceWithin(each, typed, 1) !== undefined);
      return meant === undefined ? [] : [{ kind: 'filterNear', typed, meant } as const];
    },
  );
}
