import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, sightings } from '../../src/app/operator.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '../../src/clock.ts';
import { outlook, type Sighting, type Spell } from '../../src/outbox/spell.ts';
import { type Trouble, troubleKey } from '../../src/outbox/trouble.ts';
import type { SourceProblem } from '../../src/schedule/keeping/kept.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { at } from '../support/instants.ts';

const NOW = at('2027-02-06T10:00+01:00');
const MEGABYTE = 2 ** 20;
const GIGABYTE = 2 ** 30;
const ago = (minutes: number): Instant => NOW - minutes * MINUTE_MS;

const WELL: Facts = {
  outage: undefined,
  platforms: { lobby: { isReady: true, since: ago(600) } },
  lastTickAt: ago(0.5),
  backlog: [],
  disk: { freeBytes: 10 * GIGABYTE, totalBytes: 40 * GIGABYTE },
  schedule: scheduleWith(undefined),
};

function scheduleWith(problem: SourceProblem | undefined, checkedAt?: Instant): Facts['schedule'] {
  const source = sourceOf('https://conference.example/schedule', undefined, 'operator');
  const status = { source, number: 1, takenAt: ago(600), checkedAt: checkedAt ?? ago(5), problem };
  return { source: status, isOver: false };
}

/** What is seen then, `!` where it is grave, with its age in minutes. */
function seen(facts: Partial<Facts>): readonly string[] {
  return sightings({ ...WELL, ...facts }, NOW).map(
    ({ trouble, since, isGrave }) =>
      `${troubleKey(trouble)}${isGrave ? '!' : ''} ${(NOW - since) / MINUTE_MS}`,
  );
}

const waiting = (platform: string, minutes: number) => ({
  ...({ platform, state: 'pending', count: 1, oldestDueAt: ago(minutes) } as const),
});

