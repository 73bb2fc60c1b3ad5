import { describe, expect, test } from 'vitest';
import { thousandTalks } from '../../bench/thousand/talks.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { flawsOf } from '../schedule/support/flaws.ts';

describe('the thousand talks of the benches', () => {
  const made = thousandTalks();

  test('are the same every time, and a whole conference of FOSDEM’s size', () => {
    expect(thousandTalks()).toEqual(made);
    expect(flawsOf(made)).toEqual([]);
    expect(made.talks).toHaveLength(1_000);
    expect(new Set(made.talks.map(({ title }) => title)).size).toBe(1_000);
    expect([made.days.length, made.rooms.length]).toEqual([2, 37]);
  });

  test('say words as often as people do: few again and again, most hardly ever', () => {
    const uses = [...wordsOf(made).values()].toSorted((a, b) => b - a);
    const all = uses.reduce((sum, count) => sum + count, 0);
    const first = uses.slice(0, 100).reduce((sum, count) => sum + count, 0);
    expect(all / 1_000).toBeGreaterThan(150);
    expect(uses.length).toBeGreaterThan(10_000);
    expect(first / all).toBeGreaterThan(0.3);
    expect(first / all).toBeLessThan(0.5);
    expect(uses.filter((count) => count === 1).length / uses.length).toBeGreaterThan(0.4);
  });
});

function wordsOf({ talks }: Conference): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { title, abstract } of talks) {
    for (const word of `${title} ${abstract}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      uses.set(word, (uses.get(word) ?? 0) + 1);
    }
  }
  return uses;
}
