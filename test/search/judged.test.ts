import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../bench/search/evaluate.ts';
import {
  type JudgedQuery,
  OTHER_CONFERENCES,
  readQueries,
  UNSEEN,
} from '../../bench/search/queries.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { createTalkIndex, type SearchResult } from '../../src/search/talkIndex.ts';
import { sharedPath } from '../support/shared.ts';

const FOSDEM_2020 = 'fosdem-2020.pentabarf.xml';
const labelled = sharedPath('queries/fosdem-2020.jsonl');
const isThere = labelled !== undefined && sharedPath(`schedules/${FOSDEM_2020}`) !== undefined;
const absent = isThere ? '' : ' (skipped: ../shared is absent)';

type Search = (text: string) => SearchResult;

const opened = new Map<string, Search>();

/** A conference's search; each is read once. */
function open(file: string): Search {
  const search = opened.get(file) ?? read(file);
  opened.set(file, search);
  return search;
}

function read(file: string): Search {
  const path = sharedPath(`schedules/${file}`);
  if (path === undefined) throw new Error(`There is no schedule ${file}`);
  const timeZone = file.includes('fosdem') ? 'Europe/Brussels' : 'Europe/Berlin';
  const { conference } = decodeSchedule(readFileSync(path), { timeZone });
  const index = createTalkIndex(conference);
  return (text) => index.search(parseTalkQuery(text, { conference, now: 0 }), { limit: 10 });
}

function judge(file: string, queries: readonly JudgedQuery[]): Evaluation {
  const search = open(file);
  return evaluate(queries, (text) => {
    const { hits, confident } = search(text);
    return { ids: hits.map(({ talk }) => talk.id), confident };
  });
}

describe.skipIf(!isThere)(`judged queries on FOSDEM 2020${absent}`, () => {
  it('are answered as well as promised', () => {
    const found = judge(FOSDEM_2020, readQueries(labelled ?? ''));
    expect(found.ndcg).toBeGreaterThanOrEqual(0.9);
    expect(found.reciprocalRank).toBeGreaterThanOrEqual(0.92);
    for (const [kind, { ndcg }] of found.byKind) {
      expect(ndcg, kind).toBeGreaterThanOrEqual(kind === 'question' ? 0.55 : 0.85);
    }
    expect(found.none.notConfident).toBeGreaterThanOrEqual(8);
  });

  it('show a card where one talk is meant and a list where several are', () => {
    const search = open(FOSDEM_2020);
    const first = (text: string) => {
      const { hits, clear } = search(text);
      return [hits[0]?.talk.id, clear];
    };
    expect(first('crfs')).toEqual(['10316', true]);
    expect(first('podman')).toEqual(['10255', true]);
    expect(first('criu')).toEqual(['9288', true]);
    expect(search('bpf').clear).toBe(false);
  });
});

describe.skipIf(!isThere)(`judged queries on other conferences${absent}`, () => {
  it.each([
    ['once looked at', OTHER_CONFERENCES],
    ['unseen while the search was made', UNSEEN],
  ])('are answered as well, in English and German: %s', (_, path) => {
    const conferences = Map.groupBy(readQueries(path), ({ conference }) => conference ?? '');
    for (const [file, queries] of conferences) {
      const found = judge(file, queries);
      expect(found.ndcg, file).toBeGreaterThanOrEqual(0.88);
      expect(found.none.notConfident, file).toBe(found.none.count);
    }
  });
});
