import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../src/messages/messages.ts';

const english = messagesFor('en');
const german = messagesFor('de');

/** Every sentence with its path, functions filled with stand-ins for what they are given. */
function sentences(section: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[name, value] as const];
    if (isSentence(value)) return [[name, filled(value)] as const];
    return value !== null && typeof value === 'object' ? sentences(value, name) : [];
  });
}

function isSentence(value: unknown): value is (...given: readonly unknown[]) => unknown {
  return typeof value === 'function';
}

/** A sentence with stand-ins for what it is given: words, lists, counts by state or what is counted. */
function filled(sentence: (...given: readonly unknown[]) => unknown): string {
  const counts = { pending: 1, sending: 2, sent: 3, failed: 4, expired: 5 };
  const attempts = ['7', ['7'], counts, 'talks'].map((given) => {
    try {
      return String(sentence(given, given, given, given, given));
    } catch {
      return 'undefined';
    }
  });
  return attempts.find((text) => !HOLE.test(text)) ?? attempts.join();
}

const HOLE = /undefined|NaN|\[object/;

describe('the catalogue of messages', () => {
  it.each(['en', 'de'])('names commands as they are typed, in %s', (locale) => {
    const plain = new Map(sentences(messagesFor(locale)));
    const prefixed = sentences(messagesFor(locale, 'fosdem-'));
    const naming = prefixed.filter(([path, text]) => text !== plain.get(path));
    // A terminal's commands bear no prefix, and another account's may be called otherwise.
    const exceptions = ['console.', 'agenda.linkCode'];
    const forgotten = prefixed.filter(
      ([path, text]) =>
        /\/(talk|now|next|schedule|mytalks|conference|help)\b/.test(text) &&
        !exceptions.some((each) => path.startsWith(each)),
    );

    expect(naming.length).toBeGreaterThan(15);
    expect(naming.every(([, text]) => text.includes('/fosdem-'))).toBe(true);
    expect(forgotten).toEqual([]);
  });

  it.each([
    ['en', english],
    [null, english],
    [undefined, english],
    ['en-US', english],
    ['de', german],
    ['de_AT', german],
    ['DE', german],
    ['fr', english],
    ['', english],
    ['constructor', english],
  ])('speaks %j', (locale, expected) => {
    expect(messagesFor(locale)).toBe(expected);
  });

  it('says everything in every language', () => {
    const names = (section: object) =>
      sentences(section).flatMap(([name]) =>
        /^names\.(?:own|filters|choices)\./.test(name) ? [] : [name],
      );
    expect(names(german).toSorted()).toEqual(names(english).toSorted());
  });

  it.each([
    ['English', english],
    ['German', german],
  ])('leaves no %s sentence empty, and none with a hole', (_language, catalogue) => {
    const broken = sentences(catalogue).filter(([, text]) => text.trim() === '' || HOLE.test(text));
    expect(broken).toEqual([]);
  });

  it.each([
    ['English', english],
    ['German', german],
  ])('describes commands in at most 100 characters of %s', (_language, catalogue) => {
    const long = Object.values(catalogue.commands).filter((text) => text.length > 100);
    expect(long).toEqual([]);
  });
});
