import { describe, expect, it } from 'vitest';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import type { SearchResult } from '../../src/search/search.ts';
import { createMeaningfulIndex, createTalkIndex } from '../../src/search/talkIndex.ts';
import { at, CONFERENCE, conferenceOf, NOW, talk } from './fixture.ts';

const index = createTalkIndex(CONFERENCE);

function search(text: string, options: { limit?: number; offset?: number } = {}): SearchResult {
  const query = parseTalkQuery(text, { conference: CONFERENCE, now: NOW });
  return index.search(query, { limit: 10, ...options });
}

function ids({ hits }: SearchResult): readonly string[] {
  return hits.map(({ talk: { id } }) => id);
}

describe('words as people write them', () => {
  it.each([
    ['kube-proxy', 'proxy'],
    ['kubeproxy', 'proxy'],
    ['KUBE PROXY', 'proxy'],
    ['k8s', 'proxy'],
    ['bpf', 'proxy'],
    ['crfs', 'images'],
    ['SECCOMP_RET_USER_NOTIF', 'syscalls'],
    ['seccompretuser_notif', 'syscalls'],
    ['c++', 'cpp'],
    ['cpp', 'cpp'],
    ['.net', 'dotnet'],
    ['dotnet', 'dotnet'],
    ['c#', 'csharp'],
    ['wasm', 'wasm'],
    ['web assembly', 'wasm'],
    ['webassembly', 'wasm'],
    ['open street map', 'map'],
    ['osm', 'map'],
    ['postgres', 'schema'],
    ['pg', 'schema'],
  ])('finds by %s the talk %s', (text, id) => {
    const result = search(text);
    expect({ first: ids(result)[0], confident: result.confident }).toEqual({
      first: id,
      confident: true,
    });
  });
});

describe('other words for the same', () => {
  it('are worth no more for being rare', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      talk({ id: `other-${at}`, title: `Gardening ${at}`, abstract: 'On security and hoses.' }),
    );
    const found = createTalkIndex(
      conferenceOf([
        talk({ id: 'rare', title: 'SecSIP', abstract: 'Security for calls.' }),
        talk({ id: 'meant', title: 'Gardens and the security of their tools' }),
        ...many,
      ]),
    ).search(parseTalkQuery('security', { conference: CONFERENCE, now: NOW }), { limit: 1 });
    expect(ids(found)).toEqual(['meant']);
  });

  it('leave a name with a dot its dot', () => {
    const net = createTalkIndex(
      conferenceOf([
        talk({ id: 'box', title: 'NetBox' }),
        talk({ id: 'meant', title: 'Small binaries', abstract: 'Written for .NET, by hand.' }),
      ]),
    );
    const query = parseTalkQuery('.net', { conference: CONFERENCE, now: NOW });
    expect(ids(net.search(query, { limit: 5 }))[0]).toBe('meant');
  });
});

describe('mistakes and halves', () => {
  it.each([
    ['stargs', 'images'],
    ['conatiner images', 'images'],
    ['webasembly', 'wasm'],
    ['migraton schema', 'schema'],
    ['openstretmap', 'map'],
    ['laz', 'images'],
    ['kube-pr', 'proxy'],
    ['live mig', 'live'],
  ])('understands %s', (text, id) => {
    expect(ids(search(text))[0]).toBe(id);
  });
});

describe('speakers', () => {
  it.each([
    ['dvorak', 'proxy'],
    ['lukasz dvorak', 'proxy'],
    ['Dvořák Łukasz', 'proxy'],
    ['mussig', 'syscalls'],
    ['juergen', 'syscalls'],
    ['akesson zoe', 'syscalls'],
    ['tanabi', 'images'],
    ['joerg weiss', 'laufzeit'],
  ])('are found as %s', (text, id) => {
    expect(ids(search(text))[0]).toBe(id);
  });
});

describe('languages', () => {
  it.each([
    ['Laufzeit', 'laufzeit'],
    ['laufzeiten', 'laufzeit'],
    ['container runtime', 'laufzeit'],
    ['muenchen', 'muenchen'],
    ['munchen', 'muenchen'],
    ['securite reseau', 'securite'],
    ['network security', 'securite'],
  ])('finds by %s the talk %s', (text, id) => {
    expect(ids(search(text))[0]).toBe(id);
  });

  it('takes a compound apart that no talk has', () => {
    expect(ids(search('Laufzeitvergleich'))[0]).toBe('laufzeit');
  });

  it('finds a word by what German calls it within a longer one', () => {
    const conference = conferenceOf([
      talk({ id: 'opening', title: 'Eröffnung und Begrüßung', language: 'de' }),
      talk({ id: 'closing', title: 'Abschlussveranstaltung', language: 'de' }),
    ]);
    const query = parseTalkQuery('closing session', { conference, now: NOW });
    expect(ids(createTalkIndex(conference).search(query, { limit: 5 }))).toEqual(['closing']);
  });
});

