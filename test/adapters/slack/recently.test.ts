import { beforeEach, expect, test } from 'vitest';
import { createRecently, type Recently } from '../../../adapters/slack/connection/recently.ts';

let now: number;
let recently: Recently;

beforeEach(() => {
  now = Date.UTC(2020, 1, 1, 8);
  recently = createRecently({ now: () => now }, { spanMs: 1_000, most: 3 });
});

const areFirst = (...keys: readonly string[]) => keys.map((key) => recently.isFirst(key));

test('what comes again within the span is not the first, and what comes after it is', () => {
  expect(areFirst('a', 'a', 'b')).toEqual([true, false, true]);
  now += 1_000;
  expect(areFirst('a', 'b')).toEqual([false, false]);
  now += 1;
  expect(areFirst('a', 'a', 'b')).toEqual([true, false, true]);
});

test('what comes again and again is remembered since it first came', () => {
  expect(areFirst('a')).toEqual([true]);
  now += 600;
  expect(areFirst('a')).toEqual([false]);
  now += 600;
  expect(areFirst('a')).toEqual([true]);
});

test('of too many, those that came first are forgotten first', () => {
  expect(areFirst('a', 'b', 'c', 'a', 'd')).toEqual([true, true, true, false, true]);
  expect(areFirst('b', 'c', 'd')).toEqual([false, false, false]);
  expect(areFirst('a')).toEqual([true]);
});
