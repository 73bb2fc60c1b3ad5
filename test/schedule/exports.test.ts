import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { calendar, findingsOf, vevent } from './support/calendars.ts';
import { AT_TEN, bytesOf, event, pentabarf } from './support/schedules.ts';

const BERLIN = { timeZone: 'Europe/Berlin' };

function talkOf(bytes: Uint8Array) {
  return decodeSchedule(bytes, BERLIN).conference.talks[0];
}

describe('characters that XML forbids', () => {
  test.each(['\f', '\u0001', '\u001b', '\uffff', '&#12;', '&#x1B;', '&#x0000c;'])(
    'are left out and said: %j',
    (character) => {
      const abstract = `<abstract>Pasted from a${character}word &#10;processor</abstract>`;
      const bytes = pentabarf(event('1', AT_TEN + abstract));

      expect(talkOf(bytes)?.abstract).toBe('Pasted from aword \nprocessor');
      expect(findingsOf(bytes, 'Europe/Berlin')).toEqual(['characters-forbidden 1']);
    },
  );
});

describe('a person in XML', () => {
  test.each([
    ['<person id="7">Bo Ruiz</person>'],
    ['<person id="7"><name>Bo Ruiz</name><biography>Builds boats.</biography></person>'],
    ['<person id="7"><public_name>Bo Ruiz</public_name><name>bo</name></person>'],
  ])('%s', (person) => {
    const persons = `<persons>${person}</persons>`;

    expect(talkOf(pentabarf(event('1', AT_TEN + persons)))?.speakers).toEqual([
      { id: '7', name: 'Bo Ruiz' },
    ]);
  });
});

test('a link whose text is the address leads there', () => {
  const links = '<links><link>https://example.org/slides</link><link>soon</link></links>';

  expect(talkOf(pentabarf(event('1', AT_TEN + links)))?.links).toEqual([
    { title: 'https://example.org/slides', url: 'https://example.org/slides' },
  ]);
});

test.each(['\u200b', '\u2060\ufeff', '\u3164', '\u2800', '&#173;', '\u202e '])(
  'a title of nothing visible is none: %j',
  (title) => {
    expect(talkOf(pentabarf(event('1', AT_TEN, title)))?.title).toBe('Untitled');
  },
);

describe("pretalx's summaries", () => {
  test.each([
    ['Boats - Bo Ruiz [HIB - Harbour Institute]', ['Bo Ruiz [HIB - Harbour Institute]']],
    ['Boats - Bo Ruiz (HIB - Kiel, Dock), Cy', ['Bo Ruiz (HIB - Kiel, Dock)', 'Cy']],
    ['Boats - Bo Ruiz [Kiel, Dock], Cy', ['Bo Ruiz [Kiel, Dock]', 'Cy']],
    ['Boats - Bo :-)', ['Bo :-)']],
  ])('%s', (summary, speakers) => {
    const lines = [`SUMMARY:${summary.replaceAll(',', '\\,')}`, 'DTSTART:20310707T080000Z'];
    const bytes = calendar(['BEGIN:VEVENT', 'UID:pretalx-x-ABC123@h', ...lines, 'END:VEVENT']);
    const talk = talkOf(bytes);

    expect([talk?.title, talk?.speakers.map(({ name }) => name)]).toEqual(['Boats', speakers]);
  });
});