describe('ranking', () => {
  it('puts the talk with all words before those with one', () => {
    expect(ids(search('live migration'))).toEqual(['live', 'schema']);
  });

  it('puts a title before an abstract', () => {
    const conference = conferenceOf([
      talk({ id: 'aside', title: 'Storage', abstract: 'Not about zfs, though zfs is named.' }),
      talk({ id: 'subject', title: 'ZFS at home' }),
    ]);
    const query = parseTalkQuery('zfs', { conference, now: NOW });
    expect(ids(createTalkIndex(conference).search(query, { limit: 5 }))).toEqual([
      'subject',
      'aside',
    ]);
  });

  it('puts words together before the same words apart', () => {
    const conference = conferenceOf([
      talk({ id: 'apart', title: 'Memory of a bus: management tales' }),
      talk({ id: 'together', title: 'Tales of a bus: memory management' }),
    ]);
    const query = parseTalkQuery('memory management', { conference, now: NOW });
    expect(ids(createTalkIndex(conference).search(query, { limit: 5 }))).toEqual([
      'together',
      'apart',
    ]);
  });

  it('pages without gaps or repeats', () => {
    const whole = search('containers');
    const pages = [0, 1, 2].flatMap((offset) => ids(search('containers', { limit: 1, offset })));
    expect({ pages, total: search('containers', { limit: 1 }).total }).toEqual({
      pages: ids(whole).slice(0, 3),
      total: whole.total,
    });
  });
});

