import type ICAL from 'ical.js';
import type { Findings } from '../../reading/findings.ts';
import type { CalendarTime, CalendarTimes } from './calendarTimes.ts';
import { type Rule, ruleOf } from './rule.ts';

type Wall = Temporal.PlainDateTime;

/** One taking place of an event. */
export interface Occurrence extends CalendarTime {
  /** What stands behind the event's id to name this one; nothing behind that of the first. */
  readonly suffix: string;
}

/** The days of a conference: `to` is the midnight behind the last. */
export interface Span {
  readonly from: Wall;
  readonly to: Wall;
}

/** When an event takes place, in order, before those are left out that its exceptions name. */
export type Occurrences =
  | { readonly kind: 'all'; readonly starts: readonly Occurrence[] }
  /** Too many for a conference, or without end: those of its days are taken, the first ones where it has none. */
  | { readonly kind: 'cut'; cutTo(span: Span | undefined): readonly Occurrence[] };

/** Of an event that comes more often, those of the conference's days are taken. */
const MOST_OCCURRENCES = 100;
/** So many are counted to tell how many were left out; an end beyond them is none. */
const MOST_COUNTED = 1_000;

interface Repeated {
  readonly path: string;
  readonly title: string;
  readonly start: CalendarTime;
}

/** When an event takes place that begins at `start` (RFC 5545, 3.8.5). */
export function occurrencesOf(
  event: ICAL.Component,
  { path, title, start }: Repeated,
  times: CalendarTimes,
  findings: Findings,
): Occurrences {
  const others = times.timesOf(event, 'rdate');
  const hasRule = event.hasProperty('rrule');
  if (hasRule || others.length > 0) findings.note('talk-recurring', path, title);
  if (!hasRule) return { kind: 'all', starts: numbered([start, ...others]) };
  const timed = (walls: readonly Wall[]): readonly CalendarTime[] =>
    walls.map((wall) => ({ ...start, wall, instant: start.clock(wall) }));
  const once = (): readonly Occurrence[] => {
    findings.note('recurrence-unread', path, title);
    return numbered([start, ...others]);
  };
  const course = orUndefined(() => courseOf(event, start, times));
  if (course === undefined) return { kind: 'all', starts: once() };
  const { counted, total } = course;
  if (counted !== undefined && counted.length <= MOST_OCCURRENCES) {
    return { kind: 'all', starts: numbered([start, ...timed(counted), ...others]) };
  }
  const cutTo = (span: Span | undefined): readonly Occurrence[] => {
    const walls = orUndefined(() => cut(course, span));
    if (walls === undefined) return once();
    if (total === undefined) findings.note('recurrence-endless', path, title);
    else findings.note('occurrences-left-out', path, title, total - walls.length);
    return dated([...timed(walls), ...others], start);
  };
  return { kind: 'cut', cutTo };
}

/** What comes of a rule that cannot be followed: such an event still takes place once. */
function orUndefined<T>(follow: () => T): T | undefined {
  try {
    return follow();
  } catch {
    return undefined;
  }
}

/** A rule, and where it ends on its event's clock. */
interface Course {
  readonly rule: Rule;
  readonly isBeyond: (wall: Wall) => boolean;
  /** `undefined` where there is no end, or none within reach. */
  readonly counted: readonly Wall[] | undefined;
  readonly total: number | undefined;
}

function courseOf(event: ICAL.Component, start: CalendarTime, times: CalendarTimes): Course {
  const rule = followableRule(event, start.wall);
  const isBeyond = beyondUntil(rule, start, times);
  const isEndless = rule.count === undefined && rule.until === undefined;
  const counted = isEndless ? undefined : walk({ rule, isBeyond }, MOST_COUNTED);
  const isCounted = counted !== undefined && counted.length < MOST_COUNTED;
  return { rule, isBeyond, counted, total: rule.count ?? (isCounted ? counted.length : undefined) };
}

/** Throws where it is none, or for clocks rather than for people. */
function followableRule(event: ICAL.Component, first: Wall): Rule {
  const rule = ruleOf(event, first);
  if (rule === undefined || /\bFREQ=(?:SECOND|MINUTE|HOUR)LY\b/.test(rule.text)) {
    throw new RangeError('A rule that no talk has');
  }
  return rule;
}

/** Inclusive (RFC 5545, 3.3.10), in whatever form it is written. */
function beyondUntil(
  { until }: Rule,
  { isDay, clock }: CalendarTime,
  times: CalendarTimes,
): Course['isBeyond'] {
  if (until === undefined) return () => false;
  const last = times.read({ written: until, tzid: undefined });
  if (isDay || last.isDay) {
    const day = times.dayOf(last);
    return (wall) => wall.toPlainDate().toString() > day;
  }
  const end = until.kind === 'wall' ? clock(until.wall) : last.instant;
  // Clocks on Earth differ by little more than a day: only near the end they are asked.
  const nearEnd = last.wall.subtract({ days: 2 });
  return (wall) => Temporal.PlainDateTime.compare(wall, nearEnd) > 0 && clock(wall) > end;
}

function walk(
  { rule, isBeyond }: Pick<Course, 'rule' | 'isBeyond'>,
  most: number,
): readonly Wall[] {
  const walls: Wall[] = [];
  rule.walk((wall) => {
    const takes = walls.length < most && !isBeyond(wall);
    if (takes) walls.push(wall);
    return takes;
  });
  return walls;
}

/** A rule without an occurrence on the conference's days tells of the next one, so that nothing is lost. */
function cut(course: Course, span: Span | undefined): readonly Wall[] {
  if (span === undefined) return walk(course, MOST_OCCURRENCES);
  const { rule, isBeyond } = course;
  const within = rule.between(span.from, span.to).filter((wall) => !isBeyond(wall));
  if (within.length > 0) return within.slice(0, MOST_OCCURRENCES);
  const later = rule.between(span.to, span.to.add({ years: 1 }));
  return later.filter((wall) => !isBeyond(wall)).slice(0, 1);
}

/** In order of time, each instant once. */
function inOrder(starts: readonly CalendarTime[]): readonly CalendarTime[] {
  const byInstant = new Map(starts.toReversed().map((start) => [start.instant, start]));
  return [...byInstant.values()].sort((a, b) => a.instant - b.instant);
}

/** One that is left out later takes no other's number with it. */
function numbered(starts: readonly CalendarTime[]): readonly Occurrence[] {
  return inOrder(starts).map((one, at) => ({ ...one, suffix: at === 0 ? '' : `-${at + 1}` }));
}

/** Where they are cut, the number of one depends on the conference around it; its date does not. */
function dated(starts: readonly CalendarTime[], first: CalendarTime): readonly Occurrence[] {
  return inOrder(starts).map((one) => ({
    ...one,
    suffix: one.instant === first.instant ? '' : `-${one.wall.toPlainDate()}`,
  }));
}
