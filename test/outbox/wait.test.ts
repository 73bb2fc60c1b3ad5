import { describe, expect, it } from 'vitest';
import { longest, noted, type Wait } from '../../src/outbox/wait.ts';

const SECOND = 1_000;

describe('what a delivery waited for', () => {
  it('is one where the same goes on, and two where something else was between', () => {
    const known = [refused('rate-limited', 0, 7)];

    expect(noted(known, [refused('rate-limited', 7.5, 9)])).toEqual([
      refused('rate-limited', 0, 9),
    ]);
    expect(noted(known, [refused('unavailable', 7, 9)])).toHaveLength(2);
    expect(noted(known, [refused('rate-limited', 9, 10)])).toHaveLength(2);
    expect(noted(known, [{ kind: 'queue', from: 7 * SECOND, until: 9 * SECOND }])).toHaveLength(2);
  });

  it('stays short for what is tried for a day: how it began, and how it ended', () => {
    const day = Array.from({ length: 1_440 }, (_, minute) =>
      refused(minute % 2 === 0 ? 'unavailable' : 'rate-limited', minute * 60, minute * 60 + 60),
    );

    const kept = day.reduce<readonly Wait[]>((known, wait) => noted(known, [wait]), []);

    expect(kept).toEqual([...day.slice(0, 8), ...day.slice(-8)]);
  });

  it('is told by the longest of it', () => {
    const queue = { kind: 'queue', from: 0, until: 3 * SECOND } as const;

    expect(longest([queue, refused('unavailable', 3, 10), queue])).toEqual(
      refused('unavailable', 3, 10),
    );
    expect(longest([])).toBeUndefined();
  });
});

function refused(code: 'rate-limited' | 'unavailable', from: number, until: number): Wait {
  return { kind: 'retry', code, from: from * SECOND, until: until * SECOND };
}
