import { NOT } from '../../search/query/filterMeaning.ts';
import { isTopic, type NamePhrase, namePhrases, wholeNames } from './names/namePhrases.ts';
import type { Names } from './names/names.ts';
import { signIn } from './time/clockPhrase.ts';
import type { TimePhrase } from './time/rule.ts';
import { timePhrases } from './time/timePhrases.ts';
import type { TimeWish } from './time/wish.ts';
import { type Lexeme, type Sentence, signOf } from './words/lexemes.ts';
import type { Sign } from './words/lexicon.ts';

/** What a sentence says, and the words that are left. */
export interface Reading {
  readonly sentence: Sentence;
  readonly time: TimeWish;
  readonly names: readonly NamePhrase[];
  /** Codes of languages that talks are wanted in. */
  readonly languages: readonly string[];
  /** What talks are to be about, as it was written; empty where all words have another part. */
  readonly words: string;
  /** The signs of lexemes that are neither time nor name nor of the words left. */
  readonly signs: ReadonlySet<Sign>;
  /** Lexemes that are neither time nor name. */
  readonly others: readonly Lexeme[];
  /** Anything at all but the words left. */
  readonly isFramed: boolean;
}

/** Takes time and names out of a sentence; what may be either is a word where other words are left. */
export function readingOf(sentence: Sentence, names: Names): Reading {
  const { lexemes } = sentence;
  const whole = wholeNames(sentence, names);
  const isWithin = ({ at, length }: TimePhrase) =>
    lexemes.slice(at, at + length).every(({ from }) => whole.some((token) => token === from));
  const phrases = timePhrases(lexemes).filter((phrase) => !isWithin(phrase));
  const taken = tokensOfTime(phrases, lexemes);
  const named = namePhrases(sentence, (token) => !taken.has(token), names);
  const isNamed = (token: number) => named.some(({ from, to }) => from <= token && token < to);
  const languages = lexemes.filter((lexeme, at) => isLanguage(lexeme, at, lexemes, names, isNamed));
  const isNot = (lexeme: Lexeme, at: number) =>
    signIn(lexeme, 'without') &&
    lexemes.slice(at + 1, at + 2).some((each) => languages.includes(each));
  const nots = lexemes.filter(isNot);
  const isUsed = (lexeme: Lexeme) =>
    isNamed(lexeme.from) || languages.includes(lexeme) || nots.includes(lexeme);
  const free = lexemes.filter((lexeme) => !taken.has(lexeme.from) && !isUsed(lexeme));
  const hasTopic = free.some((lexeme) => isTopic(lexeme));
  const accepted = phrases.filter(({ isWeak }) => !(isWeak && hasTopic));
  const times = tokensOfTime(accepted, lexemes);
  const others = lexemes.filter((lexeme) => !times.has(lexeme.from) && !isUsed(lexeme));
  return {
    sentence,
    time: tiedToNow(Object.assign({}, ...accepted.map(({ wish }) => wish)), lexemes),
    names: named,
    languages: languages.flatMap((lexeme) => languageOf(lexeme, lexemes) ?? []),
    ...wordsLeft(sentence, others),
    others,
  };
}

/** `what was on at 11` asks of the eleven that has passed. */
function tiedToNow(time: TimeWish, lexemes: readonly Lexeme[]): TimeWish {
  const isPast = time.day === undefined && lexemes.some((lexeme) => signIn(lexeme, 'past'));
  return isPast && Object.keys(time).length > 0 ? { ...time, isThis: true } : time;
}

function tokensOfTime(
  phrases: readonly TimePhrase[],
  lexemes: readonly Lexeme[],
): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { at, length } of phrases) {
    for (const { from, to } of lexemes.slice(at, at + length)) {
      for (let token = from; token < to; token += 1) tokens.add(token);
    }
  }
  return tokens;
}

/** A code, or that it is not to be that. */
function languageOf(lexeme: Lexeme, lexemes: readonly Lexeme[]): string | undefined {
  const code = signOf(lexeme, 'lang')?.value;
  const isOut = signIn(lexemes[lexemes.indexOf(lexeme) - 1], 'without');
  return isOut && code !== undefined ? `${NOT}${code}` : code;
}

/** `german talks`, `in english`; `german umlauts` are none. */
function isLanguage(
  lexeme: Lexeme,
  at: number,
  lexemes: readonly Lexeme[],
  names: Names,
  isNamed: (token: number) => boolean,
): boolean {
  if (signOf(lexeme, 'lang') === undefined || names.languages.size === 0) return false;
  if (isNamed(lexeme.from)) return false;
  const [before, after] = [lexemes[at - 1], lexemes[at + 1]];
  const isLed = signIn(before, 'inLanguage') || signIn(before, 'without');
  const isOfTalks =
    after !== undefined && (signOf(after, 'talk') !== undefined || isNamed(after.from));
  return isLed || isOfTalks;
}

