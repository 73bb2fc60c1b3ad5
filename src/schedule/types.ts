import { uniqueSlugs } from './naming/slug.ts';
import type { Conference, TalkType } from './schedule.ts';

/** The types that talks of a conference have, in the order of their names. */
export function typesOf({ talks }: Pick<Conference, 'talks'>): readonly TalkType[] {
  const slug = uniqueSlugs('type');
  const names = new Set(talks.flatMap(({ type }) => type ?? []));
  return [...names].toSorted().map((name) => ({ name, slug: slug(name) }));
}
