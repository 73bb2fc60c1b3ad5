import { hash } from 'node:crypto';

const LONGEST_PLAIN = 10;
const HASH_LENGTH = 10;
const PLAIN = /^[A-Za-z0-9_-]+$/;

/**
 * A name for an id or a slug that fits into action ids: the id itself where it is short and plain,
 * else `~` and a hash of it. Depends on nothing but the id, so it means the same after a restart.
 */
export function shortRef(id: string): string {
  if (id.length <= LONGEST_PLAIN && PLAIN.test(id)) return id;
  return `~${hash('sha256', id, 'base64url').slice(0, HASH_LENGTH)}`;
}

/** The room or track whose slug `ref` stands for. */
export function bySlugRef<T extends { readonly slug: string }>(
  places: readonly T[],
  ref: string,
): T | undefined {
  return places.find((place) => shortRef(place.slug) === ref);
}
