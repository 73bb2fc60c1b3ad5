import type { Instant } from '../../clock.ts';

/**
 * The VTIMEZONE (RFC 5545, 3.6.5) of a zone for what takes place in `[from, until]`: each observance of that time
 * by itself, as this Node knows them. No rule is told, as a rule would say something of years that nobody
 * asks for. (A library of rules, timezones-ical-library 2.3, has Casablanca an hour off.)
 */
export function venueZone(timeZone: string, from: Instant, until: Instant): string {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const onsets: Temporal.ZonedDateTime[] = [];
  let onset = first.getTimeZoneTransition('previous');
  if (onset === null) onsets.push(EPOCH.toZonedDateTimeISO(timeZone));
  onset ??= first.getTimeZoneTransition('next');
  while (onset !== null && onset.epochMilliseconds <= Math.max(from, until)) {
    onsets.push(onset);
    onset = onset.getTimeZoneTransition('next');
  }
  const lines = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...onsets.flatMap(observance)];
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);

/** It begins by the clocks of the time before it. */
function observance(onset: Temporal.ZonedDateTime): readonly string[] {
  const before = onset.subtract({ nanoseconds: 1 });
  const began = onset.toPlainDateTime().add({
    nanoseconds: before.offsetNanoseconds - onset.offsetNanoseconds,
  });
  const name = onset.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${began.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(onset)}`,
    `END:${name}`,
  ];
}

/** `+0530`. */
function offset(at: Temporal.ZonedDateTime): string {
  return at.offset.replaceAll(':', '');
}
