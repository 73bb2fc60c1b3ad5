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

/** Stemming takes longer than finding; the same words come again with each letter typed. */
const stemsIn: Readonly<Record<Known, (word: string) => string>> = {
  en: remembered((word) => stem(word, 'en')),
  de: remembered((word) => stem(word, 'de')),
  fr: remembered((word) => stem(word, 'fr')),
};

/** What else these folded words are called, in any of their inflections. */
export function synonymsOf(words: readonly string[]): readonly Synonym[] {
  const [first] = words;
  if (first === undefined) return NONE;
  return words.length === 1 ? ofOneWord(first) : ofWords(words, first);
}

const NONE: readonly Synonym[] = [];

const ofOneWord = remembered((word) => ofWords([word], word));

function ofWords(words: readonly string[], first: string): readonly Synonym[] {
  const fitting = beginningsOf(first).filter(({ longest }) => words.length <= longest);
  if (fitting.length === 0) return NONE;
  const found = new Set<Synonym>();
  for (const language of LANGUAGES) {
    if (!fitting.some(({ languages }) => languages.has(language))) continue;
    for (const synonym of stemmed.get(keyOf(language, words.map(stemsIn[language]))) ?? []) {
      found.add(synonym);
    }
  }
  return [...found];
}

/** Those that entries with this word may have. */
const beginningsOf = remembered((word): readonly Beginning[] => [
  stemEntries(beginningOf(word)),
  stemEntries(beginningOf(word.slice(0, BEGINNING - 1))),
]);

/** Whether these words together are another name of something. */
export function isAlias(words: readonly string[]): boolean {
  return synonymsOf(words).some(({ weight }) => weight === SAME);
}

interface Entry {
  readonly words: readonly string[];
  readonly languages: readonly Known[];
  readonly synonyms: readonly Synonym[];
}

/** What was looked for until now: stemming all of the tables would take whoever asks first a second. */
const stemmed = new Map<string, readonly Synonym[]>();
/** Rows of the tables with others, by how they begin, which all forms of a word have in common. */
let rows: Map<string, readonly Row[]> | undefined;
const beginnings = new Map<string, Beginning>();

/** What is known of the entries that begin so. */
interface Beginning {
  /** In words. */
  readonly longest: number;
  readonly languages: ReadonlySet<Known>;
}

const NO_ENTRIES: Beginning = { longest: 0, languages: new Set() };

function stemEntries(beginning: string): Beginning {
  const known = beginnings.get(beginning);
  if (known !== undefined) return known;
  rows ??= rowsByBeginning();
  const begun = rows.get(beginning);
  // Nobody's typing fills the memory.
  if (begun === undefined) return NO_ENTRIES;
  const found = begun
    .flatMap(entriesOf)
    .filter(({ words: [first = ''] }) => beginningOf(first) === beginning);
  for (const { words, languages, synonyms } of found) {
    for (const language of languages) {
      const key = keyOf(
        language,
        words.map((word) => stem(word, language)),
      );
      stemmed.set(key, [...(stemmed.get(key) ?? []), ...synonyms]);
    }
  }
  rows.delete(beginning);
  const made = {
    longest: Math.max(...found.map(({ words }) => words.length)),
    languages: new Set(found.flatMap(({ languages }) => languages)),
  };
  beginnings.set(beginning, made);
  return made;
}

function keyOf(language: Known, stems: readonly string[]): string {
  return `${language} ${stems.join(' ')}`;
}

const BEGINNING = 3;

/** `fly` as `flies`. */
function beginningOf(word: string): string {
  return word.slice(0, BEGINNING).replace(/y$/, 'i');
}

/** Of a table, whose rows are kept as they are: entries of them all would take twenty times as much. */
interface Row {
  readonly forms: readonly string[];
  readonly table: Table;
}

interface Table {
  readonly weight: number;
  /** Of the form in that place. */
  readonly languages: (place: number) => readonly Known[];
}

const IN_ALL = () => LANGUAGES;
const TABLES: readonly (readonly [rows: readonly (readonly string[])[], table: Table])[] = [
  [ALIASES, { weight: SAME, languages: IN_ALL }],
  [TRANSLATIONS, { weight: TRANSLATED, languages: IN_ALL }],
  [WORDBOOK, { weight: EVERYDAY, languages: (place) => (place === 0 ? ['de'] : ['en']) }],
];

function rowsByBeginning(): Map<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const [rows, table] of TABLES) {
    for (const forms of rows) {
      const row = { forms, table };
      for (const beginning of new Set(forms.map((form) => beginningOf(wordsOf(form)[0] ?? '')))) {
        const known = found.get(beginning);
        if (known === undefined) found.set(beginning, [row]);
        else known.push(row);
      }
    }
  }
  return found;
}

function entriesOf({ forms, table: { weight, languages } }: Row): readonly Entry[] {
  const synonyms = forms.map((form) => ({ words: wordsOf(form), weight }));
  return synonyms.map((own, place) => ({
    words: own.words,
    languages: languages(place),
    synonyms: synonyms.filter((other) => other !== own),
  }));
}

function wordsOf(form: string): readonly string[] {
  return PLAIN.test(form) ? [form] : writtenWords(form).map((word) => formsOf(word).joined);
}

/** Most entries; there is nothing to be read in them. */
const PLAIN = /^[a-z]+$/;
