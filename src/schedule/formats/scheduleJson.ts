import { z } from 'zod';
import type { ConferenceDraft } from '../assembling/draft.ts';
import type { Findings } from '../reading/findings.ts';
import { looseList, looseRecord, looseText, objectOr, parseShape } from '../reading/json.ts';
import type { Lacking, Speaker } from '../schedule.ts';
import { draftOfFrab } from './frab.ts';
import type { FrabEvent } from './frabSource.ts';

/** Some write no more of a person than the name, and of a link than the address. */
const Person = objectOr('name', {
  id: looseText,
  code: looseText,
  guid: looseText,
  name: looseText,
  public_name: looseText,
  full_public_name: looseText,
});
const Reference = objectOr('url', {
  url: looseText,
  title: looseText,
  is_public: z.unknown().optional(),
});
const Event = z.object({
  id: looseText,
  guid: looseText,
  code: looseText,
  slug: looseText,
  title: looseText,
  subtitle: looseText,
  type: looseText,
  language: looseText,
  track: looseText,
  room: looseText,
  date: looseText,
  start: looseText,
  end: looseText,
  duration: looseText,
  abstract: looseText,
  description: looseText,
  persons: looseList(Person),
  links: looseList(Reference).catch([]),
  attachments: looseList(Reference).catch([]),
  url: looseText,
  feedback_url: looseText,
  do_not_record: z.unknown().optional(),
});
const Place = objectOr('name', {
  name: looseText,
  guid: looseText,
  description: looseText,
  capacity: z.number().optional().catch(undefined),
  color: looseText,
});
const Day = z.object({
  date: looseText,
  day_start: looseText,
  day_end: looseText,
  rooms: looseRecord(looseList(Event)),
});

const Schedule = z.object({
  version: looseText,
  base_url: looseText,
  conference: z.object({
    title: looseText,
    acronym: looseText,
    url: looseText,
    time_zone_name: looseText,
    day_change: looseText,
    rooms: looseList(Place).catch([]),
    tracks: looseList(Place).catch([]),
    days: z.array(Day),
  }),
});

const Document = z.object({ schedule: Schedule });

export function isScheduleJson(value: unknown): boolean {
  return z.object({ schedule: z.object({ conference: z.object({}) }) }).safeParse(value).success;
}

/** The JSON of frab, pretalx and c3voc (schedule v1). */
export function decodeScheduleJson(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const { version, base_url, conference } = parseShape(Document, value).schedule;
  const events = conference.days.flatMap(eventsOf);
  const lacks = lackedBy(value);
  const draft = draftOfFrab(
    {
      format: 'schedule-json',
      title: conference.title,
      acronym: conference.acronym,
      version,
      url: conference.url ?? base_url,
      zone: conference.time_zone_name,
      zonePath: 'schedule.conference.time_zone_name',
      dayChange: conference.day_change,
      days: conference.days.map((day, index) => ({
        path: dayPath(index),
        date: day.date,
        start: day.day_start,
        end: day.day_end,
      })),
      rooms: [
        ...conference.rooms.flatMap(placeOf),
        ...conference.days.flatMap((day) => Object.keys(day.rooms).map((name) => ({ name }))),
      ],
      tracks: conference.tracks.flatMap(placeOf),
      events: lacks.includes('links') ? withoutLinks(events, findings) : events,
    },
    configuredZone,
    findings,
  );
  return { ...draft, lacks };
}

function placeOf({ name, color, ...rest }: z.infer<typeof Place>) {
  return name === undefined ? [] : [{ ...rest, name, colour: color }];
}

function dayPath(index: number): string {
  return `schedule.conference.days[${index}]`;
}

const Origin = z.object({ generator: z.object({ name: z.string(), version: z.string() }) });
const FIRST_WITHOUT_PRIVATE_LINKS = 2026;

const BESIDE: readonly Lacking[] = ['breaks', 'comment', 'answers', 'translations'];

/**
 * What pretalx has and its export leaves out. Until 2026 that named resources that its pages keep from
 * the public, and gave them no mark: none of them can be shown.
 */
function lackedBy(value: unknown): readonly Lacking[] {
  const { name, version } = Origin.safeParse(value).data?.generator ?? {};
  if (name !== 'pretalx') return [];
  const namesPrivate = Number.parseInt(version ?? '', 10) < FIRST_WITHOUT_PRIVATE_LINKS;
  return namesPrivate ? [...BESIDE, 'links'] : BESIDE;
}

function withoutLinks(events: readonly FrabEvent[], findings: Findings): readonly FrabEvent[] {
  return events.map((event) => {
    if (event.links.length > 0) {
      findings.note('links-private', event.path, '', event.links.length);
    }
    return { ...event, links: [] };
  });
}

function eventsOf(day: z.infer<typeof Day>, dayIndex: number): readonly FrabEvent[] {
  return Object.entries(day.rooms).flatMap(([room, events]) =>
    events.map((event, index) => {
      const path = `${dayPath(dayIndex)}.rooms[${JSON.stringify(room)}][${index}]`;
      return eventOf(event, room, dayIndex, path);
    }),
  );
}

function eventOf(event: z.infer<typeof Event>, room: string, day: number, path: string): FrabEvent {
  const { persons, links, attachments, abstract, description, ...rest } = event;
  const { feedback_url, do_not_record, ...same } = rest;
  return {
    ...same,
    path,
    day,
    room: event.room ?? (room.trim() || undefined),
    speakers: persons.flatMap(speakerOf),
    texts: [abstract ?? '', description ?? ''],
    links: [...links, ...attachments].filter(({ is_public }) => is_public !== false),
    feedbackUrl: feedback_url,
    ...(do_not_record === true ? { isRecorded: false } : {}),
  };
}

function speakerOf(person: z.infer<typeof Person>): readonly Speaker[] {
  const name = person.public_name ?? person.name ?? person.full_public_name;
  const id = person.id ?? person.code ?? person.guid;
  if (name === undefined) return [];
  return [id === undefined ? { name } : { id, name }];
}
