import type { Lexeme, Sentence } from '../words/lexemes.ts';
import { hasSignIn, isKnownWord } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { has, isLedBy, isMeant, isSurelyRoom, KINDS, type Window } from './meant.ts';
import { keyOf, type NameEntry, type Names } from './names.ts';

/** Some tokens in a row that name something of the conference. */
export interface NamePhrase {
  readonly from: number;
  readonly to: number;
  readonly kind: NameEntry['kind'];
  /** Several where the words fit several. */
  readonly values: readonly string[];
  /** By a letter. */
  readonly isMisspelt: boolean;
  /** All but that: `not in janson`. */
  readonly isOut: boolean;
}

const LONGEST_NAME = 6;

/** The names said in a question, among the tokens that are free, the longest first; see issue 16 §2. */
export function namePhrases(
  sentence: Sentence,
  isFree: (token: number) => boolean,
  names: Names,
): readonly NamePhrase[] {
  const found: NamePhrase[] = [];
  for (let from = 0; from < sentence.tokens.length; ) {
    const phrase = longestAt(from, sentence, isFree, names);
    if (phrase !== undefined) found.push(joinedTo(found.at(-1), phrase, sentence));
    from = phrase?.to ?? from + 1;
  }
  return found;
}

/** `not in janson or the house of tea`: neither. */
function joinedTo(
  before: NamePhrase | undefined,
  phrase: NamePhrase,
  { lexemes }: Sentence,
): NamePhrase {
  if (before?.isOut !== true || before.kind !== phrase.kind) return phrase;
  const between = lexemes.filter(({ from }) => before.to <= from && from < phrase.from);
  const isJoined = has(between[0], 'carry') && between.every((lexeme) => !isTopic(lexeme));
  return isJoined ? { ...phrase, isOut: true } : phrase;
}

/** The tokens of names of several words, said in full, which nothing else can be: `Lin Sun`. */
export function wholeNames({ tokens }: Sentence, names: Names): readonly number[] {
  return tokens.flatMap((_, from) =>
    [2, 3].flatMap((length) => {
      const words = tokens.slice(from, from + length).map(({ word }) => word);
      const isPerson = names
        .find(keyOf(words))
        .some((entry) => entry.kind === 'speaker' && entry.isWhole && entry.length > 1);
      return isPerson && words.length === length ? words.map((_, at) => from + at) : [];
    }),
  );
}

function longestAt(
  from: number,
  sentence: Sentence,
  isFree: (token: number) => boolean,
  names: Names,
): NamePhrase | undefined {
  let end = from;
  while (end < sentence.tokens.length && end - from < LONGEST_NAME && isFree(end)) end += 1;
  for (let to = end; to > from; to -= 1) {
    const phrase = phraseOf(from, to, sentence, isFree, names);
    if (phrase !== undefined) return phrase;
  }
  return undefined;
}

function phraseOf(
  from: number,
  to: number,
  sentence: Sentence,
  isFree: (token: number) => boolean,
  names: Names,
): NamePhrase | undefined {
  const tokens = sentence.tokens.slice(from, to);
  const key = keyOf(tokens.map(({ word }) => word));
  const owner = tokens.at(-1)?.owner;
  const owned = owner && keyOf([...tokens.slice(0, -1).map(({ word }) => word), owner]);
  const exact = entriesOf(key, from, to, sentence, names);
  const owning = exact.length === 0 && owned !== undefined ? names.find(owned) : [];
  const sure = [...exact, ...owning];
  const entries = sure.length > 0 ? sure : nearOf(owned ?? key, tokens, names);
  if (entries.length === 0) return undefined;
  const window = windowOf(from, to, sure.length > 0, sentence, isFree, names);
  return accepted(entries, { ...window, isOwner: owning.length > 0 }, key);
}

/** Names one letter away. What a place is told apart by is none of its misspelt letters: `balroom a`, `saal 7`. */
function nearOf(key: string, tokens: readonly Token[], names: Names): readonly NameEntry[] {
  const last = tokens.at(-1)?.word ?? '';
  const isLettered = tokens.length > 1 && (last.length === 1 || /^\d+$/.test(last));
  const edges = isLettered ? [tokens[0]] : [tokens[0], tokens.at(-1)];
  if (tokens.length > 1 && edges.some(isKnown)) return [];
  return names.near(key).filter(({ kind, value }) => {
    const isPlace = kind === 'room' || kind === 'track';
    return isPlace ? !isLettered || value.endsWith(`-${last}`) : !/\d/.test(key);
  });
}

