import type { Finding } from './error.ts';
import { OURS_ALONE, VARIABLES } from './variables.ts';

/** Shorter names are near to too many words of others. */
const SHORTEST = 8;

/** Variables that are nearly one of ours and none: with a token misspelled, the terminal would greet. */
export function misspelled(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Finding[] {
  return Object.keys(environment).flatMap((name) => {
    if (VARIABLES.some((ours) => ours === name) || name.length < SHORTEST) return [];
    const ours = VARIABLES.find(
      (each) => each.length >= SHORTEST && isNear(name.toUpperCase(), each),
    );
    return ours === undefined ? [] : [(words) => words.misspelled(name, ours)];
  });
}

/** Two letters in each other's place, or in a name that is ours alone, one too many, too few or another. */
function isNear(name: string, ours: string): boolean {
  let start = 0;
  while (start < ours.length && name[start] === ours[start]) start += 1;
  let end = 0;
  const most = Math.min(name.length, ours.length) - start;
  while (end < most && name.at(-1 - end) === ours.at(-1 - end)) end += 1;
  const middle = name.slice(start, name.length - end);
  const meant = ours.slice(start, ours.length - end);
  const isTransposed = middle.length === 2 && [...middle].toReversed().join('') === meant;
  const isOneOff = middle.length <= 1 && meant.length <= 1;
  return isTransposed || (isOneOff && OURS_ALONE.test(ours));
}
