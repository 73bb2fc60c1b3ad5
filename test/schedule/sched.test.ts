import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import { diffSchedules } from '../../src/schedule/comparing/changes.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { sharedPath } from '../support/shared.ts';
import { calendar } from './support/calendars.ts';

const SCHED = ['PRODID:-//Sched.com Harbour Days 2031//EN', 'X-WR-TIMEZONE:UTC'];

interface Entry {
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
}

function talksOf(entries: readonly Entry[], head = SCHED) {
  const escaped = (text: string) => text.replaceAll(/[,;]/g, '\\$&').replaceAll('\n', '\\n');
  const lines = entries.flatMap(({ summary, location = '', description = '' }, at) => [
    ...['BEGIN:VEVENT', `UID:${at}`, `DTSTART:2031070${(at % 9) + 1}T080000Z`],
    ...[`SUMMARY:${escaped(summary)}`, `LOCATION:${escaped(location)}`],
    ...[`DESCRIPTION:${escaped(description)}`, 'END:VEVENT'],
  ]);
  const { conference } = decodeSchedule(calendar(lines, head), { timeZone: 'Europe/Berlin' });
  const byId = conference.talks.toSorted((a, b) => Number(a.id) - Number(b.id));
  return byId.map(({ speakers, ...talk }) => ({
    ...talk,
    speakers: speakers.map(({ name }) => name),
  }));
}

describe("Sched's summaries", () => {
  test.each([
    ['Boats - Ann Lee, Shipyard', 'Boats', ['Ann Lee']],
    ['Boats - Ann Lee & Bo Ruiz, Shipyard', 'Boats', ['Ann Lee', 'Bo Ruiz']],
    ['Boats - Ann Lee, Shipyard & Bo Ruiz, Dry Dock', 'Boats', ['Ann Lee', 'Bo Ruiz']],
    ['Boats - Ann Lee, Shipyard; Bo van der Berg, Dock', 'Boats', ['Ann Lee', 'Bo van der Berg']],
    ['Boats - Ann Lee, Bo Ruiz & Cy Young, Shipyard', 'Boats', ['Ann Lee', 'Bo Ruiz', 'Cy Young']],
    ['Boats - Ann Lee, Lead Engineer, Shipyard', 'Boats', ['Ann Lee']],
    ['Boats: a story - part two - Flynn, Shipyard', 'Boats: a story - part two', ['Flynn']],
    ['Boats- Zoë Ångström, Shipyard, Ltd.', 'Boats', ['Zoë Ångström']],
    ['Boats - Ann Lee', 'Boats', ['Ann Lee']],
    ['Harbour Day - Half-Day Event | PASS REQUIRED', undefined, []],
    ['Workshop on boats - AM SESSION', undefined, []],
    ['Boats - build them in a bottle, quickly', undefined, []],
    ['Boats - Opening Remarks', undefined, []],
    ['Lunch', undefined, []],
  ])('%s', (summary, title, speakers) => {
    const [talk] = talksOf([{ summary }]);

    expect([talk?.title, talk?.speakers]).toEqual([title ?? summary, speakers]);
  });

  test('what people do is kept behind the text', () => {
    const [talk] = talksOf([{ summary: 'Boats - Ann Lee, Shipyard', description: 'They float.' }]);

    expect(talk?.abstract).toBe('They float.\n\nAnn Lee, Shipyard');
  });

  test('other calendars keep their dashes', () => {
    const [talk] = talksOf([{ summary: 'Boats - Ann Lee, Shipyard' }], []);

    expect([talk?.title, talk?.speakers]).toEqual(['Boats - Ann Lee, Shipyard', []]);
  });
});

test('a mark is none of the title', () => {
  const [full] = talksOf([{ summary: '[SOLD OUT] Boats - Ann Lee, Shipyard' }]);

  expect([full?.title, full?.mark, full?.status]).toEqual(['Boats', 'SOLD OUT', 'scheduled']);
});

describe('places', () => {
  const rooms = (locations: readonly string[]) =>
    talksOf(locations.map((location) => ({ summary: 'Boats', location }))).map(({ room }) => room);
  const TOWN = ', Kiel, Germany';

  test('lose the town that nearly all of them have', () => {
    const halls = Array.from({ length: 9 }, (_, at) => `Hall ${at}`);

    expect(rooms([...halls.map((hall) => `${hall}${TOWN}`), 'Pier 1, Laboe'])).toEqual([
      ...halls,
      'Pier 1, Laboe',
    ]);
  });

  test('keep what is not the same nearly everywhere', () => {
    const halls = Array.from({ length: 9 }, (_, at) => `Hall ${at}${at < 7 ? TOWN : ', Laboe'}`);

    expect(rooms(halls)).toEqual(halls);
    expect(rooms(['A, B', 'C, B', 'A, B'])).toEqual(['A, B', 'C, B', 'A, B']);
  });
});

const folder = sharedPath('schedules');
const present = folder === undefined ? '(skipped: ../shared/schedules is not here)' : '';

describe.skipIf(folder === undefined)(`KubeCon's two versions ${present}`, () => {
  const read = (version: number) =>
    decodeSchedule(readFileSync(`${folder}/kubecon-eu-2026.rev${version}.ics`), {
      timeZone: 'Europe/Amsterdam',
    }).conference;

  test('are on the clock of the venue, with speakers and short names of rooms', () => {
    const { timeZone, talks, rooms } = read(1);

    expect(timeZone).toBe('Europe/Amsterdam');
    expect(talks.filter(({ speakers }) => speakers.length > 0)).toHaveLength(437);
    expect(talks.filter(({ mark }) => mark === 'SOLD OUT')).toHaveLength(5);
    expect(
      talks.filter(({ speakers }) => speakers.some(({ name }) => name === 'Amy Chen')),
    ).toHaveLength(1);
    expect(rooms.filter(({ name }) => name.endsWith(', Amsterdam, Netherlands'))).toEqual([]);
  });

  test('differ in three moves', () => {
    const { changes } = atOnce(diffSchedules(read(1), read(2)));

    expect(Map.groupBy(changes, ({ kind }) => kind).get('moved')).toHaveLength(3);
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['moved', 'edited']));
  });
});
