import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseMs, type Retrying, retry } from '../../src/clock/retry.ts';

const POLICY = { firstMs: 500, longestMs: 3_000 };

/** Fails `failures` times, then answers; notes what is heard and slept. */
function stage(failures: number, policy: Partial<Retrying> = {}) {
  const heard: (readonly [error: string, pauseMs: number])[] = [];
  const slept: number[] = [];
  let tries = 0;
  const attempt = async () => {
    tries += 1;
    if (tries <= failures) throw new Error(`failure ${tries}`);
    return `try ${tries}`;
  };
  const retrying: Retrying = {
    ...POLICY,
    clock: { sleep: async (ms) => void slept.push(ms) },
    onFailure: (error, pause) => void heard.push([String(error), pause]),
    ...policy,
  };
  return { attempt, retrying, heard, slept };
}

describe('what fails', () => {
  it('is tried again until it succeeds, after pauses that double up to the longest', async () => {
    const { attempt, retrying, heard, slept } = stage(5);
    expect(await retry(attempt, retrying)).toBe('try 6');
    expect(heard).toEqual([
      ['Error: failure 1', 500],
      ['Error: failure 2', 1_000],
      ['Error: failure 3', 2_000],
      ['Error: failure 4', 3_000],
      ['Error: failure 5', 3_000],
    ]);
    expect(slept).toEqual([500, 1_000, 2_000, 3_000, 3_000]);
  });

  it('is given up with its last failure after so many tries', async () => {
    const { attempt, retrying, slept } = stage(9, { tries: 3 });
    await expect(retry(attempt, retrying)).rejects.toThrow('failure 3');
    expect(slept).toEqual([500, 1_000]);
  });

  it('is given up at once where whoever hears of it knows that nothing helps', async () => {
    const onFailure = () => {
      throw new Error('The token is refused');
    };
    const { attempt, retrying, slept } = stage(9, { onFailure });
    await expect(retry(attempt, retrying)).rejects.toThrow('The token is refused');
    expect(slept).toEqual([]);
  });

  it('is tried again at once where the policy knows no pause', async () => {
    const { attempt, retrying, heard, slept } = stage(2, { firstMs: 0 });
    expect(await retry(attempt, retrying)).toBe('try 3');
    expect(heard.map(([, pause]) => pause)).toEqual([0, 0]);
    expect(slept).toEqual([]);
  });

  it('may fail before it is even begun', async () => {
    const { retrying } = stage(0, { tries: 1 });
    const attempt = (): string => {
      throw new Error('busy');
    };
    await expect(retry(attempt, retrying)).rejects.toThrow('busy');
  });
});

describe('a stop', () => {
  it('ends the pause and the trying, and is no failure', async () => {
    const stopping = new AbortController();
    const clock = {
      sleep: async (_ms: number, signal?: AbortSignal) => {
        expect(signal).toBe(stopping.signal);
        stopping.abort();
      },
    };
    const { attempt, retrying, heard } = stage(9, { clock });
    expect(await retry(attempt, { ...retrying, signal: stopping.signal })).toBeUndefined();
    expect(heard).toEqual([['Error: failure 1', 500]]);
  });

  it('that comes while it is tried leaves its failure unheard', async () => {
    const stopping = new AbortController();
    const { retrying, heard } = stage(0);
    const attempt = async () => {
      stopping.abort();
      throw new Error('aborted');
    };
    expect(await retry(attempt, { ...retrying, signal: stopping.signal })).toBeUndefined();
    expect(heard).toEqual([]);
  });

  it('that came before begins nothing', async () => {
    const { attempt, retrying } = stage(0);
    expect(await retry(attempt, { ...retrying, signal: AbortSignal.abort() })).toBeUndefined();
  });
});

it('pauses never shrink and never exceed the longest, however often it failed', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5_000 }), (failures) => {
      const [pause, next] = [pauseMs(POLICY, failures), pauseMs(POLICY, failures + 1)];
      expect(pause).toBeGreaterThanOrEqual(POLICY.firstMs);
      expect(next).toBeGreaterThanOrEqual(pause);
      expect(next).toBeLessThanOrEqual(POLICY.longestMs);
    }),
  );
});
