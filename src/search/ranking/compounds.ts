import { stemsOf, synonymsOf, TRANSLATED } from '../language/thesaurus.ts';
import type { Corpus } from './corpus.ts';
import { phraseVariants, type Variant, wordVariants } from './variants.ts';

const MOST_COMPOUNDS = 12;

/** German writes `Containerlaufzeit` where others write two words; the last one says what it is. */
export function compoundsWith(word: string, corpus: Corpus): readonly Variant[] {
  if (word.length < 5 || !speaksGerman(corpus)) return [];
  const { lexicon } = corpus;
  return [
    ...lexicon
      .endingWith(word, MOST_COMPOUNDS)
      .flatMap((longer) => wordVariants(longer, 0.6, corpus)),
    ...lexicon
      .startingWith(word, MOST_COMPOUNDS)
      .flatMap((longer) => wordVariants(longer, 0.4, corpus)),
  ];
}

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
  if (word.length < 9) return [];
  return seamsOf(word, 4).flatMap(({ heads, tail }) => {
    const firsts = heads.flatMap(translations);
    const lasts = translations(tail);
    const pairs = [
      ...firsts.flatMap((first) => [[...first, tail], ...lasts.map((last) => [...first, ...last])]),
      ...heads.flatMap((head) => lasts.map((last) => [head, ...last])),
    ];
    return pairs.flatMap((words) => phraseVariants(words, TRANSLATED, corpus));
  });
}

function translations(word: string): readonly (readonly string[])[] {
  return synonymsOf([stemsOf(word)])
    .filter(({ weight }) => weight >= TRANSLATED)
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
