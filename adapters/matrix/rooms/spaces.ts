import type { GroupedChannel } from '../../../src/platform/platform.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { SpaceChild } from '../connection/calls.ts';
import type { RoomBook } from './book.ts';
import type { RoomCommunities } from './community.ts';
import { type EntryParts, entered } from './entry.ts';

export interface SpaceParts extends EntryParts {
  readonly api: EntryParts['api'] & Pick<MatrixApi, 'childrenOf'>;
  readonly book: Pick<RoomBook, 'addSpace'>;
  readonly communities: Pick<RoomCommunities, 'changed'>;
}

/** A conference has a space, that one for each building, and that perhaps one for each floor. */
const MOST_DEEP = 4;
const MOST_SPACES = 100;

/** The rooms of a space and of the spaces in it, as far as Hallway may be in those: level by level. */
export async function channelsIn(
  parts: SpaceParts,
  space: string,
): Promise<readonly GroupedChannel[]> {
  const channels: GroupedChannel[] = [];
  const seen = new Set([space]);
  let spaces = [space];
  for (let depth = 0; depth < MOST_DEEP && spaces.length > 0; depth += 1) {
    const below: string[] = [];
    for (const each of spaces) {
      const children = (await parts.api.childrenOf(each)).filter(
        ({ room_id }) => !seen.has(room_id),
      );
      for (const { room_id } of children) seen.add(room_id);
      channels.push(...children.filter((child) => !isSpace(child)).map(channelOf));
      below.push(...children.filter(isSpace).map(({ room_id }) => room_id));
    }
    spaces = await enteredOf(parts, below.slice(0, MOST_SPACES));
  }
  return channels;
}

async function enteredOf(parts: SpaceParts, spaces: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const space of spaces) {
    const entry = await entered(parts, space, async () => true);
    if (entry !== 'there' && entry !== 'came') continue;
    if (entry === 'came') {
      await parts.book.addSpace(space);
      parts.communities.changed();
    }
    open.push(space);
  }
  return open;
}

function isSpace({ room_type }: SpaceChild): boolean {
  return room_type === 'm.space';
}

function channelOf({ room_id: channel, name, canonical_alias: address }: SpaceChild) {
  return {
    channel,
    names: [name ?? [], localPart(address) ?? []].flat(),
    addresses: [address ?? []].flat(),
  };
}

/** `hall` of `#hall:example.org`. */
function localPart(address: string | null | undefined): string | undefined {
  return address?.slice(1).split(':')[0];
}
