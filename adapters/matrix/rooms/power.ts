import { z } from 'zod';
import type { MatrixApi } from '../connection/api.ts';
import { unlessForbidden } from '../connection/verbs.ts';

/** Who may manage a room, in the words of its moderators' level (issue 19). */
const ORGANISERS_LEVEL = 50;
/** What the creator has where a room says nothing of levels (client-server API, "m.room.power_levels"). */
const CREATORS_LEVEL = 100;
/** Of whoever created a room of a version in which creators stand above all levels (room version 12). */
const ABOVE_ALL = Number.POSITIVE_INFINITY;

const level = z.coerce.number();
const powerLevels = z.object({
  users: z.record(z.string(), level.catch(0)).catch({}),
  users_default: level.catch(0),
});
const created = z.object({
  /** Up to room version 10. */
  creator: z.string().optional().catch(undefined),
  room_version: z.string().catch('1'),
  additional_creators: z.array(z.string()).catch([]),
});

export type PowerApi = Pick<MatrixApi, 'state' | 'event'>;

const membership = z.object({ membership: z.literal('join') });

/**
 * Asked of the homeserver each time: power is taken away on the day, too. Whoever was made to leave
 * keeps theirs on paper.
 */
export async function isOrganiserIn(api: PowerApi, room: string, user: string): Promise<boolean> {
  const member = await unlessForbidden(api.state(room, 'm.room.member', user));
  if (!membership.safeParse(member).success) return false;
  return (await levelOf(api, room, user)) >= ORGANISERS_LEVEL;
}

/** Who may manage the room by what it says of levels, be they there or not. */
export async function organisersOf(api: PowerApi, room: string): Promise<readonly string[]> {
  const levels = await api.state(room, 'm.room.power_levels');
  const { users } = powerLevels.parse(levels ?? {});
  const named = Object.keys(users).filter((user) => (users[user] ?? 0) >= ORGANISERS_LEVEL);
  if (levels !== undefined && !isWithoutServer(room)) return named;
  return [...new Set([...(await creatorsOf(api, room)).all, ...named])];
}

async function levelOf(api: PowerApi, room: string, user: string): Promise<number> {
  const levels = await api.state(room, 'm.room.power_levels');
  const own = levels && powerLevels.parse(levels);
  const said = own === undefined ? 0 : (own.users[user] ?? own.users_default);
  if (own !== undefined && !isWithoutServer(room)) return said;
  const creators = await creatorsOf(api, room);
  if (!creators.all.includes(user)) return said;
  return creators.areAboveAll ? ABOVE_ALL : own === undefined ? CREATORS_LEVEL : said;
}

/** Since version 12 a room is called by its first event alone. */
function isWithoutServer(room: string): boolean {
  return !room.includes(':');
}

async function creatorsOf(api: PowerApi, room: string) {
  const areAboveAll = isWithoutServer(room);
  const event = areAboveAll ? await api.event(room, room.replace(/^!/u, '$')) : undefined;
  const content = event?.content ?? (await api.state(room, 'm.room.create')) ?? {};
  const { creator, additional_creators: others } = created.parse(content);
  const first = event?.sender ?? creator;
  return { areAboveAll, all: first === undefined ? others : [first, ...others] };
}
