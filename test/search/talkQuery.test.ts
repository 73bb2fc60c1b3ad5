import { describe, expect, it } from 'vitest';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { at, CONFERENCE, NOW } from './fixture.ts';

const index = createTalkIndex(CONFERENCE);

function parse(text: string) {
  return parseTalkQuery(text, { conference: CONFERENCE, now: NOW });
}

function found(text: string, starred?: ReadonlySet<string>): readonly string[] {
  const options = { limit: 20, ...(starred === undefined ? {} : { starred }) };
  return index.search(parse(text), options).hits.map(({ talk }) => talk.id);
}

describe('filters', () => {
  it('are told from words', () => {
    expect(parse('live room:janson migration')).toEqual({
      text: 'live room:janson migration',
      words: 'live migration',
      filters: { rooms: ['Janson Hall'] },
      meanings: [{ kind: 'room', names: ['Janson Hall'] }],
      unresolved: [],
    });
  });

  it('take values in quotation marks, straight or curly', () => {
    expect(parse('room:"Janson Hall"').filters).toEqual({ rooms: ['Janson Hall'] });
    expect(parse('room:“janson hall” quiz')).toMatchObject({
      words: 'quiz',
      filters: { rooms: ['Janson Hall'] },
    });
  });

  it('mean every room that begins so', () => {
    expect(parse('room:k').filters).toEqual({ rooms: ['K.1.105 (La Fontaine)', 'K.3.201'] });
  });

  it('keep the talks of a type, in the reader’s language too', () => {
    const [first, second, third, ...others] = CONFERENCE.talks.map(({ type: _, ...talk }) => talk);
    if (!first || !second || !third) throw new Error('The conference has talks.');
    const conference = {
      ...CONFERENCE,
      talks: [
        { ...first, type: 'Workshop 60 min' },
        { ...second, type: 'Workshop 2 h' },
        { ...third, type: 'Talk' },
        ...others,
      ],
    };
    const read = (text: string) =>
      parseTalkQuery(text, { conference, now: NOW, localNames: { type: 'art typ' } });
    const titled = (text: string) =>
      createTalkIndex(conference)
        .search(read(text), { limit: 20 })
        .hits.map(({ talk }) => talk.id);

    expect(titled('type:talk')).toEqual([third.id]);
    expect(titled('type:workshop').toSorted()).toEqual([first.id, second.id].toSorted());
    expect(read('art:"workshop 2"').filters).toEqual({ types: ['Workshop 2 h'] });
    expect(read('typ:Workshops').filters).toEqual(read('type:workshop').filters);
    expect(read('type:concert')).toMatchObject({
      words: 'concert',
      unresolved: [{ name: 'type', value: 'concert' }],
    });
  });

  it('find speakers in any order, half typed, without accents, misspelt', () => {
    for (const value of ['"dvorak luk"', 'DVOŘÁK', 'dvorac']) {
      expect(parse(`by:${value}`).filters).toEqual({ speakers: ['Łukasz Dvořák'] });
    }
  });

  it.each([
    'c++: the good parts',
    'http://example.org/room',
    'speaker:aiko',
    'a:b:c',
    'note: room',
    'room: janson',
  ])('leave "%s" as words', (text) => {
    expect(parse(text)).toMatchObject({ words: text, filters: {}, unresolved: [] });
  });

  it('report a value that means nothing here, and search for it as words', () => {
    expect(parse('quiz room:atlantis day:friday after:25:99 is:great by:nobody')).toMatchObject({
      words: 'quiz atlantis friday 25:99 great nobody',
      filters: {},
      unresolved: [
        { name: 'room', value: 'atlantis' },
        { name: 'day', value: 'friday' },
        { name: 'after', value: '25:99' },
        { name: 'is', value: 'great' },
        { name: 'by', value: 'nobody' },
      ],
    });
    expect(found('quiz room:atlantis')).toEqual(found('quiz atlantis'));
  });

  it('are called as the reader calls them, too', () => {
    const localNames = { room: 'raum', by: 'von', day: 'tag', is: 'ist', starred: 'gemerkt' };
    const read = (text: string) =>
      parseTalkQuery(text, { conference: CONFERENCE, now: NOW, localNames });
    for (const [local, own] of [
      ['raum:janson tag:sa', 'room:janson day:sat'],
      ['von:"aiko" ist:gemerkt', 'by:aiko is:starred'],
      ['room:janson day:sa is:starred', 'room:janson day:sat is:starred'],
    ] as const) {
      expect(read(local)).toEqual({ ...parse(own), text: local });
    }
    expect(read('Tag:irgendwann').unresolved).toEqual([{ name: 'tag', value: 'irgendwann' }]);
    expect(parse('raum:janson')).toMatchObject({ words: 'raum:janson', filters: {} });
  });
});

