import type { ShortRef } from '../../../cards/actions/reference.ts';
import { namesOf } from '../names/names.ts';
import { unknown } from '../outcomes.ts';
import type { Act, Question } from '../question.ts';
import type { Reading } from '../reading.ts';
import type { Situation } from '../situation.ts';
import { spanAt } from '../time/spans.ts';
import { isWord, type Lexeme, signOf } from '../words/lexemes.ts';
import type { Sign } from '../words/lexicon.ts';
import { pickedTalk } from './pickedTalk.ts';

/** `star it`, `star the quiz`, `remind me 20 minutes before`; undefined for what is no deed. */
export function actOn({ sentence }: Reading, situation: Situation): Question | undefined {
  const { lexemes } = sentence;
  const kind = deedOf(lexemes);
  if (kind === undefined) return undefined;
  const lead = kind === 'remind' ? leadIn(lexemes) : undefined;
  const rest = lexemes.filter((lexeme) => !isOfDeed(lexeme) && !lead?.lexemes.includes(lexeme));
  const named = rest.filter(isTelling);
  const talks = named.length > 0 ? talksCalled(named, situation) : talksPointedAt(rest, situation);
  // Nobody looks for words by saying that they are to be taken off a list.
  if (talks === undefined) return kind === 'unstar' ? unknown('whichTalk') : undefined;
  if (talks.length === 0) return unknown('noTalk');
  const isAll = lexemes.some((lexeme) => lexeme.words !== 'these' && has(lexeme, 'all'));
  if (talks.length > 1 && !isAll) return unknown('whichTalk');
  const leadMinutes = lead === undefined ? {} : { leadMinutes: lead.minutes };
  return {
    intent: 'act',
    outcome: { kind: 'act', act: { kind, talks, ...leadMinutes } },
    remarks: [],
  };
}

function has(lexeme: Lexeme | undefined, sign: Sign): boolean {
  return lexeme !== undefined && signOf(lexeme, sign) !== undefined;
}

/** Verbs that are no other's say it alone; `save` and `remove` only with “it” or “my list”. */
function deedOf(lexemes: readonly Lexeme[]): Act['kind'] | undefined {
  const first = lexemes.find(
    (lexeme) => DEEDS.some((sign) => has(lexeme, sign)) || isTelling(lexeme),
  );
  if (has(first, 'star')) return 'star';
  if (has(first, 'unstar')) return 'unstar';
  if (has(first, 'remind')) return 'remind';
  const pointsAtList = lexemes.some((lexeme) =>
    ['it', 'list', 'ordinal', 'one', 'all'].some((sign) => has(lexeme, sign)),
  );
  if (!pointsAtList) return undefined;
  if (has(first, 'keep')) return 'star';
  return has(first, 'drop') ? 'unstar' : undefined;
}

const DEEDS: readonly Sign[] = ['star', 'unstar', 'remind', 'keep', 'drop'];
const OF_DEED: readonly Sign[] = [...DEEDS, 'list', 'beforehand', 'all'];

function isOfDeed(lexeme: Lexeme): boolean {
  return OF_DEED.some((sign) => has(lexeme, sign));
}

function isTelling(lexeme: Lexeme): boolean {
  return isWord(lexeme) || (lexeme.meanings.length > 0 && has(lexeme, 'venue'));
}

/** Minutes said before “before”, and the lexemes that say them. */
function leadIn(
  lexemes: readonly Lexeme[],
): { readonly minutes: number; readonly lexemes: readonly Lexeme[] } | undefined {
  for (let at = 0; at < lexemes.length; at += 1) {
    const span = spanAt(lexemes, at);
    if (span !== undefined) {
      return { minutes: span.minutes, lexemes: lexemes.slice(at, at + span.length) };
    }
  }
  return undefined;
}

/** Those whose titles have all of these words; undefined where none has. */
function talksCalled(
  named: readonly Lexeme[],
  { programme: { published, refOf } }: Situation,
): readonly ShortRef[] | undefined {
  const wanted = named.flatMap(({ words }) => words.split(' '));
  const fitting = namesOf(published).talksWith(wanted);
  return fitting.length === 0 ? undefined : fitting.map(refOf);
}

function talksPointedAt(lexemes: readonly Lexeme[], { shown }: Situation): readonly ShortRef[] {
  if (shown === undefined) return [];
  const isAll = lexemes.some((lexeme) => has(lexeme, 'all'));
  const picked = pickedTalk(lexemes, shown) ?? (isAll ? undefined : shown.picked);
  return picked === undefined ? shown.talks : [picked];
}