/** Parts the words on either side of them, wherever they stand. */
const APART: ReadonlySet<Sign> = new Set(['now', 'nextUp', 'mine', 'programme', 'inLanguage']);
/** What begins as a question does. */
const FRAMES: readonly Sign[] = [
  ...['filler', 'who', 'where', 'when', 'whereCan', 'programme', 'carry', 'talk', 'nextUp'],
  ...['now', 'about', 'suggest', 'mine', 'my', 'settings'],
];

/**
 * The words that are left, without the small ones around them. Where nothing frames them they are
 * left as they stand: `start-up culture` is no question.
 */
function wordsLeft(
  sentence: Sentence,
  others: readonly Lexeme[],
): Pick<Reading, 'words' | 'signs' | 'isFramed'> {
  const [first] = sentence.lexemes;
  const begins =
    FRAMES.some((sign) => signIn(first, sign)) || asksForNext(sentence) || endsAsking(sentence);
  const isFramed = begins || others.length < sentence.lexemes.length || others.some(isApart);
  const kept = runsOf(others).flatMap((run) => {
    const trimmed = isFramed || !run.some(isTopic) ? trim(run) : run;
    return trimmed.length === 0 ? [] : [trimmed];
  });
  const used = new Set(kept.flat());
  const signs = others.filter((lexeme) => !used.has(lexeme)).flatMap(({ meanings }) => meanings);
  return {
    words: kept.map((run) => written(run, sentence)).join(' '),
    signs: new Set(signs.map(({ sign }) => sign)),
    isFramed,
  };
}

/** `the next rust talk`; `next generation` is a topic. */
function asksForNext({ lexemes }: Sentence): boolean {
  return signIn(lexemes[0], 'next') && lexemes.some((lexeme) => signIn(lexeme, 'talk'));
}

/** `fnord show wann war die nochmal`, `hugo awards when`. */
function endsAsking({ lexemes }: Sentence): boolean {
  const at = lexemes.findLastIndex((lexeme) => ASKING.some((sign) => signIn(lexeme, sign)));
  return at > 0 && !lexemes.slice(at).some((lexeme) => isTopic(lexeme));
}

const ASKING: readonly Sign[] = ['who', 'where', 'when'];

function isApart({ meanings }: Lexeme): boolean {
  return (
    meanings.some(({ sign }) => APART.has(sign)) && !meanings.some(({ sign }) => sign === 'place')
  );
}

/** Lexemes that stand beside each other. */
function runsOf(lexemes: readonly Lexeme[]): readonly (readonly Lexeme[])[] {
  const runs: Lexeme[][] = [];
  let end = -1;
  for (const lexeme of lexemes) {
    if (isApart(lexeme)) runs.push([lexeme], []);
    else if (lexeme.from === end && runs.length > 0) runs.at(-1)?.push(lexeme);
    else runs.push([lexeme]);
    end = lexeme.to;
  }
  return runs;
}

function trim(run: readonly Lexeme[]): readonly Lexeme[] {
  const first = run.findIndex(isTopic);
  return first < 0 ? [] : run.slice(beginOf(run, first), endOf(run));
}

/** A noun may be a small word elsewhere: `mots de passe`, `internet of things`. */
function endOf(run: readonly Lexeme[]): number {
  const last = run.findLastIndex(isTopic);
  const [of, noun, ...rest] = run.slice(last + 1);
  const isNoun = noun !== undefined && !signIn(noun, 'it') && !signIn(noun, 'all');
  return signIn(of, 'of') && isNoun && rest.length === 0 ? run.length : last + 1;
}

/** What follows “about” belongs to the topic, small as it may be elsewhere: `about event sourcing`. */
function beginOf(run: readonly Lexeme[], topic: number): number {
  const about = run.slice(0, topic).findLastIndex((lexeme) => signIn(lexeme, 'about'));
  const small = run.slice(about + 1, topic).findIndex((lexeme) => !signIn(lexeme, 'filler'));
  return about < 0 || small < 0 || about + 1 + small !== topic - 1 ? topic : topic - 1;
}

function written(run: readonly Lexeme[], { text, tokens }: Sentence): string {
  const from = tokens[run[0]?.from ?? 0]?.start ?? 0;
  const to = tokens[(run.at(-1)?.to ?? 1) - 1]?.end ?? 0;
  return text.slice(from, to);
}
