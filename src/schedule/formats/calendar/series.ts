import type ICAL from 'ical.js';
import type { TalkDraft } from '../../assembling/draft.ts';
import { MAX_TALKS, refuseMore } from '../../bounds.ts';
import type { Findings } from '../../reading/findings.ts';
import { refuseTalkCount } from '../../reading/limits.ts';
import { codeIn, codeOfUid } from '../pretalx/pretalx.ts';
import type { CalendarTime, CalendarTimes } from './calendarTimes.ts';
import { type EndOf, endOf } from './eventEnd.ts';
import type { WordsOf } from './eventWords.ts';
import { parameterOf, textOf } from './icalValues.ts';
import { type Occurrence, type Occurrences, occurrencesOf, type Span } from './occurrences.ts';

type Words = Omit<TalkDraft, 'start' | 'end'>;

/** An event of a calendar, as it is written. */
interface CalendarEvent {
  readonly component: ICAL.Component;
  /** Shared by all its occurrences. */
  readonly words: Words;
  readonly start: CalendarTime;
  readonly endOf: EndOf;
  /** The occurrence that it stands for, of another event with the same `UID`. */
  readonly replaces: CalendarTime | undefined;
  /** Whether it stands for all that come later, too (RFC 5545, 3.2.13). */
  readonly replacesLater: boolean;
}

/** An event and those that stand for single occurrences of it. */
interface Series {
  readonly event: CalendarEvent;
  readonly occurrences: Occurrences;
  readonly instead: readonly CalendarEvent[];
}

/** The talks of a calendar's events, one for each occurrence. Throws a `ScheduleFormatError` where they are too many. */
export function talksOfEvents(
  components: readonly ICAL.Component[],
  wordsOf: WordsOf,
  times: CalendarTimes,
  findings: Findings,
): readonly TalkDraft[] {
  const events = components.flatMap((component, at) =>
    eventOf(component, `VCALENDAR.VEVENT[${at}]`, wordsOf, times, findings),
  );
  const replacing = Map.groupBy(
    events.filter(({ replaces }) => replaces !== undefined),
    ({ words }) => words.id,
  );
  const whole = events.filter(({ replaces }) => replaces === undefined);
  let counted = 0;
  const series = whole.map((event) => {
    const occurrences = occurrencesOf(event.component, asRepeated(event), times, findings);
    // Each takes time to find: too many are refused before all are.
    if (occurrences.kind === 'all') counted += occurrences.starts.length;
    refuseMore('talks', counted, MAX_TALKS);
    const instead = event.words.id === undefined ? [] : (replacing.get(event.words.id) ?? []);
    return { event, occurrences, instead };
  });
  const span = spanOf(series);
  const talks: TalkDraft[] = [];
  for (const one of series) {
    talks.push(...talksOf(one, span, times));
    if (talks.length > 0) refuseTalkCount(talks.length);
  }
  const ids = new Set(whole.map(({ words }) => words.id));
  const alone = events.filter(
    ({ replaces, words }) => replaces !== undefined && !ids.has(words.id),
  );
  return [...talks, ...alone.map((event) => talkAt(event, event.start, ''))];
}

function asRepeated({ words, start }: CalendarEvent) {
  return { path: words.path, title: words.title ?? '', start };
}

function eventOf(
  component: ICAL.Component,
  path: string,
  wordsOf: WordsOf,
  times: CalendarTimes,
  findings: Findings,
): readonly CalendarEvent[] {
  const start = times.timeOf(component, 'dtstart');
  const summary = textOf(component, 'summary');
  if (start === undefined) {
    findings.note('talk-unscheduled', path, summary);
    return [];
  }
  const end = endOf(component, start, times);
  if (end === undefined) findings.note('end-missing', path, summary);
  const range = component.getFirstProperty('recurrence-id');
  return [
    {
      component,
      words: draftOf(component, path, wordsOf),
      start,
      endOf: end ?? (({ instant }) => instant),
      replaces: times.timeOf(component, 'recurrence-id'),
      replacesLater: range !== null && parameterOf(range, 'range') === 'THISANDFUTURE',
    },
  ];
}

