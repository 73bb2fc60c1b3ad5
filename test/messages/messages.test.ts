import { describe, expect, it } from 'vitest';
import { LANGUAGES, messagesFor } from '../../src/messages/messages.ts';
import { HOLE, sentences } from './sentences.ts';

const english = messagesFor('en');
const german = messagesFor('de');

describe('the catalogue of messages', () => {
  it.each(LANGUAGES)('names commands as they are typed, in %s', (locale) => {
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
    ['fr-CA', messagesFor('fr')],
    ['nl-BE', messagesFor('nl')],
    ['es-419', messagesFor('es')],
    ['it', english],
    ['', english],
    ['constructor', english],
  ])('speaks %j', (locale, expected) => {
    expect(messagesFor(locale)).toBe(expected);
  });

  it.each(LANGUAGES)('says everything in %s', (locale) => {
    const names = (section: object) =>
      sentences(section).flatMap(([name]) =>
        /^names\.(?:own|filters|choices)\./.test(name) ? [] : [name],
      );
    expect(names(messagesFor(locale)).toSorted()).toEqual(names(english).toSorted());
  });

  it.each(LANGUAGES)('leaves no sentence of %s empty, and none with a hole', (locale) => {
    const broken = sentences(messagesFor(locale)).filter(
      ([, text]) => text.trim() === '' || HOLE.test(text),
    );
    expect(broken).toEqual([]);
  });

  it.each(LANGUAGES)('describes commands in at most 100 characters of %s', (locale) => {
    const long = Object.values(messagesFor(locale).commands).filter((text) => text.length > 100);
    expect(long).toEqual([]);
  });
});
