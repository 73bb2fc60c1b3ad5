import { hash } from 'node:crypto';
import { type ConferenceKey, type ConferenceRef, conferenceRef } from '../../schedule/source.ts';

const LONGEST_PLAIN = 10;
const HASH_LENGTH = 10;
const PLAIN = /^[A-Za-z0-9_-]+$/;

/** How action ids name a talk, room or track: see {@link shortRef}. */
export type ShortRef = string & { readonly brand: 'ShortRef' };

/**
 * A name for an id or a slug that fits into action ids: the id itself where it is short and plain,
 * else `~` and a hash of it. Depends on nothing but the id, so it means the same after a restart.
 */
export function shortRef(id: string): ShortRef {
  if (id.length <= LONGEST_PLAIN && PLAIN.test(id)) return id as ShortRef;
  return `~${hash('sha256', id, 'base64url').slice(0, HASH_LENGTH)}` as ShortRef;
}

/** A reference as it stands in an action id, which anybody may have written: it finds a thing or it does not. */
export function readRef(word: string): ShortRef {
  return word as ShortRef;
}

/** The room or track whose slug `ref` stands for. */
export function bySlugRef<T extends { readonly slug: string }>(
  places: readonly T[],
  ref: ShortRef,
): T | undefined {
  return places.find((place) => shortRef(place.slug) === ref);
}

const OF = '*';

/** A talk of another conference than the one that an action id is of: `9053*fosdem20`. */
export function partRef(ref: ShortRef, conference: ConferenceKey | ConferenceRef): ShortRef {
  return `${ref}${OF}${conferenceRef(conference)}` as ShortRef;
}

/** The inverse of {@link partRef}; of any other reference that itself. */
export function refOfPart(ref: ShortRef): {
  readonly own: ShortRef;
  readonly of?: ConferenceRef;
} {
  const at = ref.indexOf(OF);
  if (at < 0) return { own: ref };
  return { own: ref.slice(0, at) as ShortRef, of: ref.slice(at + 1) as ConferenceRef };
}