/** Types are said in the plural. */
const PLURALS = ['s', 'es', 'e', 'en', 'n'] as const;

function entriesOf(
  key: string,
  from: number,
  to: number,
  { tokens, language }: Sentence,
  names: Names,
): readonly NameEntry[] {
  const types = PLURALS.filter((ending) => key.endsWith(ending))
    .flatMap((ending) => names.find(key.slice(0, -ending.length)))
    .filter(({ kind }) => kind === 'type');
  // A type that is but the language's own word for a talk is any talk: `talks`, not `charlas`.
  const isAnyTalk = tokens.slice(from, to).every(({ word }) => hasSignIn(language, word, 'talk'));
  return [...names.find(key), ...types].filter(({ kind }) => kind !== 'type' || !isAnyTalk);
}

/** Small words around a name are none of its misspelt ones. */
function isKnown(token: Token | undefined): boolean {
  return token !== undefined && isKnownWord(token.word);
}

function windowOf(
  from: number,
  to: number,
  isExact: boolean,
  { lexemes, tokens }: Sentence,
  isFree: (token: number) => boolean,
  names: Names,
): Window {
  const outside = lexemes.filter(
    (lexeme) => (lexeme.to <= from || lexeme.from >= to) && isFree(lexeme.from),
  );
  const earlier = lexemes.filter((lexeme) => lexeme.to <= from);
  return {
    ...{ from, to, isExact },
    before: earlier.at(-1),
    wayBefore: isArticle(earlier.at(-1)) ? earlier.at(-2) : undefined,
    after: lexemes.find((lexeme) => lexeme.from >= to),
    isAlone: !outside.some((lexeme) => isTopic(lexeme) && !has(lexeme, 'without')),
    isCommon: tokens.slice(from, to).every(({ word }) => names.isCommon(word) || isKnownWord(word)),
    isOwner: false,
    asksWho: lexemes.some((lexeme) => has(lexeme, 'who')),
  };
}

function isArticle(lexeme: Lexeme | undefined): boolean {
  return has(lexeme, 'filler') && !has(lexeme, 'place') && !has(lexeme, 'by');
}

/** Signs of phrases that are a whole question: beside other words they are words. */
export const OWN_SIGNS: readonly string[] = [
  ...[
    'mine',
    'changes',
    'canceled',
    'suggest',
    'gap',
    'help',
    'greeting',
    'thanks',
    'star',
    'keep',
    'unstar',
  ],
  ...['drop', 'list', 'remind', 'beforehand', 'more', 'page', 'details', 'afterThat', 'beforeThat'],
  ...['another', 'all', 'one', 'follow', 'unfollow', 'follows', 'settings'],
];

/** Signs of words that say nothing of what a talk is about. */
const EMPTY_SIGNS: ReadonlySet<string> = new Set([
  ...['filler', 'soft', 'talk', 'about', 'place', 'by', 'room', 'track', 'who', 'where', 'when'],
  ...[
    'speaks',
    'now',
    'next',
    'nextUp',
    'programme',
    'carry',
    'inLanguage',
    'my',
    'at',
    'it',
    'within',
  ],
  ...['whereCan', 'hear', 'this', 'count', 'sameTime', 'ofThose', 'spare', ...OWN_SIGNS],
]);

export function isTopic({ meanings }: Lexeme): boolean {
  return !meanings.some(({ sign }) => EMPTY_SIGNS.has(sign));
}

function accepted(
  entries: readonly NameEntry[],
  window: Window,
  key: string,
): NamePhrase | undefined {
  const isAbout =
    has(window.before, 'about') && !has(window.before, 'by') && !has(window.before, 'place');
  const meant = entries.filter(
    (entry) => !(isAbout && !isSurelyRoom(entry)) && isMeant(entry, entry.kind, window, key),
  );
  const whole = meant.filter(({ isWhole }) => isWhole);
  const best = whole.length > 0 ? whole : meant;
  const kind = KINDS.find((each) => best.some((entry) => entry.kind === each));
  if (kind === undefined) return undefined;
  const values = best.filter((entry) => entry.kind === kind).map(({ value }) => value);
  const { from, to, isExact } = window;
  const isOut = isLedBy('without', window);
  const begins = isOut ? notOf(window)?.from : undefined;
  return {
    from: begins ?? from,
    ...{ to, kind, values: [...new Set(values)], isMisspelt: !isExact, isOut },
  };
}

/** What says that the name is not wanted. */
function notOf({ before, wayBefore }: Window): Lexeme | undefined {
  return has(before, 'without') ? before : wayBefore;
}
