import type { Corpus } from './corpus.ts';
import { detectLanguage, type Language } from './language.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stopWords.ts';
import { LONGEST_ENTRY, synonymsOf } from './thesaurus.ts';
import { wordsOf } from './words.ts';

/** Terms that stand for a query's word: one, or several that have to follow one another. */
export interface Variant {
  readonly terms: readonly string[];
  /** 1 for the word itself, less the further away. */
  readonly weight: number;
}

/** A word of a query and everything it may have been written as. */
export interface Concept {
  readonly word: string;
  /** Small words of questions only break ties. */
  readonly isStopWord: boolean;
  readonly variants: readonly Variant[];
}

/** More than anybody types; what follows is left out, so that the work is bounded. */
const MOST_WORDS = 24;
const LONGEST_WORD = 40;
const MOST_COMPLETIONS = 40;
const MOST_CORRECTIONS = 8;

export function conceptsOf(text: string, corpus: Corpus): readonly Concept[] {
  const tokens = tokensOf(text);
  const language = detectLanguage(tokens.map(({ form }) => form));
  const stopWords: ReadonlySet<string> = STOP_WORDS[language];
  const typing = /[\p{L}\p{N}+#]$/u.test(text);
  return tokens.map((token, at) => {
    const isStopWord = stopWords.has(token.form);
    const known = [...own(token, corpus), ...joins(tokens, at, corpus)];
    const synonyms = isStopWord ? [] : synonymVariants(tokens, at, corpus);
    const isLast = at === tokens.length - 1 && typing;
    const isUnknown = known.length === 0;
    return {
      word: token.form,
      isStopWord,
      variants: [
        ...known,
        ...synonyms,
        ...(isLast || isUnknown ? completions(token.form, isUnknown, corpus) : []),
        ...(isUnknown ? guesses(token.form, corpus) : []),
        ...(isUnknown || isStopWord ? [] : compounds(token.form, corpus)),
      ],
    };
  });
}

interface Token {
  readonly form: string;
  /** The word it is a part of, written together. */
  readonly whole: string;
}

function tokensOf(text: string): readonly Token[] {
  return wordsOf(text)
    .slice(0, MOST_WORDS)
    .flatMap(({ joined, parts }) => {
      const forms = parts.length > 0 ? parts : [joined];
      return forms.map((form) => ({ form, whole: joined }));
    })
    .slice(0, MOST_WORDS)
    .map(({ form, whole }) => ({
      form: form.slice(0, LONGEST_WORD),
      whole: whole.slice(0, LONGEST_WORD),
    }));
}

function own({ form, whole }: Token, corpus: Corpus): readonly Variant[] {
  const wholes = whole === form ? [] : single(whole, 1, corpus);
  return [...single(form, 1, corpus), ...wholes];
}

/** `open` `street` `map` are found where `openstreetmap` is written. */
function joins(tokens: readonly Token[], at: number, corpus: Corpus): readonly Variant[] {
  const variants: Variant[] = [];
  for (let length = 2; length <= 3; length += 1) {
    for (let from = Math.max(0, at - length + 1); from <= at; from += 1) {
      const span = tokens.slice(from, from + length);
      const joined = span.map(({ form }) => form).join('');
      if (span.length === length && corpus.lexicon.count(joined) > 0) {
        variants.push(...single(joined, 1, corpus));
      }
    }
  }
  return variants;
}

function synonymVariants(tokens: readonly Token[], at: number, corpus: Corpus): readonly Variant[] {
  const variants: Variant[] = [];
  for (let length = 1; length <= LONGEST_ENTRY; length += 1) {
    for (let from = Math.max(0, at - length + 1); from <= at; from += 1) {
      if (from + length > tokens.length) continue;
      const forms = tokens.slice(from, from + length).map(({ form }) => form);
      for (const { words, weight } of synonymsOf(forms)) {
        variants.push(...phrase(words, weight, corpus));
      }
    }
  }
  return variants;
}

function completions(form: string, isUnknown: boolean, corpus: Corpus): readonly Variant[] {
  if (form.length < 2 && !isUnknown) return [];
  const full = isUnknown ? 0.9 : 0.5;
  return corpus.lexicon
    .startingWith(form, MOST_COMPLETIONS)
    .flatMap((word) => single(word, full * (0.6 + (0.4 * form.length) / word.length), corpus));
}

/** What an unknown word may have been meant as. */
function guesses(form: string, corpus: Corpus): readonly Variant[] {
  return [...corrections(form, corpus), ...umlauts(form, corpus), ...splits(form, corpus)];
}

function corrections(form: string, corpus: Corpus): readonly Variant[] {
  const edits = form.length < 4 ? 0 : form.length < 8 ? 1 : 2;
  if (edits === 0) return [];
  return corpus.lexicon
    .near(form, edits, MOST_CORRECTIONS)
    .filter(({ word }) => !/\d/.test(word) && word.length > 2)
    .flatMap(({ word, edits: distance }) => single(word, distance === 1 ? 0.8 : 0.5, corpus));
}

/** `muenchen` is how `münchen` is written without its dots. */
function umlauts(form: string, corpus: Corpus): readonly Variant[] {
  const plain = form.replace(/([aou])e/g, '$1');
  return plain === form ? [] : single(plain, 0.95, corpus);
}

function splits(form: string, corpus: Corpus): readonly Variant[] {
  const variants: Variant[] = [];
  for (let at = 3; at <= form.length - 3; at += 1) {
    const [head, tail] = [form.slice(0, at), form.slice(at)];
    if (corpus.lexicon.count(tail) === 0) continue;
    const heads = [head, head.replace(/(?:s|n|en|es)$/, '')];
    const known = heads.find((word) => word.length > 2 && corpus.lexicon.count(word) > 0);
    if (known === undefined) continue;
    variants.push(...phrase([known, tail], 0.9, corpus));
    if (tail.length > 4) variants.push(...single(tail, 0.5, corpus));
    if (known.length > 4) variants.push(...single(known, 0.4, corpus));
  }
  return variants;
}

/** German writes `Containerlaufzeit` where others write two words; the last one says what it is. */
function compounds(form: string, corpus: Corpus): readonly Variant[] {
  if (form.length < 5 || !corpus.languages.includes('de')) return [];
  return [
    ...corpus.lexicon.endingWith(form, 12).flatMap((word) => single(word, 0.6, corpus)),
    ...corpus.lexicon.startingWith(form, 12).flatMap((word) => single(word, 0.4, corpus)),
  ];
}

/** A word as each language of the conference stems it. */
function single(word: string, weight: number, corpus: Corpus): readonly Variant[] {
  return stems(word, corpus.languages)
    .filter((term) => corpus.termId(term) !== undefined)
    .map((term) => ({ terms: [term], weight }));
}

function phrase(words: readonly string[], weight: number, corpus: Corpus): readonly Variant[] {
  const [word] = words;
  if (words.length === 1 && word !== undefined) return single(word, weight, corpus);
  const telling = words.filter((candidate) => !STOP_WORDS.en.has(candidate));
  if (telling.length < 2) return [];
  const inSequence = corpus.languages
    .map((language) => telling.map((candidate) => stem(candidate, language)))
    .filter((terms) => terms.every((term) => corpus.termId(term) !== undefined))
    .map((terms) => ({ terms, weight }));
  return [...inSequence, ...single(words.join(''), weight, corpus)];
}

function stems(word: string, languages: readonly Language[]): readonly string[] {
  return [...new Set(languages.map((language) => stem(word, language)))];
}
