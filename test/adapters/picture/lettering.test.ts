import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, runsOf, widthOf } from '../../../adapters/picture/lettering.ts';
import { drawn, scriptsLeftOut } from '../../../src/agenda/picture/letters.ts';

describe('each run of letters names the font of its script', () => {
  test('and digits, blanks and stops go with what stands before', () => {
    expect(runsOf('Pods 1.2: שלום, عالم and Привет')).toEqual([
      { text: 'Pods 1.2: ', font: 'Noto Sans' },
      { text: 'שלום, ', font: 'Noto Sans Hebrew' },
      { text: 'عالم ', font: 'Noto Sans Arabic' },
      { text: 'and Привет', font: 'Noto Sans' },
    ]);
  });

  test('letters without a font are a gap, and pictures among the words are nothing', () => {
    expect(drawn('Kubernetes 入門 の 話 🎉 → now')).toBe('Kubernetes … now');
    expect(runsOf('🎉')).toEqual([]);
  });

  test('which scripts that are is told by their codes', () => {
    expect(scriptsLeftOut(['入門', 'の', 'plain', 'ไทย'])).toEqual(['Jpan', 'Hani', 'Thai']);
    expect(scriptsLeftOut(['Ελληνικά', 'עברית', 'हिन्दी'])).toEqual([]);
  });
});

describe('lines', () => {
  test('break between words and end in dots where there is no more room', () => {
    const title = 'Lazy distribution of container images';
    expect(linesOf(title, 10, 120, 9)).toEqual(['Lazy distribution of', 'container images']);
    expect(linesOf(title, 10, 120, 1)).toEqual(['Lazy distribution of …']);
    expect(linesOf('Supercalifragilistic', 10, 60, 2)).toEqual(['Supercali…']);
  });

  test('are never wider than they may be, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 20, max: 400 }),
        (text, width) => {
          for (const line of linesOf(text, 12, width, 3)) {
            expect(widthOf(line, 12)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
