import { dayTitle } from '../../cards/wording/talkWords.ts';
import type { Suggestion } from '../../platform/requests.ts';
import { findNamed } from '../../schedule/naming/names.ts';
import { fold } from '../../schedule/naming/slug.ts';
import { typesOf } from '../../schedule/types.ts';
import { isCalled } from '../../search/query/parts.ts';
import type { Context } from '../context.ts';

interface Named {
  readonly name: string;
  readonly slug: string;
}

const LONGEST_VALUE = 100;

/** Names that fit what is typed so far, the best first; all of them while nothing is. */
export function suggestNames(
  candidates: readonly Named[],
  text: string,
  others: (name: string) => readonly string[] = () => [],
): readonly string[] {
  const typed = fold(text).trim();
  if (typed === '') return candidates.map(({ name }) => name);
  const match = findNamed(candidates, text, others);
  const best =
    match.kind === 'none' ? [] : match.kind === 'found' ? [match.value] : [...match.values];
  const containing = candidates.filter(({ name }) => fold(name).includes(typed));
  return [...new Set([...best, ...containing].map(({ name }) => name))];
}

/**
 * Completes the last of several names: `K.3, ud2` gives `K.3, UD2.120 (Chavanne)`. Names that are
 * there already are left out, as are lists that grow too long; one with a comma in it goes by its slug.
 */
export function suggestSeveral(candidates: readonly Named[], text: string): readonly string[] {
  const [last = '', ...others] = text.split(',').toReversed();
  const before = others.toReversed().map((name) => name.trim());
  const rest = candidates.filter(
    ({ name, slug }) => !before.some((each) => fold(each) === fold(name) || each === slug),
  );
  const writable = rest.map(({ name, slug }) => ({ name: name.includes(',') ? slug : name, slug }));
  return suggestNames(writable, last)
    .map((name) => [...before, name].join(', '))
    .filter((value) => value.length <= LONGEST_VALUE);
}

const LAST_FILTER = /(^|.*\s)(\p{L}+):("?)([^"]*)$/isu;
const COMPLETED = ['conf', 'room', 'track', 'type', 'by', 'day'];

/** Completes the filter that is being typed at the end: `grpc by:steph` gives `grpc by:"Stéphane Graber"`. */
export function suggestFilter(text: string, context: Context): readonly Suggestion[] {
  const [, before = '', name = '', quote, typed = ''] = LAST_FILTER.exec(text) ?? [];
  const { filters } = context.messages.names;
  const filter = COMPLETED.find((each) => isCalled(each, name.toLowerCase(), filters));
  if (filter === undefined || (quote === '' && /\s/.test(typed))) return [];
  return valuesOf(filter, typed, context)
    .map((value) => `${before}${name.toLowerCase()}:${/\s/.test(value) ? `"${value}"` : value}`)
    .filter((value) => value.length <= LONGEST_VALUE)
    .map((value) => ({ label: value, value }));
}

function valuesOf(filter: string, typed: string, context: Context): readonly string[] {
  const { rooms, tracks, days, talks, parts = [] } = context.programme.conference;
  switch (filter) {
    case 'conf':
      return suggestNames(
        parts.map(({ title, acronym }) => ({ name: title, slug: acronym ?? '' })),
        typed,
      );
    case 'room':
      return suggestNames(rooms, typed);
    case 'track':
      return suggestNames(tracks, typed);
    case 'type':
      return suggestNames(typesOf(context.programme.conference), typed);
    case 'by': {
      const names = new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
      return suggestNames(
        [...names].toSorted().map((name) => ({ name, slug: '' })),
        typed,
      );
    }
    default:
      return days
        .filter((day) => fold(`${day.date} ${dayTitle(day, context)}`).includes(fold(typed)))
        .map(({ date }) => date);
  }
}
