import ICAL from 'ical.js';
import type { TalkDraft } from '../assembling/draft.ts';
import { instantAt } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import { readValue } from './icalValues.ts';

/** A talk repeated more often, or less often, than this is no part of a conference. */
const MAX_OCCURRENCES = 60;
const MAX_INTERVAL = 31;

/**
 * The talk itself, or one talk an occurrence of a simple and finite rule (daily or
 * weekly, as for "registration each morning"). Of any other rule the first is taken:
 * no conference needs them, and some never end.
 */
export function occurrencesOf(
  event: ICAL.Component,
  talk: TalkDraft,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const rule = readValue(event, 'rrule');
  const first = readValue(event, 'dtstart');
  if (!(rule instanceof ICAL.Recur) || !(first instanceof ICAL.Time)) return [talk];
  findings.note('talk-recurring', talk.path, talk.title);
  if (!isSimple(rule)) return [talk];
  try {
    const origin = instantOfTime(first, timeZone);
    const skipped = skippedIn(event);
    return datesOf(rule, first).flatMap((date, at) => {
      if (skipped.has(String(date))) return [];
      const start = talk.start + instantOfTime(date, timeZone) - origin;
      return { ...talk, id: idOf(talk, at), start, end: start + talk.end - talk.start };
    });
  } catch {
    // What ical.js cannot expand still takes place once.
    return [talk];
  }
}

/** One that is skipped later takes no other's id with it. */
function idOf({ id }: TalkDraft, at: number): string | undefined {
  return id === undefined || at === 0 ? id : `${id}-${at + 1}`;
}

function isSimple(rule: ICAL.Recur): boolean {
  const finite = rule.isByCount() || rule.until !== null;
  // Every seventh day is never a Monday, unless the first is.
  const isWeekly = rule.freq === 'WEEKLY' || (rule.freq === 'DAILY' && rule.interval === 1);
  const parts: Readonly<Record<string, RegExp>> = isWeekly ? { BYDAY: /^[A-Z]{2}$/ } : {};
  return (
    (isWeekly || rule.freq === 'DAILY') &&
    rule.interval <= MAX_INTERVAL &&
    finite &&
    hasOnlyParts(rule, parts)
  );
}

/** Whether a rule has no other BY-parts than these, written so; ical.js searches for ever for what never comes. */
export function hasOnlyParts(rule: ICAL.Recur, allowed: Readonly<Record<string, RegExp>>): boolean {
  return Object.entries(rule.parts).every(([part, values]) =>
    (values ?? []).every((value) => allowed[part]?.test(String(value)) === true),
  );
}

function skippedIn(event: ICAL.Component): ReadonlySet<string> {
  return new Set(
    event.getAllProperties('exdate').flatMap((property) => property.getValues().map(String)),
  );
}

/** The first is a date of its own, even where the rule ends before it (RFC 5545, 3.8.5.3). */
function datesOf(rule: ICAL.Recur, first: ICAL.Time): readonly ICAL.Time[] {
  const dates: ICAL.Time[] = [];
  const iterator = rule.iterator(first);
  for (let date = iterator.next(); date && dates.length < MAX_OCCURRENCES; date = iterator.next()) {
    dates.push(date.clone());
  }
  return dates.length === 0 ? [first] : dates;
}

function instantOfTime(time: ICAL.Time, timeZone: string): number {
  const { year, month, day, hour, minute, second } = time;
  return instantAt(new Temporal.PlainDateTime(year, month, day, hour, minute, second), timeZone);
}
