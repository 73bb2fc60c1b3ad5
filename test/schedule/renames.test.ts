import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import { succeed } from '../../src/schedule/comparing/succession.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { sharedPath } from '../support/shared.ts';

const TEN = Date.UTC(2031, 2, 28, 10);
const BEFORE = TEN - 60 * 60_000;

function takenOver(before: Conference, after: Conference, now = BEFORE) {
  const next = atOnce(succeed(before, after, now));
  if (next.kind === 'refused') throw new Error('It was refused');
  return next;
}

/** The renames and the changes, in words: `Hall is now Dome`, `moved 1`. */
function toldOf(before: Conference, after: Conference, now?: number): readonly string[] {
  const { renames, changes } = takenOver(before, after, now);
  return [
    ...renames.map((one) => `${one.before} is now ${one.after}`),
    ...changes.map(
      (change) =>
        `${change.kind} ${(change.after ?? ('before' in change ? change.before : undefined))?.id}`,
    ),
  ];
}

function inRoom(room: string, ids: readonly string[], rest: Partial<Talk> = {}): readonly Talk[] {
  return ids.map((id) => talkAt(id, TEN, { room, ...rest }));
}

function withGuids(conference: Conference, guids: Readonly<Record<string, string>>): Conference {
  const rooms = conference.rooms.map((room) => ({ ...room, guid: guids[room.name] ?? room.name }));
  return { ...conference, rooms };
}

describe('a room of another name', () => {
  it('is the same where all its talks, several, are in one that was not there', () => {
    const before = conferenceOf([...inRoom('Hall', ['1', '2']), ...inRoom('Pier', ['3'])]);
    const after = conferenceOf([...inRoom('Dome', ['1', '2']), ...inRoom('Pier', ['3'])]);

    expect(toldOf(before, after)).toEqual(['Hall is now Dome']);
  });

  it.each([
    ['one talk alone', inRoom('Hall', ['1']), inRoom('Dome', ['1'])],
    [
      'some of its talks',
      inRoom('Hall', ['1', '2']),
      [...inRoom('Dome', ['1']), ...inRoom('Hall', ['2'])],
    ],
    [
      'talks that part',
      inRoom('Hall', ['1', '2']),
      [...inRoom('Dome', ['1']), ...inRoom('Cave', ['2'])],
    ],
  ])('is another one for %s', (_, olds, news) => {
    const told = toldOf(conferenceOf(olds), conferenceOf(news));

    expect(told.every((line) => line.startsWith('moved'))).toBe(true);
    expect(told).not.toEqual([]);
  });

  it('is another one where there are talks of two rooms in it, or it was there before', () => {
    const olds = [...inRoom('Hall', ['1', '2']), ...inRoom('Pier', ['3', '4'])];

    expect(toldOf(conferenceOf(olds), conferenceOf(inRoom('Dome', ['1', '2', '3', '4'])))).toEqual(
      ['1', '2', '3', '4'].map((id) => `moved ${id}`),
    );
    expect(toldOf(conferenceOf(olds), conferenceOf(inRoom('Pier', ['1', '2', '3', '4'])))).toEqual([
      'moved 1',
      'moved 2',
    ]);
  });

  it('is told by its guid, whatever else happens', () => {
    const before = withGuids(conferenceOf([...inRoom('Hall', ['1']), ...inRoom('Pier', ['2'])]), {
      Hall: 'g1',
      Pier: 'g2',
    });
    const [one, two] = [inRoom('Dome', ['1']), inRoom('Dome', ['2'])];
    const after = withGuids(conferenceOf([...one, ...two]), { Dome: 'g1' });
    const swapped = withGuids(conferenceOf([...inRoom('Pier', ['1']), ...inRoom('Hall', ['2'])]), {
      Pier: 'g1',
      Hall: 'g2',
    });

    expect(toldOf(before, after)).toEqual(['Hall is now Dome', 'moved 2']);
    expect(toldOf(before, swapped)).toEqual(['Hall is now Pier', 'Pier is now Hall']);
  });

  it('keeps its slug from version to version, and gives it to no other', () => {
    const hall = conferenceOf(inRoom('Hall', ['1', '2']));
    const dome = takenOver(hall, conferenceOf(inRoom('Dome', ['1', '2']))).conference;
    const both = conferenceOf([...inRoom('Dome', ['1', '2']), ...inRoom('Hall', ['3'])]);
    const slugs = ({ rooms }: Conference) => rooms.map(({ name, slug }) => `${name} ${slug}`);

    expect(slugs(dome)).toEqual(['Dome hall']);
    expect(slugs(takenOver(dome, both).conference)).toEqual(['Dome hall', 'Hall hall-2']);
  });

  it('has the talks that were canceled meanwhile', () => {
    const before = conferenceOf(inRoom('Hall', ['1', '2', '3', '4']));
    const after = conferenceOf(inRoom('Dome', ['1', '2', '3']));
    const { conference, changes } = takenOver(before, after);

    expect(new Set(conference.talks.map(({ room }) => room))).toEqual(new Set(['Dome']));
    expect(changes.map(({ kind }) => kind)).toEqual(['canceled']);
  });
});

it('a track of another name is the same, its slug too', () => {
  const before = conferenceOf(inRoom('Hall', ['1', '2'], { track: 'Boats' }));
  const after = conferenceOf(inRoom('Hall', ['1', '2'], { track: 'Ships' }));
  const { conference, renames, changes } = takenOver(before, after);

  expect(renames).toEqual([{ kind: 'track', before: 'Boats', after: 'Ships' }]);
  expect(conference.tracks).toEqual([{ name: 'Ships', slug: 'boats' }]);
  expect(changes).toEqual([]);
});

const folder = sharedPath('pretalx');
const present = folder === undefined ? '(skipped: ../shared/pretalx is not here)' : '';

describe.skipIf(folder === undefined)(`three releases of a pretalx ${present}`, () => {
  const NOW = Date.UTC(2027, 0, 1);
  const kinds = (lines: readonly string[]) =>
    lines.map((line) => (line.includes(' is now ') ? line : line.split(' ')[0])).toSorted();

  it.each(['json', 'xml', 'ics', 'xcal'])('are told as they were made: %s', (format) => {
    const read = (release: number) =>
      decodeSchedule(readFileSync(`${folder}/2025.2-v${release}/schedule.${format}`), {
        timeZone: 'Europe/Berlin',
      }).conference;
    const [one, two, three] = [read(1), read(2), read(3)];

    expect(kinds(toldOf(one, two, NOW))).toEqual(
      ['canceled', 'edited', 'moved', 'moved', 'moved', 'new'].toSorted(),
    );
    expect(toldOf(takenOver(one, two, NOW).conference, three, NOW)).toEqual([
      'Room 2.1 <small> is now Saal Zwei',
    ]);
  });
});
