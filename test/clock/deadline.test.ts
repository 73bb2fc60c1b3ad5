import { describe, expect, it } from 'vitest';
import { DeadlineError, withDeadline, within } from '../../src/clock/deadline.ts';

/** A clock whose time comes when it is told to, and which knows whether anybody still waits. */
function stoppedClock() {
  const over = Promise.withResolvers<void>();
  let given: AbortSignal | undefined;
  return {
    sleep: (_ms: number, signal?: AbortSignal) => {
      given = signal;
      signal?.addEventListener('abort', () => over.resolve());
      return over.promise;
    },
    elapse: () => over.resolve(),
    isWaitedFor: () => given?.aborted === false,
  };
}

describe('work with a deadline', () => {
  it('comes to its answer, and the clock is waited for no longer', async () => {
    const clock = stoppedClock();
    let signal: AbortSignal | undefined;
    const answer = await withDeadline(clock, 100, async (given) => {
      signal = given;
      return 'sent';
    });
    expect([answer, signal?.aborted, clock.isWaitedFor()]).toEqual(['sent', false, false]);
  });

  it('fails as it fails', async () => {
    const clock = stoppedClock();
    const refused = withDeadline(clock, 100, async () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(clock.isWaitedFor()).toBe(false);
  });

  it('is told to stop when its time is over, and whoever waits hears of that', async () => {
    const clock = stoppedClock();
    let reason: unknown;
    const late = withDeadline(clock, 100, (signal) => {
      const work = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => {
        reason = signal.reason;
        work.reject(new Error('aborted'));
      });
      return work.promise;
    });
    clock.elapse();
    await expect(late).rejects.toThrow(new DeadlineError('Nothing came within 100 ms'));
    expect(reason).toBeInstanceOf(DeadlineError);
  });
});

it('hears what came while its process stood still for longer than the limit', async () => {
  const lengths: number[] = [];
  const work = Promise.withResolvers<string>();
  // However late the first timer is, what came by then has its turn after it.
  const sleep = async (ms: number) => {
    if (lengths.push(ms) === 2) work.resolve('sent');
  };
  expect(await withDeadline({ sleep }, 100, () => work.promise)).toBe('sent');
  expect(lengths).toEqual(lengths.map(() => 25));
});

describe('work that is waited for a while', () => {
  it('comes to its answer in time', async () => {
    const clock = stoppedClock();
    expect(await within(clock, 100, Promise.resolve('answer'))).toBe('answer');
    expect(clock.isWaitedFor()).toBe(false);
  });

  it('comes to nothing when it takes longer, and goes on', async () => {
    const clock = stoppedClock();
    const work = Promise.withResolvers<string>();
    const early = within(clock, 100, work.promise);
    clock.elapse();
    expect(await early).toBeUndefined();
    work.resolve('late answer');
    expect(await work.promise).toBe('late answer');
  });

  it('fails as it fails', async () => {
    await expect(within(stoppedClock(), 100, Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  });
});
