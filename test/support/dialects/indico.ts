import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, daysFrom, htmlOf, markedTitle, onClock, talksOf } from './text.ts';

const same = ({ id }: Talk) => id;

function whenOf(instant: number, conference: Conference) {
  const { date, clock } = onClock(instant, conference);
  return { date, time: `${clock}:00`, tz: conference.timeZone };
}

function spanOf(talk: Talk, conference: Conference) {
  return {
    startDate: whenOf(talk.start, conference),
    endDate: whenOf(talk.end, conference),
    duration: (talk.end - talk.start) / 60_000,
  };
}

/** By calendar dates and, in them, by sessions, of which each talk's track is one. */
function timetable(conference: Conference): Uint8Array {
  const contribution = (talk: Talk) => ({
    ...spanOf(talk, conference),
    entryType: 'Contribution',
    id: `c${talk.id}9`,
    contributionId: Number(talk.id),
    title: markedTitle(talk),
    description: htmlOf(talk.abstract),
    room: talk.room,
    location: 'Harbour',
    presenters: talk.speakers.map(({ name }) => ({ name, firstName: name, familyName: '' })),
    url: `/event/31/contributions/${talk.id}/`,
  });
  const entriesOf = (talks: readonly Talk[]) =>
    Object.fromEntries(talks.map((talk) => [`c${talk.id}9`, contribution(talk)]));
  const sessionsOf = (talks: readonly Talk[]) =>
    [...Map.groupBy(talks, ({ track }) => track)].map(([title, held], at) => [
      `s${at}`,
      { ...{ entryType: 'Session', title, sessionSlotId: at }, entries: entriesOf(held) },
    ]);
  const days = daysFrom(conference, '00:00').map((day) => [
    day.date.replaceAll('-', ''),
    Object.fromEntries(sessionsOf(talksOf(conference, day))),
  ]);
  const url = 'https://tidepool.example/export/timetable/31.json';
  const results = { 31: Object.fromEntries(days) };
  return bytesOf(JSON.stringify({ count: 1, _type: 'HTTPAPIResult', url, results }));
}

/** The export of an event, which names it, its zone and the type of each contribution. */
function event(conference: Conference): Uint8Array {
  const contributions = conference.talks.map((talk) => ({
    ...spanOf(talk, conference),
    ...{ id: talk.id, title: markedTitle(talk), description: htmlOf(talk.abstract) },
    ...{ room: talk.room, session: talk.track, track: null, type: talk.type },
    speakers: talk.speakers.map(({ name }) => ({ first_name: null, last_name: name })),
  }));
  const { title, timeZone: timezone } = conference;
  const results = [{ title, timezone, contributions }];
  return bytesOf(JSON.stringify({ count: 1, _type: 'HTTPAPIResult', results }));
}

export const INDICO_DIALECTS: readonly Dialect[] = [
  {
    ...{ name: "Indico's timetable", format: 'indico-json', namesZone: true, idOf: same },
    ...{ says: ['track', 'abstract'], write: timetable },
  },
  {
    ...{ name: "Indico's event", format: 'indico-json', namesZone: true, idOf: same },
    ...{ says: ['track', 'type', 'abstract'], write: event },
  },
];
