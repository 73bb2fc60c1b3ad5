import { fold } from '../../../schedule/naming/slug.ts';
import { STOP_WORDS } from '../../language/tables.ts';

/**
 * What a conference abbreviates, as its own texts say it: `Cyber Resilience Act (CRA)`. All folded. Of a form
 * that has its small words' initials small, such as `DoH` or `QoS`, no text needs to say what it stands for.
 */
export interface ShortForms {
  /** The words that a short form stands for, in each way they are written. */
  longOf(short: string): readonly (readonly string[])[];
  /** The short forms of words that follow each other. */
  shortOf(words: readonly string[]): readonly string[];
  /** In words, the longest that is abbreviated; 0 where nothing is. */
  longest(): number;
}

/** Takes in text after text. */
export function createShortForms(): ShortForms & { read(text: string): void } {
  const longs = new Map<string, readonly string[][]>();
  const shorts = new Map<string, readonly string[]>();
  const mixed = new Set<string>();
  let longest = 0;
  return {
    read(text) {
      if (!HAS_CAPITALS.test(text)) return;
      for (const [form] of text.matchAll(MIXED)) {
        mixed.add(form);
        longest = Math.max(longest, LONGEST_MIXED);
      }
      for (const { short, words } of shortFormsIn(text)) {
        const key = words.join(' ');
        const known = shorts.get(key) ?? [];
        if (known.includes(short)) continue;
        shorts.set(key, [...known, short]);
        longest = Math.max(longest, words.length);
        longs.set(short, [...(longs.get(short) ?? []), [...words]]);
      }
    },
    longOf: (short) => longs.get(short) ?? [],
    shortOf: (words) => {
      const spelt = mixedOf(words).filter((form) => mixed.has(form));
      return [...(shorts.get(words.join(' ')) ?? []), ...new Set(spelt.map(fold))];
    },
    longest: () => longest,
  };
}

interface ShortForm {
  readonly short: string;
  readonly words: readonly string[];
}

/** Tells most texts that abbreviate nothing, fast. */
const HAS_CAPITALS = /[A-Z][A-Za-z\d]{0,4}[A-Z]/;
/** `… Resilience Act (CRA)` */
const BEHIND = /\(([A-Z][A-Za-z\d]{0,4}[A-Z]s?)[),;]/g;
/** `CRA (Cyber Resilience Act)`, `CRA: Cyber Resilience Act`, `CRA – Cyber …` */
const BEFORE = /\b([A-Z][A-Za-z\d]{0,4}[A-Z]s?)(?: ?\(|: | [–—-] )(?=\p{L})/gu;
/** `DoH`, `IoT`, `SaaS` */
const MIXED = /\b[A-Z]{1,2}[a-z]{1,2}[A-Z]\b/g;
/** In words: `birds of a feather`. */
const LONGEST_MIXED = 4;

/** The initials of words among which small ones stand, with and without those of articles. */
function mixedOf(words: readonly string[]): readonly string[] {
  const isBetween = words.slice(1, -1).some(isSmall);
  if (!isBetween || words.length > LONGEST_MIXED) return [];
  const initials = (all: readonly string[]) =>
    all.map((word) => (isSmall(word) ? word.slice(0, 1) : word.slice(0, 1).toUpperCase())).join('');
  return [initials(words), initials(words.filter((word) => !ARTICLES.has(word)))];
}

const ARTICLES = new Set(['a', 'an', 'the']);

/** How far it reaches, in characters. */
const REACH = 90;

function shortFormsIn(text: string): readonly ShortForm[] {
  const found: ShortForm[] = [];
  for (const { 1: short = '', index } of text.matchAll(BEHIND)) {
    const before = wordsOf(text.slice(Math.max(0, index - REACH), index));
    const words = abbreviated(before.toReversed(), lettersOf(short).toReversed());
    if (words !== undefined) found.push({ short: nameOf(short), words: words.toReversed() });
  }
  for (const { 0: whole, 1: short = '', index } of text.matchAll(BEFORE)) {
    const end = index + whole.length;
    const words = abbreviated(wordsOf(text.slice(end, end + REACH)), lettersOf(short));
    if (words !== undefined) found.push({ short: nameOf(short), words });
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(fold);
}

function lettersOf(short: string): readonly string[] {
  return [...short.replace(/s$/, '')].map(fold);
}

function nameOf(short: string): string {
  return fold(short.replace(/s$/, ''));
}

/** The first so many words whose initials are these letters, in order; small words between them have none. */
function abbreviated(
  words: readonly string[],
  letters: readonly string[],
): readonly string[] | undefined {
  const taken: string[] = [];
  let at = 0;
  for (const word of words) {
    if (at === letters.length) break;
    if (word.startsWith(letters[at] ?? '')) at += 1;
    else if (taken.length === 0 || !isSmall(word)) return undefined;
    taken.push(word);
  }
  return at === letters.length && letters.length > 1 ? taken : undefined;
}

function isSmall(word: string): boolean {
  return STOP_WORDS.en.has(word) || STOP_WORDS.de.has(word);
}
