import { describe, expect, it } from 'vitest';
import type { Talk } from '../../src/schedule/schedule.ts';
import { createTerms } from '../../src/search/language/terms.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { conferenceOf, NOW, talk } from './fixture.ts';

function found(text: string, talks: readonly Talk[]) {
  const conference = conferenceOf(talks);
  const query = parseTalkQuery(text, { conference, now: NOW });
  const { hits, confident } = createTalkIndex(conference).search(query, { limit: 5 });
  return { ids: hits.map((hit) => hit.talk.id), confident };
}

const jazz = talk({ id: 'jazz', title: 'Jazz', speakers: [{ name: 'Ada Jacobs' }] });
const books = talk({ id: 'books', title: 'Jacob and the Jacob memory corruption' });

describe('the name of a speaker', () => {
  it('is found as it stands before what is only called nearly so', () => {
    expect(found('jacobs', [books, jazz]).ids).toEqual(['jazz', 'books']);
    expect(found('jacob', [books, jazz]).ids[0]).toBe('books');
  });
});

describe('an ending', () => {
  it('is taken off in the language whose word it is, and makes no word of another', () => {
    const terms = createTerms();
    const well = terms.intern('well', 'en');
    expect(terms.find('welle', 'de')).toBeUndefined();
    terms.intern('wellen', 'de');
    expect(terms.find('welle', 'de')).toBe(terms.find('wellen', 'de'));
    expect(terms.find('well', 'de')).toBe(well);
  });

  it('keeps no word from being found that is written in one', () => {
    const joined = talk({ id: 'joined', title: 'From unittest to pytest' });
    const apart = talk({ id: 'apart', title: 'A unit of measurement', abstract: 'Testing it.' });
    expect(found('unit testing', [joined, apart]).ids[0]).toBe('joined');
  });
});

describe('everyday words', () => {
  it('are found in the other language, compounds and irregular verbs too', () => {
    const kitchen = talk({ id: 'kitchen', title: 'Hacking a washing machine' });
    const eyes = talk({ id: 'eyes', title: 'Things that cameras see' });
    const talks = [kitchen, eyes, talk({ id: 'haus', title: 'Häuser', language: 'de' })];
    expect(found('waschmaschine', talks).ids).toEqual(['kitchen']);
    expect(found('was sieht eine kamera', talks).ids[0]).toBe('eyes');
    expect(found('houses', talks).ids).toEqual(['haus']);
  });

  it('leave a half-typed word what it begins', () => {
    const portal = talk({ id: 'portal', title: 'Das Transparenzportal', language: 'de' });
    const other = talk({ id: 'other', title: 'News', abstract: 'About transparency and more.' });
    expect(found('Transparenz', [other, portal]).ids[0]).toBe('portal');
  });
});

describe('the type of a talk', () => {
  it('counts as one of its words, whatever the title says', () => {
    const lecture = talk({ id: 'lecture', title: 'Soldering', type: 'lecture' });
    const workshop = talk({ id: 'workshop', title: 'Soldering', type: 'workshop' });
    expect(found('soldering workshop', [lecture, workshop]).ids[0]).toBe('workshop');
    expect(found('workshop', [lecture, workshop]).ids).toEqual(['workshop']);
  });
});
