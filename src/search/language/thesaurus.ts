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

export function stemsOf(word: string): Stems {
  return { word, by: { en: stem(word, 'en'), de: stem(word, 'de'), fr: stem(word, 'fr') } };
}

/** What else these words are called, in any of their inflections. */
export function synonymsOf(words: readonly Stems[]): readonly Synonym[] {
  const [first] = words;
  if (first === undefined) return [];
  stemEntries(beginningOf(first.word));
  stemEntries(beginningOf(first.word.slice(0, BEGINNING - 1)));
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

function stemEntries(beginning: string): void {
  entries ??= Map.groupBy(allEntries(), ({ words }) => beginningOf(words[0] ?? ''));
  for (const { words, languages, synonyms } of entries.get(beginning) ?? []) {
    for (const language of languages) {
      const key = keyOf(
        language,
        words.map((word) => stem(word, language)),
      );
      stemmed.set(key, [...(stemmed.get(key) ?? []), ...synonyms]);
    }
  }
  entries.delete(beginning);
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