function draftOf(component: ICAL.Component, path: string, wordsOf: WordsOf): Words {
  const url = textOf(component, 'url');
  const uid = textOf(component, 'uid');
  const { title, speakers, texts } = wordsOf(component);
  return {
    path,
    id: uid,
    code: codeIn(url) ?? codeOfUid(uid),
    title,
    track: textOf(component, 'categories'),
    room: textOf(component, 'location'),
    speakers,
    texts,
    links: [],
    url,
    canceled: textOf(component, 'status')?.toUpperCase() === 'CANCELLED',
  };
}

/** From the first day to the last on which something takes place that ends by itself. */
function spanOf(series: readonly Series[]): Span | undefined {
  const walls = series.flatMap(({ occurrences }) =>
    occurrences.kind === 'all' ? occurrences.starts.map(({ wall }) => wall) : [],
  );
  const [first] = walls;
  if (first === undefined) return undefined;
  let [from, last] = [first, first];
  for (const wall of walls) {
    if (Temporal.PlainDateTime.compare(wall, from) < 0) from = wall;
    if (Temporal.PlainDateTime.compare(wall, last) > 0) last = wall;
  }
  return { from: midnightOf(from), to: midnightOf(last.add({ days: 1 })) };
}

function midnightOf(wall: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return wall.toPlainDate().toPlainDateTime();
}

function talksOf(
  { event, occurrences, instead }: Series,
  span: Span | undefined,
  times: CalendarTimes,
): readonly TalkDraft[] {
  const { kind } = occurrences;
  const starts = kind === 'all' ? occurrences.starts : occurrences.cutTo(span);
  const isAt = matcher(event, times);
  const excluded = isAt(times.timesOf(event.component, 'exdate'));
  const replaced = isAt(instead.flatMap(({ replaces }) => replaces ?? []));
  const later = laterOnes(instead);
  const regular = starts
    .filter((one) => !excluded(one) && !replaced(one))
    .map((one) => {
      const other = later.findLast(({ replaces }) => replaces.instant <= one.instant);
      return other === undefined ? talkAt(event, one, one.suffix) : shifted(other, one);
    });
  const single = instead.flatMap((other) => {
    const of = starts.find((one) => other.replaces !== undefined && isAt([other.replaces])(one));
    // Those of an event that is cut may belong to other days than the conference's.
    if (of === undefined && kind === 'cut') return [];
    return talkAt(other, other.start, of?.suffix ?? `-${other.replaces?.wall.toPlainDate()}`);
  });
  return [...regular, ...single];
}

/** Whether an occurrence is one of some times: at the same instant, or on the same day where either is one (3.8.5.1). */
function matcher({ start }: CalendarEvent, times: CalendarTimes) {
  return (named: readonly CalendarTime[]): ((occurrence: CalendarTime) => boolean) => {
    const days = new Set(named.filter(({ isDay }) => isDay || start.isDay).map(times.dayOf));
    const instants = new Set(named.map(({ instant }) => instant));
    return (one) => instants.has(one.instant) || days.has(one.wall.toPlainDate().toString());
  };
}

type LaterOnes = CalendarEvent & { readonly replaces: CalendarTime };

function laterOnes(instead: readonly CalendarEvent[]): readonly LaterOnes[] {
  return instead
    .flatMap((one) =>
      one.replacesLater && one.replaces !== undefined ? { ...one, replaces: one.replaces } : [],
    )
    .sort((a, b) => a.replaces.instant - b.replaces.instant);
}

/** A later occurrence of what another event has changed: as much earlier or later as that one is. */
function shifted(other: LaterOnes, occurrence: Occurrence): TalkDraft {
  const { start, replaces } = other;
  const wall = occurrence.wall.add(replaces.wall.until(start.wall));
  return talkAt(other, { ...start, wall, instant: start.clock(wall) }, occurrence.suffix);
}

function talkAt(event: CalendarEvent, start: CalendarTime, suffix: string): TalkDraft {
  const { words } = event;
  const id = words.id === undefined ? undefined : `${words.id}${suffix}`;
  return { ...words, id, start: start.instant, end: event.endOf(start) };
}
