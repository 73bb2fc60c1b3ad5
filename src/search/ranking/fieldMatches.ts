import type { Talk } from '../../schedule/schedule.ts';
import { remembered } from '../language/remembered.ts';
import { allFormsOf, type PlacedWord, placedWords } from '../language/words.ts';
import type { Concept } from './concepts.ts';
import type { Corpus } from './index/corpus.ts';
import { FIELDS, type Field, fieldText } from './index/fields.ts';

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
  const counting = telling.length > 0 ? telling : concepts;
  let known: readonly ReadonlySet<number>[] | undefined;
  // Abstracts of one result say the same words over and over.
  const conceptsIn = remembered((word) => {
    const terms = allFormsOf(word).flatMap((form) => corpus.termsOf(form));
    known ??= counting.map(termsOfConcept);
    return known.flatMap((set, at) => (terms.some((term) => set.has(term)) ? [at] : []));
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
      if (field === 'abstract' && seen.size === counting.length) break;
      matches.push(...matchIn(talk, field, isMatch, matches[0]?.field !== 'title'));
    }
    return matches;
  };
}

function termsOfConcept({ variants }: Concept): ReadonlySet<number> {
  return new Set(variants.flatMap(({ terms }) => terms));
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

const LENGTH = 120;

/** How much of the excerpt comes before the match. */
const LEAD = 40;

/**
 * One line of about 120 characters around the richest place among these words of the text, cut
 * between words and marked with an ellipsis where it is cut.
 */
function excerptAround(text: string, words: readonly PlacedWord[]): string {
  const { start } = richest(words);
  const from =
    start <= LEAD ? 0 : start - LEAD + Math.max(0, text.slice(start - LEAD, start).search(/\s/));
  const isCut = from + LENGTH < text.length;
  const rough = text.slice(from, from + LENGTH);
  const line = (isCut ? rough.replace(/\s+\S*$/, '') : rough).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${line.toWellFormed()}${isCut ? ' …' : ''}`;
}

/** The word with the most different others close behind it. */
function richest(words: readonly PlacedWord[]): { readonly start: number } {
  let best = { start: 0, richness: 0 };
  for (const [at, { start }] of words.entries()) {
    const near = words.slice(at, at + 12).filter((word) => word.start < start + LENGTH - LEAD);
    const richness = new Set(near.map(({ written }) => written)).size;
    if (richness > best.richness) best = { start, richness };
  }
  return best;
}
