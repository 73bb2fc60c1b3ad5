import type { SearchResult, TalkHit } from '../../search/search.ts';
import type { Doubt } from '../asking/question.ts';
import type { Context } from '../context.ts';

/** Of more words than these the first tell enough. */
const MOST_WORDS = 8;

/**
 * Whether the best talk answers a whole sentence: it has all of the telling words, and one of them where
 * a talk says what it is about. As long as not everything is looked through, nobody can tell.
 */
export function answersSentence(
  { isElsewhere, telling }: Doubt,
  { hits: [best] }: SearchResult,
  { index }: Pick<Context['programme'], 'index'>,
): boolean {
  if (isElsewhere) return false;
  if (best === undefined) return true;
  const hasAll = telling
    .slice(0, MOST_WORDS)
    .every((word) => index.about(word)?.includes(best.talk) !== false);
  return hasAll && isWhatItIsAbout(best);
}

/** Whether what is found first is what was looked for; nothing at all is told as such. */
export function fits({ hits, confident }: SearchResult): boolean {
  return confident || hits.length === 0;
}

/** Whether anything fits, as it is written; as long as not everything is looked through, nobody can tell that nothing does. */
export function isFound({ hits, confident, meant, searched }: SearchResult): boolean {
  return searched !== 'everything' || (confident && hits.length > 0 && meant === undefined);
}

/** A word of an abstract may be said by the way. */
export function isWhatItIsAbout({ matched }: TalkHit): boolean {
  return matched.some(({ field }) => field !== 'abstract' && field !== 'room');
}
