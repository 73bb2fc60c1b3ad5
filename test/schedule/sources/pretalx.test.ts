import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/clock/steps.ts';
import { isSame } from '../../../src/schedule/comparing/same.ts';
import { succeed } from '../../../src/schedule/comparing/succession.ts';
import type { Conference } from '../../../src/schedule/schedule.ts';
import {
  API,
  EXPORT,
  gone,
  type PretalxDesk,
  type PretalxRelease,
  pretalxDesk,
  servePretalx,
  WIDGET,
} from '../../servers/pretalx.ts';
import { serveSites } from './sites.ts';

const HOST = 'talks.example';
const ROOMS = [{ en: 'Main Hall', de: 'Großer Saal' }, { en: 'Studio' }];
const LUNCH = { en: 'Lunch', de: 'Mittagessen' };
const at = (time: string) => `2031-07-07T${time}:00+02:00`;
const lunchAt = (from: string, to: string) => [LUNCH, at(from), at(to), 0] as const;

const FIRST: PretalxRelease = {
  version: 'v1',
  comment: { en: 'First version', de: 'Erste Fassung' },
  rooms: ROOMS,
  talks: [
    {
      ...{ code: 'AAAAAA', title: 'Opening', start: at('10:00'), room: 0, answer: 'Everybody' },
      links: [
        ['Slides', 'https://example.org/slides', true],
        ['Notes to self', 'https://example.org/secret', false],
      ],
    },
    { code: 'BBBBBB', title: 'Parsing', start: at('11:00'), room: 1 },
    { code: 'CCCCCC', title: 'Linking', start: at('11:00'), room: 0 },
    { code: 'DDDDDD', title: 'Closing', start: at('15:00'), room: 0 },
  ],
  breaks: [lunchAt('12:00', '13:00')],
};
/** One talk moved, and lunch takes longer. */
const SECOND: PretalxRelease = {
  ...{ version: 'v2', rooms: ROOMS, comment: { en: 'Parsing is later' } },
  talks: FIRST.talks.map((talk) =>
    talk.code === 'BBBBBB' ? { ...talk, start: at('14:00') } : talk,
  ),
  breaks: [lunchAt('12:00', '13:30')],
};
/** A room is called otherwise. */
const THIRD: PretalxRelease = {
  ...SECOND,
  version: 'v3',
  rooms: [{ en: 'Aula', de: 'Aula' }, { en: 'Studio' }],
};

type Way = 'api' | 'widget' | 'export';
const WAYS = ['api', 'widget', 'export'] as const;

/** What answers on each way. */
const BROKEN: Readonly<Record<Way, PretalxDesk['broken']>> = {
  api: {},
  widget: { [API]: gone },
  export: { [API]: gone, [WIDGET]: gone },
};