describe('What a process sees', () => {
  it('is nothing while all is well', () => {
    expect(seen({})).toEqual([]);
  });

  it.each([
    [600 * MEGABYTE, 40 * GIGABYTE, []],
    [500 * MEGABYTE, 40 * GIGABYTE, ['disk 0']],
    [200 * MEGABYTE, 40 * GIGABYTE, ['disk! 0']],
    [200 * MEGABYTE, GIGABYTE, ['disk 0']],
    [300 * MEGABYTE, GIGABYTE, []],
    [50 * MEGABYTE, GIGABYTE, ['disk! 0']],
  ])('with %d bytes free of %d: %j', (freeBytes, totalBytes, expected) => {
    expect(seen({ disk: { freeBytes, totalBytes } })).toEqual(expected);
  });

  it('is no disk where the database lies on another machine', () => {
    expect(seen({ disk: undefined })).toEqual([]);
  });

  it.each([
    [0, ['platform:lobby 0']],
    [4.9, ['platform:lobby 4.9']],
    [5, ['platform:lobby! 5']],
  ])('with a platform away for %d minutes: %j', (minutes, expected) => {
    const lobby = { isReady: false, since: ago(minutes) };
    expect(seen({ platforms: { lobby }, backlog: [waiting('lobby', 20)] })).toEqual(expected);
  });

  it.each([
    [0.9, []],
    [1, ['late:lobby 1']],
    [2, ['late:lobby! 2']],
    [30, ['late:lobby! 30']],
  ])('with a message due %d minutes ago: %j', (minutes, expected) => {
    expect(seen({ backlog: [waiting('lobby', minutes), waiting('lobby', 0)] })).toEqual(expected);
  });

  it('is not what waits for a platform of other processes, or waited for one that has just come back', () => {
    expect(seen({ backlog: [waiting('attic', 30)] })).toEqual([]);
    const platforms = { lobby: { isReady: true, since: ago(0.5) } };
    expect(seen({ platforms, backlog: [waiting('lobby', 30)] })).toEqual([]);
  });

  it.each([
    [1, []],
    [1.4, ['ticks 1.4']],
    [2, ['ticks! 2']],
  ])('with the last tick %d minutes ago: %j', (minutes, expected) => {
    expect(seen({ lastTickAt: ago(minutes) })).toEqual(expected);
  });

  it('is no missing tick before the first one', () => {
    expect(seen({ lastTickAt: undefined })).toEqual([]);
  });

  const unreadable = (minutes: number): SourceProblem => ({
    ...({ kind: 'unreadable', reason: 'It is not there' } as const),
    since: ago(minutes),
  });
  const shrunken: SourceProblem = { kind: 'shrunken', lost: 40, of: 100, since: ago(1) };

  it.each([
    [29, ['sourceRefused 0', 'sourceStale 29']],
    [30, ['sourceRefused 0', 'sourceStale! 30']],
  ])('with the named schedule unread for %d minutes: %j', (minutes, expected) => {
    expect(seen({ schedule: scheduleWith(unreadable(minutes)) })).toEqual(expected);
  });

  it('is a version that is not believed at once', () => {
    expect(seen({ schedule: scheduleWith(shrunken) })).toEqual(['sourceRefused! 1']);
  });

  it('is nothing sure of a schedule that was not asked since the start', () => {
    const { source } = scheduleWith(undefined);
    const schedule = { source: source && { ...source, checkedAt: undefined }, isOver: false };
    const unsure = ['sourceStale 0', 'sourceRefused 0'];
    expect(seen({ schedule })).toEqual(unsure);
    expect(seen({ schedule: { source: undefined, isOver: false } })).toEqual(unsure);
  });

  it('is no news of the schedule once the conference is over, but not its end either', () => {
    const over = (problem: SourceProblem) => ({ ...scheduleWith(problem), isOver: true });
    expect(seen({ schedule: over(shrunken) })).toEqual(['sourceRefused 1']);
    expect(seen({ schedule: over(unreadable(60)) })).toEqual(['sourceRefused 0', 'sourceStale 60']);
  });

  it('is no schedule that could not be kept while the database was away', () => {
    const schedule = scheduleWith(unreadable(60));
    const outage = { since: ago(60), seenAt: NOW, isNoted: false };
    expect(seen({ schedule, outage })).toEqual(['database! 60']);
    const back = { ...outage, seenAt: ago(2), until: ago(1), isNoted: true };
    expect(seen({ schedule, outage: back })).toEqual(['sourceRefused 0', 'sourceStale 1']);
  });

  it('with the database away is that, and not what follows from it', () => {
    const follows = { lastTickAt: ago(9), backlog: [waiting('lobby', 9)] };
    const outage = { since: ago(8), seenAt: NOW, isNoted: false };
    expect(seen({ ...follows, outage })).toEqual(['database! 8']);
    expect(seen({ ...follows, outage: { ...outage, until: NOW } })).toEqual(['database! 8']);
    expect(seen({ ...follows, outage: { ...outage, until: NOW, isNoted: true } })).toEqual([]);
    const short = { since: ago(1), seenAt: ago(1), until: NOW, isNoted: false };
    expect(seen({ outage: short })).toEqual(['database 1']);
  });

  it('is what is still wrong when the database has long been back', () => {
    const outage = { since: ago(30), seenAt: ago(11), until: ago(10), isNoted: true };
    const facts = { outage, lastTickAt: ago(31), backlog: [waiting('lobby', 31)] };
    expect(seen(facts)).toEqual(['ticks! 10', 'late:lobby! 10']);
  });
});

/** The operator, and the database that all processes have in common. */
function openOperator() {
  const known = new Map<string, Spell<Trouble>>();
  const heard: string[] = [];
  return {
    heard,
    look: (seenNow: readonly Sighting<Trouble>[], now: Instant) => {
      const news = outlook(seenNow, [...known.values()], now, { nameOf: troubleKey });
      const spells = [...news.begun, ...news.lasting, ...news.over];
      for (const spell of spells) known.set(troubleKey(spell.trouble), spell);
      for (const { trouble, since } of news.begun) {
        heard.push(`${troubleKey(trouble)} since ${since} begun`);
      }
      for (const { trouble, since } of news.over) {
        heard.push(`${troubleKey(trouble)} since ${since} over`);
      }
      return news;
    },
  };
}

const lobbyAway = (since: Instant, isGrave = true): Sighting<Trouble> => ({
  trouble: { kind: 'platform', platform: 'lobby' },
  ...{ since, isGrave },
});

