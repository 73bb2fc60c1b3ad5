import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a pretalx has of one conference, and which of its ways answer. */
export interface PretalxDesk {
  release: PretalxRelease;
  /** `2025.2.2`: which of its habits it has. */
  software: string;
  /** Paths under the server's root that do something else. */
  broken: Record<string, (response: ServerResponse) => void>;
  /** How many slots a page of the API has at most. */
  pageSize: number;
  /** What was asked for, without queries. */
  readonly asked: string[];
}

export interface PretalxRelease {
  readonly version: string;
  readonly comment?: Texts;
  readonly rooms: readonly Texts[];
  readonly talks: readonly PretalxTalk[];
  /** Title, start, end, and the number of the room. */
  readonly breaks: readonly (readonly [Texts, string, string, number])[];
}

export interface PretalxTalk {
  readonly code: string;
  readonly title: string;
  /** ISO 8601 with offset; it takes half an hour. */
  readonly start: string;
  readonly room: number;
  readonly answer?: string;
  readonly links?: readonly (readonly [title: string, url: string, isPublic: boolean])[];
}

type Texts = Readonly<Record<string, string>>;

const SOFTWARE = '2025.2.2';
const EVENT = 'democon';
const TRACK: Texts = { en: 'Security', de: 'Sicherheit' };
const TYPE: Texts = { en: 'Talk', de: 'Vortrag' };

export function pretalxDesk(release: PretalxRelease): PretalxDesk {
  return { release, software: SOFTWARE, broken: {}, pageSize: 2, asked: [] };
}

/** Answers as pretalx does; its conference is written in English, and in Berlin. */
export function servePretalx(desk: PretalxDesk) {
  return ({ url = '/' }: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(url, 'http://pretalx.example');
    desk.asked.push(pathname);
    const broken = desk.broken[pathname];
    if (broken !== undefined) broken(response);
    else {
      const found = answers(desk)[pathname]?.(searchParams);
      if (found === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('No');
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(found));
    }
  };
}

export const gone = (response: ServerResponse) => void response.writeHead(404).end();

export const API = `/api/events/${EVENT}/slots/`;
export const LATEST = `/api/events/${EVENT}/schedules/latest/`;
export const WIDGET = `/${EVENT}/schedule/widgets/schedule.json`;
export const EXPORT = `/${EVENT}/schedule/export/schedule.json`;

function answers(
  desk: PretalxDesk,
): Readonly<Record<string, (search: URLSearchParams) => unknown>> {
  const { release, software } = desk;
  return {
    [EXPORT]: () => exportOf(release, software),
    [WIDGET]: () => widget(release),
    [API]: (search) => slots(desk, Number(search.get('page') ?? '1')),
    [LATEST]: () => ({ id: idOf(release, 0), ...released(release), slots: [idOf(release, 1)] }),
  };
}

const released = ({ version, comment }: PretalxRelease) => ({ version, comment: comment ?? null });

/** The ids of slots are others in each release. */
function idOf({ version }: PretalxRelease, at: number): number {
  return 1_000 * Number(version.replace(/\D/g, '')) + at;
}

const halfAnHour = (start: string) =>
  Temporal.Instant.from(start).add({ minutes: 30 }).toString({ timeZone: 'Europe/Berlin' });

/** What its export is, of a release. */
export function exportOf({ version, rooms, talks }: PretalxRelease, software = SOFTWARE) {
  const nameOf = (room: number) => rooms[room]?.['en'] ?? '';
  const events = talks.map((talk, at) => ({
    ...{ id: at + 1, guid: `guid-${talk.code}`, code: talk.code, title: talk.title },
    ...{ date: talk.start, start: talk.start.slice(11, 16), duration: '00:30' },
    ...{ room: nameOf(talk.room), track: TRACK['en'], type: TYPE['en'], language: 'en' },
    ...{ url: `https://pretalx.example/${EVENT}/talk/${talk.code}/`, abstract: 'Why it is so.' },
    persons: [{ code: `S${talk.code}`, public_name: `Speaker of ${talk.code}` }],
    // Until 2026 it named those that are not public too.
    links: (talk.links ?? [])
      .filter(([, , isPublic]) => isPublic || Number.parseInt(software, 10) < 2026)
      .map(([title, url]) => ({ title, url })),
  }));
  const days = Map.groupBy(events, ({ date }) => date.slice(0, 10));
  return {
    generator: { name: 'pretalx', version: software },
    schedule: {
      version,
      base_url: 'https://pretalx.example',
      conference: {
        ...{ acronym: EVENT, title: 'DemoCon', time_zone_name: 'Europe/Berlin' },
        rooms: rooms.map((_, at) => ({ name: nameOf(at), guid: `room-${at}` })),
        tracks: [{ name: TRACK['en'], color: '#00aa00' }],
        days: [...days].map(([date, ofDay]) => ({
          date,
          rooms: Object.fromEntries(Map.groupBy(ofDay, ({ room }) => room)),
        })),
      },
    },
  };
}

function slots({ release, pageSize }: PretalxDesk, page: number) {
  const all = [
    ...release.talks.map((talk) => slotOf(talk, release)),
    ...release.breaks.map(([description, start, end, room]) => ({
      ...{ description, start, end, submission: null, room: roomOf(room, release) },
    })),
  ].map((slot, at) => ({ id: idOf(release, at), schedule: released(release), ...slot }));
  const results = all.slice((page - 1) * pageSize, page * pageSize);
  const isLast = page * pageSize >= all.length;
  // It takes itself to be where its proxy finds it.
  const next = isLast ? null : `http://inside.invalid:8000${API}?expand=room&page=${page + 1}`;
  return { count: all.length, next, previous: null, results };
}

const roomOf = (at: number, { rooms }: PretalxRelease) => ({
  ...{ id: at, uuid: `room-${at}`, guid: null, name: rooms[at], description: {} },
});

function slotOf(
  { code, title, start, room, answer, links = [] }: PretalxTalk,
  release: PretalxRelease,
) {
  return {
    ...{ description: null, start, end: halfAnHour(start), room: roomOf(room, release) },
    submission: {
      ...{ code, title, track: { name: TRACK }, submission_type: { name: TYPE } },
      resources: links.map(([description, resource, is_public]) => {
        return { description, resource, is_public };
      }),
      answers:
        answer === undefined ? [] : [{ question: { question: { en: 'For whom?' } }, answer }],
    },
  };
}

function widget(release: PretalxRelease) {
  const { version, rooms, talks, breaks } = release;
  return {
    version,
    timezone: 'Europe/Berlin',
    rooms: rooms.map((name, id) => ({ id, name })),
    tracks: [{ id: 1, name: TRACK }],
    talks: [
      ...talks.map(({ code, title, start, room }, at) => ({
        ...{ id: idOf(release, at), code, title, start, end: halfAnHour(start), room },
      })),
      ...breaks.map(([title, start, end, room], at) => ({
        ...{ id: idOf(release, 500 + at), title, end, room },
        start: Temporal.Instant.from(start).toString(),
      })),
    ],
  };
}
