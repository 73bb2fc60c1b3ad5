import type { Instant } from '../../../../src/clock.ts';
import type { Conference, Talk } from '../../../../src/schedule/schedule.ts';

/** Questions put to one conference at one moment; `question => intents; what the answer must show`. */
export interface UnseenSection {
  readonly conference: ConferenceName;
  /** Wall time at the venue. */
  readonly at: string;
  readonly language: string;
  /** Each question carries on from the last. */
  readonly conversation?: boolean;
  readonly stars?: readonly string[];
  readonly questions: string;
}

export type ConferenceName = keyof typeof CONFERENCES;

export const CONFERENCES = {
  containers: { file: undefined, zone: 'Europe/Brussels' },
  'fosdem-2020': { file: 'fosdem-2020.pentabarf.xml', zone: 'Europe/Brussels' },
  'fosdem-2024': { file: 'fosdem-2024.rev2.xml', zone: 'Europe/Brussels' },
  '31c3': { file: '31c3.frab.xml', zone: 'Europe/Berlin' },
  camp2019: { file: 'camp2019-stages.frab.json', zone: 'Europe/Berlin' },
  'kubecon-eu-2026': { file: 'kubecon-eu-2026.rev2.ics', zone: 'Europe/Amsterdam' },
  'pycon-us-2024': { file: 'pycon-us-2024.conference.json', zone: 'America/New_York' },
  'linux-conf-au-2020': { file: 'linux-conf-au-2020.ics', zone: 'Australia/Brisbane' },
  'dddperth-2022': {
    file: 'dddperth-2022.sessionize-gridsmart.json',
    zone: 'Australia/Perth',
  },
  'rc3-channels-2020': { file: 'rc3-channels-2020.pretalx.json', zone: 'Europe/Berlin' },
  '27c3': { file: '27c3.pentabarf.xml', zone: 'Europe/Berlin' },
  'scottishsummit-2026': {
    file: 'scottishsummit-2026.sessionize-all.json',
    zone: 'Europe/London',
  },
  'chicon-8': { file: 'chicon-8.rev2.conclar.jsonp', zone: 'America/Chicago' },
  'droidcon-2025': { file: 'droidcon-2025.sessions.csv', zone: 'Europe/London' },
} as const;

/** What `hallway ask --json` says of one question. */
export interface Told {
  readonly q: string;
  readonly intent: string;
  readonly understood: string;
  readonly talks: readonly string[];
  readonly confident: boolean;
}

export interface Unseen {
  readonly question: string;
  readonly intents: readonly string[];
  /** Such as `day:2`, `room:janson`, `runs:14:10`, `next`; patterns with `.` for a blank. */
  readonly marks: readonly string[];
}

export function unseenOf({ questions }: UnseenSection): readonly Unseen[] {
  return questions
    .trim()
    .split('\n')
    .map((line) => {
      const [question = '', wanted = ''] = line.split(' => ');
      const [intents = '', marks = ''] = wanted.split(';');
      return {
        question: question.trim(),
        intents: intents.trim().split('/'),
        marks: marks.trim() === '' ? [] : marks.trim().split(/\s+/),
      };
    });
}

/** The schedule at the moment of a question, from which an answer is judged without the program's grammar. */
export interface Facts {
  readonly conference: Conference;
  readonly now: Instant;
  readonly stars: readonly string[];
}

/** Why the answer is wrong; undefined where it is right. */
export function fault({ intents, marks }: Unseen, told: Told, facts: Facts): string | undefined {
  if (!intents.includes(told.intent)) return `intent ${told.intent}`;
  const shown = told.talks.flatMap(
    (id) => facts.conference.talks.find((talk) => talk.id === id) ?? [],
  );
  if (marks.includes('unsure')) return told.confident ? 'sure of it' : undefined;
  const top = marks.find((mark) => mark.startsWith('top:'));
  if (top !== undefined && !(shown[0] && says(shown[0], top.slice(4)))) return 'another talk first';
  if (marks.length === 0 || told.intent === 'suggest') return undefined;
  const fitting = fittingTalks(marks, facts);
  // How far others fit the words is the search's to say, and what follows the next one may be told too.
  const others = fittingTalks(
    marks.filter((mark) => !/^(?:next$|about:|top:|longest$|shortest$)/.test(mark)),
    facts,
  );
  const stranger = shown.find((talk, rank) => !(rank === 0 ? fitting : others).includes(talk));
  if (stranger !== undefined) return `shows ${stranger.id} ${stranger.title}`;
  const least = Math.min(fitting.length, isListed(marks) ? LEAST_SHOWN : 1);
  return shown.length < least ? `shows ${shown.length} of ${fitting.length}` : undefined;
}

