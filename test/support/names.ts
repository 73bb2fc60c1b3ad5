import { readRef, type ShortRef } from '../../src/cards/actions/reference.ts';
import type { RoomSlug } from '../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../src/schedule/source.ts';

/** Names as tests write them: only here does a plain text become one. */
export const keyOf = (name: string): ConferenceKey => name as ConferenceKey;
export const roomSlug = (name: string): RoomSlug => name as RoomSlug;
export const refOf = (name: string): ShortRef => readRef(name);
