import { memory } from '../language/remembered.ts';
import {
  EVERYDAY,
  LONGEST_ENTRY,
  type Synonym,
  synonymsOf,
  TRANSLATED,
} from '../language/thesaurus.ts';
import { compoundsWith, translatedCompound } from './compounds.ts';
import { corrections } from './corrections.ts';
import type { Corpus } from './index/corpus.ts';
import { type QueryToken, queryTokens } from './queryTokens.ts';
import { phraseVariants, type Variant, wordVariants } from './variants.ts';

/** A word of a query and everything it may have been written as. */
export interface Concept {
  readonly word: string;
  /** Small words of questions only break ties. */
  readonly isStopWord: boolean;
  readonly variants: readonly Variant[];
}

/** Reads queries as the words of one conference. */
export type ReadConcepts = (text: string) => readonly Concept[];

/** Of those that were read last. */
const MOST_KNOWN = 300;

/** A word with the same neighbours that matter is the same concept again: of who types on, all but the last. */
export function conceptReader(corpus: Corpus): ReadConcepts {
  const known = memory<Concept>(MOST_KNOWN);
  return (text) => {
    const tokens = queryTokens(text, corpus);
    const runs = runsIn(tokens, corpus);
    const isTyping = /[\p{L}\p{N}+#]$/u.test(text);
    return tokens.map((token, at) => {
      const isLast = at === tokens.length - 1 && isTyping;
      const own = runs.filter(({ from, end }) => from <= at && at < end);
      const name = [token.joined, token.words, token.isStopWord, isLast, ...own.map(textOf)];
      return known(name.join('\n'), () => conceptOf(token, isLast, own, corpus));
    });
  };
}

function conceptOf(
  token: QueryToken,
  isLast: boolean,
  runs: readonly Run[],
  corpus: Corpus,
): Concept {
  const { joined: word, isStopWord } = token;
  const typed = asTyped(token, corpus);
  const known = [
    ...typed,
    ...(isStopWord ? [] : synonyms(token, runs, corpus)),
    ...abbreviations(token, runs, corpus),
  ];
  const variants = isStopWord
    ? known
    : [
        ...known,
        ...unwritten(token, { asTyped: typed, known, isLast }, corpus),
        ...withinOthers(runs, corpus),
      ];
  return { word, isStopWord, variants };
}

/** Neighbours in a query, or one word of it, that have other names. */
interface Run {
  /** Which tokens, half-open. */
  readonly from: number;
  readonly end: number;
  readonly words: readonly string[];
  readonly synonyms: readonly Synonym[];
  /** What the conference itself calls them for short. */
  readonly short: readonly string[];
}

function runsIn(tokens: readonly QueryToken[], { shortForms }: Corpus): readonly Run[] {
  const longestSpelt = Math.min(LONGEST_SPELT, shortForms.longest());
  const longest = Math.max(LONGEST_ENTRY, longestSpelt);
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const words: string[] = [];
    for (let end = from + 1; end <= Math.min(tokens.length, from + longest); end += 1) {
      words.push(...(tokens[end - 1]?.words ?? []));
      const synonyms = end - from <= LONGEST_ENTRY ? synonymsOf(words) : [];
      const short = end - from <= longestSpelt ? shortForms.shortOf(words) : [];
      if (synonyms.length + short.length > 0)
        runs.push({ from, end, words: [...words], synonyms, short });
    }
  }
  return runs;
}

function textOf({ words }: Run): string {
  return words.join(' ');
}

/** What one word of several is worth where they do not stand together. */
const SCATTERED = 0.3;

/** The words as they are, together and, where they are several, also apart. */
function asTyped({ words, joined }: QueryToken, corpus: Corpus): readonly Variant[] {
  if (words.length === 1 && words[0] === joined) return wordVariants(joined, 1, corpus);
  const together = words.length > 1 ? phraseVariants(words, 1, corpus) : [];
  const apart = words.flatMap((word) => wordVariants(word, SCATTERED, corpus));
  return [
    ...wordVariants(joined, 1, corpus),
    ...together,
    ...apart,
    ...(words.length > 1 ? spelt(words, corpus) : []),
  ];
}

