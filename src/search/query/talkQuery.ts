import type { Instant } from '../../clock.ts';
import type { Conference } from '../../schedule/schedule.ts';
import { instantOn, type Span, spansOn } from './clockTime.ts';
import {
  type FilterMeaning,
  type NamedKind,
  type PickedTalk,
  type QueryContext,
  read,
  type UnresolvedFilter,
} from './filterMeaning.ts';
import { type QueryPart, splitQuery } from './parts.ts';

/** What a talk must be to be found at all; each list holds alternatives. */
export interface TalkFilters {
  /** Names, as in the conference. */
  readonly rooms?: readonly string[];
  /** Of conferences that are asked as one, by their titles. */
  readonly conferences?: readonly string[];
  readonly tracks?: readonly string[];
  readonly speakers?: readonly string[];
  readonly types?: readonly string[];
  /** BCP 47 primary languages. */
  readonly languages?: readonly string[];
  /** The talk starts in one of these. */
  readonly starts?: readonly Span[];
  /** The talk runs at one of these. */
  readonly runsAt?: readonly Instant[];
  readonly starred?: true;
  /** None of what it must not be. */
  readonly without?: Pick<TalkFilters, 'rooms' | 'tracks' | 'speakers' | 'types' | 'languages'>;
}

export interface TalkQuery {
  /** As it was typed. */
  readonly text: string;
  /** What is left of the text without its filters. */
  readonly words: string;
  readonly filters: TalkFilters;
  /** Of those that pass, the first to start, the last, the longest or the shortest alone; `next` is the first. */
  readonly pick?: PickedTalk;
  /** What each filter was read as, in the order in which they were typed. */
  readonly meanings: readonly FilterMeaning[];
  readonly unresolved: readonly UnresolvedFilter[];
}

/**
 * Reads words and filters: `podman room:"UD2.208" day:sat after:10:30`, and in the reader's language
 * `raum:ud tag:sa`. A value that means nothing is taken for words. A name that is no
 * filter's is a word like any other (`c++:`, `http://…`). Of a filter given twice either
 * value may hold. `after:` and `before:` are times on the venue's clock of each conference
 * day; what lies before four in the morning belongs to the night of that day. `at:` is what runs
 * then; `from:2-14.30` is all from then on the second day on; `room:-janson` is every other room.
 */
export function parseTalkQuery(text: string, context: QueryContext): TalkQuery {
  const parts = splitQuery(text, context.localNames ?? {}).map((part) =>
    part.kind === 'filter' ? read(part, context) : part,
  );
  const readings = parts.filter((part) => part.kind !== 'words');
  const values = <Kind extends FilterMeaning['kind']>(kind: Kind) =>
    readings.filter(
      (meaning): meaning is Extract<FilterMeaning, { kind: Kind }> => meaning.kind === kind,
    );
  const names = (kind: 'conf' | 'room' | 'track' | 'by' | 'type' | 'lang') =>
    values(kind).flatMap((meaning) => meaning.names);
  const unwanted = (kind: NamedKind) =>
    values('without').flatMap(({ of, names }) => (of === kind ? names : []));
  const without = listed({
    ...{ rooms: unwanted('room'), tracks: unwanted('track'), speakers: unwanted('by') },
    ...{ types: unwanted('type'), languages: unwanted('lang') },
  });
  const pick = values('pick').at(-1)?.pick;
  return {
    text,
    words: parts.flatMap((part) => wordsIn(part)).join(' '),
    filters: {
      ...listed({ rooms: names('room'), tracks: names('track'), speakers: names('by') }),
      ...listed({ types: names('type'), languages: names('lang'), conferences: names('conf') }),
      ...timeFilters(readings, context.conference),
      ...(values('starred').length > 0 ? { starred: true } : {}),
      ...(Object.keys(without).length > 0 ? { without } : {}),
    },
    ...(pick === undefined ? {} : { pick }),
    meanings: readings,
    unresolved: values('unresolved').map(({ name, value }) => ({ name, value })),
  };
}

function listed<T extends Readonly<Record<string, readonly string[]>>>(lists: T): Partial<T> {
  const filled = Object.entries(lists).filter(([, names]) => names.length > 0);
  return Object.fromEntries(filled) as Partial<T>;
}

function wordsIn(part: FilterMeaning | Extract<QueryPart, { kind: 'words' }>): readonly string[] {
  if (part.kind === 'words') return [part.text];
  return part.kind === 'unresolved' ? [part.value] : [];
}

export function hasFilters({ filters }: TalkQuery): boolean {
  return Object.keys(filters).length > 0;
}

/** When talks start or run; nothing where any time will do. */
function timeFilters(
  meanings: readonly FilterMeaning[],
  { days: allDays, timeZone }: Conference,
): { starts?: readonly Span[]; runsAt?: readonly Instant[] } {
  const times = (kind: 'after' | 'before' | 'at') =>
    meanings.flatMap((meaning) => (meaning.kind === kind ? [meaning.time] : []));
  const named = meanings.filter((meaning) => meaning.kind === 'day');
  const days = named.length > 0 ? named.flatMap(({ day }) => day ?? []) : allDays;
  const moments = times('at');
  const runsAt = days.flatMap((day) => moments.map((time) => instantOn(day, timeZone, time)));
  const bounds = { after: Math.min(...times('after')), before: Math.max(...times('before')) };
  const isBounded = Number.isFinite(bounds.after) || Number.isFinite(bounds.before);
  const later = meanings.flatMap((meaning) =>
    meaning.kind === 'from'
      ? [{ start: instantOn(meaning.day, timeZone, meaning.time), end: Number.POSITIVE_INFINITY }]
      : [],
  );
  const isDayAlone = named.length > 0 && moments.length === 0;
  const starts = [
    ...(isBounded || isDayAlone ? days.flatMap((day) => spansOn(day, timeZone, bounds)) : []),
    ...later,
  ];
  return {
    ...(isBounded || isDayAlone || later.length > 0 ? { starts } : {}),
    ...(moments.length > 0 ? { runsAt } : {}),
  };
}
