import type { Instant } from '../../src/clock.ts';

export const MINUTE_MS = 60_000;
/** Everybody wants to know that long ahead, so that nothing expires however slow the machine is. */
export const LEAD_MINUTES = 600;
/** When the first wave falls due. */
export const OPENING: Instant = Date.UTC(2020, 1, 1, 9);
const LENGTH_MS = 25 * MINUTE_MS;
/** Between a change's publication and the announcement that it changes. */
const AHEAD_WAVES = 60;
/** Enough for a new version to be taken over, however often its taker is killed. */
const TAKEOVER_WAVES = 20;
const LATER_MS = 20 * MINUTE_MS;
const ROLES = ['earlyMove', 'cancellation', 'renaming', 'lateMove'] as const;

export type Role = (typeof ROLES)[number] | 'plain';

/** A talk as its source first had it, and the one change it will see. */
export interface Part {
  /** Never changes; its title begins with it. */
  readonly name: string;
  readonly wave: number;
  readonly room: 'A' | 'B';
  readonly start: Instant;
  readonly role: Role;
}

/** A day of waves, one a minute: two plain talks at once and one that changes. */
export function createStory(waves: number): readonly Part[] {
  return Array.from({ length: waves }, (_, wave) => {
    const start = OPENING + (LEAD_MINUTES + wave) * MINUTE_MS;
    return [
      { name: `Talk ${wave}a`, wave, room: 'A', start, role: 'plain' },
      { name: `Talk ${wave}b`, wave, room: 'B', start, role: 'plain' },
      { name: `Talk ${wave}c`, wave, room: 'A', start, role: roleIn(wave) },
    ] as const;
  }).flat();
}

/** Of the first waves nothing can be changed well ahead. */
function roleIn(wave: number): Role {
  return wave < AHEAD_WAVES ? 'lateMove' : (ROLES[wave % ROLES.length] ?? 'plain');
}

/** Whether the change may be published at `now`: well before the talk is announced, a late move when it was. */
export function isRipe({ role, wave }: Part, now: Instant, wasAnnounced: boolean): boolean {
  if (role === 'plain') return false;
  if (role === 'lateMove') return wasAnnounced;
  const due = OPENING + wave * MINUTE_MS;
  const aheadMs = due - now;
  return aheadMs <= AHEAD_WAVES * MINUTE_MS && aheadMs >= TAKEOVER_WAVES * MINUTE_MS;
}

export function newStart({ role, start }: Part): Instant {
  return role === 'earlyMove' || role === 'lateMove' ? start + LATER_MS : start;
}

/** The schedule as c3voc JSON, with the changes of these parts made. */
export function scheduleBytes(story: readonly Part[], changed: ReadonlySet<Part>): string {
  const talks = story.map((part) => talkJson(part, changed.has(part)));
  const day = (instant: Instant) => new Date(instant).toISOString().slice(0, 10);
  const date = day(OPENING);
  return JSON.stringify({
    schedule: {
      version: `v${changed.size}`,
      conference: {
        acronym: 'crash',
        title: 'Crash Days',
        start: date,
        end: date,
        daysCount: 1,
        timeslot_duration: '00:01',
        time_zone_name: 'UTC',
        days: [
          {
            index: 1,
            date,
            day_start: new Date(OPENING - 5 * 60 * MINUTE_MS).toISOString(),
            day_end: new Date(OPENING + 19 * 60 * MINUTE_MS).toISOString(),
            rooms: Object.groupBy(talks, ({ room }) => room),
          },
        ],
      },
    },
  });
}

/** Ids are what a source may change together with a title. */
export function talkId({ name, role }: Part, isChanged: boolean): string {
  const id = name.replace('Talk ', '');
  return role === 'renaming' && isChanged ? `${id}-new` : id;
}

function talkJson(part: Part, isChanged: boolean) {
  const { name, role, room, start } = part;
  const at = new Date(isChanged ? newStart(part) : start).toISOString();
  const isCanceled = role === 'cancellation' && isChanged;
  const title = role === 'renaming' && isChanged ? `${name}, with another title` : name;
  return {
    id: talkId(part, isChanged),
    guid: `guid of ${name}`,
    date: at,
    start: at.slice(11, 16),
    duration: new Date(LENGTH_MS).toISOString().slice(11, 16),
    room,
    title: isCanceled ? `CANCELED: ${title}` : title,
    subtitle: '',
    track: 'Main',
    type: 'lecture',
    language: 'en',
    abstract: '',
    description: '',
    persons: [{ id: 1, public_name: `Speaker of ${name}` }],
    links: [],
  };
}
