import type { Instant } from '../../clock.ts';
import type { Conference, Room, RoomSlug, Talk, TalkId } from '../../schedule/schedule.ts';
import { dayAmong } from '../../schedule/timetable.ts';

/** How a room stands, as helpers say, or a feed of the conference's. */
export const ROOM_STATES = ['full', 'busy', 'free'] as const;

export type RoomStateKind = (typeof ROOM_STATES)[number];

/** What was said last of a room: it holds until the talk is over in which it was said (issue 18 §2). */
export interface RoomState {
  readonly room: RoomSlug;
  readonly state: RoomStateKind;
  /** In which it was said: what ran there, or was next. */
  readonly talk: TalkId;
  readonly saidAt: Instant;
  /** When that talk was to end then: it counts where the schedule has no such talk any more. */
  readonly until: Instant;
  /** A helper's word counts, whatever a feed of the conference's says meanwhile. */
  readonly origin: 'helper' | 'feed';
}

/** The conference with the rooms that are full, or nearly; what is free is as any other room. */
export function applyRoomStates(conference: Conference, states: readonly RoomState[]): Conference {
  const told = states.filter(({ state }) => state !== 'free');
  if (told.length === 0) return conference;
  const byRoom = new Map(told.map((one) => [one.room, one]));
  const ends = new Map(conference.talks.map(({ id, end }) => [id, end]));
  const rooms = conference.rooms.map((room): Room => {
    const state = byRoom.get(room.slug);
    if (state === undefined || state.state === 'free') return room;
    const { state: kind, saidAt, talk } = state;
    return { ...room, crowd: { kind, saidAt, until: ends.get(talk) ?? state.until } };
  });
  return { ...conference, rooms };
}

/** What runs in a room, and what is next there on that day. */
export interface RoomNow {
  readonly running: Talk | undefined;
  readonly next: Talk | undefined;
}

/** Of talks that run at once the one that began last is meant. */
export function roomNow({ talks, days }: Conference, room: string, now: Instant): RoomNow {
  const there = talks.filter((talk) => talk.room === room && talk.status === 'scheduled');
  const day = dayAmong(days, now);
  return {
    running: there.findLast(({ start, end }) => start <= now && now < end),
    next: there.find(({ start }) => start > now && dayAmong(days, start) === day),
  };
}
