import ICAL from 'ical.js';
import type { TalkDraft } from '../draft.ts';
import type { Findings } from '../findings.ts';
import { instantAt } from '../zone.ts';

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
  const rule: unknown = event.getFirstPropertyValue('rrule');
  const first: unknown = event.getFirstPropertyValue('dtstart');
  if (!(rule instanceof ICAL.Recur) || !(first instanceof ICAL.Time)) return [talk];
  findings.note('talk-recurring', talk.path, talk.title);
  if (!isSimple(rule)) return [talk];
  const skipped = new Set(
    event.getAllProperties('exdate').flatMap((property) => property.getValues().map(String)),
  );
  const origin = instantOfTime(first, timeZone);
  const dates = datesOf(rule, first).filter((date) => !skipped.has(String(date)));
  return dates.map((date) => {
    const start = talk.start + instantOfTime(date, timeZone) - origin;
    return { ...talk, start, end: start + talk.end - talk.start };
  });
}

function isSimple(rule: ICAL.Recur): boolean {
  const daily = rule.freq === 'DAILY' || rule.freq === 'WEEKLY';
  const finite = rule.isByCount() || rule.until !== null;
  return daily && finite && Object.keys(rule.parts).every((part) => part === 'BYDAY');
}

function datesOf(rule: ICAL.Recur, first: ICAL.Time): readonly ICAL.Time[] {
  const dates: ICAL.Time[] = [];
  const iterator = rule.iterator(first);
  for (let date = iterator.next(); date && dates.length < MAX_OCCURRENCES; date = iterator.next()) {
    dates.push(date.clone());
  }
  return dates;
}

function instantOfTime(time: ICAL.Time, timeZone: string): number {
  const { year, month, day, hour, minute, second } = time;
  return instantAt(new Temporal.PlainDateTime(year, month, day, hour, minute, second), timeZone);
}
