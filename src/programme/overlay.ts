import type { Conference } from '../schedule/schedule.ts';
import { applyByHand, type TalkByHand } from './byHand.ts';
import { applyDelays, type RoomDelay } from './delays.ts';

/** What a community's organisers changed by hand. */
export interface Overlay {
  /** The earliest of a room first; they count from where talks stand by `talks`. */
  readonly delays: readonly RoomDelay[];
  /** One a talk. */
  readonly talks: readonly TalkByHand[];
}

/** Where all is as its source says. */
export const NO_OVERLAY: Overlay = { delays: [], talks: [] };

export function isAsPublished({ delays, talks }: Overlay): boolean {
  return delays.length === 0 && talks.length === 0;
}

/** The conference as it really takes place in that community. */
export function applyOverlay(conference: Conference, { delays, talks }: Overlay): Conference {
  return applyDelays(applyByHand(conference, talks), delays);
}
