import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, daysFrom, markedTitle, onClock, speakerNumbers, talksOf } from './text.ts';

/** The organisers' own questions, and what a talk answers. */
const CATEGORIES = [
  { title: 'Which track fits best?', pick: ({ track }: Talk) => track },
  { title: 'Session format', pick: ({ type }: Talk) => type },
  { title: 'Language', pick: ({ language }: Talk) => language },
] as const;

interface Item {
  readonly id: number;
  readonly name: string;
}

/** The answers given, each with a number of its own. */
function itemsOf({ talks }: Conference, category: number): readonly Item[] {
  const names = new Set(talks.flatMap((talk) => CATEGORIES[category]?.pick(talk) ?? []));
  return [...names].map((name, at) => ({ id: (category + 1) * 1_000 + at, name }));
}

function itemOf(talk: Talk, conference: Conference, category: number): readonly Item[] {
  const name = CATEGORIES[category]?.pick(talk);
  return itemsOf(conference, category).filter((item) => item.name === name);
}

/** Wall times without a zone; titles as people type them, with a blank before; CRLF in the texts. */
function sessionOf(talk: Talk, conference: Conference) {
  return {
    id: talk.id,
    title: [...talk.id].at(-1) === '3' ? ` ${markedTitle(talk)}` : markedTitle(talk),
    description: talk.abstract === '' ? null : talk.abstract.replaceAll('\n', '\r\n'),
    startsAt: onClock(talk.start, conference).local,
    endsAt: onClock(talk.end, conference).local,
    isServiceSession: false,
    isPlenumSession: false,
    liveUrl: null,
    recordingUrl: null,
  };
}

function all(conference: Conference): Uint8Array {
  const numbers = speakerNumbers(conference);
  const rooms = conference.rooms.map(({ name }, at) => ({ id: at + 1, name, sort: at }));
  return bytesOf(
    JSON.stringify({
      sessions: conference.talks.map((talk) => ({
        ...sessionOf(talk, conference),
        speakers: talk.speakers.map(({ name }) => `s-${numbers.get(name)}`),
        categoryItems: CATEGORIES.flatMap((_, at) =>
          itemOf(talk, conference, at).map(({ id }) => id),
        ),
        questionAnswers: [],
        roomId: rooms.find(({ name }) => name === talk.room)?.id,
        status: 'Accepted',
      })),
      speakers: [...numbers].map(([fullName, id]) => ({ id: `s-${id}`, fullName, sessions: [] })),
      questions: [],
      categories: CATEGORIES.map(({ title }, at) => ({
        ...{ id: at + 1, title, type: 'session', sort: at },
        items: itemsOf(conference, at),
      })),
      rooms,
    }),
  );
}

/** With the names of all that belongs to it. */
function namedSession(talk: Talk, conference: Conference, numbers: ReadonlyMap<string, number>) {
  return {
    ...sessionOf(talk, conference),
    speakers: talk.speakers.map(({ name }) => ({ id: `s-${numbers.get(name)}`, name })),
    categories: CATEGORIES.map(({ title }, at) => ({
      ...{ id: at + 1, name: title, sort: at },
      categoryItems: itemOf(talk, conference, at),
    })),
    roomId: conference.rooms.findIndex(({ name }) => name === talk.room) + 1,
    room: talk.room,
  };
}

/** Grouped twice over, by the answers to two questions. */
function sessions(conference: Conference): Uint8Array {
  const numbers = speakerNumbers(conference);
  const groups = [
    ...Map.groupBy(conference.talks, ({ track }) => track),
    ...Map.groupBy(conference.talks, ({ language }) => language),
  ].map(([groupName, talks], groupId) => ({
    ...{ groupId, groupName, isDefault: false },
    sessions: talks.map((talk) => namedSession(talk, conference, numbers)),
  }));
  return bytesOf(JSON.stringify(groups));
}

/** Calendar dates, so that the night's talks stand under the next; and every session twice, by room and by time. */
function gridSmart(conference: Conference): Uint8Array {
  const numbers = speakerNumbers(conference);
  const gridSession = (talk: Talk) => namedSession(talk, conference, numbers);
  const days = daysFrom(conference, '00:00').map((day) => ({
    date: `${day.date}T00:00:00`,
    isDefault: false,
    rooms: conference.rooms.map(({ name }, at) => ({
      ...{ id: at + 1, name, hasOnlyPlenumSessions: false },
      sessions: talksOf(conference, day, name).map(gridSession),
    })),
    timeSlots: [
      ...Map.groupBy(talksOf(conference, day), ({ start }) => onClock(start, conference).clock),
    ].map(([clock, talks]) => ({
      slotStart: `${clock}:00`,
      rooms: talks.map((talk) => ({
        id: 1,
        name: talk.room,
        session: gridSession(talk),
        index: 0,
      })),
    })),
  }));
  return bytesOf(JSON.stringify(days));
}

const SAID = ['track', 'type', 'language', 'abstract'] as const;
const same = ({ id }: Talk) => id;

export const SESSIONIZE_DIALECTS: readonly Dialect[] = [
  {
    ...{ name: 'Sessionize All', format: 'sessionize-all', namesZone: false },
    ...{ says: SAID, idOf: same, write: all },
  },
  {
    ...{ name: 'Sessionize GridSmart', format: 'sessionize-gridsmart', namesZone: false },
    ...{ says: SAID, idOf: same, write: gridSmart },
  },
  {
    ...{ name: 'Sessionize Sessions', format: 'sessionize-sessions', namesZone: false },
    ...{ says: SAID, idOf: same, write: sessions },
  },
];
