import { describe, expect, it } from 'vitest';
import {
  applyDelays,
  delayFrom,
  delaysInForce,
  heldBy,
  type RoomDelay,
} from '../../src/programme/delays.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { roomSlug } from '../support/names.ts';

const MINUTE_MS = 60_000;
const TEN = at('2020-02-01T10:00Z');
const NEXT_DAY = TEN + 24 * 60 * MINUTE_MS;
const late = (minutes: number, since: number): RoomDelay => ({
  room: roomSlug('a'),
  minutes,
  since,
});
const starts = ({ talks }: ReturnType<typeof conferenceOf>) =>
  talks.map(({ id, start }) => [id, (start - TEN) / MINUTE_MS]);

describe('a room whose delay grows', () => {
  const conference = conferenceOf([
    talkAt('first', TEN),
    talkAt('runs', TEN + 30 * MINUTE_MS),
    talkAt('next', TEN + 60 * MINUTE_MS),
    talkAt('elsewhere', TEN + 60 * MINUTE_MS, { room: roomSlug('B') }),
  ]);
  const ten = late(10, TEN + 5 * MINUTE_MS);

  it('leaves what runs where it really began', () => {
    const now = TEN + 50 * MINUTE_MS;
    const thirty = late(30, delayFrom(now, ten, conference));

    expect(starts(applyDelays(conference, [ten, thirty]))).toEqual([
      ['first', 0],
      ['runs', 40],
      ['elsewhere', 60],
      ['next', 90],
    ]);
    expect(heldBy(conference, thirty).map(({ id }) => id)).toEqual(['next']);
  });

  it('is as late as it was told last', () => {
    const delays = [ten, late(30, TEN + 40 * MINUTE_MS), { ...late(5, TEN), room: roomSlug('b') }];
    const inForce = (now: number, all = delays) => delaysInForce(all, conference, now);

    expect(inForce(TEN + 50 * MINUTE_MS)).toEqual(delays.slice(1));
    expect(inForce(TEN, [...delays, late(0, TEN + 60 * MINUTE_MS)])).toEqual(delays.slice(2));
    expect(inForce(NEXT_DAY)).toEqual([]);
  });
});

describe('a delay told in the night', () => {
  const conference = conferenceOf([
    talkAt('late', at('2020-02-02T03:50Z')),
    talkAt('morning', NEXT_DAY),
  ]);
  const evening = late(30, TEN + 8 * 60 * MINUTE_MS);
  const held = (now: number) => {
    const since = delayFrom(now, evening, conference);
    return heldBy(conference, late(45, since)).map(({ id }) => id);
  };

  it('is about the day before as long as something of that is still to come', () => {
    expect(held(at('2020-02-02T04:10Z'))).toEqual(['late']);
  });

  it('is about the next day otherwise', () => {
    expect(held(at('2020-02-02T04:21Z'))).toEqual(['morning']);
  });

  it('does not count what was canceled', () => {
    const canceled = conference.talks.map((talk) => ({ ...talk, status: 'canceled' as const }));

    expect(heldBy({ ...conference, talks: canceled }, evening)).toEqual([]);
  });
});

describe('a delay that breaks make up for', () => {
  const at = (minutes: number) => TEN + minutes * MINUTE_MS;
  const conference = {
    ...conferenceOf([
      talkAt('first', at(0)),
      talkAt('second', at(30)),
      talkAt('after coffee', at(70)),
      talkAt('after lunch', at(160)),
      talkAt('elsewhere', at(70), { room: 'B' }),
    ]),
    breaks: [
      { title: 'Coffee', start: at(55), end: at(65) },
      { title: 'Coffee', room: 'A', start: at(55), end: at(65) },
      { title: 'Elsewhere', room: 'B', start: at(30), end: at(60) },
      { title: 'Lunch', start: at(100), end: at(160) },
    ],
  };
  const shifts = (delay: RoomDelay) =>
    starts(applyDelays(conference, [delay])).map(([id, minute]) => `${id} ${minute}`);

  it('is less by each break of the room that lies between, once, and never turns round', () => {
    const first = ['first 0', 'second 45', 'elsewhere 70', 'after coffee 75', 'after lunch 160'];
    expect(shifts(late(15, at(5)))).toEqual(first);
    const held = heldBy(conference, late(15, at(5))).map(({ id }) => id);
    expect(held).toEqual(['second', 'after coffee']);
    expect(shifts(late(-15, at(5)))).toEqual([
      ...['first 0', 'second 15', 'after coffee 65', 'elsewhere 70', 'after lunch 160'],
    ]);
  });

  it('counts from when it was said: one that is told in a break is of what follows', () => {
    expect(shifts(late(10, at(56)))).toContain('after coffee 80');
  });

  it('is in force as far as it is left, and a later one is about what is still to come', () => {
    const [delay] = [late(15, at(5))];
    const left = (now: number) =>
      delaysInForce([delay], conference, now).map(({ minutes }) => minutes);
    expect([left(at(50)), left(at(66)), left(at(161))]).toEqual([[15], [5], []]);
    expect(delayFrom(at(66), delay, conference)).toBe(at(61));
    expect(delayFrom(at(165), delay, conference)).toBe(at(165));
  });
});
