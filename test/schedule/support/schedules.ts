import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Conference, Talk } from '../../../src/schedule/schedule.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/schedules');

export function fixture(name: string): Uint8Array {
  return readFileSync(resolve(FIXTURES, name));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What every format says of a talk. */
export interface Facts {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly start: string;
  readonly end: string;
  readonly room: string | undefined;
  readonly speakers: readonly string[];
}

export function factsOf(talk: Talk): Facts {
  return {
    id: talk.id,
    title: talk.title,
    start: new Date(talk.start).toISOString(),
    end: new Date(talk.end).toISOString(),
    room: talk.room,
    speakers: talk.speakers.map((speaker) => speaker.name),
  };
}

export function factsById(conference: Conference): readonly Facts[] {
  return byId(conference.talks.map(factsOf));
}

export function byId(facts: readonly Facts[]): readonly Facts[] {
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The smallest Pentabarf document around some events of one day and room. */
export function pentabarf(
  events: string,
  { conference = '<title>Tiny</title>', day = 'date="2031-03-29" index="1"' } = {},
): Uint8Array {
  return bytesOf(
    `<schedule><conference>${conference}</conference><day ${day}><room name="Pier">${events}</room></day></schedule>`,
  );
}

/** One event of such a document; `more` is XML. */
export function event(id: string, more: string, title = `Talk ${id}`): string {
  return `<event id="${id}"><title>${title}</title>${more}</event>`;
}

export const AT_TEN = '<start>10:00</start><duration>00:30</duration>';
