import type { DecodedSchedule } from './decode.ts';
import type { Conference, Speaker, Talk } from './model.ts';
import { isoWithOffset } from './zone.ts';

/** The whole conference as `hallway check --json` prints it; `null` where the schedule says nothing. */
export function describeSchedule({ format, conference, warnings }: DecodedSchedule) {
  const { title, timeZone, version, rooms, tracks } = conference;
  return {
    format,
    title,
    timeZone,
    version: version ?? null,
    days: describeDays(conference),
    rooms: rooms.map(({ name, slug }) => ({ name, slug })),
    tracks: tracks.map(({ name, slug }) => ({ name, slug })),
    talks: conference.talks.map((talk) => describeTalk(talk, timeZone)),
    warnings: warnings.map(({ code, message, path }) => ({ code, message, path })),
  };
}

function describeDays({ days, timeZone }: Conference) {
  return days.map(({ index, date, start, end }) => ({
    index,
    date,
    start: isoWithOffset(start, timeZone),
    end: isoWithOffset(end, timeZone),
  }));
}

function describeTalk(talk: Talk, timeZone: string) {
  return {
    id: talk.id,
    guid: talk.guid ?? null,
    code: talk.code ?? null,
    title: talk.title,
    subtitle: talk.subtitle ?? null,
    start: isoWithOffset(talk.start, timeZone),
    end: isoWithOffset(talk.end, timeZone),
    room: talk.room ?? null,
    track: talk.track ?? null,
    type: talk.type ?? null,
    language: talk.language ?? null,
    speakers: talk.speakers.map(describeSpeaker),
    status: talk.status,
    url: talk.url ?? null,
    abstract: talk.abstract,
  };
}

function describeSpeaker({ id, name }: Speaker) {
  return { id: id ?? null, name };
}
