import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import { succeed } from '../../src/schedule/comparing/succession.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { sharedPath } from '../support/shared.ts';

const folder = sharedPath('pretalx');
const present = folder === undefined ? '(SKIPPED: no ../shared/pretalx beside the project)' : '';
const RELEASES = ['2025.2-v1', '2025.2-v2', '2025.2-v3', '2026.2-v1'] as const;
/** Its database was read after a talk and a room got new names that no release has yet. */
const UNRELEASED: Readonly<Record<string, string>> = {
  'Edited between releases': 'Regular talk number 28',
  'Renamed: something quite different': 'Regular talk number 27',
  'Saal Zwei': 'Room 2.1 <small>',
};
const EXPORTS = RELEASES.flatMap((release) =>
  ['schedule.json', 'schedule.xml'].map((file) => [release, file] as const),
);
const API = 'api-slots-expanded.json';
/** What is read of a pretalx that is asked: its export, and what stands beside it. */
const BESIDE = [
  ...RELEASES.map((release) => [release, 'schedule.json + widget.json'] as const),
  ['2026.2-v1', `schedule.json + ${API}`] as const,
];
const CASES = [...EXPORTS, ['2026.2-v1', API] as const, ...BESIDE];

interface Truth {
  /** None, where it is a break; exports leave those out. */
  readonly code: string | null;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly room: string;
  readonly speakers: readonly string[];
  readonly track: string | null;
  readonly type: string;
  readonly language: string;
  readonly dnr: boolean;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

describe.skipIf(folder === undefined)(`the exports of a real pretalx ${present}`, () => {
  it.each(CASES)('%s/%s: its talks are those of the database', (release, file) => {
    const truth = truthOf(release);
    const { talks } = read(release, file);
    expect(talks.map(factsOf).toSorted(byCode)).toEqual(
      truth
        .filter(({ code }) => code !== null)
        .map(({ code, title, start, end, room, speakers, track, type, language, dnr }) => ({
          ...{ code, start, end, speakers, type, language },
          ...(release === '2026.2-v1'
            ? { title: UNRELEASED[title] ?? title, room: UNRELEASED[room] ?? room }
            : { title, room }),
          ...(track === null ? {} : { track }),
          ...(dnr ? { isRecorded: false } : {}),
        }))
        .toSorted(byCode),
    );
  });

  it('the JSON says where rooms are and what they hold, and which colour a track has', () => {
    const { rooms, tracks, talks } = read('2026.2-v1', 'schedule.json');
    expect(rooms.map(({ name, description, capacity }) => [name, description, capacity])).toEqual([
      ['Main Hall', 'Ground floor, left of the info desk', 800],
      ['Room 2.1 <small>', 'Second floor & up', 120],
      ['Werkstatt', undefined, 30],
      ['קומה ג׳', 'RTL room name', 50],
    ]);
    expect(tracks.map(({ colour }) => colour)).toEqual(['#ff0000', '#00aa00', '#0000ff']);
    expect(talks[0]?.feedbackUrl).toMatch(/\/talk\/[A-Z0-9]+\/feedback\/$/);
  });

  it("the API's list has breaks, the release's comment and public resources besides", () => {
    const { breaks, comment, version, talks, timeZone } = read('2026.2-v1', API);
    expect({ comment, version, timeZone }).toEqual({
      ...{ comment: 'First public version', version: 'v1', timeZone: 'Europe/Berlin' },
    });
    expect(breaks.map(({ title, start, end, room }) => ({ title, start, end, room }))).toEqual([
      { title: 'Lunch', start: 1806061500000, end: 1806064200000, room: 'Main Hall' },
      { title: 'Lunch', start: 1806147900000, end: 1806150600000, room: 'Main Hall' },
    ]);
    expect(talks.flatMap(({ links }) => links.map(({ title }) => title))).toEqual([
      ...['Handout', 'Slides & notes', 'Recording'],
    ]);
  });

  it.each(BESIDE)('%s/%s: breaks are those of the database', (release, file) => {
    const { breaks, translations } = read(release, file);
    expect(breaks).toEqual(
      truthOf(release)
        .filter(({ code }) => code === null)
        .map(({ title, start, end, room }) => ({ title, start, end, room }))
        .toSorted((a, b) => a.start - b.start),
    );
    expect(translations).toContainEqual({
      ...{ text: 'Main Hall', language: 'de', translated: 'Großer Saal' },
    });
  });

  it.each([
    ['schedule.json', 'schedule.json', 'schedule.json'],
    ['schedule.json + widget.json', 'schedule.json', 'schedule.json + widget.json'],
    ['schedule.json', 'schedule.json + widget.json', 'schedule.json'],
    ['schedule.json + widget.json', 'schedule.json + widget.json', 'schedule.json'],
  ])('by %s, %s and %s: six changes, then a room of another name', (...files) => {
    const [first, second, third] = files.map((file, at) => read(RELEASES[at] ?? '', file));
    if (!first || !second || !third) throw new Error('Three releases are compared');
    const v2 = atOnce(succeed(first, second, 0));
    if (v2.kind === 'refused') throw new Error('It was refused');
    expect(v2.changes.map(({ kind }) => kind).toSorted()).toEqual([
      ...['canceled', 'edited', 'moved', 'moved', 'moved', 'new'],
    ]);
    const v3 = atOnce(succeed(v2.conference, third, 0));
    if (v3.kind === 'refused') throw new Error('It was refused');
    expect({ changes: v3.changes, renames: v3.renames }).toEqual({
      changes: [],
      renames: [{ kind: 'room', before: 'Room 2.1 <small>', after: 'Saal Zwei' }],
    });
  });

  it.each(CASES)('%s/%s: names no resource that is not public', (release, file) => {
    expect(JSON.stringify(read(release, file))).not.toContain('example.org/secret');
  });
});

function truthOf(release: string): readonly Truth[] {
  return JSON.parse(readFileSync(`${folder}/${release}/truth.json`, 'utf8'));
}

/** One file, or two as one document. */
function read(release: string, file: string) {
  const [first = '', beside] = file
    .split(' + ')
    .map((name) => readFileSync(`${folder}/${release}/${name}`, 'utf8'));
  if (beside === undefined) return decodeSchedule(Buffer.from(first)).conference;
  const part = file.endsWith(API) ? `"slots":[${beside}]` : `"widget":${beside}`;
  return decodeSchedule(Buffer.from(`{"export":${first},${part}}`)).conference;
}

function factsOf(talk: Talk) {
  const { code, title, start, end, room, speakers, track, type, language, isRecorded } = talk;
  const told = { code, title, start, end, room, type, language, track, isRecorded };
  const names = speakers.map(({ name }) => name);
  return { ...JSON.parse(JSON.stringify(told)), speakers: names };
}

function byCode(
  a: { readonly code?: string | null },
  b: { readonly code?: string | null },
): number {
  return String(a.code) < String(b.code) ? -1 : 1;
}
