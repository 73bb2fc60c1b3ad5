import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { AT_TEN, bytesOf, event, fixture, pentabarf } from './support/schedules.ts';

const BERLIN = { timeZone: 'Europe/Berlin' };

function warningsOf(
  bytes: Uint8Array,
  options = {},
): readonly (readonly [string, number, string])[] {
  return decodeSchedule(bytes, options).warnings.map(({ code, count, path }) => [
    code,
    count,
    path,
  ]);
}

function talksOf(bytes: Uint8Array, options = BERLIN) {
  return decodeSchedule(bytes, options).conference.talks;
}

const FIRST = 'schedule.day[0].room[0].event[0]';

describe('ids', () => {
  test('duplicates get ids of their own, which no other talk has', () => {
    const bytes = pentabarf(['7', '7', '7-2', '7'].map((id) => event(id, AT_TEN)).join(''));
    expect(talksOf(bytes).map((talk) => talk.id)).toEqual(['7', '7-2', '7-3', '7-4']);
    expect(warningsOf(bytes, BERLIN)).toContainEqual([
      'id-duplicate',
      2,
      'schedule.day[0].room[0].event[1]',
    ]);
  });

  test('a missing id is made from guid, code, slug or title', () => {
    const bytes = pentabarf(
      [
        `<event guid="g-1"><title>A</title>${AT_TEN}</event>`,
        `<event><title>B</title><slug>ABC123</slug>${AT_TEN}</event>`,
        `<event><title>C</title><slug>the-c</slug>${AT_TEN}</event>`,
        `<event><title>Où est D?</title>${AT_TEN}</event>`,
        `<event><title>東京</title>${AT_TEN}</event>`,
      ].join(''),
    );
    expect(new Set(talksOf(bytes).map((talk) => talk.id))).toEqual(
      new Set(['g-1', 'ABC123', 'the-c', 'ou-est-d', 'talk']),
    );
  });

  test('guids are kept even when they repeat', () => {
    const one = (id: string) => `<event id="${id}" guid="same"><title>T</title>${AT_TEN}</event>`;
    const bytes = pentabarf(one('1') + one('2'));
    expect(talksOf(bytes).map((talk) => talk.guid)).toEqual(['same', 'same']);
    expect(warningsOf(bytes, BERLIN).map(([code]) => code)).toContain('guid-duplicate');
  });
});

describe('what no database and no chat can hold', () => {
  const odd = { id: 'a\u0000b\u001f', guid: '\ud800g', title: '\ud800T' };
  const document = (events: readonly unknown[]) =>
    bytesOf(
      JSON.stringify({
        schedule: {
          conference: { title: 'C', days: [{ date: '2031-03-29', rooms: { R: events } }] },
        },
      }),
    );

  test('is taken out of ids, guids, titles and abstracts', () => {
    const bytes = document([{ ...odd, abstract: 'half \ud83d a smile', start: '10:00' }]);
    expect(talksOf(bytes)[0]).toMatchObject({
      id: 'a b',
      guid: '\ufffdg',
      title: '\ufffdT',
      abstract: 'half \ufffd a smile',
    });
  });

  test('ids without end are cut, and still differ', () => {
    const id = 'x'.repeat(5000);
    const talks = talksOf(document([1, 2].map(() => ({ id, start: '10:00' }))));
    expect(new Set(talks.map((talk) => talk.id)).size).toBe(2);
    expect(Math.max(...talks.map((talk) => talk.id.length))).toBeLessThan(300);
  });

  test('speakers without a name are none', () => {
    const persons = [{ name: '\u0000' }, { name: 'Ann' }];
    expect(talksOf(document([{ id: '1', start: '10:00', persons }]))[0]?.speakers).toEqual([
      { name: 'Ann' },
    ]);
  });
});

test.each(['constructor', '__proto__', 'toString', 'klingon'])('"%s" is no language', (word) => {
  const bytes = pentabarf(event('1', `${AT_TEN}<language>${word}</language>`));
  expect(talksOf(bytes)[0]?.language).toBeUndefined();
});

test.each([
  ['FOSDEM 2020', 'https://fosdem.org/2020/schedule/event/tide_in/'],
  ['Fosdem 2020 fringe', undefined],
])('a talk of %s has the page %s', (title, url) => {
  const conference = `<title>${title}</title>`;
  const bytes = pentabarf(event('1', `${AT_TEN}<slug>tide_in</slug>`), { conference });
  expect(talksOf(bytes)[0]?.url).toBe(url);
});

test('of two columns that mean the same, the first is read', () => {
  const bytes = bytesOf('ID,Title,Start,Speaker names,Speaker\n1,T,2031-03-29T10:00,Ann,\n');
  expect(talksOf(bytes)[0]?.speakers).toEqual([{ name: 'Ann' }]);
});

