import ICAL from 'ical.js';
import { DAY_MS, type Instant } from '../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../assembling/draft.ts';
import { venueZone } from '../assembling/venueZone.ts';
import type { Findings } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { Speaker } from '../schedule.ts';
import { type CalendarTimes, calendarTimes } from './calendarTimes.ts';
import { readValue, textOf } from './icalValues.ts';
import { acronymIn, codeIn, codeOfUid, splitNames, splitSummary } from './pretalx.ts';
import { occurrencesOf } from './recurrence.ts';

/** Bounds memory: about twenty lines an event. */
const MAX_LINES = 400_000;

/** iCalendar; the text is unfolded already. */
export function decodeIcalendar(
  text: string,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const calendars = parseCalendars(text);
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  refuseTalkCount(events.length);
  const times = calendarTimes(calendars);
  const { timeZone } = venueZone(
    {
      named: first(calendars, 'x-wr-timezone') ?? times.zoneNamed(events),
      path: 'VCALENDAR',
      configured: configuredZone,
      offsetMinutes: times.offsetOf(events),
    },
    findings,
  );
  const replaced = replacedOccurrences(events, times, timeZone);
  const reading: Reading = { timeZone, times, findings, replaced };
  return {
    format: 'icalendar',
    title:
      first(calendars, 'x-wr-calname') ??
      first(calendars, 'name') ??
      first(calendars, 'x-wr-caldesc'),
    acronym: acronymIn(events[0] === undefined ? undefined : textOf(events[0], 'url')),
    timeZone,
    days: [],
    rooms: [],
    tracks: [],
    talks: events.flatMap((event, at) => talksOf(event, `VCALENDAR.VEVENT[${at}]`, reading)),
  };
}

interface Reading {
  readonly timeZone: string;
  readonly times: CalendarTimes;
  readonly findings: Findings;
  /** {@link occurrenceKey} of each occurrence that an event of its own stands for. */
  readonly replaced: ReadonlySet<string>;
}

function replacedOccurrences(
  events: readonly ICAL.Component[],
  times: CalendarTimes,
  timeZone: string,
): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => {
      const start = times.instantOf(event, 'recurrence-id', timeZone);
      return start === undefined ? [] : occurrenceKey(textOf(event, 'uid'), start);
    }),
  );
}

function occurrenceKey(uid: string | undefined, start: Instant): string {
  return `${start} ${uid}`;
}

function parseCalendars(text: string): readonly ICAL.Component[] {
  if (text.split('\n', MAX_LINES + 1).length > MAX_LINES) {
    throw new ScheduleFormatError({ kind: 'tooMany', facts: ['lines', MAX_LINES] });
  }
  try {
    const parsed: unknown = ICAL.parse(text);
    const jcal = Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed;
    return Array.isArray(jcal) ? jcal.map((one) => new ICAL.Component(one)) : [];
  } catch (error) {
    // Where BEGIN and END do not match, ical.js stumbles instead of saying so.
    const isStumble = error instanceof TypeError || !(error instanceof Error);
    const reason = isStumble ? 'BEGIN and END do not match' : error.message;
    throw new ScheduleFormatError({ kind: 'brokenIcs', facts: [reason] });
  }
}

function talksOf(event: ICAL.Component, path: string, reading: Reading): readonly TalkDraft[] {
  const { times, timeZone, findings } = reading;
  const start = times.instantOf(event, 'dtstart', timeZone);
  const summary = textOf(event, 'summary');
  if (start === undefined) {
    findings.note('talk-unscheduled', path, summary);
    return [];
  }
  const end = endOf(event, path, start, reading);
  const url = textOf(event, 'url');
  const uid = textOf(event, 'uid');
  const { title, speakers, text } = wordsOf(event, uid, summary ?? '');
  const talk: TalkDraft = {
    path,
    id: uid,
    code: codeIn(url) ?? codeOfUid(uid),
    title,
    track: textOf(event, 'categories'),
    room: textOf(event, 'location'),
    start,
    end,
    speakers,
    texts: [text],
    links: [],
    url,
    canceled: textOf(event, 'status')?.toUpperCase() === 'CANCELLED',
  };
  const occurrences = occurrencesOf(event, talk, timeZone, findings);
  return times.instantOf(event, 'recurrence-id', timeZone) === undefined
    ? occurrences.filter((one) => !reading.replaced.has(occurrenceKey(uid, one.start)))
    : occurrences;
}

/** `DTEND`, else `DURATION`, else a whole day for a date and no length for a time (RFC 5545, 3.6.1). */
function endOf(event: ICAL.Component, path: string, start: Instant, reading: Reading): Instant {
  const { times, timeZone, findings } = reading;
  const end = times.instantOf(event, 'dtend', timeZone);
  if (end !== undefined) return end;
  const duration = readValue(event, 'duration');
  if (duration instanceof ICAL.Duration) return start + duration.toSeconds() * 1000;
  if (times.isWholeDay(event)) return start + DAY_MS;
  findings.note('end-missing', path, textOf(event, 'summary'));
  return start;
}

/** Title, speakers and text, which calendars mix in ways of their own. */
function wordsOf(
  event: ICAL.Component,
  uid: string | undefined,
  summary: string,
): { readonly title: string; readonly speakers: readonly Speaker[]; readonly text: string } {
  const description = textOf(event, 'description') ?? '';
  const attendees = event.getAllProperties('attendee').flatMap(personOf);
  if (uid?.startsWith('pretalx-')) {
    const { title, speakers } = splitSummary(summary);
    return { title, speakers: speakersOf(speakers), text: description };
  }
  const line = /^(?:speakers?|presenters?):[ \t]*([^\n]+)\n?/i.exec(description);
  const names = attendees.length > 0 ? attendees : splitNames(line?.[1] ?? '');
  return {
    title: summary,
    speakers: speakersOf(names),
    text: description.slice(line?.[0].length ?? 0),
  };
}

/** The name of an attendee who is a person and has one: calendars also invite rooms, and put addresses where names belong. */
function personOf(attendee: ICAL.Property): readonly string[] {
  const kind = String(attendee.getFirstParameter('cutype') ?? 'individual').toUpperCase();
  const name = attendee.getFirstParameter('cn');
  const named = typeof name === 'string' && name.trim() !== '' && !name.includes('@');
  return named && kind !== 'ROOM' && kind !== 'RESOURCE' ? [name] : [];
}

function speakersOf(names: readonly string[]): readonly Speaker[] {
  return names.map((name) => ({ name }));
}

function first(calendars: readonly ICAL.Component[], property: string): string | undefined {
  return calendars.map((calendar) => textOf(calendar, property)).find((text) => text !== undefined);
}
