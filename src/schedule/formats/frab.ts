import type { Instant } from '../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../assembling/draft.ts';
import { parseClock, parseWrittenTime } from '../assembling/times.ts';
import { venueZone } from '../assembling/venueZone.ts';
import type { Findings } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import type { FrabDay, FrabEvent, FrabSource } from './frabSource.ts';
import { dateOf, endOf, type Reading, startOf } from './frabTimes.ts';
import { codeIn, codeOfSlug } from './pretalx.ts';

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
      offsetMinutes: offsetOf(source),
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
  const { speakers, texts, links, url } = event;
  return [
    {
      ...named,
      code: code ?? codeIn(url) ?? codeIn(event.feedbackUrl) ?? codeOfSlug(slug),
      start,
      end: endOf(event, start, reading),
      speakers,
      texts,
      links,
      url,
    },
  ];
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

function offsetOf({ events, days }: FrabSource): number | undefined {
  for (const text of [...events.map((event) => event.date), ...days.map((day) => day.start)]) {
    const written = parseWrittenTime(text);
    if (written?.kind === 'instant') return written.offsetMinutes;
  }
  return undefined;
}
