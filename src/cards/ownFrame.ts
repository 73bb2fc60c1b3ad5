import type { Talk } from '../schedule/schedule.ts';
import { partRef, type ShortRef, shortRef } from './actions/reference.ts';
import type { Frame } from './frame.ts';

/** The frame of the conference that the talk is of, where that is one of several. */
export function ownFrame<F extends Frame>(talk: Talk, frame: F): F {
  const part = partOf(talk, frame);
  return part === undefined ? frame : { ...frame, ...part };
}

/** How ids of the frame's conference name the talk. */
export function talkRef(talk: Talk, frame: Frame): ShortRef {
  const { key } = partOf(talk, frame)?.programme ?? frame.programme;
  const ref = shortRef(talk.id);
  return key === frame.programme.key ? ref : partRef(ref, key);
}

export function isStarred(talk: Talk, frame: Frame): boolean {
  return ownFrame(talk, frame).starred.has(talk.id);
}

function partOf(talk: Talk, { beside = [] }: Frame) {
  return beside.find(({ programme }) => programme.conference.talks.includes(talk));
}
