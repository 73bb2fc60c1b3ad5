import { atOnce, inPieces, type Steps, soon } from '../../../clock/steps.ts';
import { otherNames } from '../../../schedule/naming/otherNames.ts';
import type { Conference, Talk } from '../../../schedule/schedule.ts';
import { distanceWithin } from '../../../search/language/editDistance.ts';
import { compileLexicons, isKnownWord, lexicons } from '../words/lexicon.ts';
import { wordsOf } from '../words/tokens.ts';
import { kinds } from './kinds.ts';

/** What a name in a question may be the name of. */
export interface NameEntry {
  readonly kind: 'room' | 'track' | 'type' | 'speaker';
  /** Slug of a room or track; name of a type or speaker. */
  readonly value: string;
  /** As opposed to one of its words. */
  readonly isWhole: boolean;
  /** How many words the whole has. */
  readonly length: number;
  /** What a kind of talk is called: a name like a type's. */
  readonly isKind?: true;
}

/** The names of one conference, as they are said. */
export interface Names {
  /** By its words in lower case, written together: `houseoftea`, `k4201`. */
  find(key: string): readonly NameEntry[];
  /** Names that one letter makes the key; none for a word that people use. */
  near(key: string): readonly NameEntry[];
  /** Whether a title has the word. */
  isCommon(word: string): boolean;
  /** Whether some title has these words in a row. */
  isInTitle(words: readonly string[]): boolean;
  /** The talks whose titles and speakers have all of these words. */
  talksWith(words: readonly string[]): readonly Talk[];
  /** Codes of the languages that talks say they are in. */
  readonly languages: ReadonlySet<string>;
}

/** By the talks of a version, which views of it share that are called otherwise. */
const known = new WeakMap<Conference['talks'], Names>();

/** Made once for each version of a conference. */
export function namesOf(conference: Conference): Names {
  return known.get(conference.talks) ?? atOnce(indexNames(conference));
}

const awaited = new WeakMap<Conference['talks'], Promise<Names>>();

/** The same without a pause for anybody else; whoever asks first waits for it. */
export async function readNames(conference: Conference): Promise<void> {
  if (known.has(conference.talks)) return;
  const making = awaited.get(conference.talks) ?? soon(indexNames(conference));
  awaited.set(conference.talks, making);
  await making;
}

/** The same in steps, for whoever can wait: it takes a tenth of a second for a thousand talks. */
export function* indexNames(conference: Conference): Steps<Names> {
  yield* compileLexicons();
  const made = known.get(conference.talks) ?? (yield* createNames(conference));
  known.set(conference.talks, made);
  return made;
}

/** Shorter words are too near to too many others. */
const SHORTEST_MISSPELT = 5;
const SHORTEST_PART = 3;

function* createNames(conference: Conference): Steps<Names> {
  const entries = new Map<string, NameEntry[]>();
  for (const [key, entry] of keyedEntries(conference)) {
    const others = entries.get(key) ?? [];
    if (!others.some(({ kind, value }) => kind === entry.kind && value === entry.value)) {
      others.push(entry);
    }
    entries.set(key, others);
    yield;
  }
  let allTitles = '';
  const titleWords = new Set<string>();
  for (const { title } of conference.talks) {
    const words = wordsOf(title);
    allTitles += ` ${words.join(' ')} \n`;
    for (const word of words) titleWords.add(word);
    yield;
  }
  const edges = yield* edgesOf(entries.keys());
  return {
    find: (key) => entries.get(key) ?? [],
    near: (key) => {
      if (key.length < SHORTEST_MISSPELT || titleWords.has(key) || isKnownWord(key)) return [];
      return misspelt(key, edges).flatMap((each) => entries.get(each) ?? []);
    },
    isCommon: (word) => titleWords.has(word),
    isInTitle: (words) => allTitles.includes(` ${words.join(' ')} `),
    talksWith: (words) => talksWith(words, conference.talks),
    languages: new Set(conference.talks.flatMap(({ language }) => language ?? [])),
  };
}

/** Seldom asked, so nothing is kept for it. */
function talksWith(words: readonly string[], talks: readonly Talk[]): readonly Talk[] {
  return talks.filter(({ title, speakers }) => {
    const own = new Set([title, ...speakers.map(({ name }) => name)].flatMap(wordsOf));
    return words.every((word) => own.has(word));
  });
}

/** Keys by their first two letters and by their last two: one edit leaves the ones or the others. */
function* edgesOf(keys: Iterable<string>): Steps<ReadonlyMap<string, readonly string[]>> {
  const edges = new Map<string, string[]>();
  yield* inPieces(keys, (key) => {
    if (key.length < SHORTEST_MISSPELT) return;
    for (const edge of [`${key.slice(0, 2)}-`, `-${key.slice(-2)}`]) {
      const others = edges.get(edge);
      if (others === undefined) edges.set(edge, [key]);
      else others.push(key);
    }
  });
  return edges;
}

