import { readFileSync } from 'node:fs';

/** An evening's schedule as iCalendar: a talk of each line `HH:MM title`, half an hour each, on the Saturday of FOSDEM 2020. */
export function calendarOf(name: string, room: string, talks: readonly string[]): string {
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${name}//EN`],
    ...[`X-WR-CALNAME:${name}`, 'X-WR-TIMEZONE:Europe/Brussels'],
    ...talks.flatMap((talk, at) => [
      ...['BEGIN:VEVENT', `UID:${at}@${name.toLowerCase()}.example`],
      ...['DTSTAMP:20200101T000000Z', 'DURATION:PT30M'],
      `DTSTART;TZID=Europe/Brussels:20200201T${talk.slice(0, 5).replace(':', '')}00`,
      ...[`SUMMARY:${talk.slice(6)}`, `LOCATION:${room}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const CONTAINERS = new URL('../../data/fosdem-2020-containers.json', import.meta.url);

/** A main conference, a side event, and a conference of others, as they stand on the web. */
export const MAIN = 'https://schedule.example/main.json';
export const FRINGE = 'https://schedule.example/fringe.ics';
export const SOLO = 'https://schedule.example/solo.ics';
export const WEB: Readonly<Record<string, string>> = {
  [MAIN]: readFileSync(CONTAINERS, 'utf8'),
  [FRINGE]: calendarOf('Fringe', 'Cellar', [
    '11:00 Distribution of bread',
    '15:00 Knitting for containers',
  ]),
  [SOLO]: calendarOf('Solo', 'Barn', ['11:00 Distribution of honey']),
};
