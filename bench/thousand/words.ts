import { readFileSync } from 'node:fs';

/** Words by how often each is said (words.txt); the small ones at its head carry no meaning. */
const SMALL = 150;
/** Of all words in a programme these stand there once: names of tools, mostly, and new in each talk. */
const ONCE = 0.037;
/** How often a text comes back to a word of its title. */
const OF_TITLE = 0.2;
const SENTENCE = 17;
const PARAGRAPH = 70;

export interface Words {
  /** A word that a talk may be about. */
  telling(): string;
  title(length: number): string;
  /** Sentences and paragraphs; every now and then a word of the title. */
  text(length: number, title: string): string;
}

/** Draws words as often as they are said, from a chance of its own. */
export function createWords(chance: () => number): Words {
  const { words, reaches } = readWords();
  const draw = (from: number) => words[found(reaches, from + chance() * (1 - from))] ?? '';
  const any = () => (chance() < ONCE ? made() : draw(0));
  const telling = () => draw(reaches[SMALL] ?? 0);
  const made = () => `${telling().slice(0, 5)}${telling().slice(0, 6)}`.toLowerCase();
  return {
    telling,
    title: (length) =>
      Array.from({ length }, (_, at) => {
        const word = at === 0 || at === length - 1 || chance() < 0.6 ? telling() : any();
        return at === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      }).join(' '),
    text(length, title) {
      const topics = title.split(' ');
      const said = Array.from({ length }, () =>
        chance() < OF_TITLE ? (topics[Math.floor(chance() * topics.length)] ?? '') : any(),
      );
      return paragraphs(said);
    },
  };
}

/** Each word, and the share of all that is said by it and those before it. */
function readWords(): { readonly words: readonly string[]; readonly reaches: readonly number[] } {
  const lines = readFileSync(`${import.meta.dirname}/words.txt`, 'utf8')
    .trimEnd()
    .split('\n');
  const counted = lines.flatMap((line) => {
    const [count, ...words] = line.split(' ');
    return words.map((word) => ({ word, count: Number(count) }));
  });
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  let sum = 0;
  const reaches = counted.map(({ count }) => {
    sum += count;
    return sum / total;
  });
  return { words: counted.map(({ word }) => word), reaches };
}

/** The first place that reaches so far, by halves. */
function found(reaches: readonly number[], share: number): number {
  let [low, high] = [0, reaches.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle] ?? 1) < share) low = middle + 1;
    else high = middle;
  }
  return low;
}

function paragraphs(words: readonly string[]): string {
  return words
    .map((word, at) => {
      const begins = at % SENTENCE === 0;
      const ends = at % SENTENCE === SENTENCE - 1 || at === words.length - 1;
      const shown = begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      const breaks = ends && at % PARAGRAPH >= PARAGRAPH - SENTENCE ? '\n\n' : ' ';
      return `${shown}${ends ? '.' : ''}${breaks}`;
    })
    .join('')
    .trim();
}
