import type { Kysely } from 'kysely';
import type { Communities } from '../../../src/programme/communities.ts';
import { ROOM_STATES, type RoomStateKind } from '../../../src/programme/rooms/roomStates.ts';
import type { Tables } from '../database/schema.ts';

/** Of a room, what was said last. */
export function roomStatesIn(
  db: Kysely<Tables>,
): Pick<Communities, 'setRoomState' | 'roomStatesOf'> {
  return {
    setRoomState: async ({ platform, id }, conference, { room, saidAt, ...rest }) => {
      const { state, talk, until, origin } = rest;
      const said = { state, talk, said_at: saidAt, until, origin };
      await db
        .insertInto('room_states')
        .values({ platform, community: id, conference, room, ...said })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'conference', 'room']).doUpdateSet(said),
        )
        .execute();
    },

    roomStatesOf: async ({ platform, id }, conference) => {
      const rows = await db
        .selectFrom('room_states')
        .select(['room', 'state', 'talk', 'said_at', 'until', 'origin'])
        .where('platform', '=', platform)
        .where('community', '=', id)
        .where('conference', '=', conference)
        .orderBy('room')
        .execute();
      return rows.flatMap(({ state, said_at: saidAt, ...said }) =>
        isState(state) ? [{ ...said, state, saidAt }] : [],
      );
    },
  };
}

function isState(state: string): state is RoomStateKind {
  return ROOM_STATES.some((one) => one === state);
}
