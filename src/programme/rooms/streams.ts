import type { Conference, RoomSlug } from '../../schedule/schedule.ts';

/** Where a room is watched live, as a community's organisers say: until they say otherwise. */
export interface RoomStream {
  /** Slug. */
  readonly room: RoomSlug;
  /** `https:`. */
  readonly url: string;
}

/** The conference with the organisers' addresses at its rooms. */
export function applyStreams(conference: Conference, streams: readonly RoomStream[]): Conference {
  if (streams.length === 0) return conference;
  const byRoom = new Map(streams.map(({ room, url }) => [room, url]));
  const rooms = conference.rooms.map((room) => {
    const stream = byRoom.get(room.slug);
    return stream === undefined ? room : { ...room, stream };
  });
  return { ...conference, rooms };
}

/** Longer ones are cut by one platform or another. */
const LONGEST = 400;

/** The address of a stream as organisers type it; undefined for what is no `https:` address, or holds a password. */
export function streamAddress(typed: string): string | undefined {
  const address = typed.trim().replace(/^<([^|>]*)(?:\|[^>]*)?>$/u, '$1');
  const url = URL.parse(address);
  const isUsable = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isUsable && url.href.length <= LONGEST ? url.href : undefined;
}
