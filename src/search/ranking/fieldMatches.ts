import type { Talk } from '../../schedule/schedule.ts';
import { allFormsOf, type PlacedWord, placedWords } from '../language/words.ts';
import type { Concept } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { excerptAround } from './excerptAround.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';

export interface FieldMatch {
  readonly field: Field;
  /** As they are written in the talk, each once. */
  readonly terms: readonly string[];
  /** A short piece of the abstract, plain text, when the title does not show the match. */
  readonly excerpt?: string;
}

/**
 * Where a query is found in talks, in the order of {@link FIELDS}. The abstract is told only
 * where the other fields do not hold every telling word of the query.
 */
export function fieldMatcher(
  concepts: readonly Concept[],
  corpus: Corpus,
): (talk: Talk) => readonly FieldMatch[] {
  const telling = concepts.filter(({ isStopWord }) => !isStopWord);
  const sets = (telling.length > 0 ? telling : concepts).map(termsOfConcept);
  const conceptsIn = remembered((word) => {
    const terms = allFormsOf(word).flatMap((form) => corpus.termsOf(form));
    return sets.flatMap((set, at) => (terms.some((term) => set.has(term)) ? [at] : []));
  });
  return (talk) => {
    const seen = new Set<number>();
    const isMatch = ({ written }: PlacedWord) => {
      const found = conceptsIn(written);
      for (const at of found) seen.add(at);
      return found.length > 0;
    };
    const matches: FieldMatch[] = [];
    for (const field of FIELDS) {
      if (field === 'abstract' && seen.size === sets.length) break;
      matches.push(...matchIn(talk, field, isMatch, matches[0]?.field !== 'title'));
    }
    return matches;
  };
}

function termsOfConcept({ variants }: Concept): ReadonlySet<number> {
  return new Set(variants.flatMap(({ terms }) => terms));
}

/** Abstracts of one result say the same words over and over. */
function remembered(conceptsIn: (written: string) => readonly number[]) {
  const known = new Map<string, readonly number[]>();
  return (written: string) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const found = conceptsIn(written);
    known.set(written, found);
    return found;
  };
}

function matchIn(
  talk: Talk,
  field: Field,
  isMatch: (word: PlacedWord) => boolean,
  needsExcerpt: boolean,
): readonly FieldMatch[] {
  const text = fieldText(talk, field);
  const words = placedWords(text).filter(isMatch);
  if (words.length === 0) return [];
  const terms = [...new Set(words.map(({ written }) => written))];
  if (field !== 'abstract' || !needsExcerpt) return [{ field, terms }];
  return [{ field, terms, excerpt: excerptAround(text, words) }];
}