const LEAST_SHOWN = 3;
/** Where words are asked for, how many talks fit them is the search's to say. */
const isListed = (marks: readonly string[]) =>
  !marks.some((mark) => /^(?:top|about|by):/.test(mark));

function says({ title, subtitle, track, type, speakers }: Talk, pattern: string): boolean {
  const said = [title, subtitle, track, type, ...speakers.map(({ name }) => name)].join('\n');
  return new RegExp(pattern, 'iu').test(said);
}

/** Those of the schedule that a question means, by start. */
export function fittingTalks(marks: readonly string[], facts: Facts): readonly Talk[] {
  const fit = facts.conference.talks.filter((talk) =>
    marks.every((mark) => fits(talk, mark, marks, facts)),
  );
  const byStart = fit.toSorted((a, b) => a.start - b.start);
  const starts = byStart.map(({ start }) => start);
  if (marks.includes('first')) return byStart.filter(({ start }) => start === starts[0]);
  if (marks.includes('last')) return lastOf(byStart);
  if (marks.includes('longest')) return lasting(Math.max, fit);
  if (marks.includes('shortest')) return lasting(Math.min, fit);
  if (marks.includes('next')) return nextOf(byStart.filter(({ start }) => start > facts.now));
  return byStart;
}

function lastOf(talks: readonly Talk[]): readonly Talk[] {
  const latest = Math.max(...talks.map(({ start }) => start));
  const ends = Math.max(...talks.map(({ end }) => end));
  return talks.filter(({ start, end }) => start === latest || end === ends);
}

function lasting(most: (...lengths: number[]) => number, talks: readonly Talk[]): readonly Talk[] {
  const length = most(...talks.map(({ start, end }) => end - start));
  return talks.filter(({ start, end }) => end - start === length);
}

/** The first of each room. */
function nextOf(coming: readonly Talk[]): readonly Talk[] {
  const first = new Map<string | undefined, Instant>();
  for (const { room, start } of coming) if (!first.has(room)) first.set(room, start);
  return coming.filter(({ room, start }) => first.get(room) === start);
}

function fits(
  talk: Talk,
  mark: string,
  marks: readonly string[],
  { conference, now, stars }: Facts,
): boolean {
  const [name = '', value = ''] = /^(\w+):(.*)$/.exec(mark)?.slice(1) ?? [mark];
  const is = (text: string | undefined) => new RegExp(value, 'iu').test(text ?? '');
  const dayOf = (instant: Instant) =>
    conference.days.find(({ start, end }) => start <= instant && instant < end)?.index;
  switch (name) {
    case 'day':
      return dayOf(talk.start) === Number(value);
    case 'room':
      return is(talk.room);
    case 'track':
      return is(talk.track);
    case 'type':
      return is(talk.type) || is(talk.track);
    case 'by':
      return is(talk.speakers.map((speaker) => speaker.name).join('\n'));
    case 'lang':
      return is(talk.language);
    case 'about':
      return says(talk, value) || is(talk.abstract);
    case 'top':
      return true;
    case 'ids':
      return value.split(',').includes(talk.id);
    case 'starred':
      return stars.includes(talk.id);
    case 'from':
      return wallMinutes(talk.start, talk, conference) >= minutesOf(value);
    case 'until':
      return wallMinutes(talk.start, talk, conference) < minutesOf(value);
    case 'runs': {
      return (
        (marks.some((each) => each.startsWith('day:')) || dayOf(talk.start) === dayOf(now)) &&
        runsAt(talk, minutesOf(value), conference)
      );
    }
    default:
      return true;
  }
}

function runsAt(talk: Talk, minutes: number, conference: Conference): boolean {
  const start = wallMinutes(talk.start, talk, conference);
  const length = (talk.end - talk.start) / 60_000;
  return start <= minutes && minutes < Math.max(start + length, start + 1);
}

/** Since the midnight that begins the talk's day; a night's hours are beyond 24. */
function wallMinutes(instant: Instant, talk: Talk, { timeZone }: Conference): number {
  const of = (moment: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const wall = of(instant);
  const minutes = wall.hour * 60 + wall.minute;
  return of(talk.start).hour < NIGHT_ENDS ? minutes + 24 * 60 : minutes;
}

const NIGHT_ENDS = 4;

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
