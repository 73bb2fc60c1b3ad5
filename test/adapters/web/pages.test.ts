import { gunzipSync } from 'node:zlib';
import ICAL from 'ical.js';
import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSite } from '../../../adapters/web/server.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import type { Context } from '../../../src/commands/context.ts';
import { answerTalk } from '../../../src/commands/talk/talk.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import { LANGUAGES, messagesFor } from '../../../src/messages/messages.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { at } from '../../support/instants.ts';
import { createWorld, MINUTE_MS, type World } from '../../support/world.ts';
import { collectingLog } from '../discord/collectingLog.ts';

const ZONE = 'Europe/Brussels';
const NINE = at('2020-02-01T08:00Z');
const TEN = NINE + 60 * MINUTE_MS;
const HOUR = 60 * MINUTE_MS;
const HOSTILE = '<script>alert("x")</script> & <img src=x onerror=y>';

const TALKS = [
  talkAt('1', NINE - 10 * MINUTE_MS, { title: 'Opening', room: 'Janson', track: 'Keynotes' }),
  talkAt('2', TEN, { title: HOSTILE, room: 'Janson', abstract: `Some *words* of ${HOSTILE}` }),
  talkAt('3', TEN + 10 * MINUTE_MS, { title: 'Live migration', room: 'K.1', track: 'Containers' }),
  talkAt('4', TEN, { title: 'Gone', room: 'K.1', status: 'canceled' }),
  talkAt('5', TEN + 24 * HOUR, { title: 'Tomorrow', room: 'K.1' }),
];

