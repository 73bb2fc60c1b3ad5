import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../assembling/draft.ts';
import {
  MINUTES_PER_DAY,
  parseClock,
  parseDuration,
  parseWrittenTime,
  wallTime,
} from '../assembling/times.ts';
import { instantAt, instantOfWritten, wallTimeAt } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import { offsetsOf, type ShownOffset } from '../zones/agreeingZone.ts';
import { type VenueZone, venueZone } from '../zones/venueZone.ts';
import type { FrabDay, FrabEvent, FrabSource } from './frabSource.ts';
import { codeIn, codeOfSlug } from './pretalx/pretalx.ts';

/** Without a word of the source a day lasts until four in the morning, as pretalx has it. */
const USUAL_DAY_CHANGE = 4 * 60;

/** Settles the times of a document of the Pentabarf family. */
export function draftOfFrab(
  source: FrabSource,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  refuseTalkCount(source.events.length);
  const zone = venueZone(
    {
      named: source.zone,
      path: source.zonePath,
      configured: configuredZone,
      offsets: offsetsShown(source),
    },
    findings,
  );
  const dayChange = parseClock(source.dayChange) ?? endOfDays(source.days);
  const reading: Reading = { source, zone, dayChange: dayChange ?? USUAL_DAY_CHANGE, findings };
  noteZeroWidthDays(source.days, findings);
  return {
    format: source.format,
    title: source.title,
    acronym: source.acronym,
    timeZone: zone.timeZone,
    version: source.version,
    url: source.url,
    days: source.days.flatMap((day) => dateOf(day)?.toString() ?? []),
    dayChange,
    rooms: source.rooms,
    tracks: source.tracks,
    talks: source.events.flatMap((event) => talkOf(event, reading)),
  };
}

function talkOf(event: FrabEvent, reading: Reading): readonly TalkDraft[] {
  const start = startOf(event, reading);
  if (start === undefined) {
    reading.findings.note('talk-unscheduled', event.path, event.title);
    return [];
  }
  noteOutsideDay(event, start, reading);
  const { path, id, guid, code, slug, title, subtitle, type, language, track, room } = event;
  const named = { path, id, guid, code, slug, title, subtitle, type, language, track, room };
  const { speakers, texts, links, url, feedbackUrl, isRecorded, answers = [] } = event;
  return [
    {
      ...named,
      day: dayOf(event, reading.source),
      code: code ?? codeIn(url) ?? codeIn(feedbackUrl) ?? codeOfSlug(slug),
      start,
      end: endOf(event, start, reading),
      speakers,
      texts,
      links,
      url,
      feedbackUrl,
      isRecorded,
      answers,
    },
  ];
}

function dayOf(event: FrabEvent, { days }: FrabSource): string | undefined {
  const day = days[event.day];
  return day === undefined ? undefined : dateOf(day)?.toString();
}

function noteOutsideDay(event: FrabEvent, start: Instant, { source, findings }: Reading): void {
  const day = source.days[event.day];
  const from = parseWrittenTime(day?.start);
  const to = parseWrittenTime(day?.end);
  if (from?.kind !== 'instant' || to?.kind !== 'instant' || to.instant <= from.instant) return;
  if (start < from.instant || start > to.instant) {
    findings.note('talk-outside-day', event.path, event.title);
  }
}

function noteZeroWidthDays(days: readonly FrabDay[], findings: Findings): void {
  for (const day of days) {
    if (day.start !== undefined && day.start === day.end) {
      findings.note('day-zero-width', day.path, day.date);
    }
  }
}

/** The wall time at which the source's days end, when it is a morning: an inclusive 03:59 means 04:00. */
function endOfDays(days: readonly FrabDay[]): number | undefined {
  const end = /T(\d{2}:\d{2})/.exec(days[0]?.end ?? '')?.[1];
  const minutes = parseClock(end);
  if (minutes === undefined || minutes >= 12 * 60 || days[0]?.start === days[0]?.end) {
    return undefined;
  }
  return minutes % 60 === 59 ? minutes + 1 : minutes;
}

