import { describe, expect, it } from 'vitest';
import type { DecodedSchedule } from '../../../src/schedule/decode.ts';
import type { Found } from '../../../src/schedule/sources/find.ts';
import {
  calendar,
  page,
  redirect,
  type Serve,
  type Site,
  scheduleJson,
  serveSites,
} from './sites.ts';

/** What was found, without the port. */
function told({ source, system, schedule, others }: Found<DecodedSchedule>) {
  const { address, origin } = source;
  return {
    ...(system === undefined ? {} : { system }),
    address: bare(address),
    ...(origin === undefined ? {} : { origin: bare(origin) }),
    title: schedule.conference.talks[0]?.title,
    ...(others.length === 0 ? {} : { others: others.map((one) => bare(one.address)) }),
  };
}

const bare = (address: string) => address.replace(/^http:\/\/|:\d+(?=\/)/g, '');

const xml = `<schedule><conference><title>F</title><time_zone_name>Europe/Brussels</time_zone_name></conference>
  <day date="2031-07-07"><room name="A"><event id="1"><title>Opening</title><start>10:00</start></event></room></day></schedule>`;
const sessionize = JSON.stringify({
  sessions: [
    {
      ...{ id: '1', title: 'Opening', description: null, speakers: [], categoryItems: [] },
      ...{ startsAt: '2031-07-07T10:00:00', endsAt: '2031-07-07T11:00:00', roomId: 1 },
    },
  ],
  ...{ speakers: [], questions: [], categories: [], rooms: [{ id: 1, name: 'A', sort: 0 }] },
});

describe('from a page of a known system to its schedule', () => {
  const pages: readonly (readonly [
    pasted: string,
    system: string,
    found: string,
    there: Site[string],
  ])[] = [
    [
      'talks.example/demo/schedule/',
      'pretalx',
      '/demo/schedule/export/schedule.json',
      scheduleJson(),
    ],
    [
      'talks.example/demo/talk/ABCDEF/',
      'pretalx',
      '/demo/schedule/export/schedule.json',
      scheduleJson(),
    ],
    ['pretalx.example/demo/', 'pretalx', '/demo/schedule/export/schedule.json', scheduleJson()],
    ['demo.sched.com/event/1a/keynote', 'Sched', '/all.ics', calendar()],
    ['fosdem.org/2031/schedule/', 'FOSDEM', '/2031/schedule/xml', ['application/xml', xml]],
    [
      'fahrplan.events.ccc.de/congress/2031/fahrplan/schedule/1.html',
      ...(['c3voc', '/congress/2031/fahrplan/schedule.json', scheduleJson()] as const),
    ],
    [
      'indico.example/event/12/timetable/',
      ...([
        'Indico',
        '/event/12/event.ics?detail=contributions&scope=contribution',
        calendar(),
      ] as const),
    ],
  ];

  it.each(pages)('%s: %s’s, at %s', async (pasted, system, found, there) => {
    const host = pasted.slice(0, pasted.indexOf('/'));
    const { find } = await serveSites({ [host]: { [found]: there } });

    expect(told(await find(pasted))).toEqual({
      ...{ system, address: `${host}${found}`, origin: pasted, title: 'Opening' },
    });
  });

  it('says that a zone is needed where the best of them names none', async () => {
    const { find } = await serveSites({
      'sessionize.com': { '/api/v2/abcd1234/view/All': ['application/json', sessionize] },
    });

    await expect(find('sessionize.com/api/v2/abcd1234/view/Grid')).rejects.toThrow(
      /does not say in which time zone .* \(at http:\/\/sessionize\.com:\d+\/api\/v2\/abcd1234\/view\/All\)/,
    );
  });

  it('goes on to the next export where the best one is not there', async () => {
    const { find, asked } = await serveSites({
      'pretalx.example': { '/demo/schedule/export/schedule.xml': ['text/xml', xml] },
    });

    expect(told(await find('pretalx.example/demo'))).toMatchObject({
      address: 'pretalx.example/demo/schedule/export/schedule.xml',
    });
    expect(asked).toHaveLength(2);
  });

  it('knows the system of the address that the page has after redirects', async () => {
    const { find } = await serveSites({
      'fosdem.org': {
        '/schedule/': redirect('/2031/schedule/'),
        '/2031/schedule/': page('Programme'),
        '/2031/schedule/xml': ['application/xml', xml],
      },
    });

    expect(told(await find('fosdem.org/schedule/'))).toEqual({
      ...{ system: 'FOSDEM', address: 'fosdem.org/2031/schedule/xml' },
      ...{ origin: 'fosdem.org/schedule/', title: 'Opening' },
    });
  });

  it('finds what the script of a guide shows', async () => {
    const { find, asked } = await serveSites({
      'guide.example': {
        '/': page('<div id="root"></div><script src="/static/js/main.1a2b.js"></script>'),
        '/static/js/main.1a2b.js': [
          'text/javascript',
          'var c={APP_ID:"W",PROGRAM_DATA_URL:"/data/schedule.json",PEOPLE_DATA_URL:"/data/people.json"}',
        ],
        '/data/schedule.json': scheduleJson(),
      },
    });

    expect(told(await find('guide.example/'))).toMatchObject({
      ...{ system: 'ConClár', address: 'guide.example/data/schedule.json' },
    });
    expect(asked).toHaveLength(4);
  });
});

