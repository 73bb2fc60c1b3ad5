import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { atOnce, inSlices, type Steps } from '../../src/clock/steps.ts';
import { stopwatch } from '../../src/clock.ts';

/** Works for a millisecond at each step, and writes each down. */
function* work(steps: number, done: number[]): Steps<string> {
  for (let step = 1; step <= steps; step += 1) {
    const began = stopwatch();
    while (stopwatch() - began < 1);
    done.push(step);
    yield;
  }
  return 'done';
}

it('work at once is done before anything else', () => {
  const done: number[] = [];
  expect(atOnce(work(5, done))).toBe('done');
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

it('work in slices begins later, and lets others go first again and again', async () => {
  const done: number[] = [];
  const seen: number[] = [];
  let isOver = false;
  const result = inSlices(work(30, done)).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    seen.push(done.length);
    await turn();
  }

  expect(await result).toBe('done');
  expect(done).toHaveLength(30);
  expect(seen[0]).toBe(0);
  expect(new Set(seen).size).toBeGreaterThan(5);
});

it('work in slices ends at the next one when it is not wanted any more', async () => {
  const done: number[] = [];
  const stop = new AbortController();
  const result = inSlices(work(10_000, done), stop.signal);
  await turn();
  await turn();
  stop.abort(new Error('enough'));
  const before = done.length;

  await expect(result).rejects.toThrow('enough');
  expect(done).toHaveLength(before);
});

it('a fault in the work is the fault of whoever waits for it', async () => {
  function* broken(): Steps<never> {
    yield;
    throw new Error('broken');
  }
  await expect(inSlices(broken())).rejects.toThrow('broken');
  expect(() => atOnce(broken())).toThrow('broken');
});
