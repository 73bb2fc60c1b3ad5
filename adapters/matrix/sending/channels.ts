import { z } from 'zod';
import type { ChannelInspector } from '../../../src/platform/platform.ts';
import { isSpace, type RoomBook } from '../rooms/book.ts';
import type { RoomCommunities } from '../rooms/community.ts';
import { entered } from '../rooms/entry.ts';
import { nameOf } from '../rooms/names.ts';
import { channelsIn, type SpaceParts } from '../rooms/spaces.ts';

export interface InspectorParts extends SpaceParts {
  readonly book: SpaceParts['book'] & Pick<RoomBook, 'currentOf'>;
  readonly communities: RoomCommunities;
  readonly measure: () => Promise<number>;
}

const level = z.coerce.number();
const levels = z.object({
  users: z.record(z.string(), level.catch(0)).catch({}),
  users_default: level.catch(0),
  events: z.record(z.string(), level.catch(0)).catch({}),
  events_default: level.catch(0),
});

/** Rooms are those of the community alone: whoever organises one must not post in another's. */
export function createChannelInspector(parts: InspectorParts): ChannelInspector {
  const { self, api, book, communities } = parts;
  return {
    inspect: async ({ channel, community }, { numbered }) => {
      const room = await book.currentOf(channel);
      const isCalled = async () => channel === community || communities.names(community, room);
      const entry = await entered(parts, room, isCalled);
      if (entry === 'refused') return { kind: 'missing' };
      if (entry === 'uncalled') return { kind: 'forbidden', lacking: [numbered.anotherSpace] };
      if (entry === 'came') communities.changed();
      if (channel !== community && (await communities.of(channel)) !== community) {
        return { kind: 'forbidden', lacking: [numbered.anotherSpace] };
      }
      if (isSpace(await api.state(room, 'm.room.create'))) {
        return { kind: 'group', channels: await channelsIn(parts, room) };
      }
      const encryption = await api.state(room, 'm.room.encryption');
      if (encryption !== undefined) return { kind: 'forbidden', lacking: [numbered.encrypted] };
      const { users, users_default, events, events_default } = levels.parse(
        (await api.state(room, 'm.room.power_levels')) ?? {},
      );
      const own = users[self()] ?? users_default;
      const needed = events['m.room.message'] ?? events_default;
      if (own < needed) return { kind: 'forbidden', lacking: [numbered.power(own, needed)] };
      return { kind: 'writable', name: await nameOf(api, room) };
    },
    ungranted: async () => [],
    measuredLimit: async ({ numbered }) => ({
      spacingMs: await parts.measure(),
      remedy: numbered.liftLimit(parts.self()),
    }),
  };
}
