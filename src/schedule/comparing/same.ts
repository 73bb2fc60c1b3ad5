import type { Steps } from '../../clock/steps.ts';
import type { Conference } from '../schedule.ts';

/** Whether two versions say the same in every word, however their sources wrote it. */
export function* isSame(before: Conference, after: Conference): Steps<boolean> {
  const { talks: olds, ...earlier } = before;
  const { talks: news, ...later } = after;
  if (olds.length !== news.length || written(earlier) !== written(later)) return false;
  for (const [at, old] of olds.entries()) {
    if (written(old) !== written(news[at])) return false;
    yield;
  }
  return true;
}

/** Whatever order the fields came in. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
