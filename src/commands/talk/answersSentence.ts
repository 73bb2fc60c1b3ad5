import type { View } from '../../cards/view.ts';
import type { TalkHit } from '../../search/search.ts';
import type { Doubt } from '../asking/question.ts';
import type { Context } from '../context.ts';
import { find } from './find.ts';

type SearchView = Extract<View, { readonly kind: 'search' }>;

/** Of more words than these the first tell enough. */
const MOST_WORDS = 8;

/**
 * Whether the best talk answers a whole sentence: it has all of the telling words, and one of them where
 * a talk says what it is about. As long as not everything is looked through, nobody can tell.
 */
export function answersSentence(
  { isElsewhere, telling }: Doubt,
  { query }: SearchView,
  context: Context,
): boolean {
  if (isElsewhere) return false;
  const [best] = find(query, { limit: 1, offset: 0 }, context).result.hits;
  if (best === undefined) return true;
  const { index } = context.programme;
  const hasAll = telling
    .slice(0, MOST_WORDS)
    .every((word) => index.about(word)?.includes(best.talk) !== false);
  return hasAll && isWhatItIsAbout(best);
}

/** Whether what is found first is what was looked for; nothing at all is told as such. */
export function fits({ query }: SearchView, context: Context): boolean {
  const { hits, confident } = find(query, { limit: 1, offset: 0 }, context).result;
  return confident || hits.length === 0;
}

/** Whether anything fits, as it is written; as long as not everything is looked through, nobody can tell that nothing does. */
export function isFound({ query }: SearchView, context: Context): boolean {
  const { result } = find(query, { limit: 1, offset: 0 }, context);
  const { hits, confident, meant, searched } = result;
  return searched !== 'everything' || (confident && hits.length > 0 && meant === undefined);
}

/** A word of an abstract may be said by the way. */
export function isWhatItIsAbout({ matched }: TalkHit): boolean {
  return matched.some(({ field }) => field !== 'abstract' && field !== 'room');
}
