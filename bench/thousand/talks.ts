import { readFileSync } from 'node:fs';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { createChance, pick } from '../../test/crash/chance.ts';
import { conferenceOf } from '../../test/support/conferences.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import { createWords, type Words } from './words.ts';

const TALKS = 1_000;
const SEED = 2020;
const TIME_ZONE = 'Europe/Brussels';
const SATURDAY = Date.parse('2020-02-01T09:30:00+01:00');
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const ROOMS = 36;
const TRACKS = 70;
/** A room has fifteen half hours a day. */
const SLOTS = 15;
/** Abstracts: their median, and how widely their lengths scatter (log-normal), as FOSDEM's do. */
const MEDIAN_WORDS = 139;
const SPREAD = 0.75;
const DEVROOM = new URL('../../data/fosdem-2020-containers.json', import.meta.url);

type Chance = () => number;

/**
 * A thousand talks of our own, the same on every machine: as many rooms, tracks, speakers and words
 * as FOSDEM has, each word as frequent as there (README.md), and among them the devroom in data/.
 */
export function thousandTalks(): Conference {
  const chance = createChance(SEED);
  const words = createWords(chance);
  const { conference } = decodeSchedule(readFileSync(DEVROOM));
  const tracks = named(TRACKS, () => `${capital(words.telling())} ${words.telling()}`);
  const rooms = named(ROOMS, (at) => `H.${1 + (at % 4)}${200 + at} (${capital(words.telling())})`);
  const speakers = named(2_000, () => `${pick(chance, GIVEN_NAMES)} ${pick(chance, FAMILY_NAMES)}`);
  const made = Array.from({ length: TALKS - conference.talks.length }, (_, at) =>
    talkOf(at, { chance, words, tracks, rooms, speakers }),
  );
  return {
    ...conferenceOf([...conference.talks, ...made], TIME_ZONE),
    title: 'A thousand talks',
    acronym: 'thousand',
    version: '1',
  };
}

interface Supply {
  readonly chance: Chance;
  readonly words: Words;
  readonly tracks: readonly [string, ...string[]];
  readonly rooms: readonly [string, ...string[]];
  readonly speakers: readonly [string, ...string[]];
}

/** Room after room, through both days; a track keeps to its room. */
function talkOf(at: number, { chance, words, tracks, rooms, speakers }: Supply): Talk {
  const place = Math.floor(at / SLOTS);
  const day = Math.floor(place / ROOMS);
  const start = SATURDAY + (day * DAY_MINUTES + (at % SLOTS) * 30) * MINUTE_MS;
  const title = words.title(2 + Math.floor(chance() * 4 + chance() * 5));
  const people = 1 + Math.floor(chance() ** 12 * 4);
  return {
    id: String(20_000 + at),
    guid: `00000000-1000-4000-8000-${String(at).padStart(12, '0')}`,
    title,
    type: 'devroom',
    language: 'en',
    track: tracks[place % TRACKS] ?? tracks[0],
    room: rooms[place % ROOMS] ?? rooms[0],
    start,
    end: start + 25 * MINUTE_MS,
    speakers: Array.from({ length: people }, () => ({ name: pick(chance, speakers) })),
    abstract: words.text(Math.round(MEDIAN_WORDS * Math.exp(SPREAD * normal(chance))), title),
    links: [],
    status: 'scheduled',
  };
}

function named(count: number, make: (at: number) => string): readonly [string, ...string[]] {
  return [make(0), ...Array.from({ length: count - 1 }, (_, at) => make(at + 1))];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** By Box and Muller. */
function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
