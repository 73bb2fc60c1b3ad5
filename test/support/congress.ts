import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Instant } from '../../src/clock.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf } from './conferences.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

export const FOLDER = `${FIXTURES}/31c3`;

/** Judged queries on the congress, of our own. */
export const CONGRESS_QUERIES = `${FOLDER}/queries.jsonl`;

/** A line of talks.jsonl; `start` is on the venue's clock, a room's or a speaker's name is as printed. */
type Row = Pick<Talk, 'id' | 'title' | 'subtitle' | 'type' | 'language' | 'track' | 'room'> & {
  readonly start: string;
  readonly minutes: number;
  readonly speakers: readonly string[];
  readonly abstract: string;
};

const TIME_ZONE = 'Europe/Berlin';

/**
 * A real conference: the 31st Chaos Communication Congress, 138 talks in English and German, three
 * nights among them. Facts, with abstracts of our own (test/fixtures/31c3/README.md).
 */
export function congress(): Conference {
  return congressOf(talksIn(FOLDER));
}

const CHANNELS = `${FIXTURES}/rc3`;

/** Judged queries on the channels, of our own, most of them in German. */
export const CHANNELS_QUERIES = `${CHANNELS}/queries.jsonl`;

/**
 * A real conference: the channels of rC3, 48 talks, half of them in German. Facts, with abstracts of
 * our own (test/fixtures/rc3/README.md).
 */
export function channels(): Conference {
  return {
    ...conferenceOf(talksIn(CHANNELS), TIME_ZONE),
    title: 'rC3 Channels',
    acronym: 'rc3-channels-2020',
    version: '1.3',
  };
}

function talksIn(folder: string): readonly Talk[] {
  const lines = readFileSync(`${folder}/talks.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => talkOf(JSON.parse(line)));
}

/** The congress with other talks. */
export function congressOf(talks: readonly Talk[]): Conference {
  return {
    ...conferenceOf(talks, TIME_ZONE),
    title: '31. Chaos Communication Congress',
    acronym: '31c3',
    version: '1.5',
  };
}

/** An instant on the congress' clock, such as `2014-12-27T11:00`. */
export function congressTime(clock: string): Instant {
  return Temporal.PlainDateTime.from(clock).toZonedDateTime(TIME_ZONE).epochMilliseconds;
}

function talkOf({ start, minutes, speakers, ...row }: Row): Talk {
  const at = congressTime(start);
  return {
    ...row,
    guid: `a1f0c3c3-31c3-4d31-8c31-${row.id.padStart(12, '0')}`,
    // As pretalx has them: six capitals and digits.
    code: `C3${[...row.id].map((digit) => 'ADEFGHKLMN'[Number(digit)]).join('')}`,
    start: at,
    end: at + minutes * 60_000,
    speakers: speakers.map((name) => ({ name })),
    links: [],
    status: 'scheduled',
  };
}

/** The next version of the congress: what happens to programmes, each once. */
export function congressLater(): Conference {
  const { talks } = congress();
  const [opening] = talks;
  const changes: Readonly<Record<string, (talk: Talk) => readonly Talk[]>> = {
    // Canceled and said so; gone without a word.
    '6010': (talk) => [{ ...talk, status: 'canceled' }],
    '6370': () => [],
    // Moved in time, to another room, and both, after midnight.
    '6240': (talk) => [movedBy(30, talk)],
    '6196': (talk) => [{ ...talk, room: 'Saal 6' }],
    '6109': (talk) => [{ ...movedBy(45, talk), room: 'Saal G' }],
    // Another title, other speakers, another length.
    '6072': (talk) => [{ ...talk, title: 'AMENDMENT Geometry & Fractals of <n> Dimensions' }],
    '6100': (talk) => [
      { ...talk, speakers: [...talk.speakers, { name: 'Ørjan Müller-Lüdenscheidt' }] },
    ],
    '6131': (talk) => [{ ...talk, end: talk.end + 15 * 60_000 }],
  };
  const changed = talks.flatMap((talk) => changes[talk.id]?.(talk) ?? [talk]);
  const party: Talk = {
    ...(opening as Talk),
    ...{ id: '7001', guid: 'a1f0c3c3-31c3-4d31-8c31-000000007001', code: 'C3MAAB' },
    ...{ title: 'Party, with “quotes”; and \\ signs', room: 'Saal 2', speakers: [], abstract: '' },
    start: congressTime('2014-12-29T00:00'),
    end: congressTime('2014-12-29T03:30'),
  };
  return { ...congressOf([...changed, party]), version: '1.6' };
}

/** One room of the congress as if its first day were another, at the same times on the clock. */
export function congressAt(date: string, room: string): Conference {
  const talks = congress().talks.filter((talk) => talk.room === room);
  const shift = Temporal.PlainDate.from('2014-12-27').until(date);
  return congressOf(
    talks.map((talk) => {
      const start = Temporal.Instant.fromEpochMilliseconds(talk.start)
        .toZonedDateTimeISO(TIME_ZONE)
        .add(shift).epochMilliseconds;
      return { ...talk, start, end: start + talk.end - talk.start };
    }),
  );
}

function movedBy(minutes: number, talk: Talk): Talk {
  const ms = minutes * 60_000;
  return { ...talk, start: talk.start + ms, end: talk.end + ms };
}
