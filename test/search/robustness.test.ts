import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQueries } from '../../bench/search/queries.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { conceptReader } from '../../src/search/ranking/concepts.ts';
import { createCorpus } from '../../src/search/ranking/index/corpus.ts';
import type { TalkIndex } from '../../src/search/search.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { CONGRESS_QUERIES, congress } from '../support/congress.ts';
import { CONFERENCE, conferenceOf, NOW, talk } from './fixture.ts';

const index = createTalkIndex(CONFERENCE);
const corpus = atOnce(createCorpus(CONFERENCE.talks));

const ODD_TEXTS = [
  'a'.repeat(10_000),
  'kube '.repeat(2_000),
  'a-'.repeat(5_000),
  '"'.repeat(1_001),
  'room:"',
  '\ud83d',
  '\udc00 migration \ud83d',
  '👩‍👩‍👧‍👦 ٣٤٥ ﷽ 容器 контейнер',
  '__proto__ constructor toString',
  '\0\u0001\u2028\u202e',
  '.'.repeat(10_000),
];

describe('any text', () => {
  it('is answered', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc.constantFrom(...ODD_TEXTS),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const query = parseTalkQuery(typed, { conference: CONFERENCE, now: NOW });
        const { hits, total } = index.search(query, { limit: 5 });
        const suggestions = index.suggest(typed, { limit: 5, now: NOW });
        return hits.length <= Math.min(5, total) && suggestions.length <= 5;
      }),
      { numRuns: 60, examples: ODD_TEXTS.map((odd): [string] => [odd]) },
    );
  });

  it.each(ODD_TEXTS.map((text) => [text.slice(0, 20), text]))(
    'costs bounded work: %s…',
    (_, text) => {
      const concepts = conceptReader(corpus)(text);
      const variants = concepts.flatMap((concept) => concept.variants);
      expect(concepts.length).toBeLessThanOrEqual(24);
      expect(variants.length).toBeLessThanOrEqual(24 * 100);
    },
  );
});

describe('any conference', () => {
  it('is indexed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const odd = fc.record({ title: text, abstract: text, speaker: text, language: text });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 6 }), text, (talks, typed) => {
        const conference = conferenceOf(
          talks.map(({ title, abstract, speaker, language }, at) =>
            talk({ id: String(at), title, abstract, language, speakers: [{ name: speaker }] }),
          ),
        );
        const query = parseTalkQuery(typed, { conference, now: NOW });
        return createTalkIndex(conference).search(query, { limit: 3 }).hits.length <= 3;
      }),
    );
  });
});

describe('an index that was asked before', () => {
  it('answers as a new one does', () => {
    const conference = congress();
    // What is read into a short word counts in talks with the others of the query alone.
    const doubtful = ['banking modem', 'modem', 'mining bugx', 'bugx', 'hacking pagen', 'pagen'];
    const texts = [...doubtful, ...readQueries(CONGRESS_QUERIES).map(({ q }) => q)];
    const asked = [...texts, ...texts.toReversed(), ...texts];
    const answers = (of: TalkIndex, text: string) => {
      const query = parseTalkQuery(text, { conference, now: 0 });
      const { hits, confident, clear } = of.search(query, { limit: 10 });
      return [text, hits.map(({ talk, score }) => [talk.id, score]), confident, clear];
    };
    const used = createTalkIndex(conference);
    const again = asked.map((text) => answers(used, text)).slice(-texts.length);
    expect(again.slice(0, doubtful.length)).toEqual(
      doubtful.map((text) => answers(createTalkIndex(conference), text)),
    );
    expect(again).toEqual(texts.map((text) => answers(used, text)));
  });
});
