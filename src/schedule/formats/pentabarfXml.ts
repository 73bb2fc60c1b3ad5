import type { ConferenceDraft, LinkDraft, RoomDraft } from '../assembling/draft.ts';
import type { Findings } from '../reading/findings.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../reading/xml.ts';
import type { Speaker } from '../schedule.ts';
import { draftOfFrab } from './frab.ts';
import type { FrabDay, FrabEvent } from './frabSource.ts';

/** Pentabarf, frab, pretalx, FOSDEM and wafer XML: one shape, each with its own extras. */
export function decodePentabarfXml(
  root: XmlElement,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const conference = childOf(root, 'conference');
  const days = childrenOf(root, 'day');
  const rooms = days.flatMap((day) => childrenOf(day, 'room'));
  const tracks = [
    ...childrenOf(childOf(root, 'tracks'), 'track'),
    ...childrenOf(childOf(conference, 'tracks'), 'track'),
  ];
  return draftOfFrab(
    {
      format: 'pentabarf-xml',
      title: textOf(conference, 'title'),
      acronym: textOf(conference, 'acronym'),
      version: textOf(root, 'version') ?? textOf(conference, 'release'),
      url: textOf(conference, 'url') ?? textOf(conference, 'base_url'),
      zone: textOf(conference, 'time_zone_name'),
      zonePath: 'schedule.conference.time_zone_name',
      dayChange: textOf(conference, 'day_change'),
      days: days.map(dayOf),
      rooms: rooms.flatMap(roomOf),
      tracks: tracks.map((track) => ({
        name: attributeOf(track, 'name') ?? track.text,
        colour: attributeOf(track, 'color'),
      })),
      events: days.flatMap((day, index) => eventsOf(day, index, eventPages(conference))),
    },
    configuredZone,
    findings,
  );
}

function roomOf(room: XmlElement): readonly RoomDraft[] {
  const name = attributeOf(room, 'name') ?? '';
  return name === '' ? [] : [{ name, guid: attributeOf(room, 'guid') }];
}

function dayOf(day: XmlElement, index: number): FrabDay {
  const { date, start, end } = day.attributes;
  return { path: `schedule.day[${index}]`, date, start, end };
}

type EventPages = (slug: string | undefined) => string | undefined;

function eventsOf(day: XmlElement, dayIndex: number, pages: EventPages): readonly FrabEvent[] {
  const dayPath = `schedule.day[${dayIndex}]`;
  const loose = childrenOf(day, 'event').map((event, index) =>
    eventOf(event, undefined, dayIndex, `${dayPath}.event[${index}]`, pages),
  );
  const placed = childrenOf(day, 'room').flatMap((room, roomIndex) =>
    childrenOf(room, 'event').map((event, index) =>
      eventOf(
        event,
        attributeOf(room, 'name'),
        dayIndex,
        `${dayPath}.room[${roomIndex}].event[${index}]`,
        pages,
      ),
    ),
  );
  return [...loose, ...placed];
}

function eventOf(
  event: XmlElement,
  room: string | undefined,
  day: number,
  path: string,
  pages: EventPages,
): FrabEvent {
  const text = (name: string) => textOf(event, name);
  const optout = textOf(childOf(event, 'recording'), 'optout');
  return {
    path,
    day,
    id: attributeOf(event, 'id'),
    guid: attributeOf(event, 'guid'),
    code: attributeOf(event, 'code') ?? text('code'),
    slug: text('slug'),
    title: text('title'),
    subtitle: text('subtitle'),
    type: text('type'),
    language: text('language'),
    track: text('track'),
    room: text('room') ?? room,
    date: text('date'),
    start: text('start'),
    end: text('end'),
    duration: text('duration'),
    speakers: childrenOf(childOf(event, 'persons'), 'person').flatMap(speakerOf),
    texts: [text('abstract') ?? '', text('description') ?? ''],
    links: [
      ...childrenOf(childOf(event, 'links'), 'link').map(linkOf),
      ...childrenOf(childOf(event, 'attachments'), 'attachment').map(linkOf),
    ],
    url: text('url') ?? text('full_conf_url') ?? pages(text('slug')),
    feedbackUrl: text('feedback_url'),
    ...(/^true$/i.test(optout ?? '') ? { isRecorded: false } : {}),
  };
}

function speakerOf(person: XmlElement): readonly Speaker[] {
  const name = person.text.trim() || textOf(person, 'public_name') || textOf(person, 'name');
  const { id } = person.attributes;
  if (name === undefined) return [];
  return [id === undefined || id === '' ? { name } : { id, name }];
}

function linkOf(link: XmlElement): LinkDraft {
  const text = link.text.trim();
  // Some write no more than the address.
  const url = /^https?:\/\/\S+$/i.test(text) ? text : undefined;
  return { title: text, url: attributeOf(link, 'href') ?? attributeOf(link, 'url') ?? url };
}

/** FOSDEM's schedules until 2023 leave out the pages of the talks, which stand at a known place. */
function eventPages(conference: XmlElement | undefined): EventPages {
  const year = /^FOSDEM (\d{4})$/.exec(textOf(conference, 'title') ?? '')?.[1];
  return (slug) =>
    year === undefined || slug === undefined
      ? undefined
      : `https://fosdem.org/${year}/schedule/event/${slug}/`;
}
