import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { runs } from '../support/thorough.ts';
import { CONFERENCE, conferenceOf, NOW, talk } from './fixture.ts';

const index = createTalkIndex(CONFERENCE);

function suggested(text: string, limit = 5): readonly string[] {
  return index.suggest(text, { limit, now: NOW }).map(({ id }) => id);
}

describe('suggestions', () => {
  it('begin with the first letter', () => {
    expect(suggested('q')).toContain('night');
  });

  it('put what is over last', () => {
    const afterwards = CONFERENCE.talks.find(({ id }) => id === 'live')?.end ?? 0;
    const texts = index.suggest('migration', { limit: 5, now: afterwards });
    expect(texts.map(({ id }) => id)).toEqual(['schema', 'live']);
  });

  it('go on with the nearest where few titles begin so', () => {
    expect(suggested('stargz')).toEqual(['images']);
    expect(suggested('webasembly')).toEqual(['wasm']);
  });

  it('are none for a text without words', () => {
    expect(suggested(' .')).toEqual([]);
  });

  it.each([
    'Modules in C++: the good parts',
    'C# without garbage',
    'Small binaries with .NET',
    'What became of kube-proxy',
    'Sécurité des réseaux domestiques',
    'WebAssembly outside of browsers',
  ])('keep "%s" while it is typed letter by letter', (title) => {
    const one = CONFERENCE.talks.find((candidate) => candidate.title === title);
    const lengths = Array.from({ length: title.length }, (_, at) => at + 1);
    const typed = lengths
      .map((length) => title.slice(0, length))
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    const lost = typed.filter(
      (text) => !suggested(text, CONFERENCE.talks.length).includes(one?.id ?? ''),
    );
    expect(lost).toEqual([]);
  });

  it('know a single letter in a word: the earliest that begins so stays the first', () => {
    const titles = [
      'On the many boards that run with a RISC-V',
      'RISC-V boards',
      'Risc and reward',
    ];
    const few = createTalkIndex(conferenceOf(titles.map((title) => talk({ id: title, title }))));
    const first = (text: string) => few.suggest(text, { limit: 1 }).map(({ title }) => title);
    expect(['risc', 'risc-', 'risc-v', 'risc-v ', 'risc-v b'].map(first)).toEqual(
      Array(5).fill([titles[0]]),
    );
  });

  it('never lose a talk while words of its title are typed on', () => {
    const word = fc.stringMatching(/^[abc]{1,4}$/);
    const title = fc.array(word, { minLength: 1, maxLength: 3 });
    const typing = fc.record({
      titles: fc.array(title, { minLength: 2, maxLength: 12 }),
      talk: fc.nat(),
      words: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      letters: fc.tuple(fc.nat(), fc.nat()),
      limit: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(typing, ({ titles, talk: chosen, words, letters, limit }) => {
        const conference = conferenceOf(
          titles.map((written, at) => talk({ id: String(at), title: written.join(' ') })),
        );
        const own = titles[chosen % titles.length] ?? [];
        const id = String(chosen % titles.length);
        const picked = words.map((at) => own[at % own.length] ?? '');
        const last = picked.at(-1) ?? '';
        const [shorter, longer] = letters
          .map((count) => 1 + (count % last.length))
          .sort((a, b) => a - b)
          .map((length) => [...picked.slice(0, -1), last.slice(0, length)].join(' '));
        const { suggest } = createTalkIndex(conference);
        const has = (text = '') => suggest(text, { limit }).some((hit) => hit.id === id);
        return !has(shorter) || has(longer);
      }),
      { numRuns: runs(100) },
    );
  });
});
