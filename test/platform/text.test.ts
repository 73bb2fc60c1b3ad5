import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, oneLine, plain, webAddress } from '../../src/platform/text.ts';

const anyText = fc.string({ unit: 'binary' });

describe('text for people', () => {
  it.each([
    ['\u202Etxt.exe\u202C', 'txt.exe', 'nothing turns its direction'],
    ['zero\u200B width\uFEFF', 'zero width', 'no letter hides'],
    ['Kon\u00ADfe\u2060renz', 'Konferenz', 'nothing stands between letters'],
    ['red \u001B[31m\u0007 alert\u0000', 'red  [31m  alert ', 'no terminal listens'],
    ['one\u2028two\u2029three', 'one\ntwo\nthree', 'lines are parted in one way'],
    ['a\tb\nc', 'a\tb\nc', 'tabs and line breaks stay'],
    ['half \uD83D', 'half \uFFFD', 'half a letter is shown as such'],
    ['Zoë 👩‍💻 *bold* <@everyone>', 'Zoë 👩‍💻 *bold* <@everyone>', 'words and markup stay'],
  ])('%j is shown as %j: %s', (given, shown) => {
    expect(plain(given)).toBe(shown);
  });

  it('is as plain as it gets at once, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(plain(text))).toBe(plain(text));
      }),
    );
  });

  it('is one line in a label', () => {
    expect(oneLine('  Lunch\r\n\tin \u200B the\u2028hall ')).toBe('Lunch in the hall');
  });
});

describe('text that is too long', () => {
  it.each([
    ['fits', 4, 'fits'],
    ['is cut', 5, 'is c…'],
    ['no blank is left before the mark', 4, 'no…'],
    ['👩👩👩', 4, '👩…'],
    ['nothing', 1, '…'],
    ['nothing', 0, ''],
    ['nothing', -3, ''],
  ])('%j in %i units is %j', (text, limit, shown) => {
    expect(cut(text, limit)).toBe(shown);
  });

  it('keeps to the limit and its beginning, and splits no letter, for any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 20 }), (text, limit) => {
        const whole = text.toWellFormed();
        const short = cut(whole, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(whole.startsWith(short.replace(/…$/u, ''))).toBe(true);
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org/talk?id=1#top', 'https://example.org/talk?id=1#top'],
    ['http://example.org', 'http://example.org/'],
    ['  HTTPS://Example.org/a b ', 'https://example.org/a%20b'],
    ['https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
  ])('of the web, %j, is linked as %j', (url, address) => {
    expect(webAddress(url, 100)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    '/talk',
    'www.x.org',
    '',
  ])('%j is not linked', (url) => {
    expect(webAddress(url, 100)).toBeUndefined();
  });

  it('is not linked where it is longer than a platform takes', () => {
    expect(webAddress('https://example.org/ä', 25)).toBeUndefined();
    expect(webAddress('https://example.org/ä', 26)).toBe('https://example.org/%C3%A4');
  });

  it('holds nothing that could end a link, whatever follows the host', () => {
    fc.assert(
      fc.property(anyText, (rest) => {
        const address = webAddress(`https://example.org/${rest}`, 10_000);
        expect(address ?? '').not.toMatch(/[<>"\s\p{Cc}]/u);
      }),
    );
  });
});
