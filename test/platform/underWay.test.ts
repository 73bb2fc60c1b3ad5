import { describe, expect, it } from 'vitest';
import { createUnderWay } from '../../src/platform/underWay.ts';

describe('what is under way', () => {
  it('is waited for until all of it has ended, also what fails', async () => {
    const underWay = createUnderWay();
    const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    underWay.add(one.promise);
    underWay.add(other.promise);
    const ends: string[] = [];
    const settled = underWay.settled().then(() => ends.push('settled'));
    other.promise.catch(() => ends.push('failed'));
    other.reject(new Error('No answer'));
    await Promise.resolve();
    one.promise.then(() => ends.push('answered'));
    one.resolve();
    await settled;
    expect(ends).toEqual(['failed', 'answered', 'settled']);
  });

  it('is nothing where all has ended', async () => {
    const underWay = createUnderWay();
    underWay.add(Promise.resolve());
    await underWay.settled();
    await expect(underWay.settled()).resolves.toBeUndefined();
  });
});
