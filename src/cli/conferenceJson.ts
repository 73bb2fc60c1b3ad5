import { isoWithOffset } from '../schedule/assembling/zone.ts';
import type { Break, Conference, Talk } from '../schedule/schedule.ts';

/**
 * A conference for other programs: rooms, tracks and speakers by name, days as dates, instants as
 * ISO 8601 with the venue's offset; what the source does not tell is null.
 */
export function conferenceJson(conference: Conference) {
  const { title, timeZone, version = null, days, rooms, tracks } = conference;
  return {
    title,
    timeZone,
    version,
    days: days.map(({ date }) => date),
    rooms: rooms.map(({ name }) => name),
    tracks: tracks.map(({ name }) => name),
    talks: conference.talks.map((talk) => talkJson(talk, timeZone)),
    breaks: conference.breaks.map((one) => breakJson(one, timeZone)),
  };
}

function breakJson({ title, start, end, room }: Break, timeZone: string) {
  return {
    title,
    start: isoWithOffset(start, timeZone),
    end: isoWithOffset(end, timeZone),
    room: room ?? null,
  };
}

function talkJson(talk: Talk, timeZone: string) {
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
    speakers: talk.speakers.map(({ name }) => name),
    status: talk.status,
    url: talk.url ?? null,
    abstract: talk.abstract,
    links: talk.links,
  };
}
