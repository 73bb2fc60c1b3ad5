import { distanceWithin } from '../../../search/language/editDistance.ts';
import { isKnownWord, lexicons } from './lexicon.ts';

/** Shorter words are too near to too many others. */
const SHORTEST = 5;
/** Another letter among so few makes another word too easily: `nicht` is no `Nacht`. */
const SHORTEST_BUT_SWAPPED = 6;

/** Words by which a question stands or falls; others are searched for, which forgives on its own. */
const MENDED: ReadonlySet<string> = new Set([
  ...['now', 'next', 'later', 'today', 'tomorrow', 'yesterday', 'morning', 'afternoon', 'evening'],
  ...[
    'tonight',
    'noon',
    'midnight',
    'lunch',
    'dinner',
    'weekday',
    'thanks',
    'help',
    'talk',
    'programme',
  ],
  ...['suggest', 'changes', 'greeting', 'remind'],
]);

/** The word of a question that is one letter away (`tonigth`, `tommorow`), in the reader's language first. */
export function spelling(word: string, readerLanguage: string): string {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word) || isKnownWord(word)) return word;
  const sound = soundOf(word);
  const near = mendable().filter(
    ({ word: known, sound: itsSound }) =>
      itsSound === sound ||
      (known.length >= SHORTEST &&
        Math.abs(known.length - word.length) <= 1 &&
        known[0] === word[0] &&
        (word.length >= SHORTEST_BUT_SWAPPED || isNearEnough(known, word)) &&
        distanceWithin(known, word, 1) !== undefined),
  );
  return (near.find(({ language }) => language === readerLanguage) ?? near[0])?.word ?? word;
}

/** German as it is spoken: `hoite` sounds as `heute` does. */
function soundOf(word: string): string {
  return word
    .replace(/eu|äu|aeu|oi|oy/gu, 'oi')
    .replace(/ei|ey|ay/gu, 'ai')
    .replace(/ph/gu, 'f')
    .replace(/dt|th/gu, 't')
    .replace(/ck/gu, 'k')
    .replace(/(\p{L})\1/gu, '$1');
}

/** Of few letters: two are swapped (`toady`), or one is left out (`sundy`). */
function isNearEnough(known: string, word: string): boolean {
  return isSwapped(known, word) || known.length > word.length;
}

function isSwapped(one: string, other: string): boolean {
  return one.length === other.length && [...one].toSorted().join() === [...other].toSorted().join();
}

interface Mendable {
  readonly language: string;
  readonly word: string;
  /** Of a German one: each word of each question is compared with all of them. */
  readonly sound?: string;
}

let made: readonly Mendable[] | undefined;

function mendable(): readonly Mendable[] {
  made ??= lexicons().flatMap(({ language, phrases }) =>
    [...phrases].flatMap(([word, meanings]) =>
      !word.includes(' ') && meanings.some(({ sign }) => MENDED.has(sign))
        ? [{ language, word, ...(language === 'de' ? { sound: soundOf(word) } : {}) }]
        : [],
    ),
  );
  return made;
}
