import { stem } from '../../language/stem.ts';
import type { TermId, Terms } from '../../language/terms.ts';
import type { Lexicon } from './lexicon.ts';

/** A word of the same family: `testing` to `test`, but `import` to `important` too. */
export interface Kin {
  readonly term: TermId;
  readonly form: string;
}

/**
 * The other terms with a word's stem, each in one of its forms. Only English stems hold several terms
 * together. Of all words only those are stemmed that begin as one that somebody asks for.
 */
export function kinAmong(terms: Terms, lexicon: Lexicon): (word: string) => readonly Kin[] {
  const stems = new Map<string, string>();
  const stemOf = (word: string) => {
    const known = stems.get(word) ?? stem(word, 'en');
    stems.set(word, known);
    return known;
  };
  return (word) => {
    const shared = stem(word, 'en');
    const own = terms.find(word, 'en');
    const family = new Map<TermId, Kin>();
    for (const form of lexicon.beginningWith(beginningOf(shared))) {
      const term = terms.asWritten(form, 'en');
      if (term === undefined || term === own || family.has(term)) continue;
      if (stemOf(form) === shared) family.set(term, { term, form });
    }
    return [...family.values()];
  };
}

/** Letters at the end of a stem that may be others in a word of it: `center` of `centre`, `fli` of `fly`. */
const CHANGING = 2;
const UNCHANGED = 3;

function beginningOf(shared: string): string {
  return shared.replace(/i$/, '').slice(0, Math.max(UNCHANGED, shared.length - CHANGING));
}
