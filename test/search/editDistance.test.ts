import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceWithin } from '../../src/search/language/editDistance.ts';

/** The definition, as slow as it is plain. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(1), b.slice(1)];
  const best = Math.min(
    distance(x, y) + (a[0] === b[0] ? 0 : 1),
    distance(x, b) + 1,
    distance(a, y) + 1,
  );
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return isSwap ? Math.min(best, distance(a.slice(2), b.slice(2)) + 1) : best;
}

describe('the edits between two words', () => {
  it.each([
    ['crui', 'criu', 1],
    ['stargs', 'stargz', 1],
    ['podmann', 'podman', 1],
    ['terafform', 'terraform', 2],
    ['same', 'same', 0],
  ])('are counted: %s, %s', (a, b, edits) => {
    expect(distanceWithin(a, b, 2)).toBe(edits);
  });

  it('agree with their definition, up to the limit', () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const edits = distance(a, b);
        expect(distanceWithin(a, b, most)).toBe(edits <= most ? edits : undefined);
      }),
    );
  });
});
