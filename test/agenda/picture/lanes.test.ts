import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inLanes } from '../../../src/agenda/picture/lanes.ts';

const spans = fc
  .array(
    fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 30 }) }),
    { maxLength: 30 },
  )
  .map((all) =>
    all
      .map(({ start, length }) => ({ start, end: start + length }))
      .toSorted((one, other) => one.start - other.start),
  );

describe('what runs at the same time stands side by side', () => {
  test('and what follows on has the whole width again', () => {
    const [a, b, c, d] = [
      { start: 0, end: 10 },
      { start: 5, end: 15 },
      { start: 10, end: 20 },
      { start: 20, end: 30 },
    ] as const;
    expect(inLanes([a, b, c, d], 4)).toEqual([
      { item: a, lane: 0, lanes: 2 },
      { item: b, lane: 1, lanes: 2 },
      { item: c, lane: 0, lanes: 2 },
      { item: d, lane: 0, lanes: 1 },
    ]);
  });

  test('as far as there is room', () => {
    const five = Array.from({ length: 5 }, (_, at) => ({ start: at, end: 10 }));
    expect(inLanes(five, 2)).toEqual([
      { item: five[0], lane: 0, lanes: 2 },
      { item: five[1], lane: 1, lanes: 2 },
    ]);
  });

  test('with nothing over anything else, whatever the times', () => {
    fc.assert(
      fc.property(spans, (items) => {
        const placed = inLanes(items, Number.POSITIVE_INFINITY);
        expect(placed.map(({ item }) => item)).toEqual(items);
        for (const [at, one] of placed.entries()) {
          expect(one.lane).toBeLessThan(one.lanes);
          for (const other of placed.slice(at + 1)) {
            const overlap = other.item.start < one.item.end && one.item.start < other.item.end;
            expect(overlap && other.lane === one.lane).toBe(false);
          }
        }
      }),
    );
  });
});
