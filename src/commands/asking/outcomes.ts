import { shortRef } from '../../cards/actions/reference.ts';
import type { View } from '../../cards/view.ts';
import { NOT } from '../../search/query/filterMeaning.ts';
import { type Filters, hasFilter, NO_FILTERS, queryOf, withFilter } from './filters.ts';
import type { Intent, Outcome, Question, Remark } from './question.ts';
import type { Reading } from './reading.ts';
import { momentOf, type Present } from './time/resolve.ts';
import { withNext, withNow } from './time/when.ts';

/** A search, or the programme of one day or place where it is no more than that. */
export function searched(
  intent: Intent,
  filters: Filters,
  present: Present,
  { signs }: Pick<Reading, 'signs'>,
): Question {
  const isRoom = signs.has('where') && hasFilter(filters, 'room') && filters.words === '';
  const isMissing = filters.values.day?.includes('none') === true;
  const question =
    intent === 'programme' && isPlain(filters)
      ? viewed(intent, scheduleView(filters))
      : viewed(intent, { kind: 'search', query: queryOf(filters), page: 1 });
  return {
    ...question,
    remarks: [
      ...(isMissing ? [{ kind: 'noSuchDay' } as const] : []),
      ...(isRoom ? [{ kind: 'whereRoom' } as const] : []),
      ...(isMissing || !hasFilter(filters, 'at', 'from') ? [] : timeRemarks(filters, present)),
      ...(isPlain(filters) && !hasFilter(filters, 'day') ? overRemarks(present) : []),
    ],
  };
}

function isPlain({ words, values }: Filters): boolean {
  const { day = [], room = [], track = [], ...others } = values;
  const isSingle = [day, room, track].every(
    (each) => each.length <= 1 && each[0]?.startsWith(NOT) !== true,
  );
  return words === '' && isSingle && !day.includes('none') && Object.keys(others).length === 0;
}

function scheduleView({ values: { day, room, track } }: Filters): View {
  return {
    kind: 'schedule',
    page: 1,
    ...(day?.[0] === undefined ? {} : { day: Number(day[0]) }),
    ...(room?.[0] === undefined ? {} : { room: shortRef(room[0]) }),
    ...(track?.[0] === undefined ? {} : { track: shortRef(track[0]) }),
  };
}

/** The filters of the names and languages that a question says. */
export function placed({ names, languages }: Pick<Reading, 'names' | 'languages'>): Filters {
  const of = (kind: (typeof names)[number]['kind']) =>
    names
      .filter((name) => name.kind === kind)
      .flatMap(({ values, isOut }) => (isOut ? values.map((value) => `${NOT}${value}`) : values));
  const named = withFilter(withFilter(NO_FILTERS, 'room', of('room')), 'track', of('track'));
  const about = withFilter(withFilter(named, 'by', of('speaker')), 'type', of('type'));
  return withFilter(about, 'lang', languages);
}

export function merged(one: Filters, two: Filters): Filters {
  const words = [one.words, two.words].filter((each) => each !== '').join(' ');
  return { words, values: { ...two.values, ...one.values } };
}

export function withMoment(intent: Intent, view: View, present: Present): Question {
  return { ...viewed(intent, view), remarks: momentRemarks(present) };
}

/** The conference's beginning answers who asks for now or next before it; who says a time asks for no other. */
function timeRemarks({ values }: Filters, present: Present): readonly Remark[] {
  const isPresent = [withNow, withNext].some((withMoment) => {
    const moment = withMoment(NO_FILTERS, present).values;
    const names = moment.from === undefined ? (['day', 'at'] as const) : (['from'] as const);
    return names.every((name) => moment[name]?.[0] === values[name]?.[0]);
  });
  return isPresent ? momentRemarks(present) : overRemarks(present);
}

function momentRemarks(present: Present): readonly Remark[] {
  return momentOf(present) > present.now ? [{ kind: 'notBegun' }] : overRemarks(present);
}

function overRemarks({ conference, now }: Present): readonly Remark[] {
  return conference.talks.every(({ end }) => end <= now) ? [{ kind: 'over' }] : [];
}

export function viewed(intent: Intent, view: View): Question {
  return { intent, outcome: { kind: 'view', view }, remarks: [] };
}

export function unknown(why: Extract<Outcome, { readonly kind: 'unknown' }>['why']): Question {
  return { intent: 'unknown', outcome: { kind: 'unknown', why }, remarks: [] };
}
