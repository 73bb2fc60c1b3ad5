import { atOnce, type Steps } from '../clock/steps.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import { byTime, page, passes } from './query/filterTalks.ts';
import type { TalkQuery } from './query/talkQuery.ts';
import { conceptsOf } from './ranking/concepts.ts';
import { judge } from './ranking/confidence.ts';
import { type Corpus, createCorpus } from './ranking/corpus.ts';
import { type FieldMatch, fieldMatcher } from './ranking/fieldMatches.ts';
import { rank } from './ranking/rank.ts';
import { beginningWith } from './ranking/suggest.ts';
import type { SearchOptions, SearchResult, SuggestOptions, TalkHit, TalkIndex } from './search.ts';

/** Makes the index without a pause, which takes half a second for a thousand talks. */
export function createTalkIndex(conference: Conference): TalkIndex {
  return atOnce(indexTalks(conference));
}

export function* indexTalks({ talks }: Conference): Steps<TalkIndex> {
  const corpus = yield* createCorpus(talks);
  return {
    search: (query, options) => search(query, options, corpus),
    suggest: (text, options) => suggest(text, options, corpus),
  };
}

function search(query: TalkQuery, options: SearchOptions, corpus: Corpus): SearchResult {
  const passing = passes(query.filters, options.starred);
  const concepts = conceptsOf(query.words, corpus);
  if (concepts.length === 0) return byTime(query, options, corpus.talks);
  const ranked = rank(concepts, corpus).filter(({ ordinal }) => {
    const talk = corpus.talks[ordinal];
    return talk !== undefined && passing(talk);
  });
  const { relevant, confident, clear } = judge(ranked, concepts);
  const matchedIn = fieldMatcher(concepts, corpus);
  const hits = page(relevant, options).flatMap(({ ordinal, score }) => {
    const talk = corpus.talks[ordinal];
    return talk ? [hitOf(talk, score, matchedIn)] : [];
  });
  return { hits, total: relevant.length, confident, clear, searched: 'everything' };
}

/** Reading a whole abstract for its matches takes longer than finding it, so it waits until somebody asks. */
function hitOf(
  talk: Talk,
  score: number,
  matchedIn: (talk: Talk) => readonly FieldMatch[],
): TalkHit {
  let matched: readonly FieldMatch[] | undefined;
  return {
    talk,
    score,
    get matched() {
      matched ??= matchedIn(talk);
      return matched;
    },
  };
}

function suggest(text: string, { limit, now }: SuggestOptions, corpus: Corpus): readonly Talk[] {
  const ordinals = new Set(beginningWith(text, corpus, { limit, now }));
  if (ordinals.size < limit) {
    for (const { ordinal } of judge(rank(conceptsOf(text, corpus), corpus), []).relevant) {
      if (ordinals.size < limit) ordinals.add(ordinal);
    }
  }
  return [...ordinals].flatMap((ordinal) => corpus.talks[ordinal] ?? []);
}
