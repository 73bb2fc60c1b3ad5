import { fold, visible } from './slug.ts';

/** What loose words mean among names. */
export type NamedMatch<T> =
  | { readonly kind: 'found'; readonly value: T }
  /** Several fit equally well, in the conference's order. */
  | { readonly kind: 'ambiguous'; readonly values: readonly T[] }
  | { readonly kind: 'none' };

interface Named {
  readonly name: string;
  readonly slug: string;
}

type OtherNames = (name: string) => readonly string[];

const noOthers: OtherNames = () => [];

/**
 * Finds the name meant by `ud2.208` among `UD2.208 (Decroly)`: case, accents and
 * punctuation do not count, nor what cannot be seen. An equal name beats a name that begins so, which beats
 * one with words that begin so, which beats one that contains it anywhere. What a candidate is called
 * besides (`otherNames`) counts as much as its name.
 */
export function findNamed<T extends Named>(
  candidates: readonly T[],
  words: string,
  otherNames: OtherNames = noOthers,
): NamedMatch<T> {
  const wanted = wordsOf(words);
  const joined = wanted.join('');
  return firstOf(candidates, joined, otherNames, [
    (name, { slug }) => name.join('') === joined || slug === words,
    (name) => name.join('').startsWith(joined) && wholeWords(name, joined),
    (name) => name.join('').startsWith(joined),
    (name) => wanted.every((word) => name.some((own) => own.startsWith(word))),
    (name) => name.join('').includes(joined),
  ]);
}

/**
 * The same for names that a machine writes, which nobody looks at: the whole name, or whole words that
 * it begins with, as `H.1308` is `H.1308 (Rolin)` and `H.130` is neither.
 */
export function findWhole<T extends Named>(
  candidates: readonly T[],
  words: string,
  otherNames: OtherNames = noOthers,
): NamedMatch<T> {
  const joined = wordsOf(words).join('');
  return firstOf(candidates, joined, otherNames, [
    (name) => name.join('') === joined,
    (name) => name.join('').startsWith(joined) && wholeWords(name, joined),
  ]);
}

/** Those who pass the first test that any passes. */
function firstOf<T extends Named>(
  candidates: readonly T[],
  joined: string,
  otherNames: OtherNames,
  tests: readonly ((name: readonly string[], candidate: T) => boolean)[],
): NamedMatch<T> {
  if (joined === '') return { kind: 'none' };
  for (const test of tests) {
    const values = candidates.filter((candidate) =>
      [candidate.name, ...otherNames(candidate.name)].some((name) =>
        test(wordsOf(name), candidate),
      ),
    );
    const [value] = values;
    if (value !== undefined) {
      return values.length === 1 ? { kind: 'found', value } : { kind: 'ambiguous', values };
    }
  }
  return { kind: 'none' };
}

/** Whether the joined words end where a word of the name ends: `room 1` is not the start of `Room 10`. */
function wholeWords(name: readonly string[], joined: string): boolean {
  let length = 0;
  return name.some((word) => {
    length += word.length;
    return length === joined.length;
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(visible(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
}
