import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../src/messages/catalogue.ts';
import { german } from '../../src/messages/de/german.ts';
import { english } from '../../src/messages/en/english.ts';

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

/** A sentence with stand-ins for what it is given; one that wants a list is given lists. */
function filled(sentence: (...given: readonly unknown[]) => unknown): string {
  try {
    return String(sentence('7', '8', '9', '10'));
  } catch {
    return String(sentence(['7'], ['8'], ['9'], ['10']));
  }
}

describe('the catalogue of messages', () => {
  it.each([
    ['en', english],
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
    const names = (section: object) => sentences(section).map(([name]) => name);
    expect(names(german).toSorted()).toEqual(names(english).toSorted());
  });

  it.each([
    ['English', english],
    ['German', german],
  ])('leaves no %s sentence empty, and none with a hole', (_language, catalogue) => {
    const broken = sentences(catalogue).filter(
      ([, text]) => text.trim() === '' || /undefined|NaN|\[object/.test(text),
    );
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
