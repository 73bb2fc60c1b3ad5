import { type Filters, filtersOf, NO_FILTERS, queryOf } from '../filters.ts';
import { namesOf } from '../names/names.ts';
import { placed, unknown, viewed } from '../outcomes.ts';
import { hasTime } from '../programmeQuestion.ts';
import type { Question, Shown } from '../question.ts';
import { type Reading, readingOf } from '../reading.ts';
import type { Situation } from '../situation.ts';
import { isWord, type Lexeme, type Sentence, sentenceOf, signOf } from '../words/lexemes.ts';
import type { Sign } from '../words/lexicon.ts';
import { pickedTalk } from './pickedTalk.ts';

/** So many words in a row are a title: `follow the white rabbit`. */
const FEW_WORDS = 3;

/**
 * `follow daniel borkmann`, `tell me about every talk by …`, `follow this`, `what do i follow`; undefined
 * for what is none. Times are not followed, so that a question with one is another.
 */
export function followDeed(sentence: Sentence, situation: Situation): Question | undefined {
  const found = deedIn(sentence);
  if (found === undefined) return undefined;
  if (found.sign === 'follows') return viewed('mine', { kind: 'follows', page: 1 });
  const names = namesOf(situation.programme.published);
  const words = sentence.tokens.map(({ word }) => word);
  if (words.length >= FEW_WORDS && names.isInTitle(words)) return undefined;
  const rest = readingOf(sentenceOf(found.rest, situation.language), names);
  if (hasTime(rest)) return undefined;
  const isEnd = found.sign === 'unfollow';
  if (rest.words !== '' || rest.names.length > 0) return followed(queryIn(rest), isEnd);
  return pointedAt(rest, isEnd, situation);
}

interface Deed {
  readonly sign: 'follow' | 'unfollow' | 'follows';
  /** What is said of what is meant. */
  readonly rest: string;
}

const SIGNS = ['follows', 'unfollow', 'follow'] as const;

/** The verb comes before anything that tells, or, as in `ich möchte … folgen`, last. */
function deedIn({ lexemes, tokens, text }: Sentence): Deed | undefined {
  const first = lexemes.findIndex((lexeme) => signIn(lexeme) !== undefined || isWord(lexeme));
  const last = lexemes.length - 1;
  const isLast = signIn(lexemes[first]) === undefined && has(lexemes[0], 'filler');
  const at = isLast ? last : first;
  const lexeme = lexemes[at];
  const sign = signIn(lexeme);
  if (lexeme === undefined || sign === undefined) return undefined;
  const rest = isLast
    ? text.slice(0, tokens[lexeme.from]?.start)
    : text.slice(tokens[lexeme.to - 1]?.end);
  return { sign, rest };
}

function signIn(lexeme: Lexeme | undefined): Deed['sign'] | undefined {
  return SIGNS.find((sign) => has(lexeme, sign));
}

function has(lexeme: Lexeme | undefined, sign: Sign): boolean {
  return lexeme !== undefined && signOf(lexeme, sign) !== undefined;
}

/** A name alone is that, and beside words of a topic but a word. */
function queryIn(rest: Reading): string {
  if (rest.words === '') return queryOf(placed(rest));
  return rest.names.length === 0 ? rest.words : rest.sentence.text.trim();
}

function followed(query: string, isEnd: boolean): Question {
  return { intent: 'act', outcome: { kind: 'follow', query, isEnd }, remarks: [] };
}

/** What was shown just before: what an answer was about, or what of its one talk can be followed. */
function pointedAt(
  { sentence: { lexemes } }: Reading,
  isEnd: boolean,
  { shown }: Situation,
): Question {
  if (lexemes.length === 0) return viewed('mine', { kind: 'follows', page: 1 });
  if (shown === undefined) return unknown('noTalk');
  const talk =
    pickedTalk(lexemes, shown) ?? (shown.talks.length === 1 ? shown.talks[0] : undefined);
  const query = queryOf(aboutOf(shown));
  if (query !== '' && pickedTalk(lexemes, shown) === undefined) return followed(query, isEnd);
  return talk === undefined ? unknown('whichTalk') : viewed('act', { kind: 'follow', talk });
}

/** Without what is but for the moment: days, hours, stars. */
function aboutOf({ view }: Shown): Filters {
  if (view?.kind !== 'search') return NO_FILTERS;
  const { words, values } = filtersOf(view.query);
  const { by, track, room, type } = values;
  return words === ''
    ? {
        words,
        values: {
          ...(by === undefined ? {} : { by }),
          ...(track === undefined ? {} : { track }),
          ...(room === undefined ? {} : { room }),
          ...(type === undefined ? {} : { type }),
        },
      }
    : { words, values: {} };
}
