import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/agenda/calendar/calendar.ts';
import type { Instant } from '../../../src/clock.ts';
import { type Happening, silentMeter } from '../../../src/log/meter.ts';
import type { Listening } from '../../../src/main/listening.ts';
import { serveWeb } from '../../../src/main/web.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { at } from '../../support/instants.ts';
import { createWorld, MINUTE_MS, type World } from '../../support/world.ts';
import { collectingLog } from '../discord/collectingLog.ts';

const ZONE = 'Europe/Brussels';
const NINE = at('2020-02-01T08:00Z');
const TEN = at('2020-02-01T09:00Z');
const DAY_MS = 24 * 60 * MINUTE_MS;
const UNKNOWN = '0123456789abcdef0123456789abcdef';

const HERE = { host: '127.0.0.1', port: 0, meter: silentMeter };

const running: Listening[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

describe('A calendar that follows a list', () => {
  it('is read as the list is, by the clocks of the venue, with alarms at the lead', async () => {
    const { world, read, secret } = await following([
      talkAt('1', TEN, { title: 'Live; migration, really', url: 'https://example.org/1' }),
      talkAt('2', TEN + 60 * MINUTE_MS),
    ]);
    await world.setLead('ada', 15);

    const { status, headers, text } = await read(secret);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).toContain('DTSTART;TZID=Europe/Brussels:20200201T100000\r\n');
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n');
    expect(text).toContain('X-PUBLISHED-TTL:PT15M\r\n');
    expect(text).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m);
    expect(entries(text)).toEqual([
      {
        uid: 'world-1@hallway',
        summary: 'Live; migration, really',
        start: TEN,
        end: TEN + 25 * MINUTE_MS,
        status: 'CONFIRMED',
        alarms: ['-PT15M'],
      },
    ]);
  });

  it('knows a talk by the same name as the file does, so that nothing doubles', async () => {
    const { world, read, secret } = await following([talkAt('1', TEN, { guid: 'one-guid' })]);
    const { key, conference } = await world.seen();
    const part = { key, conference, talks: [{ id: '1' }] };

    const file = entries(calendarOf([part], NINE, messagesFor('en')));
    const feed = entries((await read(secret)).text);

    expect(feed.map(({ uid }) => uid)).toEqual(['one-guid@hallway']);
    expect(feed.map(({ uid, start, end }) => ({ uid, start, end }))).toEqual(
      file.map(({ uid, start, end }) => ({ uid, start, end })),
    );
  });

  it('moves with the talk and with its room, under the same name and a later sequence', async () => {
    const { world, read, secret } = await following([talkAt('1', TEN)]);
    const before = (await read(secret)).text;

    world.jump(NINE + MINUTE_MS);
    await world.take(conferenceOf([talkAt('1', TEN + 30 * MINUTE_MS)], ZONE));
    const moved = (await read(secret)).text;
    await world.delay('a', 10);
    const late = (await read(secret)).text;

    expect([before, moved, late].map((text) => entries(text)[0]?.start)).toEqual([
      TEN,
      TEN + 30 * MINUTE_MS,
      TEN + 40 * MINUTE_MS,
    ]);
    expect(new Set([before, moved, late].map((text) => entries(text)[0]?.uid)).size).toBe(1);
    expect(sequenceIn(moved)).toBeGreaterThan(sequenceIn(before));
  });

  it('has a later sequence for each of two changes within one second, and then the same again', async () => {
    const { world, read, secret } = await following([talkAt('1', TEN)]);
    const sequence = async () => sequenceIn((await read(secret)).text);

    const first = await sequence();
    await world.delay('a', 10);
    const second = await sequence();
    await world.delay('a', 20);
    const third = await sequence();

    expect([second, third, await sequence()]).toEqual([first + 1, first + 2, first + 2]);
    world.jump(NINE + 10 * MINUTE_MS);
    expect(await sequence()).toBe(first + 600);
  });

  it('strikes a canceled talk, without an alarm, and loses it a week later', async () => {
    const { world, read, secret } = await following([
      talkAt('1', TEN + 30 * DAY_MS),
      talkAt('2', TEN),
    ]);
    const canceled = talkAt('1', TEN + 30 * DAY_MS, { status: 'canceled' });

    await world.take(conferenceOf([canceled, talkAt('2', TEN)], ZONE));

    expect(entries((await read(secret)).text)).toEqual([
      expect.objectContaining({ status: 'CANCELLED', summary: 'Canceled: Talk 1', alarms: [] }),
    ]);
    world.jump(NINE + 6 * DAY_MS);
    expect(entries((await read(secret)).text)).toHaveLength(1);
    world.jump(NINE + 8 * DAY_MS);
    expect(entries((await read(secret)).text)).toEqual([]);
  });

  it('strikes what organisers canceled by hand, loses it a week later, and what is starred no more at once', async () => {
    const start = TEN + 30 * DAY_MS;
    const { world, read, secret } = await following([talkAt('1', start), talkAt('2', start)]);
    await world.star('ada', '2');
    await world.change('2', { kind: 'cancel' });
    const statuses = async () =>
      entries((await read(secret)).text).map(({ uid, status }) => `${uid} ${status}`);

    expect(await statuses()).toEqual(['world-1@hallway CONFIRMED', 'world-2@hallway CANCELLED']);
    world.jump(NINE + 6 * DAY_MS);
    expect(await statuses()).toEqual(['world-1@hallway CONFIRMED', 'world-2@hallway CANCELLED']);
    world.jump(NINE + 8 * DAY_MS);
    expect(await statuses()).toEqual(['world-1@hallway CONFIRMED']);
    await world.unstar('ada', '1');
    expect(await statuses()).toEqual([]);
  });

  it('rings nowhere for whoever wants no reminders', async () => {
    const { world, read, secret } = await following([talkAt('1', TEN)]);
    await world.setVolume('ada', 'quiet');

    expect(entries((await read(secret)).text)[0]?.alarms).toEqual([]);
  });

  it('is not sent again while nothing of it is another, however late it is', async () => {
    const { world, read, secret } = await following([talkAt('1', TEN)]);
    const first = await read(secret);
    const tag = first.headers.get('etag') ?? '';
    world.jump(NINE + 5 * MINUTE_MS);

    const again = await read(secret, { 'if-none-match': tag });

    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
    await world.setLead('ada', 20);
    expect((await read(secret, { 'if-none-match': tag })).status).toBe(200);
  });

  it('answers HEAD without a body', async () => {
    const { read, secret } = await following([talkAt('1', TEN)]);

    const head = await read(secret, {}, 'HEAD');

    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe((await read(secret)).headers.get('etag'));
  });

  it('is found by nobody without its secret, and at its former address no more', async () => {
    const { world, read, secret } = await following([talkAt('1', TEN)]);
    const renewed = await world.address('ada');
    const answer = async (path: string) => {
      const { status, text, headers } = await read(path);
      return [status, text, headers.get('cache-control')].join(' ');
    };

    const refused = await answer(UNKNOWN);

    expect(refused).toMatch(/^404 [\s\S]*<h1>There is no such page\.<\/h1>[\s\S]* no-store$/);
    for (const wrong of [secret, renewed.toUpperCase(), `${renewed}0`, '%00', "' or 1=1", 'ada']) {
      expect(await answer(wrong)).toBe(refused);
    }
    expect((await read(renewed)).status).toBe(200);
  });

  it('leaves no trace of a secret in the log, also where it fails', async () => {
    const noted: Happening[] = [];
    const log = collectingLog();
    const away = () => Promise.reject(new Error('the database is away'));
    const server = await serveWeb({
      ...{ ...HERE, log, meter: { note: (one) => void noted.push(one) } },
      questions: { calendar: away, list: away, community: away, feed: away },
    });
    running.push(server);

    const response = await fetch(`http://127.0.0.1:${server.port}/calendar/${UNKNOWN}.ics`);

    expect([response.status, await response.text()]).toEqual([500, 'Internal Server Error\n']);
    expect(JSON.stringify(log.lines)).toContain('/calendar/:file');
    expect(JSON.stringify(log.lines)).not.toContain(UNKNOWN);
    expect(noted).toEqual([
      {
        ...{ kind: 'request', platform: 'web', request: 'page', outcome: 'failed' },
        ...{ name: '/calendar/:file{.+\\.ics}', tookMs: expect.any(Number) },
      },
    ]);
  });
});

interface Following {
  readonly world: World;
  readonly secret: string;
  read(
    secret: string,
    headers?: Readonly<Record<string, string>>,
    method?: string,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }>;
}

/** Ada's list has the first of the talks; it is nine in the morning. */
async function following(talks: readonly Talk[]): Promise<Following> {
  const world = await createWorld(conferenceOf(talks, ZONE), NINE);
  await world.star('ada', '1');
  await world.star('bob', '2');
  const secret = await world.address('ada');
  await world.address('bob');
  const log = collectingLog();
  const server = await serveWeb({ ...HERE, questions: world.web, log });
  running.push(server);
  return {
    world,
    secret,
    read: async (path, headers = {}, method = 'GET') => {
      const url = `http://127.0.0.1:${server.port}/calendar/${encodeURI(path)}.ics`;
      const response = await fetch(url, { method, headers });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

function sequenceIn(text: string): number {
  return Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1]);
}

/** As ical.js reads them, by the zone that stands in the calendar. */
function entries(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      start: instantOf(event.startDate),
      end: instantOf(event.endDate),
      status: component.getFirstPropertyValue('status'),
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}

function instantOf(time: ICAL.Time): Instant {
  return time.toUnixTime() * 1000;
}
