import type { Finding } from './error.ts';
import { VARIABLES } from './variables.ts';

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

/** One letter too many, too few or another, or two letters in each other's place. */
function isNear(name: string, ours: string): boolean {
  let start = 0;
  while (start < ours.length && name[start] === ours[start]) start += 1;
  let end = 0;
  const most = Math.min(name.length, ours.length) - start;
  while (end < most && name.at(-1 - end) === ours.at(-1 - end)) end += 1;
  const middle = name.slice(start, name.length - end);
  const meant = ours.slice(start, ours.length - end);
  const isTransposed = middle.length === 2 && [...middle].toReversed().join('') === meant;
  return (middle.length <= 1 && meant.length <= 1) || isTransposed;
}
