import { expect, it } from 'vitest';
import { padded } from '../../../adapters/storage/database/padded.ts';

it('lists of values have few lengths, so that few statements are prepared', () => {
  const lists = Array.from({ length: 200 }, (_, length) =>
    padded(Array.from({ length }, (_each, index) => `target ${index}`)),
  );
  expect([...new Set(lists.map(({ length }) => length))]).toEqual([0, 1, 8, 16, 32, 64, 128, 256]);
});

it('a list says the same as before, its last value again and again', () => {
  expect(padded(['a', 'b', 'c'])).toEqual(['a', 'b', 'c', 'c', 'c', 'c', 'c', 'c']);
  expect(padded([7])).toEqual([7]);
  expect(padded([])).toEqual([]);
});

it('a list that is longer than most is left as it is, within what databases take', () => {
  const long = Array.from({ length: 20_000 }, (_, index) => index);
  expect(padded(long)).toBe(long);
});
