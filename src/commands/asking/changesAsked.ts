import type { ChangedView } from '../../cards/view.ts';
import { type Filters, NO_FILTERS, queryOf, withFilter } from './filters.ts';
import { namesOf } from './names/names.ts';
import { merged, placed, viewed } from './outcomes.ts';
import type { Question } from './question.ts';
import { type Reading, readingOf } from './reading.ts';
import { presentOf, type Situation } from './situation.ts';
import { sinceOf, usualSince } from './time/since.ts';
import { filtersApart } from './typedFilters.ts';
import { isWord, type Lexeme, sentenceOf, signOf } from './words/lexemes.ts';

/**
 * `what changed since breakfast?`, `what changed in janson?`, `what changed on my list?`, `what changed for
 * rust today?`; beside words of a topic without a time the same words are others.
 */
export function aboutChanges(reading: Reading, situation: Situation): Question | undefined {
  const { lexemes } = reading.sentence;
  const asking = lexemes.filter((lexeme) => signOf(lexeme, 'changes') !== undefined);
  if (!asksForChanges(asking)) return undefined;
  // `qu'est-ce` is near to more than one name.
  const names = reading.names.filter(
    (name) => !asking.some(({ from, to }) => from < name.to && name.from < to),
  );
  const { view, isTimed } = changesIn({ ...reading, names }, NO_FILTERS, situation);
  if (view === undefined || !(isTimed || reading.words === '')) return undefined;
  return viewed('changes', view);
}

/**
 * The same as it is typed after the command, with filters or in words: `since 9 room:janson`, `janson`,
 * `my list`; undefined where words are left that neither say when nor are any talk's.
 */
export function changesTyped(text: string, situation: Situation): ChangedView | undefined {
  const { said, filters } = filtersApart(text, situation.localNames ?? {});
  const { planned, index } = situation.programme;
  const reading = readingOf(sentenceOf(said, situation.language), namesOf(planned));
  const { view, words } = changesIn(reading, filters, situation);
  const isKnown = words === '' || index.about(words)?.length !== 0;
  return isKnown ? view : undefined;
}

/** `what changed`; where the verb comes last, `was hat sich … geändert`. */
function asksForChanges(asking: readonly Lexeme[]): boolean {
  const parts = asking.map((lexeme) => signOf(lexeme, 'changes')?.value ?? 'whole');
  return parts.includes('whole') || (parts.includes('open') && parts.includes('close'));
}

interface Asked {
  /** Undefined where it is not clear since when. */
  readonly view?: ChangedView;
  readonly isTimed: boolean;
  /** What the talks are to be about. */
  readonly words: string;
}

function changesIn(reading: Reading, typed: Filters, situation: Situation): Asked {
  const { sentence, names, words, signs } = reading;
  const present = presentOf(situation);
  const isNamed = ({ from }: Lexeme) => names.some((name) => name.from <= from && from < name.to);
  const unnamed = sentence.lexemes.filter((lexeme) => !isNamed(lexeme));
  const asked = sinceOf(unnamed, present);
  const isTopical = asked.kind === 'unclear' && words !== '';
  const timed = isTopical
    ? sinceOf(
        unnamed.filter((lexeme) => !isWord(lexeme)),
        present,
      )
    : asked;
  const topic = isTopical ? words : '';
  if (timed.kind === 'unclear') return { isTimed: false, words: topic };
  const isMine = ['mine', 'my', 'list'].some((sign) => signs.has(sign));
  const places = placed({ names, languages: [] });
  const of = { ...(isMine ? withFilter(places, 'is', ['starred']) : places), words: topic };
  const query = queryOf(merged(typed, of));
  const since = timed.kind === 'since' ? timed.since : usualSince(present);
  return {
    view: { kind: 'changed', since, page: 1, ...(query === '' ? {} : { query }) },
    isTimed: timed.kind === 'since',
    words: topic,
  };
}
