import { z } from 'zod';

/**
 * What the c3voc schedule JSON, version 1, demands and allows
 * (https://github.com/voc/schedule, validator/json), said in our own way and only as far as the
 * built-in schedule goes.
 */
const Reference = z.strictObject({
  url: z.url(),
  title: z.string().optional(),
  type: z.string().optional(),
});

const Event = z.strictObject({
  id: z.int(),
  guid: z.uuid(),
  url: z.url(),
  date: z.iso.datetime({ offset: true }),
  start: z.string().regex(/^\d\d:\d\d$/),
  duration: z.string().regex(/^\d\d?:\d\d$/),
  room: z.string(),
  slug: z.string().regex(/^[\w-]{4,}$/),
  title: z.string(),
  subtitle: z.string().nullable(),
  track: z.string().nullable(),
  type: z.string(),
  language: z.string().regex(/^[a-z]{2}$/),
  abstract: z.string().nullable(),
  description: z.string().nullable(),
  persons: z.array(z.object({ id: z.int(), public_name: z.string() })),
  links: z.array(Reference),
  attachments: z.array(Reference),
});

const Day = z.strictObject({
  index: z.int().positive(),
  date: z.iso.date(),
  day_start: z.iso.datetime({ offset: true }),
  day_end: z.iso.datetime({ offset: true }),
  rooms: z.record(z.string(), z.array(Event)),
});

const Schedule = z.strictObject({
  $schema: z.string(),
  schedule: z.object({
    version: z.string(),
    base_url: z.url(),
    conference: z.strictObject({
      acronym: z.string().regex(/^[a-z0-9_-]{4,}$/),
      title: z.string(),
      start: z.iso.date(),
      end: z.iso.date(),
      daysCount: z.int(),
      timeslot_duration: z.string().regex(/^\d\d:\d\d$/),
      time_zone_name: z.string(),
      url: z.url(),
      tracks: z.array(z.object({ name: z.string(), slug: z.string().regex(/^[a-z0-9_-]+$/) })),
      days: z.array(Day),
    }),
  }),
});

/** Where a document is not of that shape; empty where it is. */
export function shapeErrors(document: unknown): readonly string[] {
  const { error } = Schedule.safeParse(document);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}