describe('who stands in a calendar', () => {
  test('are not those who were invited', () => {
    const invited = ['ATTENDEE;CN="Visitor One";ROLE=REQ-PARTICIPANT:mailto:v@example.org'];
    const bytes = calendar(vevent('UID:a', 'DTSTART:20310707T080000Z', ...invited));

    expect(talkOf(bytes)?.speakers).toEqual([]);
  });

  const described = (texts: readonly string[]) =>
    decodeSchedule(
      calendar(
        texts.flatMap((text, at) =>
          vevent(`UID:${at}`, `DTSTART:2031070${at + 1}T080000Z`, `DESCRIPTION:${text}`),
        ),
      ),
      BERLIN,
    ).conference.talks.map(({ speakers, abstract }) => [
      speakers.map(({ name }) => name).join('+'),
      abstract,
    ]);

  test('are those of the first line, where most texts begin with names', () => {
    expect(
      described([
        'Ann Lee\\n\\nBoats float.',
        'Ann Lee\\, Bo Ruiz\\nShips sail.',
        'Cy de la Cruz and Di Yu\\nDocks are dry.',
        'Lunch is served\\nin the hall.',
      ]),
    ).toEqual([
      ['Ann Lee', 'Boats float.'],
      ['Ann Lee+Bo Ruiz', 'Ships sail.'],
      ['Cy de la Cruz+Di Yu', 'Docks are dry.'],
      ['', 'Lunch is served\nin the hall.'],
    ]);
  });

  test('are nobody where a text happens to begin with a name', () => {
    const texts = ['Ann Lee\\nwas here.', 'Boats\\nfloat.', 'On ships\\nof old.', 'A\\nb.'];

    expect(described(texts).map(([names]) => names)).toEqual(['', '', '', '']);
  });
});

describe("Sessionize's status", () => {
  const session = (id: number, status: string | undefined) => ({
    ...{ id, title: `S${id}`, startsAt: '2031-07-07T10:00:00', endsAt: '2031-07-07T11:00:00' },
    ...{ speakers: [], categoryItems: [], roomId: 1, status },
  });

  test('a declined session is not on the programme, a canceled one is canceled', () => {
    const statuses = ['Accepted', 'Declined', 'Canceled', undefined, 'cancelled'];
    const sessions = statuses.map((status, at) => session(at, status));
    const all = { sessions, speakers: [], rooms: [{ id: 1, name: 'Pier' }], categories: [] };
    const { talks } = decodeSchedule(bytesOf(JSON.stringify(all)), BERLIN).conference;

    expect(talks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      '0 scheduled',
      '2 canceled',
      '3 scheduled',
      '4 canceled',
    ]);
  });
});

test('of a text in several languages one is taken', () => {
  const events = [
    { id: 1, title: { de: 'Boote', en: 'Boats' }, start: '10:00', duration: '00:30' },
    { id: 2, title: { de: 'Schiffe' }, start: '11:00', duration: '00:30' },
  ];
  const days = [{ index: 1, date: '2031-07-07', rooms: { Pier: events } }];
  const value = { schedule: { conference: { title: { en: 'Harbour' }, days } } };
  const { title, talks } = decodeSchedule(bytesOf(JSON.stringify(value)), BERLIN).conference;

  expect([title, ...talks.map((talk) => talk.title)]).toEqual(['Harbour', 'Boats', 'Schiffe']);
});

test.each([
  ['2025.2.2', []],
  ['2026.2.1', ['https://a.example/slides']],
])('links that pretalx %s may have meant for reviewers alone are not shown', (version, shown) => {
  const event = {
    ...{ id: 1, title: 'Boats', date: '2026-07-06T10:00:00+02:00', duration: '00:30' },
    links: [
      { title: 'Slides', url: 'https://a.example/slides' },
      { title: 'Notes', url: 'https://a.example/notes', is_public: false },
    ],
  };
  const bytes = new TextEncoder().encode(
    JSON.stringify({
      generator: { name: 'pretalx', version },
      schedule: {
        conference: {
          ...{ title: 'Harbour', time_zone_name: 'Europe/Berlin' },
          days: [{ date: '2026-07-06', rooms: { Dock: [event] } }],
        },
      },
    }),
  );

  expect(talkOf(bytes)?.links.map(({ url }) => url)).toEqual(shown);
  expect(findingsOf(bytes).filter((finding) => finding.startsWith('links-'))).toEqual(
    shown.length > 0 ? [] : ['links-private 1'],
  );
});
