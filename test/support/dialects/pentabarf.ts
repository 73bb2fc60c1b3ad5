import type { Conference, Day, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import {
  bytesOf,
  daysFrom,
  element,
  htmlOf,
  lengthOf,
  onClock,
  slugOf,
  speakerNumbers,
  talksOf,
  typedTitle,
} from './text.ts';

type Attributes = Readonly<Record<string, string | number>>;

/** How one of the XML dialects differs from the others. */
interface Style {
  /** When its days begin, if not at 04:00. */
  readonly dayChange?: string;
  /** Before and within the conference's head, beside title, dates and days. */
  version?(conference: Conference): readonly string[];
  head(conference: Conference): readonly string[];
  tracks?(conference: Conference): readonly string[];
  day?(day: Day, conference: Conference): Attributes;
  event?(talk: Talk): Attributes;
  facts(talk: Talk, writing: Writing): readonly string[];
}

interface Writing {
  readonly conference: Conference;
  readonly persons: (talk: Talk) => string;
}

function documentOf(conference: Conference, style: Style): Uint8Array {
  const { title, acronym = '' } = conference;
  const days = style.dayChange ? daysFrom(conference, style.dayChange) : conference.days;
  const numbers = speakerNumbers(conference);
  const persons = ({ speakers }: Talk) =>
    element(
      'persons',
      speakers.map(({ name }) => element('person', name, { id: numbers.get(name) ?? 0 })),
    );
  const root = element('schedule', [
    ...(style.version?.(conference) ?? []),
    element('conference', [
      element('acronym', acronym),
      element('title', title),
      element('start', days[0]?.date),
      element('end', days.at(-1)?.date),
      element('days', String(days.length)),
      ...style.head(conference),
    ]),
    ...(style.tracks?.(conference) ?? []),
    ...days.map((day) => dayOf(day, { conference, persons }, style)),
  ]);
  return bytesOf(`<?xml version='1.0' encoding='utf-8' ?>\n${root}\n`);
}

/** Every day lists every room, also where nothing happens in it, and the night's talks after the evening's. */
function dayOf(day: Day, writing: Writing, style: Style): string {
  const { conference } = writing;
  const rooms = conference.rooms.map(({ name }) =>
    element(
      'room',
      talksOf(conference, day, name).map((talk) =>
        element('event', style.facts(talk, writing), { ...style.event?.(talk), id: talk.id }),
      ),
      { name },
    ),
  );
  const attributes = { index: day.index, date: day.date, ...style.day?.(day, conference) };
  return element('day', rooms, attributes);
}

const version = (conference: Conference) => [element('version', conference.version)];
const guid = (talk: Talk): Attributes => (talk.guid === undefined ? {} : { guid: talk.guid });

function dated(talk: Talk, conference: Conference): string {
  return element('date', onClock(talk.start, conference).dated);
}

function span(talk: Talk, conference: Conference): readonly string[] {
  return [
    element('start', onClock(talk.start, conference).clock),
    element('duration', lengthOf(talk)),
    element('room', talk.room),
  ];
}

function names(talk: Talk, language = talk.language): readonly string[] {
  return [
    element('title', typedTitle(talk)),
    element('subtitle', talk.subtitle),
    element('track', talk.track),
    element('type', talk.type),
    element('language', language),
  ];
}

function window(day: Day, conference: Conference): Attributes {
  const [start, end] = [onClock(day.start, conference), onClock(day.end - 60_000, conference)];
  return { start: start.dated, end: end.dated };
}

/** No date and no zone anywhere: a start before the day's change is one of the next morning. */
const pentabarf: Style = {
  head: () => [
    element('release', 'Version 0.35b'),
    element('day_change', '04:00'),
    element('timeslot_duration', '00:15'),
  ],
  facts: (talk, { conference, persons }) => [
    ...span(talk, conference),
    element('slug', slugOf(talk.title)),
    ...names(talk),
    element('abstract', talk.abstract),
    element('description'),
    persons(talk),
    element('links'),
  ],
};

/** As above; texts in HTML, languages left out. */
const fosdemUntil2023: Style = {
  dayChange: '09:00',
  head: () => [
    element('subtitle'),
    element('day_change', '09:00:00'),
    element('timeslot_duration', '00:05:00'),
  ],
  facts: (talk, { conference, persons }) => [
    ...span(talk, conference),
    element('slug', slugOf(talk.title)),
    ...names(talk, ''),
    element('abstract', htmlOf(talk.abstract)),
    element('description'),
    persons(talk),
    element('attachments', ['\n']),
    element('links', ['\n']),
  ],
};

const fosdemSince2024: Style = {
  dayChange: '09:00',
  version: () => [element('version', 'latest')],
  head: ({ timeZone }) => [
    element('day_change', '09:00:00'),
    element('base_url', 'https://congress.example/schedule/'),
    element('time_zone_name', timeZone),
  ],
  tracks: ({ tracks }) => [
    element(
      'tracks',
      tracks.map(({ name }) => element('track', name, { online_qa: 'true' })),
    ),
  ],
  day: window,
  event: guid,
  facts: (talk, { conference, persons }) => [
    dated(talk, conference),
    ...span(talk, conference),
    element('slug', `congress-${talk.id}-${slugOf(talk.title)}`),
    ...names(talk),
    element('abstract', htmlOf(talk.abstract)),
    element('description'),
    element('logo'),
    persons(talk),
    element('url', `https://congress.example/schedule/event/${talk.id}/`),
    element('feedback_url', `https://pretalx.example/congress/talk/${talk.code}/feedback/`),
  ],
};

/** frab names no zone; the night's talks stand under the day before with their true date. */
const frab: Style = {
  version,
  head: () => [element('timeslot_duration', '00:05')],
  day: (day, conference) => ({
    start: onClock(day.start + 5 * 3_600_000, conference).dated,
    end: onClock(day.end, conference).dated,
  }),
  event: guid,
  facts: (talk, { conference, persons }) => [
    dated(talk, conference),
    ...span(talk, conference),
    element('slug', `congress_-_${talk.id}_-_${slugOf(talk.title)}`),
    element('recording', [element('license'), element('optout', 'false')]),
    ...names(talk),
    element('abstract', talk.abstract),
    element('description'),
    persons(talk),
    element('links', ['\n']),
  ],
};

const pretalx: Style = {
  version: (conference) => [
    element('generator', '', { name: 'pretalx', version: '2.3.1' }),
    ...version(conference),
  ],
  head: ({ timeZone }) => [
    element('timeslot_duration', '00:05'),
    element('base_url', 'https://pretalx.example/congress/schedule/'),
    element('time_zone_name', timeZone),
  ],
  day: window,
  event: guid,
  facts: (talk, { conference, persons }) => [
    dated(talk, conference),
    ...span(talk, conference),
    element('slug', `congress-${talk.id}-${slugOf(talk.title)}`),
    element('url', `https://pretalx.example/congress/talk/${talk.code}/`),
    element('recording', [element('license'), element('optout', 'false')]),
    ...names(talk),
    element('abstract', talk.abstract),
    element('description'),
    element('logo'),
    persons(talk),
    element('links'),
    element('attachments'),
  ],
};

/** DebConf's: the abstract is called description, an empty abstract stands there twice, and no persons where there are none. */
const wafer: Style = {
  head: () => [element('day_change', '00:00'), element('timeslot_duration', '00:15')],
  facts: (talk, { conference, persons }) => [
    dated(talk, conference),
    ...span(talk, conference),
    element('track', talk.track),
    element('abstract'),
    element('title', typedTitle(talk)),
    element('description', talk.abstract),
    element('type', talk.type),
    ...(talk.speakers.length > 0 ? [persons(talk)] : []),
    element('abstract'),
    element('released', 'True'),
    element('full_conf_url', `https://congress.example/talks/${talk.id}/`),
  ],
};

function dialect(
  name: string,
  style: Style,
  { says, namesZone = false }: Pick<Dialect, 'says'> & Partial<Dialect>,
): Dialect {
  const format = 'pentabarf-xml';
  const idOf = ({ id }: Talk) => id;
  return { name, format, namesZone, says, idOf, write: (one) => documentOf(one, style) };
}

const NAMED = ['subtitle', 'track', 'type', 'abstract'] as const;

export const XML_DIALECTS: readonly Dialect[] = [
  dialect('Pentabarf', pentabarf, { says: [...NAMED, 'language'] }),
  dialect('Pentabarf of FOSDEM until 2023', fosdemUntil2023, { says: NAMED }),
  dialect('XML of FOSDEM since 2024', fosdemSince2024, {
    says: [...NAMED, 'language', 'guid', 'code'],
    namesZone: true,
  }),
  dialect('frab XML', frab, { says: [...NAMED, 'language', 'guid'] }),
  dialect('pretalx XML', pretalx, {
    says: [...NAMED, 'language', 'guid', 'code'],
    namesZone: true,
  }),
  dialect('wafer XML', wafer, { says: ['track', 'type', 'abstract'] }),
];