function offsetsShown({ events, days }: FrabSource): readonly ShownOffset[] {
  const ofEvents = events.flatMap(offsetsShownBy);
  return ofEvents.length > 0
    ? ofEvents
    : offsetsOf(days.map(({ start }) => parseWrittenTime(start)));
}

/** The offsets that clocks on Earth show differ by this many minutes. */
const OFFSET_STEP = 15;

/**
 * The offset of an event's date, and that which its start tells beside it. Where they differ and the
 * date is in UTC, that is how the program writes dates, and the start is the venue's clock.
 */
function offsetsShownBy({ date, start }: FrabEvent): readonly ShownOffset[] {
  const written = parseWrittenTime(date);
  if (written?.kind !== 'instant') return [];
  const clock = parseClock(start);
  if (clock === undefined) return [written];
  const { instant, offsetMinutes } = written;
  const shown = Math.floor(instant / MINUTE_MS) + offsetMinutes;
  const beyond = (((clock - shown) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const difference = beyond > MINUTES_PER_DAY / 2 ? beyond - MINUTES_PER_DAY : beyond;
  if (difference % OFFSET_STEP !== 0) return [written];
  const told = { instant, offsetMinutes: offsetMinutes + difference };
  return offsetMinutes === 0 ? [told] : [written, told];
}

/** What is needed to settle the times of one document. */
export interface Reading {
  readonly source: FrabSource;
  readonly zone: VenueZone;
  readonly dayChange: number;
  readonly findings: Findings;
}

/** An event's own date with offset beats day and start; a day needs the start, and the day change tells which morning it means. */
export function startOf(event: FrabEvent, reading: Reading): Instant | undefined {
  const written = parseWrittenTime(event.date);
  const clock = parseClock(event.start);
  const { timeZone } = reading.zone;
  if (written?.kind === 'instant') return trustedInstant(event, written.instant, clock, reading);
  if (written?.kind === 'wall') return instantAt(written.wall, timeZone);
  if (clock === undefined) return undefined;
  if (written?.kind === 'day') return instantAt(wallTime(written.day, clock), timeZone);
  const day = reading.source.days[event.day];
  const date = day === undefined ? undefined : dateOf(day);
  if (date === undefined) return undefined;
  const minutes = clock < reading.dayChange ? clock + MINUTES_PER_DAY : clock;
  return instantAt(wallTime(date, minutes), timeZone);
}

/** Where the zone is known, from the schedule or from configuration, and date and start disagree, the start is what people were told: the nearest such time is taken. */
function trustedInstant(
  event: FrabEvent,
  instant: Instant,
  clock: number | undefined,
  { zone, findings }: Reading,
): Instant {
  if (clock === undefined || !zone.known) return instant;
  const wall = wallTimeAt(instant, zone.timeZone);
  if ((clock - (wall.hour * 60 + wall.minute)) % MINUTES_PER_DAY === 0) return instant;
  findings.note('date-start-differ', event.path, `${event.date} and ${event.start}`);
  const today = wall.toPlainDate();
  const candidates = [today, today.subtract({ days: 1 }), today.add({ days: 1 })].map((day) =>
    instantAt(wallTime(day, clock), zone.timeZone),
  );
  return candidates.reduce((best, candidate) =>
    Math.abs(candidate - instant) < Math.abs(best - instant) ? candidate : best,
  );
}

export function endOf(event: FrabEvent, start: Instant, { zone, findings }: Reading): Instant {
  const minutes = parseDuration(event.duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  const written = parseWrittenTime(event.end);
  if (written !== undefined && written.kind !== 'day') {
    return instantOfWritten(written, zone.timeZone);
  }
  if (event.duration !== undefined) {
    findings.note('duration-unreadable', event.path, event.duration);
  } else {
    findings.note('end-missing', event.path, event.title);
  }
  return start;
}

/** The day's date; `undefined` when it is unreadable. */
export function dateOf(day: FrabDay): Temporal.PlainDate | undefined {
  const written = parseWrittenTime(day.date?.slice(0, 10));
  return written?.kind === 'day' ? written.day : undefined;
}
