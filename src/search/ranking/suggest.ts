import type { Instant } from '../../clock.ts';
import { runsOf } from '../language/words.ts';
import type { Corpus } from './corpus.ts';

/** Longer than any title. */
const LONGEST = 200;

/**
 * The talks of which every typed word begins a word of the title, the subtitle or a speaker's
 * name: those still to come by time, then those that are over.
 *
 * Typing on any word of a title keeps its talk: if the talk is among the first `limit` for a
 * text, it is among them for every text that begins so and whose words begin words of its
 * title. For what fits the longer text fitted the shorter one too, and the order of talks
 * depends on nothing that was typed.
 */
export function beginningWith(
  text: string,
  corpus: Corpus,
  {
    limit,
    now = Number.NEGATIVE_INFINITY,
  }: { readonly limit: number; readonly now?: Instant | undefined },
): readonly number[] {
  const typed = runsOf(text.slice(0, LONGEST));
  if (typed.length === 0) return [];
  const fitting = corpus.talks.flatMap((_, ordinal) => {
    const words = corpus.headWords(ordinal);
    return typed.every((beginning) => words.some((word) => word.startsWith(beginning)))
      ? [ordinal]
      : [];
  });
  const isOver = (ordinal: number) => (corpus.talks[ordinal]?.end ?? now) <= now;
  return [...fitting.filter((ordinal) => !isOver(ordinal)), ...fitting.filter(isOver)].slice(
    0,
    limit,
  );
}