describe('oddities are read and told, and nothing is lost', () => {
  test('long talks, talks without title, end, room or speakers', () => {
    const bytes = pentabarf(
      event('1', '<start>10:00</start><duration>55:00</duration>') +
        event('2', '<start>11:00</start>', '') +
        event('3', AT_TEN.replace('00:30', '-1:00')),
    );
    expect(talksOf(bytes).map((talk) => talk.title)).toEqual(['Talk 1', 'Talk 3', 'Untitled']);
    expect(warningsOf(bytes, BERLIN).map(([code, count]) => [code, count])).toEqual([
      ['end-missing', 1],
      ['duration-unreadable', 1],
      ['speakers-missing', 3],
      ['talk-long', 1],
      ['title-missing', 1],
    ]);
  });

  test('zero-width days, and talks outside the window of their day', () => {
    const at = (day: string) =>
      pentabarf(event('1', `<date>2031-03-29T23:00:00+01:00</date>${AT_TEN}`), { day });
    const zero = at(
      'date="2031-03-29" start="2031-03-29T10:00:00+01:00" end="2031-03-29T10:00:00+01:00"',
    );
    expect(warningsOf(zero).map(([code]) => code)).toContain('day-zero-width');
    expect(decodeSchedule(zero).conference.days).toHaveLength(1);
    const narrow = at(
      'date="2031-03-29" start="2031-03-29T09:00:00+01:00" end="2031-03-29T18:00:00+01:00"',
    );
    expect(warningsOf(narrow)).toContainEqual(['talk-outside-day', 1, FIRST]);
  });

  test('days and rooms without talks stay', () => {
    const bytes = bytesOf(
      `<schedule><conference><title>T</title></conference><day date="2031-03-28"><room name="Loft"/></day><day date="2031-03-29"><room name="Pier">${event('1', AT_TEN)}</room></day></schedule>`,
    );
    const { conference, warnings } = decodeSchedule(bytes, BERLIN);
    expect(conference.days.map((day) => day.date)).toEqual(['2031-03-28', '2031-03-29']);
    expect(conference.rooms).toEqual([
      { name: 'Loft', slug: 'loft' },
      { name: 'Pier', slug: 'pier' },
    ]);
    expect(warnings.map(({ code, count, example }) => [code, count, example])).toEqual([
      ['speakers-missing', 1, 'Talk 1'],
      ['room-empty', 1, 'Loft'],
      ['day-empty', 1, '2031-03-28'],
    ]);
  });

  test('talks without a room are told, and a day without any room is read', () => {
    const days = [
      { date: '2031-03-28', rooms: [] },
      { date: '2031-03-29', rooms: { '': [{ id: '1', title: 'Walk', start: '10:00' }] } },
      { date: '2031-03-30', rooms: null },
    ];
    const bytes = bytesOf(JSON.stringify({ schedule: { conference: { title: 'T', days } } }));
    const { conference, warnings } = decodeSchedule(bytes, BERLIN);
    expect(conference.talks.map(({ id, room }) => [id, room])).toEqual([['1', undefined]]);
    expect(warnings).toContainEqual({
      code: 'room-missing',
      path: 'schedule.conference.days[1].rooms[""][0]',
      count: 1,
      example: 'Walk',
    });
  });

  test('rooms whose names fold alike get slugs of their own', () => {
    const rooms = ['Saal 1', 'saal-1', 'SAAL 1', 'Saal 1-2', '東'];
    const bytes = bytesOf(
      `<schedule><conference><title>T</title></conference><day date="2031-03-29">${rooms
        .map((name, at) => `<room name="${name}">${event(String(at), AT_TEN)}</room>`)
        .join('')}</day></schedule>`,
    );
    expect(decodeSchedule(bytes, BERLIN).conference.rooms.map((room) => room.slug)).toEqual([
      'saal-1',
      'saal-1-2',
      'saal-1-3',
      'saal-1-2-2',
      'room',
    ]);
  });

  test('warnings are counted by code, with the path of the first', () => {
    const bytes = pentabarf(
      Array.from({ length: 1000 }, (_, id) => event(`${id}`, AT_TEN)).join(''),
    );
    expect(warningsOf(bytes, BERLIN)).toEqual([['speakers-missing', 1000, FIRST]]);
  });

  test('a plenary session in the columns of several rooms is one talk', () => {
    const [first, second] = JSON.parse(
      new TextDecoder().decode(fixture('sessionize-gridsmart.json')),
    );
    const [column] = first.rooms;
    const grid = [{ ...first, rooms: [column, { ...column, name: 'Keller' }] }, second];
    expect(talksOf(bytesOf(JSON.stringify(grid))).map((talk) => talk.id)).toEqual([
      '101',
      '102',
      '103',
      '104',
    ]);
  });

  test('an unscheduled session of Sessionize is left out and told', () => {
    const all = JSON.parse(new TextDecoder().decode(fixture('sessionize-all.json')));
    all.sessions[0].startsAt = null;
    all.sessions[1].speakers.push('nobody');
    const bytes = bytesOf(JSON.stringify(all));
    expect(talksOf(bytes)).toHaveLength(3);
    expect(warningsOf(bytes, BERLIN)).toEqual(
      expect.arrayContaining([
        ['talk-unscheduled', 1, 'sessions[0]'],
        ['speaker-unknown', 1, 'sessions[1]'],
      ]),
    );
  });

  test('only web addresses become links', () => {
    const links = [
      'javascript:alert(1)',
      'www.tidepool.example',
      'https://a.example/x',
      'file:///etc/passwd',
      'notes.html',
    ]
      .map((href) => `<link href="${href}">L</link>`)
      .join('');
    const conference = '<title>T</title><base_url>https://tidepool.example/2031/</base_url>';
    const bytes = pentabarf(event('1', `${AT_TEN}<links>${links}</links>`), { conference });
    expect(talksOf(bytes)[0]?.links.map((link) => link.url)).toEqual([
      'https://www.tidepool.example/',
      'https://a.example/x',
      'https://tidepool.example/2031/notes.html',
    ]);
    expect(warningsOf(bytes, BERLIN)).toContainEqual(['link-unusable', 2, FIRST]);
  });
});