/** With one of the words called otherwise: `virtual environment` for `virtual env`. */
function spelt(words: readonly string[], corpus: Corpus): readonly Variant[] {
  return words.flatMap((word, at) =>
    synonymsOf([word])
      .filter(({ weight }) => weight > TRANSLATED)
      .flatMap((other) =>
        phraseVariants(words.toSpliced(at, 1, ...other.words), other.weight, corpus),
      ),
  );
}

/** Where nobody speaks German, a word that is written there is none of its everyday words: `grun` is somebody's name. */
function isForeign({ joined: word }: QueryToken, { languages, lexicon }: Corpus): boolean {
  return (
    languages.includes('de') ||
    (lexicon.count(word) === 0 && lexicon.startingWith(word, 1).length === 0)
  );
}

/** Of the word, and of every run of neighbours that it is a part of. */
function synonyms(token: QueryToken, runs: readonly Run[], corpus: Corpus): readonly Variant[] {
  const isTranslating = isForeign(token, corpus);
  return runs
    .flatMap((run) => run.synonyms)
    .filter(({ weight }) => weight !== EVERYDAY || isTranslating)
    .flatMap(({ words, weight }) => phraseVariants(words, weight, corpus));
}

/** German puts what a word is called there into longer ones: `closing` is found in `Abschlussveranstaltung`. */
function withinOthers(runs: readonly Run[], corpus: Corpus): readonly Variant[] {
  if (!corpus.languages.includes('de')) return [];
  return runs
    .flatMap(({ words, synonyms }) => (words.length === 1 ? synonyms : []))
    .flatMap(({ words: [word = '', ...others], weight }) =>
      others.length > 0 || word.length < SHORTEST_WITHIN
        ? []
        : compoundsWith(word, corpus).map((variant) => ({
            ...variant,
            weight: variant.weight * weight,
          })),
    );
}

/** Shorter words are in others by chance. */
const SHORTEST_WITHIN = 5;

const ABBREVIATED = 0.9;
/** In words, of what is abbreviated. */
const LONGEST_SPELT = 7;

/** What the conference itself calls the word, and every run of neighbours that it is a part of, for short; or at length. */
function abbreviations(
  { joined }: QueryToken,
  runs: readonly Run[],
  corpus: Corpus,
): readonly Variant[] {
  return [
    ...corpus.shortForms
      .longOf(joined)
      .flatMap((words) => phraseVariants(words, ABBREVIATED, corpus)),
    ...runs
      .flatMap(({ short }) => short)
      .flatMap((short) => wordVariants(short, ABBREVIATED, corpus)),
  ];
}

interface Findings {
  /** Of the word itself, as some talk has it. */
  readonly asTyped: readonly Variant[];
  /** With those of other words for it. */
  readonly known: readonly Variant[];
  /** Whether it is the last word, which may go on. */
  readonly isLast: boolean;
}

/** What a word may become, may be part of, or may have been meant as. */
function unwritten(
  { joined }: QueryToken,
  { asTyped, known, isLast }: Findings,
  corpus: Corpus,
): readonly Variant[] {
  const isKnown = known.length > 0;
  const translated =
    isKnown && !corpus.languages.includes('de') ? [] : translatedCompound(joined, corpus);
  const completed = isLast || !isKnown ? completions(joined, asTyped.length > 0, corpus) : [];
  const within = compoundsWith(joined, corpus);
  if (isKnown) return [...translated, ...completed, ...within];
  return [
    ...translated,
    ...completed,
    ...within,
    ...corrections(joined, completed.length > 0, corpus),
  ];
}

const MOST_COMPLETIONS = 40;

function completions(word: string, isKnown: boolean, corpus: Corpus): readonly Variant[] {
  if (word.length < 2 && isKnown) return [];
  const most = isKnown ? 0.5 : 0.9;
  return corpus.lexicon
    .startingWith(word, MOST_COMPLETIONS)
    .flatMap((longer) =>
      wordVariants(longer, most * (0.6 + (0.4 * word.length) / longer.length), corpus),
    );
}
