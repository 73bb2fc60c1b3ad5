import { fold } from '../schedule/naming/slug.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import { STOP_WORDS } from './language/tables.ts';
import { runsOf } from './language/words.ts';
import { byTime, page, passes, toComeFirst } from './query/filterTalks.ts';
import type { FieldMatch } from './ranking/fieldMatches.ts';
import { fieldText } from './ranking/index/fields.ts';
import type { SearchOptions, SearchResult, TalkHit, TalkIndex } from './search.ts';

/** Longer than any title. */
const LONGEST = 200;
const HEADS = ['title', 'subtitle', 'speakers'] as const;
const LETTER = /[\p{L}\p{N}]/u;

/** What a talk is called and who gives it, each text folded. */
interface Head {
  readonly talk: Talk;
  readonly texts: readonly string[];
}

/**
 * Finds talks without an index, by reading all titles and speakers' names: what answers until there
 * is one. A talk is found when every telling word of the query begins a word of these. More is not
 * known, so no talk is ever clearly the one meant.
 */
export function createTitleScan({ talks }: Conference): TalkIndex {
  let known: readonly Head[] | undefined;
  const headsWith = (words: readonly string[]) => {
    known ??= talks.map(headOf);
    return known.filter(({ texts }) =>
      words.every((word) => texts.some((text) => hasBeginning(text, word))),
    );
  };
  return {
    search: (query, options) => {
      const words = tellingWords(query.words);
      if (words.length === 0) return byTime(query, options, talks);
      const isWanted = passes(query.filters, options.starred);
      const heads = headsWith(words).filter(({ talk }) => isWanted(talk));
      return resultOf(heads, words, options);
    },
    suggest: (text, options) => {
      const words = runsOf(text.slice(0, LONGEST));
      return words.length === 0
        ? []
        : toComeFirst(
            headsWith(words).map(({ talk }) => talk),
            options,
          );
    },
    about: (text) => {
      const words = runsOf(text.slice(0, LONGEST)).filter((word) => !isStopWord(word));
      return words.length === 0
        ? []
        : headsWith(words)
            .filter(({ texts }) =>
              words.every((word) => texts.some((written) => runsOf(written).includes(word))),
            )
            .map(({ talk }) => talk);
    },
  };
}

function headOf(talk: Talk): Head {
  return { talk, texts: HEADS.map((field) => fold(fieldText(talk, field))) };
}

/** Whether a word of the text begins so. */
function hasBeginning(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Without the small words of questions, unless there is nothing else. */
function tellingWords(text: string): readonly string[] {
  const words = runsOf(text.slice(0, LONGEST));
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

function isStopWord(word: string): boolean {
  return Object.values(STOP_WORDS).some((words) => words.has(word));
}

/** Those with the most words of the query in their titles first, then by time. */
function resultOf(
  heads: readonly Head[],
  words: readonly string[],
  options: SearchOptions,
): SearchResult {
  const hits = heads.map((head) => hitOf(head, words)).toSorted((a, b) => b.score - a.score);
  return {
    hits: page(hits, options),
    total: hits.length,
    confident: hits.length > 0,
    clear: false,
    searched: 'titles',
    ...(hits.length > 0 ? { scale: 1 / words.length } : {}),
  };
}

function hitOf({ talk, texts }: Head, words: readonly string[]): TalkHit {
  const matched = HEADS.flatMap((field, at): FieldMatch[] => {
    const terms = words.filter((word) => hasBeginning(texts[at] ?? '', word));
    return terms.length === 0 ? [] : [{ field, terms }];
  });
  const inTitle = matched.find(({ field }) => field === 'title');
  return { talk, score: 1 + (inTitle?.terms.length ?? 0), matched };
}