describe('The operator', () => {
  it('hears once that something began, and once that it is over, some minutes after it was seen last', () => {
    const operator = openOperator();
    for (let minute = 0; minute <= 30; minute += 1) {
      const isAway = minute >= 5 && minute < 20;
      operator.look(isAway ? [lobbyAway(ago(5))] : [], NOW + minute * MINUTE_MS);
    }
    expect(operator.heard).toEqual([
      `platform:lobby since ${ago(5)} begun`,
      `platform:lobby since ${ago(5)} over`,
    ]);
  });

  it('hears nothing of what is not grave, which yet keeps a grave one from being over', () => {
    const operator = openOperator();
    operator.look([lobbyAway(NOW, false)], NOW);
    expect(operator.heard).toEqual([]);
    operator.look([lobbyAway(NOW)], NOW + 5 * MINUTE_MS);
    // Begun anew, a process does not know for how long it has been so.
    for (let minute = 6; minute < 20; minute += 1) {
      operator.look([lobbyAway(NOW + 6 * MINUTE_MS, false)], NOW + minute * MINUTE_MS);
    }
    expect(operator.heard).toEqual([`platform:lobby since ${NOW} begun`]);
  });

  it('hears three times, and not all day, of what comes and goes', () => {
    const operator = openOperator();
    for (let minute = 0; minute < 12 * 60; minute += 1) {
      const phase = minute % 9;
      const since = NOW + (minute - phase) * MINUTE_MS;
      operator.look(phase < 5 ? [lobbyAway(since, phase === 4)] : [], NOW + minute * MINUTE_MS);
    }
    expect(operator.heard.map((line) => line.split(' ').at(-1))).toEqual([
      'begun',
      'over',
      'begun',
    ]);
  });

  it('hears of two that are alike when the first is long over', () => {
    const operator = openOperator();
    for (const hour of [0, 5]) {
      operator.look([lobbyAway(NOW + hour * HOUR_MS)], NOW + hour * HOUR_MS);
      operator.look([], NOW + hour * HOUR_MS + 3 * MINUTE_MS);
    }
    expect(operator.heard.map((line) => line.split(' ').at(-1))).toEqual([
      ...['begun', 'over'],
      ...['begun', 'over'],
    ]);
  });

  it('hears that it is over also when the clock was set back meanwhile', () => {
    const operator = openOperator();
    operator.look([lobbyAway(NOW)], NOW);
    for (let minute = 0; minute <= 4; minute += 1) {
      operator.look([], NOW - 2 * HOUR_MS + minute * MINUTE_MS);
    }
    expect(operator.heard).toEqual([
      `platform:lobby since ${NOW} begun`,
      `platform:lobby since ${NOW} over`,
    ]);
  });
});

const troubles = [
  { kind: 'disk' },
  { kind: 'ticks' },
  { kind: 'platform', platform: 'lobby' },
  { kind: 'late', platform: 'lobby' },
] as const;

/** Looks of several processes in any order, by clocks that differ and may be set back. */
const looks = fc.array(
  fc.record({
    afterMs: fc.integer({ min: -2 * MINUTE_MS, max: 10 * MINUTE_MS }),
    seenNow: fc.array(
      fc.record({
        trouble: fc.constantFrom(...troubles),
        agoMs: fc.integer({ min: 0, max: 20 * MINUTE_MS }),
        isGrave: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  }),
  { maxLength: 120 },
);

describe('Whatever processes see, in whatever order, the operator', () => {
  it('hears of each trouble by turns that it began and that it is over, and nothing twice', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const operator = openOperator();
        let now = NOW;
        for (const { afterMs, seenNow } of all) {
          now += afterMs;
          const own = seenNow.map(({ agoMs, ...one }) => ({ ...one, since: now - agoMs }));
          const { begun } = operator.look(own, now);
          const graves = own.flatMap((one) => (one.isGrave ? [troubleKey(one.trouble)] : []));
          expect(graves).toEqual(
            expect.arrayContaining(begun.map(({ trouble }) => troubleKey(trouble))),
          );
        }
        expect(new Set(operator.heard).size).toBe(operator.heard.length);
        for (const key of troubles.map(troubleKey)) {
          const phases = operator.heard
            .filter((line) => line.startsWith(`${key} `))
            .map((line) => line.split(' ').at(-1));
          expect(phases).toEqual(phases.map((_, turn) => (turn % 2 === 0 ? 'begun' : 'over')));
        }
      }),
    );
  });

  it('hears of one trouble at most fifty times a day', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (isSeen) => {
        const operator = openOperator();
        for (let minute = 0; minute < 24 * 60; minute += 1) {
          const now = NOW + minute * MINUTE_MS;
          operator.look(isSeen.next().value ? [lobbyAway(now)] : [], now);
        }
        const begun = operator.heard.filter((line) => line.endsWith('begun'));
        expect(begun.length).toBeLessThan(50);
      }),
      { numRuns: 20 },
    );
  });
});
