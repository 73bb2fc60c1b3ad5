import { type Instant, MINUTE_MS } from '../clock.ts';
import type { Conference, Room, Talk } from './schedule.ts';

/** What is next in a room that is full concerns the crowd in front of it when it follows that soon. */
const FOLLOWS_WITHIN_MS = 30 * MINUTE_MS;

/** How crowded it is where the talk takes place, while that concerns whoever wants to go there. */
export function crowdAt(
  { room: name, start, end, status }: Talk,
  { rooms }: Pick<Conference, 'rooms'>,
  now: Instant,
): Room['crowd'] {
  const crowd = rooms.find((room) => room.name === name)?.crowd;
  if (crowd === undefined || status === 'canceled' || now >= crowd.until) return undefined;
  return now < end && start <= crowd.until + FOLLOWS_WITHIN_MS ? crowd : undefined;
}
