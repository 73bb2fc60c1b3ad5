/** In which of a community's channels questions to Hallway are answered: ids of channels; none of them is `off`. */
export type AnswerPlaces = 'all' | readonly string[];

/** Unless organisers say otherwise. */
export const ANSWERED_AT_FIRST: AnswerPlaces = 'all';

export function answersIn(places: AnswerPlaces, channel: string): boolean {
  return places === 'all' || places.includes(channel);
}
