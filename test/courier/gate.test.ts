import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/courier/gate.ts';

const COST_MS = 20;

describe('a gate', () => {
  it('lets no more than the allowed pass in any second, whenever they come and however late timers are', async () => {
    const span = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pauseMs: span, lateMs: span }), { size: '+2' }),
        async (comers) => {
          const passed = await passThrough(comers);
          const fullest = passed.map(
            (from) => passed.filter((at) => at >= from && at < from + 1_000).length,
          );
          expect(Math.max(0, ...fullest)).toBeLessThanOrEqual(1_000 / COST_MS);
        },
      ),
    );
  });

  it('begins evenly, and makes up for a short stop only', async () => {
    const comers = (pauseMs: number) => [
      ...Array.from({ length: 5 }, () => ({ pauseMs: 0, lateMs: 0 })),
      ...Array.from({ length: 5 }, (_, index) => ({
        pauseMs: index === 0 ? pauseMs : 0,
        lateMs: 0,
      })),
    ];

    expect(await passThrough(comers(60))).toEqual([0, 20, 40, 60, 80, 140, 140, 140, 160, 180]);
    expect(await passThrough(comers(900))).toEqual([
      0, 20, 40, 60, 80, 980, 1000, 1020, 1040, 1060,
    ]);
  });

  it('uses the rate though every timer is late', async () => {
    const passed = await passThrough(
      Array.from({ length: 500 }, (_, index) => ({ pauseMs: 0, lateMs: index % 7 })),
    );

    const allowed = ((passed.at(-1) ?? 0) - (passed[0] ?? 0)) / COST_MS;
    expect(499 / allowed).toBeGreaterThan(0.96);
  });

  it('gives what needs more of the lane more of it', async () => {
    let now = 0;
    const gate = createGate(
      async (ms) => {
        now += ms;
      },
      () => now,
    );
    for (const costMs of [100, 200, 100, 0, 0, 100]) await gate.pass(costMs);

    expect(now).toBe(400);
  });
});

/** When each passed; the next comes `pauseMs` after the one before, whose timer was `lateMs` late. */
async function passThrough(
  comers: readonly { readonly pauseMs: number; readonly lateMs: number }[],
): Promise<readonly number[]> {
  let now = 0;
  let late = 0;
  const gate = createGate(
    async (ms) => {
      now += ms + late;
    },
    () => now,
  );
  const passed: number[] = [];
  for (const { pauseMs, lateMs } of comers) {
    now += pauseMs;
    late = lateMs;
    await gate.pass(COST_MS);
    passed.push(now);
  }
  return passed;
}
