import type { CommunityRef } from '../../platform/target.ts';
import type { RoomStateKind } from '../../programme/rooms/roomStates.ts';
import type { RoomSlug } from '../../schedule/schedule.ts';
import type { AnnouncerWork } from '../announcerWork.ts';
import type { TakeoverSetting } from '../versions/takeover.ts';
import { changeRoom, readRooms, type Standing } from './changeRoom.ts';

export interface SaidState {
  readonly room: RoomSlug;
  readonly state: RoomStateKind;
  /** Id of the member who says so. */
  readonly by: string;
}

/** `over`: nothing runs there any more on that day, so that there is nothing to say. */
export type RoomTold = 'told' | 'over';

/** A helper of that community says how a room stands. */
export function tellRoom(
  announcerWork: AnnouncerWork,
  community: CommunityRef,
  standing: Standing,
  { room: slug, state, by }: SaidState,
  setting: TakeoverSetting,
): Promise<RoomTold> {
  return announcerWork.transaction(async (stores) => {
    const rooms = await readRooms(stores, community, standing, setting);
    const room = rooms.conference.rooms.find((one) => one.slug === slug);
    const changed = room && (await changeRoom(rooms, room, state, 'helper'));
    if (room === undefined || changed === undefined) return 'over';
    const words = { about: [room.name], before: [changed.former], after: [state] };
    await stores.acts.record(community, { kind: 'room', ...words }, { at: rooms.now, by });
    return 'told';
  });
}