describe('The pages of a community', () => {
  it('are nowhere until organisers want them, and nowhere again when they do not', async () => {
    const { world, get } = await open({ slug: undefined });
    const paths = ['', '/grid', '/now', '/talk/1', '/room/janson', '/calendar.ics'];
    const statuses = () => Promise.all(paths.map(async (path) => (await get(path)).status));

    expect(new Set(await statuses())).toEqual(new Set([404]));
    await world.publish('fosdem');
    expect(new Set(await statuses())).toEqual(new Set([200]));
    await world.publish(undefined);
    world.jump(NINE + 1_000);
    expect(new Set(await statuses())).toEqual(new Set([404]));
  });

  it('tell the programme of a day, with what is late, canceled and full', async () => {
    const { world, words } = await open();
    await world.delay('janson', 10);
    await world.say('janson', 'full');

    const page = await words('');

    expect(page).toContain('Day 1, Sat 1 Feb');
    expect(page).toMatch(
      /Opening\s+08:50–09:15 · Janson · Speaker of 1\s+15 min left · full at 09:00/,
    );
    expect(page).toMatch(/10:10–10:35 · Janson · Speaker of 2\s+runs 10 min late/);
    expect(page).toMatch(/Gone\s+10:00–10:25 · K\.1 · Speaker of 4\s+canceled/i);
    expect(page).not.toContain('Tomorrow');
    expect(await words('?day=2')).toContain('Tomorrow');
  });

  it('are read once for all who look within a second, and tell what changed from the next on', async () => {
    const { world, words } = await open();
    const late = 'runs 10 min late';

    expect(await words('')).not.toContain(late);
    await world.delay('janson', 10);
    expect(await words('')).not.toContain(late);
    world.jump(NINE + 1_000);
    expect(await words('')).toContain(late);
  });

  it('tell rooms and hours as a table that has every talk once', async () => {
    const { body } = await open();

    const grid = await body('/grid');

    for (const id of ['1', '2', '3', '4']) {
      expect(grid.split(`href="/c/fosdem/talk/${id}"`)).toHaveLength(2);
    }
    expect(grid.match(/<th scope="col">/g)).toHaveLength(3);
    // 08:50, 09:15, 10:00, 10:25 and 10:35; the last one ends the table.
    expect(grid.match(/<th scope="row">/g)).toHaveLength(4);
  });

  it('find what the chat finds', async () => {
    const { world, body, words } = await open();
    const card = await answerTalk('migration', await stranger(world));

    expect(plainText(card, { width: 200, messages: messagesFor('en') })).toContain(
      'Live migration',
    );
    expect(await body('?q=migration')).toContain('<a href="/c/fosdem/talk/3">Live migration</a>');
    expect(await words('?q=xylophone')).toContain('Search: xylophone');
    expect(await body('?q=xylophone')).not.toContain('/talk/');
    expect(await body(`?q=${encodeURIComponent(HOSTILE)}`)).not.toContain('<script');
  });

  it('tell what runs and what is next', async () => {
    const { words } = await open();

    const page = await words('/now');

    expect(page).toMatch(/Now\s+Opening[\s\S]*Next\s/);
    expect(page).not.toContain('Gone');
  });

  it('show a talk, and how it comes onto a list in the chat', async () => {
    const { words, get } = await open();

    expect(await words('/talk/3')).toContain('Write /talk #3 in the chat and press “☆ Star”');
    expect((await get('/talk/99')).status).toBe(404);
  });

  it('show a door what runs there and what follows, anew by itself', async () => {
    const { world, get, words } = await open();
    await world.delay('janson', 10);

    const { headers } = await get('/room/janson');

    expect(headers.get('refresh')).toBe('30');
    expect(await words('/room/janson')).toMatch(
      /Janson\s+09:00\s+Now\s+Opening[\s\S]*Next[\s\S]*10:10–10:35/,
    );
    expect((await get('/room/nowhere')).status).toBe(404);
  });

  it('let nothing of a schedule come alive, and need no script', async () => {
    const { body, get } = await open();

    for (const path of [
      '',
      '/grid',
      '/now',
      '/talk/2',
      '/room/janson',
      '/calendars',
      '?q=script',
    ]) {
      const page = await body(path);
      expect(page).not.toMatch(/<script|<img|<[^>]*\s(?:on\w+|style)=|javascript:/i);
      expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB" class="(page|door)">/);
      expect(parse(page).childNodes).toHaveLength(2);
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('public, max-age=30');
      expect(headers.get('vary')).toContain('Accept-Language');
    }
  });

  it('speak the language that the browser asks for', async () => {
    const { body } = await open();

    expect(await body('', { 'accept-language': 'fi, de-AT;q=0.8, en;q=0.5' })).toContain(
      '<html lang="de-DE"',
    );
    expect(await body('', { 'accept-language': 'fi' })).toContain('<html lang="en-GB"');
  });

  it.each(LANGUAGES)('are whole in each language: %s', async (language) => {
    const { world, body } = await open();
    await world.delay('janson', 10);
    const { page } = messagesFor(language).web;
    const asked = { 'accept-language': language };

    expect(await body('', asked)).toContain(page.late(10));
    expect(await body('/grid', asked)).toContain(`<h1>${page.grid}</h1>`);
    expect(await body('/now', asked)).toContain(`<h2>${page.next}</h2>`);
    expect(await body('/talk/3', asked)).toContain(`<h2>${page.add}</h2>`);
    expect(await body('/room/janson', asked)).toContain(`<h2>${page.now}</h2>`);
    expect(await body('/room/nowhere', asked)).toContain(`<h1>${page.gone}</h1>`);
  });

  it('are not sent again as they were, and their style may be kept for ever', async () => {
    const { body, get, site } = await open();
    const tag = (await get('')).headers.get('etag') ?? '';

    expect((await get('', { 'if-none-match': tag })).status).toBe(304);
    const [, style = ''] = /href="(\/style-[^"]+\.css)"/.exec(await body('')) ?? [];
    const { headers, status } = await site.request(style);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });

  it('are told to calendars whole, by room and by track', async () => {
    const { get } = await open();
    const titles = async (path: string) => {
      const response = await get(path);
      expect(response.headers.get('cache-control')).toBe('public, max-age=300');
      return (await response.text()).match(/^SUMMARY:.*(?=\r$)/gm);
    };

    expect(await titles('/calendar.ics')).toHaveLength(5);
    expect(await titles('/room/k-1.ics')).toEqual([
      'SUMMARY:Canceled: Gone',
      'SUMMARY:Live migration',
      'SUMMARY:Tomorrow',
    ]);
    expect(await titles('/track/containers.ics')).toEqual(['SUMMARY:Live migration']);
    expect((await get('/room/nowhere.ics')).status).toBe(404);
    expect((await get('/track/nowhere.ics')).status).toBe(404);
  });

  it('are told to calendars with what is canceled, by its source or by hand, for a week', async () => {
    const { world, get } = await open();
    const canceled = async () =>
      (await (await get('/calendar.ics')).text())
        .split('BEGIN:VEVENT')
        .filter((entry) => entry.includes('STATUS:CANCELLED'))
        .map((entry) => /^SUMMARY:(.*)\r$/m.exec(entry)?.[1]);
    await world.change('5', { kind: 'cancel' });

    expect(await canceled()).toEqual(['Canceled: Gone', 'Canceled: Tomorrow']);
    world.jump(NINE + 6 * 24 * HOUR);
    expect(await canceled()).toEqual(['Canceled: Gone', 'Canceled: Tomorrow']);
    world.jump(NINE + 8 * 24 * HOUR);
    expect(await canceled()).toEqual([]);
  });

  it('are told to calendars piece by piece, and nothing is told twice or lost', async () => {
    const talks = Array.from({ length: 95 }, (_, index) =>
      talkAt(String(index), TEN + index * 60 * MINUTE_MS, { title: `BEGIN:VEVENT ${index}` }),
    );
    const { get } = await open({ ...FOSDEM, talks });

    const text = await (await get('/calendar.ics')).text();

    const calendar = new ICAL.Component(ICAL.parse(text));
    const entries = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(entries.map(({ summary }) => summary)).toEqual(talks.map(({ title }) => title));
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(95);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(text).not.toMatch(/\r\n\r\n|[^\r]\n/);
  });

  it('have all conferences of a community together', async () => {
    const { world, get, words, body } = await open();
    const beside = talkAt('3', TEN, { title: 'Beside it', room: 'Bar' });
    await world.fringe.choose();
    await world.fringe.take({ ...conferenceOf([beside], ZONE), title: 'The fringe' });

    expect(await words('')).toMatch(/Beside it\s+10:00–10:25 · Bar · Speaker of 3 · The fringe/);
    const [, path = ''] = /href="\/c\/fosdem(\/talk\/[^"]+)">Beside it/.exec(await body('')) ?? [];
    expect(await words(path)).toContain('Beside it');
    expect(await words('/talk/3')).toContain('Live migration');
    expect(await words('/grid')).toContain('Bar');
    const calendar = await (await get('/calendar.ics')).text();
    expect(calendar.match(/^UID:.*(?=\r$)/gm)).toHaveLength(6);
    expect(new Set(calendar.match(/^UID:.*(?=\r$)/gm)).size).toBe(6);
  });

  it('tell nothing of a member: a list is found by its secret alone', async () => {
    const { world, site, body } = await open();
    await world.star('ada', '3');
    await world.star('ada', '2');
    await world.star('ada', '4');
    const before = await body('');
    const secret = await world.address('ada');
    const get = (path: string) => site.request(`/my/${path}`);

    const mine = await get(secret);
    const page = await mine.text();

    expect(await body('')).toBe(before);
    expect(mine.headers.get('cache-control')).toBe('private, no-cache');
    expect(mine.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toContain('<script');
    expect(page).toContain('<s>Gone</s>');
    expect(textOf(page)).toContain('⚠ clashes with “Live migration”');
    expect((await get('0123456789abcdef0123456789abcdef')).status).toBe(404);
    expect((await get('ada')).status).toBe(404);
  });
});

