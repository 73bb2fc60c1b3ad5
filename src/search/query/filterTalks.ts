import type { Talk } from '../../schedule/model.ts';
import type { TalkFilters } from './talkQuery.ts';

/** Whether a talk passes; nothing is starred where no stars are given. */
export function passes(
  { rooms, tracks, speakers, starts, starred }: TalkFilters,
  stars: ReadonlySet<string> = new Set(),
): (talk: Talk) => boolean {
  return (talk) =>
    (rooms === undefined || includes(rooms, talk.room)) &&
    (tracks === undefined || includes(tracks, talk.track)) &&
    (speakers === undefined || talk.speakers.some(({ name }) => speakers.includes(name))) &&
    (starts === undefined ||
      starts.some(({ start, end }) => start <= talk.start && talk.start < end)) &&
    (starred === undefined || stars.has(talk.id));
}

function includes(names: readonly string[], name: string | undefined): boolean {
  return name !== undefined && names.includes(name);
}
