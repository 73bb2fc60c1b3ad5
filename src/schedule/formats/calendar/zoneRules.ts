import type ICAL from 'ical.js';
import { type Instant, MINUTE_MS } from '../../../clock.ts';
import { parseWrittenTime } from '../../assembling/times.ts';
import { instantAt } from '../../assembling/zone.ts';
import type { ShownOffset } from '../../zones/agreeingZone.ts';
import { rawValuesOf, textOf } from './icalValues.ts';
import { type Rule, ruleOf } from './rule.ts';

type Wall = Temporal.PlainDateTime;

/** The instant of a wall time on some clock. */
export type WallClock = (wall: Wall) => Instant;

/** One kind of time that a zone keeps, from each of its onsets on (RFC 5545, 3.6.5). */
interface Observance {
  /** On the clock before the change. */
  readonly onsets: readonly Wall[];
  readonly rule: Rule | undefined;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

interface Change extends Pick<Observance, 'fromMinutes' | 'toMinutes'> {
  readonly wall: Wall;
}

/** The clock that a VTIMEZONE describes; `undefined` where it describes none. */
export function clockOfRules(zone: ICAL.Component): WallClock | undefined {
  const observances = zone.getAllSubcomponents().map(observanceOf);
  if (observances.length === 0) return undefined;
  const known: Observance[] = [];
  for (const observance of observances) {
    if (observance === undefined) return undefined;
    known.push(observance);
  }
  const byYear = new Map<number, readonly Change[]>();
  return (wall) => {
    const changes = byYear.get(wall.year) ?? changesAround(wall.year, known);
    byYear.set(wall.year, changes);
    return instantAt(wall, 'UTC') - offsetOf(wall, changes) * MINUTE_MS;
  };
}

/** What the clock shows at that wall time. */
export function shownAt(wall: Wall, clock: WallClock): ShownOffset {
  const instant = clock(wall);
  return { instant, offsetMinutes: (instantAt(wall, 'UTC') - instant) / MINUTE_MS };
}

/** As with IANA's zones, a time that is skipped has the offset before, one that is repeated is the first of the two. */
function offsetOf(wall: Wall, changes: readonly Change[]): number {
  const [first] = changes;
  const change = changes.findLast((one) => Temporal.PlainDateTime.compare(one.wall, wall) <= 0);
  if (change === undefined) return first?.fromMinutes ?? 0;
  const { fromMinutes, toMinutes } = change;
  const shownAgain = change.wall.add({ minutes: Math.max(0, toMinutes - fromMinutes) });
  return Temporal.PlainDateTime.compare(wall, shownAgain) < 0 ? fromMinutes : toMinutes;
}

function observanceOf(part: ICAL.Component): Observance | undefined {
  const [first] = wallsOf(part, 'dtstart');
  const [fromMinutes, toMinutes] = [offsetIn(part, 'tzoffsetfrom'), offsetIn(part, 'tzoffsetto')];
  if (first === undefined || fromMinutes === undefined || toMinutes === undefined) return undefined;
  const hasRule = part.hasProperty('rrule');
  const rule = hasRule ? changingRule(part, first) : undefined;
  if (hasRule && rule === undefined) return undefined;
  return { onsets: [first, ...wallsOf(part, 'rdate')], rule, fromMinutes, toMinutes };
}

/** Clocks change a few times a year; a rule of another kind describes none. */
function changingRule(part: ICAL.Component, first: Wall): Rule | undefined {
  const rule = readableRule(part, first);
  const isOne = /\bFREQ=(?:YEARLY|MONTHLY)\b(?!.*BY(?:HOUR|MINUTE|SECOND|YEARDAY)=)/.test(
    rule?.text ?? '',
  );
  return isOne ? rule : undefined;
}

function readableRule(part: ICAL.Component, first: Wall): Rule | undefined {
  try {
    return ruleOf(part, first);
  } catch {
    return undefined;
  }
}

/** All that begin within a year of that one, or last before it. */
function changesAround(year: number, observances: readonly Observance[]): readonly Change[] {
  const changes = observances.flatMap((observance) => {
    const { onsets, fromMinutes, toMinutes } = observance;
    return [...onsets, ...regularOnsets(year, observance)].map((wall) => ({
      ...{ wall, fromMinutes, toMinutes },
    }));
  });
  return changes.sort((a, b) => Temporal.PlainDateTime.compare(a.wall, b.wall));
}

function regularOnsets(year: number, { rule, fromMinutes }: Observance): readonly Wall[] {
  if (rule === undefined) return [];
  const until = rule.until === undefined ? undefined : untilOf(rule.until, fromMinutes);
  const last = Math.min(year, until?.year ?? year);
  try {
    return rule
      .between(startOf(last - 1), startOf(last + 2))
      .filter((wall) => until === undefined || Temporal.PlainDateTime.compare(wall, until) <= 0);
  } catch {
    return [];
  }
}

function untilOf(until: NonNullable<Rule['until']>, fromMinutes: number): Wall {
  switch (until.kind) {
    case 'wall':
      return until.wall;
    case 'day':
      return until.day.toPlainDateTime({ hour: 23, minute: 59 });
    case 'instant':
      return Temporal.Instant.fromEpochMilliseconds(until.instant + fromMinutes * MINUTE_MS)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime();
  }
}

function startOf(year: number): Wall {
  return new Temporal.PlainDateTime(year, 1, 1);
}

function wallsOf(part: ICAL.Component, name: string): readonly Wall[] {
  return part.getAllProperties(name).flatMap((property) =>
    rawValuesOf(property).flatMap((value) => {
      const written = parseWrittenTime(typeof value === 'string' ? value : undefined);
      return written?.kind === 'wall' ? written.wall : [];
    }),
  );
}

/** In minutes, from `-05:00`; jCal's form. */
function offsetIn(part: ICAL.Component, name: string): number | undefined {
  const text = String(part.getFirstProperty(name)?.toJSON()[3] ?? textOf(part, name) ?? '');
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -total : total;
}
