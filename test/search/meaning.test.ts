import { describe, expect, it } from 'vitest';
import { meaningAtOnce, meaningInSlices, tableAtOnce } from '../../adapters/meaning/meaning.ts';
import { createMeaning } from '../../src/search/meaning/meaning.ts';
import { readWordVectors } from '../../src/search/meaning/wordVectors.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { createMeaningfulIndex, createTalkIndex } from '../../src/search/talkIndex.ts';
import { channels, congress } from '../support/congress.ts';

/** A table of two words and a piece, of four numbers each. */
function smallTable(): Uint8Array {
  const words = ['kitten', 'cat', '##s'];
  const vocabulary = words.join('\n');
  const header = { rows: words.length, dim: 4, bits: 4, vocabularyBytes: vocabulary.length };
  let text = JSON.stringify(header);
  while ((12 + text.length + vocabulary.length) % 4 !== 0) text += ' ';
  const scalesAt = 12 + text.length + vocabulary.length;
  const table = new Uint8Array(scalesAt + 4 * words.length + 2 * words.length);
  const view = new DataView(table.buffer);
  table.set(new TextEncoder().encode(`STATVEC1`));
  view.setUint32(8, text.length, true);
  table.set(new TextEncoder().encode(text + vocabulary), 12);
  for (const at of words.keys()) view.setFloat32(scalesAt + 4 * at, 0.5, true);
  // 7, -7, 1, 0 · 7, -6, 0, 0 · 0, 0, 2, -1
  table.set([0x97, 0x01, 0xa7, 0x00, 0x00, 0xf2], scalesAt + 4 * words.length);
  return table;
}

function vectorOf(word: string): readonly number[] {
  const sum = new Float32Array(4);
  readWordVectors(smallTable()).add(word, 2, sum);
  return [...sum];
}

describe('a table of word vectors', () => {
  it('has each word’s numbers, times its scale', () => {
    expect(vectorOf('kitten')).toEqual([7, -7, 1, 0]);
    expect(vectorOf('cat')).toEqual([7, -6, 0, 0]);
  });

  it('writes other words with pieces, and knows none that it cannot write', () => {
    expect(vectorOf('cats')).toEqual([3.5, -3, 1, -0.5]);
    expect(vectorOf('dog')).toEqual([0, 0, 0, 0]);
    expect(vectorOf('')).toEqual([0, 0, 0, 0]);
  });

  it('is refused where it is something else or cut short', () => {
    expect(() => readWordVectors(new TextEncoder().encode('something else'))).toThrow('STATVEC1');
    expect(() => readWordVectors(smallTable().subarray(0, -1))).toThrow('3 vectors of 4 numbers');
  });

  it('tells words of one family from those that only look so', () => {
    const { likeness } = createMeaning(tableAtOnce(), new Float32Array(0));
    expect(likeness('test', 'testing')).toBeGreaterThan(0.6);
    expect(likeness('community', 'communication')).toBeLessThan(0.3);
    expect(likeness('community', 'zzzqqq')).toBeUndefined();
  });
});

describe('the meaning of talks', () => {
  const conference = channels();
  const query = parseTalkQuery('hausbesetzung', { conference, now: 0 });

  it('is the same however it is made', async () => {
    const { talks } = conference;
    const apart = await meaningInSlices(talks, AbortSignal.timeout(30_000));
    const text = [
      { word: 'secure', weight: 1 },
      { word: 'messaging', weight: 2 },
    ];
    const near = (meaning: typeof apart) => [...meaning.nearness(text)];
    expect(near(apart)).toEqual(near(meaningAtOnce(talks)));
  });

  it('is not waited for: until it is there, words alone find', () => {
    const index = createTalkIndex(conference);
    expect(index.search(query, { limit: 3 }).hits).toEqual([]);
    index.understand(meaningAtOnce(conference.talks));
    const [best] = index.search(query, { limit: 3 }).hits;
    expect(best?.talk.title).toBe('Still not lovin gentrification');
  });

  it('is that of the names which talks have for what the query calls otherwise', () => {
    const programme = congress();
    const index = createMeaningfulIndex(programme, meaningAtOnce(programme.talks));
    const asked = parseTalkQuery('Wahlcomputer Estland', { conference: programme, now: 0 });
    const [best] = index.search(asked, { limit: 3 }).hits;
    expect(best?.talk.title).toBe("Security Analysis of Estonia's Internet Voting System");
  });

  it('ends early with whoever asked for it', async () => {
    const ended = AbortSignal.abort();
    await expect(meaningInSlices(conference.talks, ended)).rejects.toThrow('abort');
  });

  it.each(['where can I buy fries', 'wo kann ich Pommes kaufen'])(
    'makes no answer of what no talk is about: %s',
    (text) => {
      const index = createTalkIndex(conference);
      index.understand(meaningAtOnce(conference.talks));
      const asked = parseTalkQuery(text, { conference, now: 0 });
      expect(index.search(asked, { limit: 3 }).confident).toBe(false);
    },
  );
});
