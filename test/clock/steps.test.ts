import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { atOnce, inPieces, inSlices, type Steps, soon } from '../../src/clock/steps.ts';
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

it('work that somebody waits for goes before work that nobody waits for, and lets others go between', async () => {
  const background: number[] = [];
  const wanted: number[] = [];
  const made = inSlices(work(400, background));
  const seen: number[] = [];
  let isOver = false;
  const answer = soon(work(60, wanted)).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    seen.push(wanted.length);
    await turn();
  }

  expect(await answer).toBe('done');
  expect(new Set(seen).size).toBeGreaterThan(5);
  expect(background.length).toBeLessThan(60);
  expect(await made).toBe('done');
  await expect(
    soon(
      (function* (): Steps<never> {
        yield;
        throw new Error('broken');
      })(),
    ),
  ).rejects.toThrow('broken');
});

it('may pause after every two hundred of many that are small', () => {
  const done: number[] = [];
  const numbers = Array.from({ length: 1_000 }, (_, index) => index);
  const pauses = [...inPieces(numbers, (each) => done.push(each))];
  expect({ pauses: pauses.length, done }).toEqual({ pauses: 5, done: numbers });
});
