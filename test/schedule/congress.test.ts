import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import { diffSchedules, talkOf } from '../../src/schedule/comparing/changes.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { congress, congressAt, congressLater } from '../support/congress.ts';
import { DIALECTS } from '../support/dialects/all.ts';
import { type Dialect, saidOf } from '../support/dialects/dialect.ts';
import { flawsOf } from './support/flaws.ts';

const CONGRESS = congress();
const LATER = congressLater();

test('the congress is what it was', () => {
  const { talks, days, rooms, tracks } = CONGRESS;
  const midnights = talks.filter(({ start }) => /T2[34]:/.test(new Date(start).toISOString()));
  expect({
    talks: talks.length,
    days: days.map(({ date }) => date),
    rooms: rooms.map(({ name }) => name),
    tracks: tracks.length,
    german: talks.filter(({ language }) => language === 'de').length,
    speakers: talks.reduce((sum, { speakers }) => sum + speakers.length, 0),
    afterMidnight: midnights.map(({ id }) => id),
  }).toEqual({
    talks: 138,
    days: ['2014-12-27', '2014-12-28', '2014-12-29', '2014-12-30'],
    rooms: ['Saal 1', 'Saal 2', 'Saal 6', 'Saal G'],
    tracks: 8,
    german: 25,
    speakers: 211,
    afterMidnight: ['6581', '6109', '6606', '6226'],
  });
  expect(flawsOf(CONGRESS)).toEqual([]);
});

describe.each(DIALECTS)('the congress in $name', (dialect) => {
  const decoded = read(dialect, CONGRESS);

  test('is told by its content and reads back to the same facts', () => {
    expect(decoded.format).toBe(dialect.format);
    expectFacts(decoded.conference, CONGRESS, dialect);
  });

  test('is whole: four days with their nights, four rooms', () => {
    const { days, rooms, timeZone } = decoded.conference;
    expect(flawsOf(decoded.conference)).toEqual([]);
    expect(timeZone).toBe('Europe/Berlin');
    expect(days).toEqual(CONGRESS.days);
    expect(rooms.map(({ name }) => name).toSorted()).toEqual(
      CONGRESS.rooms.map(({ name }) => name),
    );
  });

  test('in its next version has changed as it did, and no talk is lost on the way', () => {
    const later = read(dialect, LATER);
    const { changes } = atOnce(diffSchedules(decoded.conference, later.conference));
    const ids = new Map(
      [...CONGRESS.talks, ...LATER.talks].map((talk) => [dialect.idOf(talk), talk.id]),
    );
    expectFacts(later.conference, LATER, dialect);
    expect(changes.map((change) => [ids.get(talkOf(change).id), change.kind])).toEqual([
      ['6100', 'edited'],
      ['6010', 'canceled'],
      ['6240', 'moved'],
      ['6196', 'moved'],
      ['6131', 'edited'],
      ['6370', 'canceled'],
      ['7001', 'new'],
      ['6109', 'moved'],
      ['6072', 'edited'],
    ]);
  });

  test.each([
    ['forward', '2031-03-29'],
    ['back', '2031-10-25'],
  ])('keeps its times over a night in which clocks go %s', (_, first) => {
    const moved = congressAt(first, 'Saal 1');
    const { conference } = read(dialect, moved);
    expectFacts(conference, moved, dialect);
    expect(conference.days).toEqual(moved.days);
  });
});

function read(dialect: Dialect, conference: Conference) {
  const options = dialect.namesZone ? {} : { timeZone: conference.timeZone };
  return decodeSchedule(dialect.write(conference), options);
}

function expectFacts(actual: Conference, written: Conference, dialect: Dialect): void {
  const garbled = written.talks.filter((talk) => dialect.garbles?.(talk)).map(dialect.idOf);
  const factsOf = (talks: readonly Talk[]) =>
    talks
      .filter(({ id }) => !garbled.includes(id))
      .map((talk) => saidOf(talk, dialect))
      .toSorted(byId);
  const asWritten = written.talks.map((talk) => ({ ...talk, id: dialect.idOf(talk) }));
  expect(factsOf(actual.talks)).toEqual(factsOf(asWritten));
  expect(actual.talks).toHaveLength(written.talks.length);
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
