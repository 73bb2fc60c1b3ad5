import type { Instant } from '../../clock.ts';
import type { Conference } from '../../schedule/schedule.ts';
import { parseTalkQuery, type TalkQuery } from '../../search/query/talkQuery.ts';
import type { SearchResult, TalkHit } from '../../search/search.ts';
import type { Context } from '../context.ts';

/** A query and one page of what it finds. */
export interface Found {
  readonly query: TalkQuery;
  readonly result: SearchResult;
  /** All that was found is over, and nothing in the query asked for the past. */
  readonly isAllOver: boolean;
}

/** More are looked at by nobody. */
const MOST = 1_000;

/**
 * Searches as the clock has it: while the conference is on, what runs and is to come stands before
 * what is over, unless the query names the past or a moment (issue 16 §3). `is:last` and its like pick of all that
 * fits those that start at one moment, `is:longest` those that take as long.
 */
export function find(
  text: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  context: Context,
): Found {
  const { now, programme } = context;
  const { query, whole } = searched(text, context);
  const { pick, filters } = query;
  const shown = (hits: readonly TalkHit[]) => hits.slice(offset, offset + limit);
  const isOver = ({ talk }: TalkHit) => talk.end <= now;
  const namesPast =
    filters.runsAt !== undefined || filters.starts?.every(({ end }) => end <= now) === true;
  if (pick === undefined && (namesPast || !isOn(programme.conference, now))) {
    const hits = shown(whole.hits);
    const isAllOver = !namesPast && hits.length > 0 && hits.every(isOver);
    return { query, result: { ...whole, hits }, isAllOver };
  }
  if (pick !== undefined && whole.confident) {
    const hits = pickedOf(whole.hits, pick);
    const result = { ...whole, hits: shown(hits), total: hits.length };
    return { query, result: { ...result, clear: hits.length === 1 }, isAllOver: false };
  }
  const hits = whole.clear
    ? whole.hits
    : [...whole.hits.filter((hit) => !isOver(hit)), ...whole.hits.filter(isOver)];
  return {
    query,
    result: { ...whole, hits: shown(hits) },
    isAllOver: hits.length > 0 && hits.every(isOver),
  };
}

interface Searched {
  readonly query: TalkQuery;
  /** Of all that was found. */
  readonly whole: SearchResult;
}

/** A context is one request's, which asks for the same words twice or more: whether they are answered, and to draw it. */
const known = new WeakMap<Context, Map<string, Searched>>();

function searched(text: string, context: Context): Searched {
  const inContext = known.get(context) ?? new Map<string, Searched>();
  known.set(context, inContext);
  const before = inContext.get(text);
  if (before !== undefined) return before;
  const { programme, now, starred, messages } = context;
  const { conference, index } = programme;
  const query = parseTalkQuery(text, { conference, now, localNames: messages.names.filters });
  const whole = index.search(query, { limit: MOST, offset: 0, starred });
  const one = { query, whole };
  inContext.set(text, one);
  return one;
}

function isOn({ talks }: Conference, now: Instant): boolean {
  return talks.some(({ start }) => start <= now) && talks.some(({ end }) => end > now);
}

/** Those that start first of all, or last; those that take longest, or shortest. */
function pickedOf(
  hits: readonly TalkHit[],
  pick: NonNullable<TalkQuery['pick']>,
): readonly TalkHit[] {
  const isOfLength = pick === 'longest' || pick === 'shortest';
  const measured = ({ talk: { start, end } }: TalkHit) => (isOfLength ? end - start : start);
  const all = hits.map(measured);
  const wanted = pick === 'last' || pick === 'longest' ? Math.max(...all) : Math.min(...all);
  return hits.filter((hit) => measured(hit) === wanted);
}
