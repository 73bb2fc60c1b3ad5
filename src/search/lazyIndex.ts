import { stopwatch } from '../clock.ts';
import type { Log } from '../log.ts';
import { isAnother } from '../schedule/comparing/follow.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import { writtenWords } from './language/words.ts';
import { byTime, page, passes, toComeFirst } from './query/filterTalks.ts';
import { fieldText } from './ranking/index/fields.ts';
import type { TalkHit, TalkIndex } from './search.ts';
import { createTitleScan } from './titleScan.ts';

/** Makes an index, at once or off the path of whoever waits; rejects when `signal` aborts. */
export type MakeIndex = (
  conference: Conference,
  signal: AbortSignal,
) => TalkIndex | Promise<TalkIndex>;

export interface IndexMaking {
  readonly makeIndex: MakeIndex;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * An index that is made when it is first asked, once, and is never waited for: until it is there the
 * one of the version before answers, and before there was any, a scan of titles and speakers.
 */
export interface LazyIndex extends TalkIndex {
  /** The index of the version that follows. What is under way for this one ends; if it was begun, so is the next. */
  next(conference: Conference): LazyIndex;
}

/** `former` is an index of an earlier version. */
export function createLazyIndex(
  conference: Conference,
  making: IndexMaking,
  former?: TalkIndex,
): LazyIndex {
  return lazyIndex(conference, making, former).index;
}

function lazyIndex(conference: Conference, making: IndexMaking, former?: TalkIndex) {
  const { makeIndex, log } = making;
  const superseded = new AbortController();
  const ended = AbortSignal.any([making.signal, superseded.signal]);
  let latest = former;
  let answering = former ? carriedOver(former, conference) : createTitleScan(conference);
  let isBegun = false;
  let present: TalkIndex | undefined;
  const begin = () => {
    if (isBegun) return;
    isBegun = true;
    const began = stopwatch();
    const use = (made: TalkIndex) => {
      latest = made;
      present = made;
      answering = made;
      const ms = Math.round(stopwatch() - began);
      log.info(
        { conference: conference.title, talks: conference.talks.length, ms },
        'Talks are indexed',
      );
    };
    const made = makeIndex(conference, ended);
    if (!(made instanceof Promise)) return use(made);
    made.then(use).catch((error: unknown) => {
      // Whatever answers until then goes on answering.
      if (!ended.aborted) log.error({ err: error }, 'The talks of a conference cannot be indexed');
    });
  };
  const index: LazyIndex = {
    search: (query, options) => {
      begin();
      return answering.search(query, options);
    },
    suggest: (text, options) => {
      begin();
      return answering.suggest(text, options);
    },
    about: (words) => {
      begin();
      return present?.about(words);
    },
    next: (following) => {
      superseded.abort();
      const next = lazyIndex(following, making, latest);
      if (isBegun) next.begin();
      return next.index;
    },
  };
  return { index, begin };
}

/** An index of an earlier version: its hits as the talks are now, without those that are gone. */
function carriedOver(former: TalkIndex, { talks }: Conference): TalkIndex {
  const byId = new Map(talks.map((talk) => [talk.id, talk]));
  // Every search comes upon the same talks, many a time before the index is there.
  const compared = new Map<Talk, Talk | undefined>();
  const asItIs = (talk: Talk) => {
    if (!compared.has(talk)) {
      const present = byId.get(talk.id);
      compared.set(talk, present && isAnother(talk, present) ? undefined : present);
    }
    return compared.get(talk);
  };
  return {
    search: (query, options) => {
      if (writtenWords(query.words).length === 0) return byTime(query, options, talks);
      const found = former.search(query, {
        ...options,
        limit: Number.POSITIVE_INFINITY,
        offset: 0,
      });
      // A talk may have moved out of what was asked for.
      const isWanted = passes(query.filters, options.starred);
      const hits = found.hits.flatMap((hit) => {
        const talk = asItIs(hit.talk);
        return talk !== undefined && isWanted(talk) ? [{ talk, hit }] : [];
      });
      const isBestThere = hits[0] !== undefined && hits[0].hit.score === found.hits[0]?.score;
      return {
        hits: page(hits, options).map(({ talk, hit }) => shownAs(talk, hit)),
        total: hits.length,
        confident: found.confident && isBestThere,
        clear: found.clear && isBestThere,
        searched: 'versionBefore',
      };
    },
    suggest: (text, options) =>
      toComeFirst(
        former.suggest(text, options).flatMap((talk) => asItIs(talk) ?? []),
        options,
      ),
    about: () => undefined,
  };
}

/** A hit as the talk is in another version; what matched in words that are others there is left out. */
export function shownAs(talk: Talk, hit: TalkHit): TalkHit {
  return {
    talk,
    score: hit.score,
    get matched() {
      return hit.matched.filter(
        ({ field }) => fieldText(hit.talk, field) === fieldText(talk, field),
      );
    },
  };
}