/** The keys that are one edit away from the word. */
function misspelt(word: string, edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const sides = [`${word.slice(0, 2)}-`, `-${word.slice(-2)}`];
  const keys = new Set(sides.flatMap((side) => edges.get(side) ?? []));
  return [...keys].filter((key) => distanceWithin(word, key, 1) !== undefined);
}

type Keyed = readonly [key: string, entry: NameEntry];

function* keyedEntries(conference: Conference): Generator<Keyed> {
  const { rooms, tracks, talks } = conference;
  const others = otherNames(conference);
  const types = [...new Set(talks.flatMap(({ type }) => type ?? []))];
  yield* kindEntries(types, tracks);
  for (const { name, slug } of rooms) yield* placesEntries('room', [name, ...others(name)], slug);
  for (const { name, slug } of tracks) yield* placesEntries('track', [name, ...others(name)], slug);
  for (const type of types) {
    for (const name of [type, ...others(type)]) yield* typeEntries(name, type);
  }
  const speakers = new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
  for (const name of speakers) yield* speakerEntries(name);
}

function* placesEntries(
  kind: 'room' | 'track',
  names: readonly string[],
  value: string,
): Generator<Keyed> {
  for (const name of names) yield* placeEntries(kind, name, value);
}

const BRACKETED = /\(([^)]*)\)/;

/** The whole name, without what stands in brackets, that alone, without “room”, and each word of it. */
function* placeEntries(kind: 'room' | 'track', name: string, value: string): Generator<Keyed> {
  const plain = wordsOf(name.replace(BRACKETED, ' '));
  const proper = plain.filter((word) => !isPlaceNoun(word));
  const forms = [wordsOf(name), plain, proper, wordsOf(BRACKETED.exec(name)?.[1] ?? '')];
  for (const form of forms) {
    const key = keyOf(form);
    if (key !== '') yield [key, { kind, value, isWhole: true, length: form.length }];
  }
  for (const word of new Set(wordsOf(name))) {
    const key = keyOf([word]);
    const isTelling = key.length >= SHORTEST_PART && !isPlaceNoun(word) && !isKnownWord(word);
    if (isTelling) yield [key, { kind, value, isWhole: false, length: plain.length }];
  }
}

/** `20 min lightning talk` is a lightning talk. */
function* typeEntries(name: string, value: string): Generator<Keyed> {
  const words = wordsOf(name.replace(BRACKETED, ' ')).filter(
    (word) => !/^\d+$/.test(word) && !hasSign(word, 'minute'),
  );
  if (words.length === 0 || words.every(isPlaceNoun)) return;
  yield [keyOf(words), { kind: 'type', value, isWhole: true, length: words.length }];
}

/**
 * What kinds of talk are called in any language: `talleres` for the type `Workshop`, and for a track
 * that is called as a kind where no type is.
 */
function* kindEntries(types: readonly string[], tracks: Conference['tracks']): Generator<Keyed> {
  for (const keys of kinds()) {
    const typed = types.filter((type) => saysKind(type, keys));
    const named =
      typed.length > 0 ? [] : tracks.filter(({ name }) => keys.has(keyOf(wordsOf(name))));
    const base = { isWhole: true, isKind: true, length: 1 } as const;
    for (const key of keys) {
      for (const value of typed) yield [key, { ...base, kind: 'type', value }];
      for (const { slug } of named) yield [key, { ...base, kind: 'track', value: slug }];
    }
  }
}

/** `sponsor-workshop` is a workshop. */
function saysKind(type: string, keys: ReadonlySet<string>): boolean {
  const words = wordsOf(type);
  return (
    keys.has(keyOf(words)) ||
    words.some((word) => keys.has(word)) ||
    keys.has(keyOf(words.slice(-2)))
  );
}

function* speakerEntries(name: string): Generator<Keyed> {
  const words = wordsOf(name);
  const entry = { kind: 'speaker', value: name, length: words.length } as const;
  yield [keyOf(words), { ...entry, isWhole: true }];
  if (words.length > 2) {
    yield [keyOf([words[0] ?? '', words.at(-1) ?? '']), { ...entry, isWhole: true }];
  }
  for (const word of words) {
    if (word.length >= SHORTEST_PART) yield [keyOf([word]), { ...entry, isWhole: false }];
  }
}

const AND: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'en']);

/** Letters and digits alone, and `cap and thistle` as `Cap & Thistle`. */
export function keyOf(words: readonly string[]): string {
  const isJoint = (word: string, at: number) => at > 0 && at + 1 < words.length && AND.has(word);
  const telling = words.filter((word, at) => !isJoint(word, at));
  return telling.join('').replace(/[^\p{L}\p{N}+#]/gu, '');
}

function isPlaceNoun(word: string): boolean {
  return hasSign(word, 'room') || hasSign(word, 'track');
}

function hasSign(word: string, sign: string): boolean {
  return lexicons().some(({ phrases }) =>
    phrases.get(word)?.some((meaning) => meaning.sign === sign),
  );
}
