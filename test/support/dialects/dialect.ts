import type { ScheduleFormat } from '../../../src/schedule/assembling/draft.ts';
import type { Conference, Talk } from '../../../src/schedule/schedule.ts';

/** What one kind of exporter makes of a conference, its oddities included. */
export interface Dialect {
  readonly name: string;
  readonly format: ScheduleFormat;
  /** Whether a document names the venue's zone; where not, it has to be configured. */
  readonly namesZone: boolean;
  /** What it has a place for, beside id, title, room, times, speakers and status. */
  readonly says: readonly Said[];
  /** The id under which it writes a talk. */
  idOf(talk: Talk): string;
  /** Whether what it writes of a talk has two readings, of which no reader can know the right one. */
  garbles?(talk: Talk): boolean;
  write(conference: Conference): Uint8Array;
}

export type Said = 'guid' | 'code' | 'subtitle' | 'type' | 'language' | 'track' | 'abstract';

/** What a talk should be, read back from a dialect. */
export function saidOf(talk: Talk, { says }: Dialect) {
  return {
    id: talk.id,
    title: talk.title,
    room: talk.room,
    start: new Date(talk.start).toISOString(),
    end: new Date(talk.end).toISOString(),
    speakers: talk.speakers.map(({ name }) => name),
    status: talk.status,
    ...Object.fromEntries(says.map((what) => [what, talk[what]])),
  };
}
