import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/cards/markup/excerpt.ts';

describe('the head of an abstract', () => {
  it('is all of a short one', () => {
    expect(excerpt('  One *short* text.\n', 100)).toEqual({
      source: 'One *short* text.',
      isCut: false,
    });
  });

  it('ends between paragraphs rather than within one', () => {
    const source = `${'First paragraph. '.repeat(4).trim()}\n\nSecond paragraph goes on.`;
    expect(excerpt(source, 80)).toEqual({
      source: 'First paragraph. First paragraph. First paragraph. First paragraph.',
      isCut: true,
    });
  });

  it('ends with a sentence where no paragraph does', () => {
    expect(excerpt('This is the first one. And this is the second.', 35).source).toBe(
      'This is the first one.',
    );
  });

  it('ends with a word where no sentence does', () => {
    expect(excerpt('one two three four five six', 20).source).toBe('one two three four');
  });

  it('never ends within emphasis, a link or code', () => {
    expect(excerpt('plain words then **a long strong run of words** after', 30).source).toBe(
      'plain words then',
    );
    expect(excerpt('see [the long name of a page](https://example.org/x) ok', 40).source).toBe(
      'see',
    );
    expect(excerpt('call `mount some thing in user space` here', 25).source).toBe('call');
  });

  it('is cut hard where nothing else is possible', () => {
    expect(excerpt('x'.repeat(50), 20)).toEqual({ source: 'x'.repeat(20), isCut: true });
  });

  it('is a beginning of the text within the limit, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.integer({ min: 1, max: 200 }),
        (text, limit) => {
          const { source, isCut } = excerpt(text, limit);
          expect(source.length).toBeLessThanOrEqual(limit);
          expect(text.toWellFormed().trim().startsWith(source.slice(0, -1))).toBe(true);
          expect(isCut).toBe(text.trim().length > limit);
        },
      ),
    );
  });
});
