import type { Conference, Day, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, lengthOf, onClock, slugOf, speakerNumbers, talksOf, typedTitle } from './text.ts';

type Json = Readonly<Record<string, unknown>>;

interface Style {
  readonly root?: Json;
  head(conference: Conference): Json;
  event(talk: Talk, conference: Conference): Json;
  person(name: string, number: number): Json;
}

function documentOf(conference: Conference, style: Style): Uint8Array {
  const { title, acronym, version, days } = conference;
  const numbers = speakerNumbers(conference);
  const eventOf = (talk: Talk) => ({
    id: Number(talk.id),
    guid: talk.guid,
    logo: null,
    date: onClock(talk.start, conference).dated,
    start: onClock(talk.start, conference).clock,
    duration: lengthOf(talk),
    room: talk.room,
    title: typedTitle(talk),
    subtitle: talk.subtitle ?? '',
    track: talk.track,
    type: talk.type,
    language: talk.language,
    // Typed into a form of a browser.
    abstract: talk.abstract.replaceAll('\n', '\r\n'),
    description: null,
    recording_license: '',
    do_not_record: false,
    persons: talk.speakers.map(({ name }) => style.person(name, numbers.get(name) ?? 0)),
    links: [],
    attachments: [],
    ...style.event(talk, conference),
  });
  const dayOf = (day: Day) => ({
    index: day.index,
    date: day.date,
    day_start: onClock(day.start, conference).dated,
    day_end: onClock(day.end - 60_000, conference).dated,
    rooms: Object.fromEntries(
      conference.rooms.map(({ name }) => [name, talksOf(conference, day, name).map(eventOf)]),
    ),
  });
  const schedule = {
    version,
    conference: {
      ...{ acronym, title, start: days[0]?.date, end: days.at(-1)?.date, daysCount: days.length },
      timeslot_duration: '00:05',
      ...style.head(conference),
      days: days.map(dayOf),
    },
  };
  return bytesOf(JSON.stringify({ ...style.root, schedule }, undefined, 2));
}

const c3voc: Style = {
  root: { $schema: 'https://c3voc.de/schedule/schema.json' },
  head: ({ timeZone }) => ({ time_zone_name: timeZone }),
  event: (talk) => ({
    slug: `congress-${talk.id}-${slugOf(talk.title)}`,
    url: `https://pretalx.example/congress/talk/${talk.code}/`,
  }),
  person: (public_name, id) => ({ id, public_name }),
};

/** frab names no zone in JSON either. */
const frab: Style = {
  head: () => ({}),
  event: (talk) => ({ slug: `congress-${talk.id}-${slugOf(talk.title)}` }),
  person: (public_name, id) => ({ id, public_name }),
};

const pretalx: Style = {
  head: ({ timeZone, rooms, tracks }) => ({
    time_zone_name: timeZone,
    rooms: rooms.map(({ name }) => ({ name, guid: null })),
    tracks: tracks.map(({ name }, at) => ({ name, slug: `${at}-${slugOf(name)}`, color: '#000' })),
  }),
  event: (talk, conference) => ({
    code: talk.code,
    slug: talk.code,
    url: `https://pretalx.example/congress/t/${talk.id}`,
    end: onClock(talk.end, conference).dated,
  }),
  person: (name, number) => ({ code: `P${number}`, name, avatar: null, biography: null }),
};

function dialect(name: string, style: Style, more: Pick<Dialect, 'says' | 'namesZone'>): Dialect {
  const idOf = ({ id }: Talk) => id;
  return { name, format: 'schedule-json', idOf, write: (one) => documentOf(one, style), ...more };
}

const SAID = ['guid', 'subtitle', 'track', 'type', 'language', 'abstract'] as const;

export const JSON_DIALECTS: readonly Dialect[] = [
  dialect('c3voc JSON', c3voc, { says: [...SAID, 'code'], namesZone: true }),
  dialect('frab JSON', frab, { says: SAID, namesZone: false }),
  dialect('pretalx JSON', pretalx, { says: [...SAID, 'code'], namesZone: true }),
];
