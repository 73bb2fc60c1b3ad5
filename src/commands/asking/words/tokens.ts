import { fold } from '../../../schedule/naming/slug.ts';

/** One word of a question. */
export interface Token {
  /** Folded, without apostrophes: `what's` is `whats`. */
  readonly word: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The same without a possessive ending: `akihiro's` is `akihiro`. */
  readonly owner?: string;
}

/** Dates and codes hold together (`2026-11-07`, `K.4.201`, `14:30`, `c++`); hyphens part words. */
const WORD =
  /\d{4}-\d{2}-\d{2}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+|[.:&][\p{L}\p{N}]+)*[+#]*(?:(?<=\p{L}\.\p{L})\.)?/gu;
/** French words that lose their vowel before another: `l’après-midi`. */
const ELIDED = /^([ldjcnmst]|qu)['’](?=.{3})/iu;
const APOSTROPHES = /['’]/g;
const POSSESSIVE = /['’]s$/iu;

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const elided = ELIDED.exec(written);
    if (elided === null) return [token(written, index)];
    const length = elided[0].length;
    return [token(written.slice(0, length), index), token(written.slice(length), index + length)];
  });
}

function token(written: string, start: number): Token {
  const owner = POSSESSIVE.test(written) ? wordOf(written.replace(POSSESSIVE, '')) : undefined;
  return {
    word: wordOf(written),
    start,
    end: start + written.length,
    ...(owner === undefined ? {} : { owner }),
  };
}

function wordOf(written: string): string {
  return fold(written).replace(APOSTROPHES, '');
}

/** Without a letter or sign that may make it one word or another: most names, and a thousand talks have many. */
const PLAIN = /^[a-z ,;!?()"/-]*$/i;

/** The words of a phrase, as they stand in {@link Token}s. */
export function wordsOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(/[a-z]+/g) ?? [];
  return tokensOf(text).map(({ word }) => word);
}
