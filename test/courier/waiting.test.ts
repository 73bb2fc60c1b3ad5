import fc from 'fast-check';
import { expect, it } from 'vitest';
import { divided } from '../../src/courier/waiting.ts';
import type { Wait } from '../../src/outbox/wait.ts';

const SECOND = 1_000;

it('divides a wait among its causes, the weightiest first, and calls the rest slow', () => {
  const causes: readonly Wait[] = [
    { kind: 'no-sender', from: Number.NEGATIVE_INFINITY, until: 10 * SECOND },
    { kind: 'lane-resting', from: 20 * SECOND, until: 30 * SECOND },
    { kind: 'target-resting', from: 5 * SECOND, until: 22 * SECOND },
    { kind: 'queue', from: 30.5 * SECOND, until: 40 * SECOND },
  ];

  expect(divided({ from: 8 * SECOND, until: 45 * SECOND }, causes)).toEqual([
    { kind: 'no-sender', from: 8 * SECOND, until: 10 * SECOND },
    { kind: 'target-resting', from: 10 * SECOND, until: 20 * SECOND },
    { kind: 'lane-resting', from: 20 * SECOND, until: 30 * SECOND },
    // Half a second in between is not worth a word.
    { kind: 'queue', from: 30.5 * SECOND, until: 40 * SECOND },
    { kind: 'slow', from: 40 * SECOND, until: 45 * SECOND },
  ]);
});

it('accounts for every second once, whatever the causes', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    .map(([a, b]) => ({ from: Math.min(a, b) * SECOND, until: Math.max(a, b) * SECOND }));
  const kind = fc.constantFrom('lane-resting', 'target-resting', 'queue');
  const cause = fc.tuple(kind, span).map(([kind, within]): Wait => ({ kind, ...within }));

  fc.assert(
    fc.property(span, fc.array(cause, { maxLength: 6 }), (whole, causes) => {
      let reached = whole.from;
      for (const { from, until } of divided(whole, causes)) {
        expect(from).toBe(reached);
        expect(until).toBeGreaterThan(from);
        reached = until;
      }
      expect(reached).toBe(whole.until);
    }),
  );
});
