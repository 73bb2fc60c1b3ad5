import type { Conference, Talk, TalkId } from '../../../schedule/schedule.ts';
import { distanceWithin } from '../../../search/language/editDistance.ts';
import { isKnownWord, lexicons } from '../words/lexicon.ts';
import { wordsOf } from '../words/tokens.ts';

/** What a name in a question may be the name of. */
export interface NameEntry {
  readonly kind: 'room' | 'track' | 'type' | 'speaker';
  /** Slug of a room or track; name of a type or speaker. */
  readonly value: string;
  /** As opposed to one of its words. */
  readonly isWhole: boolean;
  /** How many words the whole has. */
  readonly length: number;
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
  talksWith(words: readonly string[]): readonly TalkId[];
  /** Codes of the languages that talks say they are in. */
  readonly languages: ReadonlySet<string>;
}

const known = new WeakMap<Conference, Names>();

/** Made once for each version of a conference. */
export function namesOf(conference: Conference): Names {
  const made = known.get(conference) ?? createNames(conference);
  known.set(conference, made);
  return made;
}

/** Shorter words are too near to too many others. */
const SHORTEST_MISSPELT = 5;
const SHORTEST_PART = 3;

function createNames(conference: Conference): Names {
  const entries = new Map<string, NameEntry[]>();
  for (const [key, entry] of keyedEntries(conference)) {
    const others = entries.get(key) ?? [];
    if (!others.some(({ kind, value }) => kind === entry.kind && value === entry.value)) {
      others.push(entry);
    }
    entries.set(key, others);
  }
  const titles = conference.talks.map(({ title }) => ` ${wordsOf(title).join(' ')} `);
  const titleWords = new Set(titles.flatMap((title) => title.trim().split(' ')));
  const byLength = Map.groupBy(entries.keys(), ({ length }) => length);
  let wordsByTalk: readonly (readonly [TalkId, ReadonlySet<string>])[] | undefined;
  return {
    find: (key) => entries.get(key) ?? [],
    near: (key) => {
      if (key.length < SHORTEST_MISSPELT || titleWords.has(key) || isKnownWord(key)) return [];
      return misspelt(key, byLength).flatMap((each) => entries.get(each) ?? []);
    },
    isCommon: (word) => titleWords.has(word),
    isInTitle: (words) => titles.some((title) => title.includes(` ${words.join(' ')} `)),
    talksWith: (words) => {
      wordsByTalk ??= conference.talks.map((talk) => [talk.id, wordsOfTalk(talk)]);
      return wordsByTalk.flatMap(([id, own]) => (words.every((word) => own.has(word)) ? [id] : []));
    },
    languages: new Set(conference.talks.flatMap(({ language }) => language ?? [])),
  };
}

function wordsOfTalk({ title, speakers }: Talk): ReadonlySet<string> {
  return new Set([title, ...speakers.map(({ name }) => name)].flatMap(wordsOf));
}

/** The keys of one letter more or less, or as many, that are one edit away from the word. */
function misspelt(word: string, byLength: ReadonlyMap<number, readonly string[]>) {
  return [-1, 0, 1].flatMap((more) =>
    (byLength.get(word.length + more) ?? []).filter(
      (key) => key.length >= SHORTEST_MISSPELT && distanceWithin(word, key, 1) !== undefined,
    ),
  );
}

type Keyed = readonly [key: string, entry: NameEntry];

function* keyedEntries({ rooms, tracks, talks }: Conference): Generator<Keyed> {
  for (const { name, slug } of rooms) yield* placeEntries('room', name, slug);
  for (const { name, slug } of tracks) yield* placeEntries('track', name, slug);
  for (const type of new Set(talks.map(({ type }) => type))) {
    if (type !== undefined) yield* typeEntries(type);
  }
  const speakers = new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
  for (const name of speakers) yield* speakerEntries(name);
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
function* typeEntries(name: string): Generator<Keyed> {
  const words = wordsOf(name.replace(BRACKETED, ' ')).filter(
    (word) => !/^\d+$/.test(word) && !hasSign(word, 'minute'),
  );
  if (words.length === 0 || words.every(isPlaceNoun)) return;
  yield [keyOf(words), { kind: 'type', value: name, isWhole: true, length: words.length }];
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
