import { remembered } from '../language/remembered.ts';
import { plainForm } from '../language/stem.ts';
import { EVERYDAY, synonymsOf, TRANSLATED } from '../language/thesaurus.ts';
import type { Corpus } from './index/corpus.ts';
import { phraseVariants, type Variant, wordVariants } from './variants.ts';

const MOST_COMPOUNDS = 12;

/**
 * German writes `Containerlaufzeit` where others write two words, and so do the names of products
 * (`SpaceBot`); the last word says what it is. Short words stand at the ends of others by chance, so
 * that the rest of these has to be a word as well.
 */
export function compoundsWith(word: string, corpus: Corpus): readonly Variant[] {
  const { lexicon } = corpus;
  const isTelling = word.length >= 5 && speaksGerman(corpus);
  const isPart = (longer: string, rest: string) =>
    isTelling || (isWord(rest, corpus) && isNamedSo(word, longer, corpus));
  const found = (wholes: readonly string[], restOf: (longer: string) => string, weight: number) =>
    wholes
      .filter((longer) => isPart(longer, restOf(longer)))
      .flatMap((longer) => wordVariants(longer, weight, corpus));
  return [...new Set([word, plainForm(word, 'en')])].flatMap((part) => {
    if (part.length < SHORTEST_PART) return [];
    const { length } = part;
    return [
      ...found(lexicon.endingWith(part, MOST_COMPOUNDS), (whole) => whole.slice(0, -length), 0.6),
      ...found(lexicon.startingWith(part, MOST_COMPOUNDS), (whole) => whole.slice(length), 0.4),
    ];
  });
}

const SHORTEST_PART = 3;

function isWord(rest: string, { lexicon }: Corpus): boolean {
  return rest.length >= SHORTEST_PART && lexicon.count(rest) > 0;
}

/** What is a word itself may be quite another one: `restart` is no art. */
function isNamedSo(part: string, whole: string, { meaning }: Corpus): boolean {
  return meaning === undefined || (meaning.likeness(part, whole) ?? 1) >= ALIKE;
}

const ALIKE = 0.35;

/** A word that no talk has, as two that some have: `kubelet` `proxy`; in German each says something alone. */
export function splits(word: string, corpus: Corpus): readonly Variant[] {
  return seamsOf(word, 3).flatMap(({ heads, tail }) => {
    const head = heads.find((candidate) => corpus.lexicon.count(candidate) > 0);
    if (head === undefined || corpus.lexicon.count(tail) === 0) return [];
    const together = phraseVariants([head, tail], 0.9, corpus);
    if (!speaksGerman(corpus)) return together;
    return [
      ...together,
      ...(tail.length > 4 ? wordVariants(tail, 0.5, corpus) : []),
      ...(head.length > 4 ? wordVariants(head, 0.4, corpus) : []),
    ];
  });
}

/** A German compound in the words of another language: `Quantencomputer` as `quantum computer`. */
export function translatedCompound(word: string, corpus: Corpus): readonly Variant[] {
  return compoundsOf(word).flatMap((words) => phraseVariants(words, TRANSLATED, corpus));
}

const compoundsOf = remembered((word): readonly (readonly string[])[] => {
  if (word.length < 9) return [];
  return seamsOf(word, 4).flatMap(({ heads, tail }) => {
    const firsts = heads.flatMap(translations);
    const lasts = translations(tail);
    return [
      ...firsts.flatMap((first) => [[...first, tail], ...lasts.map((last) => [...first, ...last])]),
      ...heads.flatMap((head) => lasts.map((last) => [head, ...last])),
    ];
  });
});

function translations(word: string): readonly (readonly string[])[] {
  return synonymsOf([word])
    .filter(({ weight }) => weight >= EVERYDAY)
    .map(({ words }) => words);
}

interface Seam {
  /** As it stands, and without the letters that German puts between words. */
  readonly heads: readonly string[];
  readonly tail: string;
}

/** Every place to cut a word so that both sides have at least that many letters. */
function seamsOf(word: string, shortest: number): readonly Seam[] {
  const places = Math.max(0, word.length - 2 * shortest + 1);
  return Array.from({ length: places }, (_, at) => {
    const head = word.slice(0, at + shortest);
    const bare = head.replace(/(?:e?s|e?n)$/, '');
    return {
      heads: bare === head || bare.length < 3 ? [head] : [head, bare],
      tail: word.slice(at + shortest),
    };
  });
}

function speaksGerman({ languages }: Corpus): boolean {
  return languages.includes('de');
}
