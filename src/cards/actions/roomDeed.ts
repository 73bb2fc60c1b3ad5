import { readRef, type ShortRef } from './reference.ts';

/** What helpers say of a room. */
export type RoomDeed =
  | {
      readonly kind: 'roomState';
      readonly room: ShortRef;
      readonly state: 'full' | 'busy' | 'free';
    }
  /** By so many minutes in all, so that pressed twice it is said once. */
  | { readonly kind: 'late'; readonly room: ShortRef; readonly minutes: number };

/** The bounds of a room's delay, in minutes. */
export const DELAY_MINUTES = { min: -240, max: 720 } as const;

export function roomWords(deed: RoomDeed): readonly string[] {
  const what = deed.kind === 'late' ? String(deed.minutes) : deed.state;
  return [deed.kind, deed.room, what];
}

/** The inverse of {@link roomWords}; undefined for words it never wrote. */
export function roomDeed(
  kind: RoomDeed['kind'],
  [room = '', what = '']: readonly string[],
): RoomDeed | undefined {
  if (room === '') return undefined;
  if (kind === 'roomState') {
    return what === 'full' || what === 'busy' || what === 'free'
      ? { kind, room: readRef(room), state: what }
      : undefined;
  }
  const minutes = Number(what);
  const isBounded = minutes >= DELAY_MINUTES.min && minutes <= DELAY_MINUTES.max;
  return /^-?\d{1,3}$/.test(what) && isBounded ? { kind, room: readRef(room), minutes } : undefined;
}
