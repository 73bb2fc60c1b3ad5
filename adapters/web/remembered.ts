import { LRUCache } from 'lru-cache';
import type { Programme } from '../../src/programme/programme.ts';

/** More are asked for in a minute by nobody but search engines. */
const MOST = 500;

const shelves = new WeakMap<Programme, LRUCache<string, object>>();

/**
 * What was made of a programme, which is the same object as long as it is seen the same. Many look at the same page
 * at the same time, and no two of them are told apart. What else it depends on is in `key`.
 */
export async function remembered<T extends object>(
  programme: Programme,
  key: string,
  make: () => T | Promise<T>,
): Promise<T> {
  const shelf = shelves.get(programme) ?? new LRUCache<string, object>({ max: MOST });
  shelves.set(programme, shelf);
  const known = shelf.get(key);
  if (known !== undefined) return known as T;
  const made = await make();
  shelf.set(key, made);
  return made;
}
