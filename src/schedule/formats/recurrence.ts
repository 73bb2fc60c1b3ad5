import ICAL from 'ical.js';
import type { TalkDraft } from '../draft.ts';
import type { Findings } from '../findings.ts';
import { instantAt } from '../zone.ts';
import { readValue } from './icalValues.ts';

/** A talk repeated more often than this is no part of a conference. */
const MAX_OCCURRENCES = 60;

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
    const starts = datesOf(event, rule, first).map(
      (date) => talk.start + instantOfTime(date, timeZone) - origin,
    );
    return starts.map((start) => ({ ...talk, start, end: start + talk.end - talk.start }));
  } catch {
    // What ical.js cannot expand still takes place once.
    return [talk];
  }
}

function isSimple(rule: ICAL.Recur): boolean {
  const daily = rule.freq === 'DAILY' || rule.freq === 'WEEKLY';
  const finite = rule.isByCount() || rule.until !== null;
  return daily && finite && hasOnlyParts(rule, { BYDAY: /^[A-Z]{2}$/ });
}

/** Whether a rule has no other BY-parts than these, written so; ical.js searches for ever for what never comes. */
export function hasOnlyParts(rule: ICAL.Recur, allowed: Readonly<Record<string, RegExp>>): boolean {
  return Object.entries(rule.parts).every(([part, values]) =>
    (values ?? []).every((value) => allowed[part]?.test(String(value)) === true),
  );
}

function datesOf(event: ICAL.Component, rule: ICAL.Recur, first: ICAL.Time): readonly ICAL.Time[] {
  const skipped = new Set(
    event.getAllProperties('exdate').flatMap((property) => property.getValues().map(String)),
  );
  const dates: ICAL.Time[] = [];
  const iterator = rule.iterator(first);
  for (let date = iterator.next(); date && dates.length < MAX_OCCURRENCES; date = iterator.next()) {
    dates.push(date.clone());
  }
  return dates.filter((date) => !skipped.has(String(date)));
}

function instantOfTime(time: ICAL.Time, timeZone: string): number {
  const { year, month, day, hour, minute, second } = time;
  return instantAt(new Temporal.PlainDateTime(year, month, day, hour, minute, second), timeZone);
}
