import { DEFAULT_LANGUAGE } from '../../../src/messages/messages.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import type { MatrixApi } from '../connection/api.ts';
import { PLATFORM } from '../identity.ts';
import type { RoomBook } from '../rooms/book.ts';
import type { RoomCommunities } from '../rooms/community.ts';
import { isOrganiserIn, type PowerApi } from '../rooms/power.ts';

export interface CallerParts {
  readonly api: PowerApi & Pick<MatrixApi, 'displayName'>;
  readonly book: Pick<RoomBook, 'firstOf'>;
  readonly communities: RoomCommunities;
  readonly prefix: string;
}

/** Who said something, in which room; without one, in their direct room. Matrix tells no language and no zone. */
export async function callerIn(
  { api, book, communities, prefix }: CallerParts,
  sender: string,
  room: string | undefined,
  asksPower: boolean,
): Promise<Caller> {
  const anywhere = {
    platform: PLATFORM,
    member: sender,
    locale: DEFAULT_LANGUAGE,
    isLocaleGuessed: true,
    commandPrefix: prefix,
    isOrganiser: false,
  } as const;
  if (room === undefined) return anywhere;
  const channel = await book.firstOf(room);
  const community = await communities.of(channel);
  const isOrganiser =
    asksPower &&
    ((await isOrganiserIn(api, room, sender)) ||
      (community !== channel && (await isOrganiserIn(api, community, sender))));
  const name = asksPower ? await api.displayName(sender) : undefined;
  return { ...anywhere, ...(name === undefined ? {} : { name }), community, channel, isOrganiser };
}
