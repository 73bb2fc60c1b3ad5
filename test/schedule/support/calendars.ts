import { isoWithOffset } from '../../../src/schedule/assembling/zone.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import { bytesOf } from './schedules.ts';

/** A calendar of those lines, its head before them. */
export function calendar(lines: readonly string[], head: readonly string[] = []): Uint8Array {
  return bytesOf(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  );
}

export function vevent(...lines: readonly string[]): readonly string[] {
  return ['BEGIN:VEVENT', 'SUMMARY:Talk', ...lines, 'END:VEVENT'];
}

/** What a VTIMEZONE of two yearly rules looks like, as those of Exchange do: from the year 1601. */
export function yearlyZone(
  tzid: string,
  standard: readonly [onset: string, offset: string],
  daylight: readonly [onset: string, offset: string],
): readonly string[] {
  const part = (
    name: string,
    [onset, to]: readonly [string, string],
    [, from]: readonly [string, string],
  ) => [
    ...[`BEGIN:${name}`, 'DTSTART:16010101T020000', `RRULE:FREQ=YEARLY;${onset}`],
    ...[`TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `END:${name}`],
  ];
  return [
    ...['BEGIN:VTIMEZONE', `TZID:${tzid}`],
    ...part('STANDARD', standard, daylight),
    ...part('DAYLIGHT', daylight, standard),
    'END:VTIMEZONE',
  ];
}

/** Each talk as `id start/end`, on the clock of the conference. */
export function programmeOf(bytes: Uint8Array, timeZone?: string): readonly string[] {
  const { conference } = decodeSchedule(bytes, { timeZone });
  const iso = (at: number) => isoWithOffset(at, conference.timeZone);
  return conference.talks.map(({ id, start, end }) => `${id} ${iso(start)}/${iso(end).slice(11)}`);
}

/** Each finding as `code count`. */
export function findingsOf(bytes: Uint8Array, timeZone?: string): readonly string[] {
  return decodeSchedule(bytes, { timeZone })
    .warnings.filter(({ code }) => code !== 'speakers-missing' && code !== 'room-missing')
    .map(({ code, count }) => `${code} ${count}`);
}

export function zoneOf(bytes: Uint8Array, timeZone?: string): string {
  return decodeSchedule(bytes, { timeZone }).conference.timeZone;
}
