import { LRUCache } from 'lru-cache';
import type { Conference } from '../schedule/schedule.ts';
import { createLazyIndex, type IndexMaking, type LazyIndex } from '../search/lazyIndex.ts';
import type { TalkIndex } from '../search/search.ts';
import type { TalkByHand } from './byHand.ts';

/** Each takes some megabytes; whoever searched longest ago waits for theirs anew, answered meanwhile by the version's own. */
const MOST_INDEXES = 20;

/** The indexes of those who have talks otherwise than their source. */
export interface OwnIndexes {
  /** Of the conference as `owner` has it by these changes. It holds nothing itself: an owner's latest alone is kept. */
  of(owner: string, changed: readonly TalkByHand[], conference: Conference): TalkIndex;
}

/** `published` answers until an own index is made. */
export function createOwnIndexes(published: TalkIndex, indexing: IndexMaking): OwnIndexes {
  const latest = new LRUCache<string, Own>({ max: MOST_INDEXES });
  const made = (owner: string, same: string, conference: Conference): LazyIndex => {
    const former = latest.get(owner);
    if (former?.same === same) return former.index;
    const index =
      former?.index.next(conference) ?? createLazyIndex(conference, indexing, published);
    latest.set(owner, { same, index });
    return index;
  };
  return {
    of: (owner, changed, conference) => {
      const same = JSON.stringify(changed.map(({ talk, facts }) => [talk, facts]));
      const own = () => made(owner, same, conference);
      return {
        search: (query, options) => own().search(query, options),
        suggest: (text, options) => own().suggest(text, options),
        about: (words) => own().about(words),
      };
    },
  };
}

interface Own {
  readonly same: string;
  readonly index: LazyIndex;
}
