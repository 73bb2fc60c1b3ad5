import type { Talk } from '../schedule/model.ts';
import type { Concept } from './concepts.ts';
import { type Corpus, formsOf } from './corpus.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { stem } from './stem.ts';
import { type Word, wordsOf } from './words.ts';

export interface FieldMatch {
  readonly field: Field;
  /** As they are written in the talk, each once. */
  readonly terms: readonly string[];
  /** A short piece of the abstract, plain text, when the title does not show the match. */
  readonly excerpt?: string;
}

/** Where a query is found in a talk, in the order of {@link FIELDS}. */
export function fieldMatches(
  talk: Talk,
  concepts: readonly Concept[],
  corpus: Corpus,
): readonly FieldMatch[] {
  const telling = concepts.filter(({ isStopWord }) => !isStopWord);
  const terms = new Set(
    (telling.length > 0 ? telling : concepts).flatMap(({ variants }) =>
      variants.flatMap((variant) => variant.terms),
    ),
  );
  const isMatch = (word: Word) =>
    formsOf(word).some((form) =>
      corpus.languages.some((language) => terms.has(stem(form, language))),
    );
  const matches = FIELDS.flatMap((field) => matchIn(talk, field, isMatch));
  const shown = matches.some(({ field }) => field === 'title');
  return shown ? matches.map(({ field, terms: written }) => ({ field, terms: written })) : matches;
}

function matchIn(
  talk: Talk,
  field: Field,
  isMatch: (word: Word) => boolean,
): readonly FieldMatch[] {
  const text = fieldText(talk, field);
  const words = wordsOf(text).filter(isMatch);
  const [first] = words;
  if (first === undefined) return [];
  const terms = [...new Set(words.map(({ start, end }) => text.slice(start, end)))];
  if (field !== 'abstract') return [{ field, terms }];
  return [{ field, terms, excerpt: excerptAround(text, densest(words)) }];
}

const EXCERPT_LENGTH = 120;

/** The word with the most different matches close behind it. */
function densest(words: readonly Word[]): Word {
  const richness = words.map(
    ({ start }, at) =>
      new Set(
        words
          .slice(at)
          .filter((word) => word.end <= start + EXCERPT_LENGTH / 2)
          .map(({ joined }) => joined),
      ).size,
  );
  const best = words[richness.indexOf(Math.max(...richness))] ?? words[0];
  if (best === undefined) throw new RangeError('An excerpt needs a match');
  return best;
}

/** A line of about {@link EXCERPT_LENGTH} characters, cut between words and marked where it is cut. */
function excerptAround(text: string, { start }: Word): string {
  const room = Math.floor(EXCERPT_LENGTH / 3);
  const from =
    start <= room ? 0 : start - room + Math.max(0, text.slice(start - room, start).search(/\s/));
  const rough = text.slice(from, from + EXCERPT_LENGTH);
  const isCut = from + EXCERPT_LENGTH < text.length;
  const body = isCut ? rough.replace(/\s+\S*$/, '') : rough;
  const line = body.replace(/\s+/g, ' ').trim().toWellFormed();
  return `${from > 0 ? '… ' : ''}${line}${isCut ? ' …' : ''}`;
}
