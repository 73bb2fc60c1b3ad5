import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { createTitleScan } from '../../src/search/titleScan.ts';
import { at, CONFERENCE, conferenceOf, NOW, talk } from './fixture.ts';

const conference = conferenceOf([
  talk({ id: 'cafe', title: 'Café culture', speakers: [{ name: 'Zoë Nguyễn' }], room: 'A' }),
  talk({
    id: 'later',
    title: 'Podman for pod people',
    start: at('2030-02-02', '15:00'),
    speakers: [{ name: 'Ada Podman' }],
    room: 'B',
    abstract: 'A word on kubernetes.',
  }),
  talk({ id: 'said', title: 'Containers', speakers: [{ name: 'Ada Podman' }], room: 'A' }),
]);
const scan = createTitleScan(conference);

function search(text: string) {
  return scan.search(parseTalkQuery(text, { conference, now: NOW }), { limit: 5 });
}

function found(text: string): readonly string[] {
  return search(text).hits.map((hit) => hit.talk.id);
}

describe('a scan of titles and speakers', () => {
  it('finds what begins words of them, with those of the title first', () => {
    expect(found('podman')).toEqual(['later', 'said']);
    expect(found('ada cont')).toEqual(['said']);
  });

  it('looks past accents, the case and the small words of questions', () => {
    expect(found('CAFE')).toEqual(['cafe']);
    expect(found('is there a talk about podman?')).toEqual(['later', 'said']);
    expect(found('zoe')).toEqual(['cafe']);
  });

  it('finds nothing inside words, and nothing of abstracts', () => {
    expect(found('tainers')).toEqual([]);
    expect(found('kubernetes')).toEqual([]);
  });

  it('says where it found what the title does not show', () => {
    const [first, second] = search('podman').hits;
    expect(first?.matched.map(({ field }) => field)).toEqual(['title', 'speakers']);
    expect(second?.matched).toEqual([{ field: 'speakers', terms: ['podman'] }]);
  });

  it('keeps to the filters', () => {
    expect(found('podman room:a')).toEqual(['said']);
  });

  it('is never sure that one talk is meant, and says what it looked through', () => {
    expect(search('café')).toMatchObject({
      total: 1,
      confident: true,
      clear: false,
      searched: 'titles',
    });
    expect(search('kubernetes')).toEqual({
      hits: [],
      total: 0,
      confident: false,
      clear: false,
      searched: 'titles',
    });
  });

  it('answers filters alone as the index does: they need none', () => {
    const query = parseTalkQuery('room:b', { conference, now: NOW });
    expect(scan.search(query, { limit: 5 })).toEqual(
      createTalkIndex(conference).search(query, { limit: 5 }),
    );
  });

  it('turns pages', () => {
    const query = parseTalkQuery('podman', { conference, now: NOW });
    const page = scan.search(query, { limit: 1, offset: 1 });
    expect(page.hits.map((hit) => hit.talk.id)).toEqual(['said']);
    expect(page.total).toBe(2);
  });

  it('suggests what is still to come before what is over', () => {
    const suggested = (now: number) => scan.suggest('pod', { limit: 5, now }).map(({ id }) => id);
    expect(suggested(at('2030-02-02', '08:00'))).toEqual(['said', 'later']);
    expect(suggested(at('2030-02-02', '13:00'))).toEqual(['later', 'said']);
    expect(scan.suggest('?', { limit: 5 })).toEqual([]);
  });

  it('suggests a talk from the first letter of its title to the last', () => {
    const { suggest } = createTitleScan(CONFERENCE);
    const whole = { limit: CONFERENCE.talks.length };
    fc.assert(
      fc.property(fc.constantFrom(...CONFERENCE.talks), fc.nat(), (one, cut) => {
        const typed = one.title.slice(0, 1 + (cut % one.title.length));
        fc.pre(/[\p{L}\p{N}]/u.test(typed));
        return suggest(typed, whole).includes(one);
      }),
    );
  });
});