describe('The first view of a conference of a thousand talks', () => {
  let sizes: readonly number[] = [];
  beforeAll(async () => {
    const talks = Array.from({ length: 1_000 }, (_, index): Talk => {
      const day = Math.floor(index / 500);
      const start = NINE + day * 24 * HOUR + Math.floor((index % 500) / 30) * 30 * MINUTE_MS;
      const words = ['kernel', 'compiler', 'network', 'design', 'release', 'memory', 'trust'];
      const title = Array.from({ length: 6 }, (_, at) => words[(index * 7 + at * 3) % 7]).join(' ');
      return talkAt(String(10_000 + index), start, {
        title: `${title} ${index}`,
        room: `R${index % 30}`,
      });
    });
    const { get } = await open({ ...FOSDEM, talks });
    sizes = await Promise.all(
      ['', '/grid'].map(async (path) => {
        const response = await get(path, { 'accept-encoding': 'gzip' });
        expect(response.headers.get('content-encoding')).toBe('gzip');
        const sent = Buffer.from(await response.arrayBuffer());
        expect(
          gunzipSync(sent)
            .toString()
            .match(/\/talk\//g),
        ).toHaveLength(500);
        return sent.length;
      }),
    );
  });

  it.each([
    ['as a list', 0],
    ['as a grid', 1],
  ])('is below 50 KB on its way, %s', (_, index) => {
    expect(sizes[index]).toBeLessThan(50_000);
  });
});

const FOSDEM = { slug: 'fosdem' };

/** Nine in the morning of the first day; the pages are there under that name. */
async function open({
  slug,
  talks = TALKS,
}: {
  readonly slug: string | undefined;
  readonly talks?: readonly Talk[];
} = FOSDEM) {
  const world = await createWorld(conferenceOf(talks, ZONE), NINE);
  await world.publish(slug);
  const site = createSite({ questions: world.web, meter: silentMeter, log: collectingLog() });
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    site.request(`/c/fosdem${path}`, { headers });
  const body = async (path: string, headers = {}) => (await get(path, headers)).text();
  return { world, site, get, body, words: async (path: string) => textOf(await body(path)) };
}

async function stranger(world: World): Promise<Context> {
  return {
    ...{ messages: messagesFor('en'), programme: await world.seen(), now: NINE },
    ...{ audience: 'everyone', starred: new Set() },
    caller: { platform: 'web', member: '', locale: 'en', isOrganiser: false },
    member: { platform: 'web', id: '' },
  };
}

/** What is read of a page. */
function textOf(page: string): string {
  const text = page.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]*>/g, '');
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (one) => entities[one as keyof typeof entities]);
}
