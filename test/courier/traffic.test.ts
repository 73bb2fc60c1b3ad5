import { describe, expect, it } from 'vitest';
import { createTraffic } from '../../src/courier/traffic.ts';
import { PlatformError } from '../../src/platform/refusal.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const HOUR_MS = 3_600_000;

function trafficAt(from: number) {
  let now = from;
  const clock = { now: () => now, sleep: async () => undefined };
  return {
    traffic: createTraffic(clock, { concurrency: 16, spacingMs: 1_000 }),
    setClock: (to: number) => {
      now = to;
    },
  };
}

function limited(notBefore: number) {
  const refusal = new PlatformError('rate-limited', 'retry', 'Slow down', { scope: 'lane' });
  return { timedOut: false, refusal, notBefore };
}

describe('the traffic of a lane', () => {
  it('leaves a target alone that is written to, and for a while after that', () => {
    const { traffic, setClock } = trafficAt(NOON);
    traffic.begin('#a');
    expect(traffic.busy(['#b'])).toEqual(['#a', '#b']);

    traffic.leave('#a');
    traffic.end('#a', { timedOut: false });
    expect([traffic.busy([]), traffic.isQuiet(), traffic.nextAt()]).toEqual([
      ['#a'],
      false,
      NOON + 1_000,
    ]);

    setClock(NOON + 1_000);
    expect([traffic.busy([]), traffic.isQuiet()]).toEqual([[], true]);
  });

  it('rests as long as the platform says', () => {
    const { traffic, setClock } = trafficAt(NOON);
    traffic.begin('#a');
    traffic.leave('#a');
    traffic.end('#a', limited(NOON + 5_000));

    setClock(NOON + 4_999);
    expect([traffic.hasRoom(), traffic.heldUntil(), traffic.busy([])]).toEqual([
      false,
      NOON + 5_000,
      ['#a'],
    ]);
    setClock(NOON + 5_000);
    expect([traffic.hasRoom(), traffic.heldUntil(), traffic.busy([])]).toEqual([
      true,
      undefined,
      [],
    ]);
  });

  it.each([
    ['rests no hour because the clock was set back by one', HOUR_MS, [true, undefined, []]],
    ['rests on over a small step back', 100, [false, NOON + 5_000, ['#a']]],
  ])('%s', (_sentence, backMs, expected) => {
    const { traffic, setClock } = trafficAt(NOON);
    traffic.begin('#a');
    traffic.leave('#a');
    traffic.end('#a', limited(NOON + 5_000));

    setClock(NOON - backMs);

    expect([traffic.hasRoom(), traffic.heldUntil(), traffic.busy([])]).toEqual(expected);
  });

  it('has a few places for those that did not answer, and all others for the rest', () => {
    const { traffic } = trafficAt(NOON);
    const silent = ['#1', '#2', '#3', '#4', '#5'];
    for (const target of silent) {
      traffic.begin(target);
      traffic.end(target, { timedOut: true });
    }
    for (const target of silent.slice(0, 4)) {
      expect(traffic.admits(target)).toBe(true);
      traffic.begin(target);
      traffic.leave(target);
    }

    expect(silent.map(traffic.trusts)).toEqual(silent.map(() => false));
    expect([traffic.admits('#5'), traffic.admits('#a'), traffic.hasRoom()]).toEqual([
      false,
      true,
      true,
    ]);
    expect(traffic.busy([])).toContain('#5');
    traffic.end('#1', { timedOut: false });
    expect([traffic.admits('#5'), traffic.trusts('#1')]).toEqual([true, true]);
  });

  it('remembers for a minute what it was kept from, closely following rests as one', () => {
    const { traffic, setClock } = trafficAt(NOON);
    const send = (from: number, until: number, outcome: Parameters<typeof traffic.end>[1]) => {
      setClock(from);
      traffic.begin('#a');
      traffic.leave('#a');
      setClock(until);
      traffic.end('#a', outcome);
    };
    send(NOON, NOON + 200, { timedOut: false });
    send(NOON + 1_000, NOON + 5_000, { timedOut: false });
    send(NOON + 5_100, NOON + 5_200, { ...limited(NOON + 9_000), timedOut: true });
    setClock(NOON + 10_000);
    expect([traffic.busy([]), traffic.keptFrom('#b')]).toEqual([
      [],
      [{ kind: 'lane-resting', from: NOON + 5_200, until: NOON + 9_000 }],
    ]);
    expect(traffic.keptFrom('#a')).toEqual([
      { kind: 'lane-resting', from: NOON + 5_200, until: NOON + 9_000 },
      { kind: 'target-resting', from: NOON, until: NOON + 9_000 },
      { kind: 'target-silent', from: -Infinity, until: Infinity },
    ]);

    setClock(NOON + 69_001);
    traffic.busy([]);
    expect(traffic.keptFrom('#a').map(({ kind }) => kind)).toEqual([
      'lane-resting',
      'target-silent',
    ]);
  });
});
