import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { fold } from '../../src/schedule/naming/slug.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { ALIASES, STOP_WORDS, TRANSLATIONS, WORDBOOK } from '../../src/search/language/tables.ts';
import { LONGEST_ENTRY, synonymsOf } from '../../src/search/language/thesaurus.ts';
import { congress } from '../support/congress.ts';

const TABLES = { aliases: ALIASES, translations: TRANSLATIONS, wordbook: WORDBOOK };
const FORMS = [...new Set(Object.values(TABLES).flat(2))];

function unsorted(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => at > 0 && word <= (words[at - 1] ?? ''));
}

describe.each(Object.entries(TABLES))('the table of %s', (_, groups) => {
  it('holds folded forms that a query can match', () => {
    const wrong = groups
      .flat()
      .filter((form) => form !== fold(form).trim() || form.split(' ').length > LONGEST_ENTRY);
    expect(wrong).toEqual([]);
  });

  it('is in alphabetical order', () => {
    expect(unsorted(groups.map((group) => group.join(',')))).toEqual([]);
  });

  it('has no group of one, and none that lies within another', () => {
    const sets = groups.map((group) => ({ group, set: new Set(group) }));
    const holders = Map.groupBy(
      sets.flatMap((one) => one.group.map((form) => ({ form, ...one }))),
      ({ form }) => form,
    );
    const within = sets.filter(({ group, set }) =>
      holders.get(group[0] ?? '')?.some((other) => other.set !== set && set.isSubsetOf(other.set)),
    );
    expect(groups.filter((group) => group.length < 2)).toEqual([]);
    expect(within.map(({ group }) => group)).toEqual([]);
  });
});

describe.each([
  ['aliases', ALIASES],
  ['translations', TRANSLATIONS],
])('the table of %s', (_, groups) => {
  it('has each group in alphabetical order, with no form twice', () => {
    expect(groups.filter((group) => unsorted(group).length > 0)).toEqual([]);
  });
});

describe('the translations', () => {
  it('have no form that loses its ending to a common word of English: `redes` is no `red`', () => {
    const misleading = {
      ...{ red: 'network', pod: 'power', per: 'press', spell: 'game', call: 'street' },
      ...{ fabric: 'factory', store: 'failure', tale: 'language' },
    };
    const wrong = Object.entries(misleading).filter(([word, other]) =>
      synonymsOf([word]).some(({ words }) => words[0] === other),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the wordbook', () => {
  it('holds pairs of two words, German first', () => {
    expect(WORDBOOK.filter((pair) => pair.length !== 2 || pair[0] === pair[1])).toEqual([]);
    const first = new Set(WORDBOOK.map(([german]) => german));
    expect(['brucke', 'waschmaschine', 'zucker'].filter((word) => !first.has(word))).toEqual([]);
    expect(['bridge', 'washing machine', 'sugar'].filter((word) => first.has(word))).toEqual([]);
  });

  it('says no word of German that is one of English more often', () => {
    const misleading = ['art', 'die', 'gift', 'hell', 'hut', 'not', 'tag', 'war'];
    const known = new Set(WORDBOOK.map(([german]) => german));
    expect(misleading.filter((word) => known.has(word))).toEqual([]);
  });
});

describe.each(Object.entries(STOP_WORDS))('the stop words of %s', (_, set) => {
  const words = [...set];

  it('are single folded words in alphabetical order', () => {
    expect(words.filter((word) => word !== fold(word) || !/^[a-z]+$/.test(word))).toEqual([]);
    expect(unsorted(words)).toEqual([]);
  });

  it('are no names of technologies', () => {
    const names = new Set(ALIASES.flat());
    // What `ai` is in French is a far more frequent word.
    expect(words.filter((word) => names.has(word) && word !== 'ai')).toEqual([]);
  });
});

describe('no table is made for one conference', () => {
  const containers = new URL('../../data/fosdem-2020-containers.json', import.meta.url);
  const conferences: readonly Conference[] = [
    congress(),
    decodeSchedule(readFileSync(containers), {}).conference,
  ];

  test('none names a conference, a room, a speaker or a talk of those that are kept here', () => {
    const names = conferences.flatMap(({ title, acronym = '', rooms, talks }) => [
      title,
      ...title.split(/[\s/]+/),
      acronym,
      ...rooms.map(({ name }) => name),
      ...talks.map((talk) => talk.title),
      ...talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
    ]);
    // Some people are called by one word, which may be any.
    const speakers = conferences.flatMap(({ talks }) => talks.flatMap((talk) => talk.speakers));
    const nicknames = speakers.map(({ name }) => name).filter((name) => !/\s/.test(name));
    const known = new Set(names).difference(new Set(nicknames));
    const folded = new Set([...known].map(fold));
    expect(FORMS.filter((form) => folded.has(form))).toEqual([]);
  });

  test('none names an edition of an event', () => {
    const edition = /\b(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b\d+c3\b/;
    expect(FORMS.filter((form) => edition.test(form))).toEqual([]);
    expect('24c3').toMatch(edition);
  });
});
