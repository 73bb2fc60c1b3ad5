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
    const inForce = (now: number, all = delays) => delaysInForce(all, conference.days, now);

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