describe('from any other page', () => {
  it('asks for the same as data, where that has an address of its own', async () => {
    const negotiated: Serve = ({ headers }, response) => {
      if (headers.accept === 'application/json') redirect('/export', 303)({} as never, response);
      else response.setHeader('content-type', 'text/plain').end('a table');
    };
    const { find } = await serveSites({
      'demo.example': { '/': negotiated, '/export': scheduleJson() },
    });

    expect(told(await find('demo.example/'))).toEqual({
      ...{ address: 'demo.example/export', origin: 'demo.example/', title: 'Opening' },
    });
  });

  it('goes by its words, by way of a page that is called the programme', async () => {
    const { find, asked } = await serveSites({
      'demo.example': {
        '/': page('<a href="/about">About</a><a href="/programm.html">Programm</a>'),
        '/programm.html': page('<a href="all.ics">iCal</a>'),
        '/all.ics': calendar(),
      },
    });

    expect(told(await find('demo.example/'))).toMatchObject({ address: 'demo.example/all.ics' });
    expect(asked.map(bare)).toEqual(
      ['/', '/', '/programm.html', '/all.ics'].map((path) => `demo.example${path}`),
    );
  });

  it('believes no candidate before it is read: types and names may lie', async () => {
    const { find } = await serveSites({
      'demo.example': {
        '/': page(`<link rel=alternate type="text/calendar" href="/calendar">
          <a href="/schedule.json">JSON</a><a href="/schedule.xml">XML</a><a href="/real.ics">iCal</a>`),
        '/schedule.json': ['application/json', '<!doctype html>Log in'],
        '/schedule.xml': ['text/xml', '<rss></rss>'],
        '/calendar': ['text/html', calendar('Real')[1]],
      },
    });

    expect(told(await find('demo.example/'))).toMatchObject({
      ...{ address: 'demo.example/calendar', title: 'Real' },
    });
  });

  it('names the other schedules that it offers as much, each once for all its formats', async () => {
    const { find } = await serveSites({
      'demo.example': {
        '/': page(
          ['2030', '2031', '2032']
            .flatMap((year) =>
              ['ics', 'json'].map((type) => `<a href="/${year}/schedule.${type}">${year}</a>`),
            )
            .join(''),
        ),
        '/2030/schedule.json': scheduleJson(),
      },
    });

    expect(told(await find('demo.example/'))).toMatchObject({
      address: 'demo.example/2030/schedule.json',
      others: ['demo.example/2031/schedule.json', 'demo.example/2032/schedule.json'],
    });
  });

  it('says what was looked for where there is no schedule', async () => {
    const { find } = await serveSites({
      'demo.example': { '/': page('<a href="/schedule.ics?key=secret">iCal</a>') },
    });

    await expect(find('demo.example/')).rejects.toThrow(
      /^There is no schedule to be found on this web page\. .*Asked: http:\/\/demo\.example:\d+\/, http:\/\/demo\.example:\d+\/schedule\.ics\. Give/,
    );
  });
});

describe('an address that is a schedule', () => {
  it('is asked once, and is its own source', async () => {
    const { find, asked } = await serveSites({ 'demo.example': { '/schedule.ics': calendar() } });

    expect(told(await find('demo.example/schedule.ics'))).toEqual({
      ...{ address: 'demo.example/schedule.ics', title: 'Opening' },
    });
    expect(asked).toHaveLength(1);
  });

  it('is one whatever type its server calls it', async () => {
    const { find } = await serveSites({ 'demo.example': { '/x': ['text/html', calendar()[1]] } });

    expect(told(await find('demo.example/x'))).toMatchObject({ address: 'demo.example/x' });
  });

  it('and cannot be read is told by what is wrong with it', async () => {
    const { find } = await serveSites({
      'demo.example': { '/schedule.xml': ['text/xml', '<schedule><conference>'] },
    });

    await expect(find('demo.example/schedule.xml')).rejects.toThrow('The XML is broken or cut off');
    await expect(find('demo.example/nothing')).rejects.toThrow('HTTP status 404');
  });
});
