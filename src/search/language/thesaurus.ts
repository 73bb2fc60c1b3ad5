import { remembered } from './remembered.ts';
import { stem } from './stem.ts';
import { ALIASES, TRANSLATIONS, WORDBOOK } from './tables.ts';
import { formsOf, writtenWords } from './words.ts';

/** Other words for some words. */
export interface Synonym {
  readonly words: readonly string[];
  /** 1 for the same thing, less for something near it. */
  readonly weight: number;
}

/** Longest entry of the tables, in words. */
export const LONGEST_ENTRY = 4;

const SAME = 0.95;
/** Weight of what other languages call it. */
export const TRANSLATED = 0.8;
/** The same of everyday words, which mean more than one thing more often. */
export const EVERYDAY = 0.75;

const LANGUAGES = ['en', 'de', 'fr'] as const;
type Known = (typeof LANGUAGES)[number];

/** A folded word with its stem in each language. */
export interface Stems {
  readonly word: string;
  readonly by: Readonly<Record<Known, string>>;
}

export const stemsOf: (word: string) => Stems = remembered((word) => ({
  word,
  by: { en: stem(word, 'en'), de: stem(word, 'de'), fr: stem(word, 'fr') },
}));

/** What else these words are called, in any of their inflections. */
export function synonymsOf(words: readonly Stems[]): readonly Synonym[] {
  const [first] = words;
  if (first === undefined) return NONE;
  return words.length === 1 ? ofOneWord(first.word) : ofWords(words, first.word);
}

const NONE: readonly Synonym[] = [];

const ofOneWord = remembered((word) => ofWords([stemsOf(word)], word));

function ofWords(words: readonly Stems[], first: string): readonly Synonym[] {
  const longest = Math.max(
    stemEntries(beginningOf(first)),
    stemEntries(beginningOf(first.slice(0, BEGINNING - 1))),
  );
  if (words.length > longest) return NONE;
  const found = new Set<Synonym>();
  for (const language of LANGUAGES) {
    const key = keyOf(
      language,
      words.map(({ by }) => by[language]),
    );
    for (const synonym of stemmed.get(key) ?? []) found.add(synonym);
  }
  return [...found];
}

/** Whether these words together are another name of something. */
export function isAlias(words: readonly string[]): boolean {
  return synonymsOf(words.map(stemsOf)).some(({ weight }) => weight === SAME);
}

interface Entry {
  readonly words: readonly string[];
  readonly languages: readonly Known[];
  readonly synonyms: readonly Synonym[];
}

/** What was looked for until now: stemming all of the tables would take whoever asks first a second. */
const stemmed = new Map<string, readonly Synonym[]>();
/** The others, by how they begin, which all forms of a word have in common. */
let entries: Map<string, readonly Entry[]> | undefined;
const longestBy = new Map<string, number>();

/** In words, the longest entry that begins so. */
function stemEntries(beginning: string): number {
  const known = longestBy.get(beginning);
  if (known !== undefined) return known;
  entries ??= Map.groupBy(allEntries(), ({ words }) => beginningOf(words[0] ?? ''));
  const found = entries.get(beginning) ?? [];
  const longest = Math.max(0, ...found.map(({ words }) => words.length));
  // Nobody's typing fills the memory.
  if (found.length > 0) longestBy.set(beginning, longest);
  for (const { words, languages, synonyms } of found) {
    for (const language of languages) {
      const key = keyOf(
        language,
        words.map((word) => stem(word, language)),
      );
      stemmed.set(key, [...(stemmed.get(key) ?? []), ...synonyms]);
    }
  }
  entries.delete(beginning);
  return longest;
}

function keyOf(language: Known, stems: readonly string[]): string {
  return `${language} ${stems.join(' ')}`;
}

const BEGINNING = 3;

/** `fly` as `flies`. */
function beginningOf(word: string): string {
  return word.slice(0, BEGINNING).replace(/y$/, 'i');
}

function allEntries(): readonly Entry[] {
  const alike = [
    ...ALIASES.map((forms) => ({ forms, weight: SAME })),
    ...TRANSLATIONS.map((forms) => ({ forms, weight: TRANSLATED })),
  ];
  return [
    ...alike.flatMap(({ forms, weight }) =>
      entriesOf(
        forms.map((form) => ({ form, languages: LANGUAGES })),
        weight,
      ),
    ),
    ...WORDBOOK.flatMap(([german = '', english = '']) =>
      entriesOf(
        [
          { form: german, languages: ['de'] },
          { form: english, languages: ['en'] },
        ],
        EVERYDAY,
      ),
    ),
  ];
}

function entriesOf(
  forms: readonly { readonly form: string; readonly languages: readonly Known[] }[],
  weight: number,
): readonly Entry[] {
  const read = forms.map(({ form, languages }) => {
    const words = PLAIN.test(form)
      ? [form]
      : writtenWords(form).map((word) => formsOf(word).joined);
    return { languages, synonym: { words, weight } };
  });
  return read.map(({ languages, synonym }) => ({
    words: synonym.words,
    languages,
    synonyms: read.flatMap((other) => (other.synonym === synonym ? [] : [other.synonym])),
  }));
}

/** Most entries; there is nothing to be read in them. */
const PLAIN = /^[a-z]+$/;