describe('a pretalx', () => {
  it.each(WAYS)('has the same talks by its %s', async (way) => {
    const { read } = await prepare();
    const { talks, timeZone, rooms, tracks } = await read(FIRST, way);

    expect(timeZone).toBe('Europe/Berlin');
    expect(rooms.map(({ name }) => name)).toEqual(['Main Hall', 'Studio']);
    expect(tracks).toEqual([{ name: 'Security', slug: 'security', colour: '#00aa00' }]);
    expect(talks.map(({ id, title, start, room, type }) => [id, title, start, room, type])).toEqual(
      [
        ['1', 'Opening', Date.parse(at('10:00')), 'Main Hall', 'Talk'],
        ['3', 'Linking', Date.parse(at('11:00')), 'Main Hall', 'Talk'],
        ['2', 'Parsing', Date.parse(at('11:00')), 'Studio', 'Talk'],
        ['4', 'Closing', Date.parse(at('15:00')), 'Main Hall', 'Talk'],
      ],
    );
  });

  it('has by its API what is beside them, page by page', async () => {
    const { read, desk } = await prepare();
    const { talks, breaks, comment, translations, lacks } = await read(FIRST, 'api');

    expect(breaks).toEqual([
      ...[{ title: 'Lunch', start: Date.parse(at('12:00')), end: Date.parse(at('13:00')) }].map(
        (one) => ({ ...one, room: 'Main Hall' }),
      ),
    ]);
    expect({ comment, lacks }).toEqual({ comment: 'First version', lacks: undefined });
    expect(talks[0]).toMatchObject({
      answers: [{ question: 'For whom?', answer: 'Everybody' }],
      links: [{ title: 'Slides', url: 'https://example.org/slides' }],
    });
    expect(translations).toEqual([
      { text: 'First version', language: 'de', translated: 'Erste Fassung' },
      { text: 'Lunch', language: 'de', translated: 'Mittagessen' },
      { text: 'Main Hall', language: 'de', translated: 'Großer Saal' },
      { text: 'Security', language: 'de', translated: 'Sicherheit' },
      { text: 'Talk', language: 'de', translated: 'Vortrag' },
    ]);
    expect(desk.asked.filter((path) => path === API)).toHaveLength(3);
    expect(desk.asked).not.toContain(WIDGET);
  });

  it('has by its widget the breaks, and the names in other languages', async () => {
    const { read } = await prepare();
    const byApi = await read(FIRST, 'api');
    const { breaks, translations, lacks } = await read(FIRST, 'widget');

    expect(breaks).toEqual(byApi.breaks);
    expect(translations?.map(({ text }) => text)).toEqual(['Lunch', 'Main Hall', 'Security']);
    expect(lacks).toEqual(['comment', 'answers', 'translations', 'links']);
  });

  it('shows no resource that is not public, of whatever release', async () => {
    const { read, desk } = await prepare();
    for (const software of ['2025.2.2', '2026.2.1']) {
      desk.software = software;
      for (const way of WAYS) {
        const text = JSON.stringify(await read(FIRST, way));
        expect(text).not.toContain('secret');
        const hasLinks = way === 'api' || software === '2026.2.1';
        expect(text.includes('https://example.org/slides')).toBe(hasLinks);
      }
    }
  });

  it.each<[string, PretalxDesk['broken']]>([
    ['refuses', { [API]: (response) => void response.writeHead(401).end() }],
    ['is in trouble', { [API]: (response) => void response.writeHead(503).end() }],
    ['fails at its second page', { [API]: once(secondFails) }],
    ['answers with a page', { [API]: (response) => page(response) }],
    ['sends round in circles', { [API]: (response) => redirect(response, API) }],
  ])('whose API %s is read by its widget', async (_, broken) => {
    const { read, desk } = await prepare();
    const expected = await read(FIRST, 'widget');
    desk.broken = broken;

    expect(await read(FIRST)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['is of another release', JSON.stringify({ version: 'v0', talks: [] })],
    ['is cut off', '{"version": "v1", "talks": ['],
    ['has another shape', '{"version": "v1", "talks": {"a": 1}}'],
    ['is no JSON', 'Sorry'],
  ])('is what its export says where what stands beside it %s', async (_, text) => {
    const { read, desk } = await prepare();
    const expected = await read(FIRST, 'export');
    desk.broken = {
      [API]: gone,
      [WIDGET]: (response) => {
        response.setHeader('content-type', 'application/json').end(text);
      },
    };

    expect(await read(FIRST)).toEqual(expected);
  });

  it('is not asked for more than fifty pages, and half a list is none', async () => {
    const { read, desk } = await prepare();
    desk.pageSize = 1;
    const talks = Array.from({ length: 60 }, (_, number) => ({
      ...{ code: `T${1000 + number}`, title: `Talk ${number}`, room: 0 },
      start: at(`1${number % 10}:00`),
    }));
    const { lacks, talks: found } = await read({ ...FIRST, talks });

    expect(desk.asked.filter((path) => path === API)).toHaveLength(50);
    expect({ count: found.length, lacks }).toEqual({ count: 60, lacks: expect.anything() });
  });

  it('is not asked for more than a schedule may be long', async () => {
    const { read, desk } = await prepare();
    const expected = await read(FIRST, 'export');
    desk.asked.length = 0;
    const padding = ' '.repeat(3.9 * 2 ** 20);
    desk.broken = {
      [API]: (response) => {
        response.setHeader('content-type', 'application/json');
        response.end(
          `{"count": 1000, "next": "https://${HOST}/?offset=${desk.asked.length}", "results": []}${padding}`,
        );
      },
      [WIDGET]: gone,
    };

    expect(await read(FIRST)).toEqual(expected);
    expect(desk.asked.filter((path) => path === API)).toHaveLength(5);
  });

  it('whose export is none of pretalx is asked for nothing else', async () => {
    const { read, desk } = await prepare();
    desk.software = '';
    desk.broken = {
      [EXPORT]: (response) => {
        const talk = { id: 1, title: 'Opening', date: at('10:00'), duration: '00:30', room: 'A' };
        const days = [{ date: '2031-07-07', rooms: { A: [talk] } }];
        const conference = { title: 'Frab', time_zone_name: 'Europe/Berlin', days };
        response.end(JSON.stringify({ schedule: { version: '1', conference } }));
      },
    };

    expect((await read(FIRST)).title).toBe('Frab');
    expect(desk.asked).toEqual([EXPORT]);
  });

  it('tells of the same changes whichever ways answer from release to release', async () => {
    const { read } = await prepare();
    const versions = new Map<string, Conference>();
    for (const release of [FIRST, SECOND, THIRD]) {
      for (const way of WAYS) versions.set(release.version + way, await read(release, way));
    }
    const version = (release: PretalxRelease, way: Way) =>
      versions.get(release.version + way) as Conference;
    const way = fc.constantFrom(...WAYS);
    const ways = fc.array(fc.array(way, { minLength: 1, maxLength: 3 }), {
      ...{ minLength: 3, maxLength: 3 },
    });
    fc.assert(
      fc.property(ways, (asked) => {
        const told: string[] = [];
        let known: Conference | undefined;
        let isRich = false;
        for (const [at, release] of [FIRST, SECOND, THIRD].entries()) {
          for (const by of asked[at] ?? []) {
            isRich ||= by === 'api';
            known &&= taken(known, version(release, by), told);
            known ??= version(release, by);
          }
        }
        expect(told).toEqual(['moved 2', 'Main Hall is now Aula']);
        // What was told once is kept.
        const answers = known?.talks.flatMap((talk) => talk.answers ?? []);
        expect(answers).toHaveLength(isRich ? 1 : 0);
        if (isRich) {
          expect(known?.breaks.map(({ title, room }) => [title, room])).toEqual([
            ['Lunch', 'Aula'],
          ]);
          expect(known?.lacks ?? []).toEqual([]);
        }
      }),
    );
  });

  it('that is read again by a poorer way is the same in every word', async () => {
    const { read } = await prepare();
    const rich = await read(FIRST, 'api');
    for (const way of WAYS) {
      const next = atOnce(succeed(rich, await read(FIRST, way), 0));
      if (next.kind === 'refused') throw new Error('It was refused');
      expect(next.conference).toEqual(rich);
      expect(atOnce(isSame(rich, next.conference))).toBe(true);
    }
  });

  it('keeps no comment of the release before', async () => {
    const { read } = await prepare();
    const next = atOnce(succeed(await read(FIRST, 'api'), await read(SECOND, 'widget'), 0));
    if (next.kind === 'refused') throw new Error('It was refused');
    expect(next.conference.comment).toBeUndefined();
    expect(next.conference.breaks[0]?.end).toBe(Date.parse(at('13:30')));
  });
});

function taken(known: Conference, shown: Conference, told: string[]): Conference {
  const next = atOnce(succeed(known, shown, 0));
  if (next.kind === 'refused') throw new Error('It was refused');
  for (const change of next.changes) {
    told.push(`${change.kind} ${'before' in change ? change.before.id : change.after.id}`);
  }
  for (const rename of next.renames) told.push(`${rename.before} is now ${rename.after}`);
  return next.conference;
}

/** The first time as ever, and then something else. */
function once(then: (response: ServerResponse) => void): (response: ServerResponse) => void {
  let asked = 0;
  return (response) => {
    asked += 1;
    if (asked > 1) then(response);
    else {
      const next = 'https://talks.example/?page=2';
      response.end(JSON.stringify({ count: 4, next, previous: null, results: [] }));
    }
  };
}

function secondFails(response: ServerResponse): void {
  response.writeHead(500).end();
}

function page(response: ServerResponse): void {
  response.setHeader('content-type', 'text/html').end('<!doctype html><p>Please log in');
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

async function prepare() {
  const desk = pretalxDesk(FIRST);
  const { find } = await serveSites({ [HOST]: servePretalx(desk) });
  const read = async (release: PretalxRelease, way?: Way): Promise<Conference> => {
    desk.release = release;
    if (way !== undefined) desk.broken = BROKEN[way];
    const { schedule } = await find(`${HOST}${EXPORT}`);
    return schedule.conference;
  };
  return { desk, read };
}
