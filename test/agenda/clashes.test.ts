import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf } from '../../src/agenda/list/clashes.ts';
import type { Talk } from '../../src/schedule/schedule.ts';

const MINUTE = 60_000;
const NINE = Date.UTC(2020, 1, 1, 9);

describe('clashes', () => {
  it('are marked on both sides', () => {
    const a = talk('a', 0, 50);
    const b = talk('b', 25, 30);
    const c = talk('c', 40, 60);

    expect(clashesOf([c, a, b])).toEqual(
      new Map([
        [a, [b, c]],
        [b, [a]],
        [c, [a]],
      ]),
    );
  });

  it('are none between talks of which one begins as the other ends', () => {
    expect(clashesOf([talk('a', 0, 25), talk('b', 25, 50)])).toEqual(new Map());
  });

  it('are none with a canceled talk', () => {
    expect(clashesOf([talk('a', 0, 25), talk('b', 0, 25, 'canceled')])).toEqual(new Map());
  });

  it('are there for talks of unknown length that begin together', () => {
    expect(
      [...clashesOf([talk('a', 0, 0), talk('b', 0, 0), talk('c', 0, 25)]).keys()].map(
        ({ id }) => id,
      ),
    ).toEqual(['a', 'b', 'c']);
  });

  it('are those of comparing each talk with each other one', () => {
    fc.assert(
      fc.property(fc.array(anyTalk, { maxLength: 12 }), (drawn) => {
        const talks = drawn.map((each, index) => ({ ...each, id: String(index) }));
        const expected = talks.flatMap((one) => {
          const ids = talks.filter((other) => clash(one, other)).map(({ id }) => id);
          return ids.length === 0 ? [] : [[one.id, ids.sort()]];
        });

        const found = [...clashesOf(talks)].map(([{ id }, others]) => [
          id,
          others.map((other) => other.id).sort(),
        ]);

        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      }),
    );
  });
});

const anyTalk = fc
  .record({
    start: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 0, max: 5 }),
    status: fc.constantFrom('scheduled' as const, 'canceled' as const),
  })
  .map(({ start, length, status }) => talk('', start, start + length, status));

/** Nobody can be at both: they share a moment, or begin at the same one. */
function clash(one: Talk, other: Talk): boolean {
  return (
    one.id !== other.id &&
    one.status === 'scheduled' &&
    other.status === 'scheduled' &&
    (one.start === other.start || (one.start < other.end && other.start < one.end))
  );
}

function talk(id: string, from: number, to: number, status: Talk['status'] = 'scheduled'): Talk {
  return {
    id,
    title: id.toUpperCase(),
    start: NINE + from * MINUTE,
    end: NINE + to * MINUTE,
    speakers: [],
    abstract: '',
    links: [],
    status,
  };
}
