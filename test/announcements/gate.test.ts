import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/announcements/gate.ts';

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
    for (const costMs of [97, 194, 97, 0, 0, 97]) await gate.pass(costMs);

    expect(now).toBeCloseTo(300);
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
