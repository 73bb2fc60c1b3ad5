import type { Talk } from '../schedule/model.ts';
import type { Concept } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { excerptAround } from './excerptAround.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { formsOf, type Word, wordsOf } from './words.ts';

export interface FieldMatch {
  readonly field: Field;
  /** As they are written in the talk, each once. */
  readonly terms: readonly string[];
  /** A short piece of the abstract, plain text, when the title does not show the match. */
  readonly excerpt?: string;
}

/**
 * Where a query is found in a talk, in the order of {@link FIELDS}. The abstract is told only
 * where the other fields do not hold every telling word of the query.
 */
export function fieldMatches(
  talk: Talk,
  concepts: readonly Concept[],
  corpus: Corpus,
): readonly FieldMatch[] {
  const telling = concepts.filter(({ isStopWord }) => !isStopWord);
  const sets = (telling.length > 0 ? telling : concepts).map(termsOfConcept);
  const seen = new Set<number>();
  const isMatch = (word: Word) => {
    const terms = formsOf(word).flatMap((form) => corpus.termsOf(form));
    const found = sets.flatMap((set, at) => (terms.some((term) => set.has(term)) ? [at] : []));
    for (const at of found) seen.add(at);
    return found.length > 0;
  };
  const matches: FieldMatch[] = [];
  for (const field of FIELDS) {
    if (field === 'abstract' && seen.size === sets.length) break;
    matches.push(...matchIn(talk, field, isMatch, matches[0]?.field !== 'title'));
  }
  return matches;
}

function termsOfConcept({ variants }: Concept): ReadonlySet<number> {
  return new Set(variants.flatMap(({ terms }) => terms));
}

function matchIn(
  talk: Talk,
  field: Field,
  isMatch: (word: Word) => boolean,
  needsExcerpt: boolean,
): readonly FieldMatch[] {
  const text = fieldText(talk, field);
  const words = wordsOf(text).filter(isMatch);
  if (words.length === 0) return [];
  const terms = [...new Set(words.map(({ start, end }) => text.slice(start, end)))];
  if (field !== 'abstract' || !needsExcerpt) return [{ field, terms }];
  return [{ field, terms, excerpt: excerptAround(text, words) }];
}