describe('days and times', () => {
  const saturday = { start: at('2030-02-02', '04:00'), end: at('2030-02-03', '04:00') };
  const sunday = { start: at('2030-02-03', '04:00'), end: at('2030-02-04', '04:00') };

  it.each([
    ['day:1', saturday],
    ['day:sat', saturday],
    ['day:samstag', saturday],
    ['day:today', saturday],
    ['day:2030-02-03', sunday],
    ['day:tomorrow', sunday],
  ])('understands %s', (text, span) => {
    expect(parse(text).filters).toEqual({ starts: [span] });
  });

  it('are on the clock of the venue, on every day', () => {
    expect(parse('after:10:30 before:11').filters).toEqual({
      starts: [
        { start: at('2030-02-02', '10:30'), end: at('2030-02-02', '11:00') },
        { start: at('2030-02-03', '10:30'), end: at('2030-02-03', '11:00') },
      ],
    });
  });

  it.each([
    ['after:1pm before:2:30pm', 'after:13 before:14:30'],
    ['after:12am', 'after:0'],
    ['after:"12 p.m."', 'after:12:00'],
    ['after:9AM', 'after:9h00'],
  ])('may be written with halves of the day: %s', (text, same) => {
    const { filters, unresolved } = parse(text);
    expect({ filters, unresolved }).toEqual({ filters: parse(same).filters, unresolved: [] });
  });

  it.each(['after:13pm', 'after:0am', 'after:pm', 'after:9xm'])('mean nothing as %s', (text) => {
    expect(parse(text).unresolved).toHaveLength(1);
  });

  it('count the hours after midnight to the evening before', () => {
    expect(found('day:sat after:23:00')).toEqual(['night']);
    expect(found('day:sat after:00:15 before:01:00')).toEqual(['night']);
    expect(found('day:sun before:01:00')).toEqual(['laufzeit', 'muenchen', 'securite', 'map']);
  });

  it('let nothing pass that starts at the end of the span', () => {
    expect(found('day:sat after:10:00 before:11:00')).toEqual(['proxy']);
  });
});

describe('a query of filters alone', () => {
  it('lists talks by time', () => {
    expect(found('track:containers')).toEqual(['proxy', 'images', 'syscalls', 'laufzeit']);
  });

  it('is clear when a single talk passes', () => {
    const result = index.search(parse('by:tanabe'), { limit: 5 });
    expect(result).toEqual({
      hits: [{ talk: CONFERENCE.talks.find(({ id }) => id === 'images'), score: 0, matched: [] }],
      total: 1,
      confident: true,
      clear: true,
      searched: 'everything',
    });
  });

  it('knows stars only from its caller', () => {
    expect(found('is:starred', new Set(['map', 'cpp']))).toEqual(['cpp', 'map']);
    expect(found('is:starred')).toEqual([]);
    expect(found('is:starred map', new Set(['map', 'cpp']))).toEqual(['map']);
  });

  it('joins different filters and widens with equal ones', () => {
    expect(found('track:containers room:k')).toEqual(['syscalls', 'laufzeit']);
    expect(found('track:databases track:virtualization')).toEqual(['live', 'schema']);
  });
});