describe('certainty', () => {
  it('is clear when one talk fits', () => {
    expect(search('crfs')).toMatchObject({ confident: true, clear: true, total: 1 });
  });

  it('is not clear when several talks fit alike', () => {
    expect(search('container')).toMatchObject({ confident: true, clear: false });
  });

  it('offers the nearest without confidence when half of a query is unknown', () => {
    expect(search('quiz gardening')).toMatchObject({
      confident: false,
      clear: false,
      hits: [{ talk: { id: 'night' } }],
    });
  });

  it('is not given by one word of two where the talk means something else', () => {
    const titles = [
      'Open bread',
      'Open doors',
      'A map of bees',
      'Open cheese',
      'Choirs',
      'Welding',
    ];
    const conference = conferenceOf(titles.map((title) => talk({ id: title, title })));
    const query = parseTalkQuery('open bees', { conference, now: NOW });
    const sureWith = (nearness: number) => {
      const near = new Float32Array(titles.map((_, at) => (at === 2 ? nearness : 0)));
      const meaning = { knows: () => true, likeness: () => undefined, nearness: () => near };
      return createMeaningfulIndex(conference, meaning).search(query, { limit: 1 });
    };
    expect(sureWith(0.2)).toMatchObject({ hits: [{ talk: { id: 'A map of bees' } }] });
    expect([0.2, 0.3].map((nearness) => sureWith(nearness).confident)).toEqual([false, true]);
  });

  it('is never clear from small words alone', () => {
    const titles = ['The making of the map', 'A map', 'Maps'];
    const few = createTalkIndex(conferenceOf(titles.map((title) => talk({ id: title, title }))));
    const query = parseTalkQuery('the', { conference: CONFERENCE, now: NOW });
    expect(few.search(query, { limit: 1 })).toMatchObject({ total: 1, clear: false });
  });

  it.each([
    ['layyer', true],
    ['layr', true],
    ['lyaer', true],
  ])('takes %s for “layer”, and is sure of it: %s', (text, confident) => {
    const layers = talk({ id: 'layers', title: 'A layer of ice' });
    const index = createTalkIndex(conferenceOf([layers, talk({ id: 'map', title: 'A map' })]));
    const query = parseTalkQuery(text, { conference: CONFERENCE, now: NOW });
    expect(index.search(query, { limit: 5 })).toMatchObject({
      hits: [{ talk: { id: 'layers' } }],
      confident,
    });
  });

  it('takes no short word for another that differs by a letter', () => {
    const layers = talk({ id: 'layers', title: 'A layer of ice' });
    const index = createTalkIndex(conferenceOf([layers, talk({ id: 'map', title: 'A map' })]));
    const query = parseTalkQuery('laser', { conference: CONFERENCE, now: NOW });
    expect(index.search(query, { limit: 5 })).toMatchObject({ hits: [], confident: false });
  });

  it('says what it took a slip for', () => {
    const query = parseTalkQuery('iptabels', { conference: CONFERENCE, now: NOW });
    expect(index.search(query, { limit: 1 })).toMatchObject({
      hits: [{ talk: { id: 'proxy' } }],
      meant: [{ typed: 'iptabels', meant: 'iptables' }],
    });
  });

  it('makes one row of a talk that is held twice', () => {
    const facts = { title: 'Soldering for all', speakers: [{ name: 'Ada' }] };
    const twice = [
      talk({ id: 'morning', ...facts }),
      talk({ id: 'evening', ...facts, start: at('2030-02-03', '18:00') }),
      talk({ id: 'other', title: 'Soldering for all', speakers: [{ name: 'Bob' }] }),
    ];
    const query = parseTalkQuery('soldering', { conference: CONFERENCE, now: NOW });
    const { hits, total } = createTalkIndex(conferenceOf(twice)).search(query, { limit: 5 });
    expect(
      hits.map(({ talk: { id }, repeats = [] }) => [id, ...repeats.map((one) => one.id)]),
    ).toEqual([['morning', 'evening'], ['other']]);
    expect(total).toBe(2);
  });

  it.each([
    ['CRA', 'long'],
    ['cyber resilience act', 'short'],
  ])('knows what the conference abbreviates: %s', (text, also) => {
    const talks = [
      talk({ id: 'long', title: 'Selling under the Cyber Resilience Act' }),
      talk({ id: 'short', title: 'CRA and you' }),
      talk({ id: 'says', title: 'Laws', abstract: 'All about the Cyber Resilience Act (CRA).' }),
    ];
    const query = parseTalkQuery(text, { conference: CONFERENCE, now: NOW });
    const { hits } = createTalkIndex(conferenceOf(talks)).search(query, { limit: 5 });
    expect(hits.map(({ talk: { id } }) => id)).toContain(also);
  });

  it.each([
    ['dns over https', 'doh'],
    ['birds of a feather', 'bof'],
    ['quality of sugar', undefined],
  ])('knows short forms that have their small words’ initials small: %s', (text, found) => {
    const talks = [
      talk({ id: 'doh', title: 'DoH or not', abstract: 'Who sees your DNS?' }),
      talk({ id: 'bof', title: 'A BoF for all' }),
      talk({ id: 'other', title: 'QOS at home' }),
    ];
    const query = parseTalkQuery(text, { conference: CONFERENCE, now: NOW });
    const { hits } = createTalkIndex(conferenceOf(talks)).search(query, { limit: 5 });
    expect(hits[0]?.talk.id).toBe(found);
  });

  it('joins no words across small ones', () => {
    const talks = [
      talk({ id: 'todo', title: 'A todo list' }),
      talk({ id: 'do', title: 'Things to do' }),
    ];
    const query = parseTalkQuery('to do', { conference: CONFERENCE, now: NOW });
    const { hits } = createTalkIndex(conferenceOf(talks)).search(query, { limit: 1 });
    expect(hits[0]?.talk.id).toBe('do');
  });

  it('finds a part of a name that is written in one word', () => {
    const talks = [
      talk({ id: 'bot', title: 'Spacebot at work', abstract: 'A machine for space.' }),
      talk({ id: 'map', title: 'A map' }),
    ];
    const query = parseTalkQuery('bots', { conference: CONFERENCE, now: NOW });
    const { hits } = createTalkIndex(conferenceOf(talks)).search(query, { limit: 5 });
    expect(hits.map(({ talk: { id } }) => id)).toEqual(['bot']);
  });

  it.each(['zymurgy', '', '   ', '?!', '🦀', 'room:'])('finds nothing for "%s"', (text) => {
    expect(search(text)).toEqual({
      hits: [],
      total: 0,
      confident: false,
      clear: false,
      searched: 'everything',
    });
  });
});

describe('where it was found', () => {
  it('quotes the abstract, without its markup, when the title does not show the match', () => {
    expect(search('stargz').hits[0]?.matched).toEqual([
      {
        field: 'abstract',
        terms: ['stargz'],
        excerpt: 'With CRFS and stargz a container starts before its layers have arrived.',
      },
    ]);
  });

  it('names the fields and the words as they are written there', () => {
    expect(search('dvorak kubeproxy').hits[0]?.matched).toEqual([
      { field: 'title', terms: ['kube-proxy'] },
      { field: 'speakers', terms: ['Dvořák'] },
    ]);
  });

  it('cuts long abstracts between words around the match', () => {
    const filler = 'Lorem ipsum dolor sit amet consectetur. '.repeat(10);
    const conference = conferenceOf([
      talk({ id: 'long', title: 'Other things', abstract: `${filler}Here is zebra. ${filler}` }),
    ]);
    const query = parseTalkQuery('zebra', { conference, now: NOW });
    const [hit] = createTalkIndex(conference).search(query, { limit: 1 }).hits;
    expect(hit?.matched[0]?.excerpt).toMatch(/^… [A-Za-z .]*Here is zebra\. [A-Za-z .]* …$/);
    expect(hit?.matched[0]?.excerpt?.length).toBeLessThanOrEqual(124);
  });
});
