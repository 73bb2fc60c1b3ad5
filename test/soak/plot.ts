import type { Instant } from '../../src/schedule/model.ts';

const SECOND_MS = 1_000;

/** The story every soak tells: what is on, who listens, and what changes meanwhile. */
export interface Plot {
  readonly from: Instant;
  /** From here on nothing falls due any more. */
  readonly until: Instant;
  readonly channels: readonly string[];
  readonly members: readonly string[];
  /** Titles of the talks that are announced, in order. */
  readonly titles: readonly string[];
  readonly versions: number;
  /** As its source shows it, in c3voc JSON. */
  schedule(version: number): string;
}

const LEAD_SECONDS = 600;
const TALKS = 8;
const EVERY_SECONDS = 30;

export function createPlot(from: Instant): Plot {
  const start = (index: number) => from + (LEAD_SECONDS + 20 + index * EVERY_SECONDS) * SECOND_MS;
  const titles = Array.from({ length: TALKS }, (_, index) => `Talk ${index}`);
  const versions = 6;
  return {
    from,
    until: start(TALKS) - LEAD_SECONDS * SECOND_MS,
    channels: ['#a', '#b', '#c'],
    members: ['ada', 'bob', 'cy', 'dee'],
    titles,
    versions,
    schedule: (version) =>
      scheduleJson(from, [
        ...titles.map((title, index) => ({ id: index, start: start(index), title })),
        // Of the evening: each version gives one more of them a new title.
        ...Array.from({ length: versions }, (_, index) => ({
          id: 1000 + index,
          start: from + 6 * 3_600 * SECOND_MS,
          title: index < version ? `Later ${index}, anew` : `Later ${index}`,
        })),
      ]),
  };
}

interface Entry {
  readonly id: number;
  readonly start: Instant;
  readonly title: string;
}

function scheduleJson(from: Instant, entries: readonly Entry[]): string {
  const date = new Date(from).toISOString().slice(0, 10);
  const events = entries.map(({ id, start, title }) => {
    const instant = new Date(start).toISOString();
    return {
      ...{ id, guid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`, title },
      ...{ date: instant, start: instant.slice(11, 16), duration: '00:25', room: 'A' },
      ...{ persons: [], links: [], language: 'en', abstract: '', description: '' },
    };
  });
  const conference = {
    ...{ acronym: 'soak', title: 'Soak', start: date, end: date, daysCount: 1 },
    ...{ time_zone_name: 'UTC', days: [{ index: 1, date, rooms: { A: events } }] },
  };
  return JSON.stringify({ schedule: { version: '1', conference } });
}

/** Everything that must have been said by the end, each line once. */
export function expectedLines({ channels, members, titles, versions }: Plot): readonly string[] {
  const later = Array.from({ length: versions }, (_, index) => `Later ${index}, anew`);
  return [
    ...channels.flatMap((channel) => titles.map((title) => `${channel} announcement ${title}`)),
    ...channels.flatMap((channel) => later.map((title) => `${channel} notice ${title}`)),
    ...members.flatMap((member) => titles.map((title) => `${member} reminder ${title}`)),
  ].sort();
}
