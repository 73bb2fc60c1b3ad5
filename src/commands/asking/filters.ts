import { FILTER_NAMES, type FilterName, splitQuery } from '../../search/query/parts.ts';

/**
 * A query in the grammar of `/talk`, part by part: what a question becomes, short enough for a button,
 * with days by number and hours by the clock, so that it means the same weeks later.
 */
export interface Filters {
  readonly words: string;
  readonly values: Readonly<Partial<Record<FilterName, readonly string[]>>>;
}

export const NO_FILTERS: Filters = { words: '', values: {} };

/** The filters of one kind are alternatives; none at all leaves the kind out. */
export function withFilter(filters: Filters, name: FilterName, values: readonly string[]): Filters {
  const { [name]: _, ...others } = filters.values;
  return { ...filters, values: values.length === 0 ? others : { ...others, [name]: values } };
}

export function withoutFilters(filters: Filters, names: readonly FilterName[]): Filters {
  return names.reduce((rest, name) => withFilter(rest, name, []), filters);
}

export function hasFilter({ values }: Filters, ...names: readonly FilterName[]): boolean {
  return names.some((name) => values[name] !== undefined);
}

/** `rust day:2 before:12`. */
export function queryOf({ words, values }: Filters): string {
  const filters = FILTER_NAMES.flatMap((name) =>
    (values[name] ?? []).map((value) => `${name}:${quoted(value)}`),
  );
  return [words, ...filters].filter((part) => part !== '').join(' ');
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

/** The inverse of {@link queryOf}. */
export function filtersOf(query: string): Filters {
  const words: string[] = [];
  let filters = NO_FILTERS;
  for (const part of splitQuery(query, {})) {
    if (part.kind === 'words') words.push(part.text);
    else {
      const others = filters.values[part.name] ?? [];
      filters = withFilter(filters, part.name, [...others, part.value]);
    }
  }
  return { ...filters, words: words.join(' ') };
}

/** `14`, `14.30`: minutes since the midnight that begins a day; in its night they begin anew. */
export function clockValue(minutes: number): string {
  const ofDay = ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60];
  return minute === 0 ? String(hour) : `${hour}.${String(minute).padStart(2, '0')}`;
}

const MINUTES_PER_DAY = 24 * 60;
