import pLimit from 'p-limit';
import { z } from 'zod';
import type { Messages } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import { plain } from '../../../src/platform/text.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { Content } from '../connection/verbs.ts';
import { escaped } from '../rendering/html.ts';
import type { RoomBook } from '../rooms/book.ts';
import type { RoomCommunities } from '../rooms/community.ts';
import type { DirectRooms } from '../rooms/direct.ts';
import { nameOf } from '../rooms/names.ts';
import { isOrganiserIn, type PowerApi } from '../rooms/power.ts';
import type { Heard } from './heard.ts';

/** A command of an organiser's in a room for two, which says nothing of what it is about. */
export interface WhichParts {
  readonly api: PowerApi & Pick<MatrixApi, 'joinedRooms'>;
  readonly book: Pick<RoomBook, 'firstOf' | 'currentOf'>;
  readonly communities: RoomCommunities;
  readonly direct: Pick<DirectRooms, 'all'>;
  readonly commands: readonly CommandSpec[];
}

export type Command = Extract<Heard, { readonly kind: 'command' }>;

/** Under which a message that asks which community is meant keeps the command, and the rooms by their numbers. */
export const WHICH_KEY = 'im.hallway.which';

export const which = z.object({
  name: z.string(),
  rest: z.string(),
  html: z.string(),
  rooms: z.array(z.string()),
});
export type Which = z.infer<typeof which>;

/** A homeserver is asked no more at once. */
const ASKED_AT_ONCE = 8;
/** With more links than this is long, a command has to name rooms by their addresses. */
const MOST_HTML = 4_000;
const MOST_LISTED = 20;

export function isOfOrganisers({ commands }: Pick<WhichParts, 'commands'>, heard: Heard): boolean {
  if (heard.kind !== 'command') return false;
  return commands.some(({ name, access }) => name === heard.name && access === 'organiser');
}

/** For each community that somebody organises, a room in which they do: the space, where it is that. */
export async function organisedBy(parts: WhichParts, user: string): Promise<readonly string[]> {
  const { api, book, communities, direct } = parts;
  const forTwo = await direct.all();
  const limit = pLimit(ASKED_AT_ONCE);
  const rooms = (await api.joinedRooms()).filter((room) => !forTwo.has(room));
  const known = await limit.map(rooms, async (room) => ({
    room,
    community: await communities.of(await book.firstOf(room)),
  }));
  const found = [...Map.groupBy(known, ({ community }) => community)].map(
    async ([community, held]) => {
      const itself = await book.currentOf(community);
      const all = [itself, ...held.map(({ room }) => room).filter((room) => room !== itself)];
      for (const room of all) {
        if (await limit(() => isOrganiserIn(api, room, user))) return room;
      }
      return undefined;
    },
  );
  return (await Promise.all(found)).filter((room) => room !== undefined).toSorted();
}

/** Asks which of them is meant, by number. */
export async function questionOf(
  { api }: Pick<WhichParts, 'api'>,
  rooms: readonly string[],
  { name, rest }: Command,
  html: string,
  { numbered }: Messages,
): Promise<Content> {
  const listed = rooms.slice(0, MOST_LISTED);
  const names = await Promise.all(listed.map((room) => nameOf(api, room)));
  const lines = names.map((each, at) => `${at + 1} ${plain(each)}`);
  const kept: Which = { name, rest, html: html.length > MOST_HTML ? '' : html, rooms: [...listed] };
  return {
    msgtype: 'm.text',
    body: [numbered.whichCommunity, ...lines].join('\n'),
    format: 'org.matrix.custom.html',
    formatted_body: `<p>${[numbered.whichCommunity, ...lines].map(escaped).join('<br>')}</p>`,
    'm.mentions': {},
    [WHICH_KEY]: kept,
  };
}
