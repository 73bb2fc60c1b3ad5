import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { onTestFinished } from 'vitest';
import { createFeed } from '../../../adapters/feed/feed.ts';
import { createHttpClient } from '../../../adapters/feed/http.ts';
import { stopwatch } from '../../../src/clock.ts';
import { type DecodedSchedule, decodeSchedule } from '../../../src/schedule/decode.ts';
import { sourceOf } from '../../../src/schedule/source.ts';
import { type Found, findSchedule } from '../../../src/schedule/sources/find.ts';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** By path and query, what is there: a text by its type, or what the server does. */
export type Site = Readonly<Record<string, readonly [type: string, text: string] | Serve>>;

export const page = (html: string) => ['text/html', `<!doctype html>${html}`] as const;

/** One talk, and nothing else. */
export const calendar = (title = 'Opening') => ['text/calendar', calendarText(title)] as const;

function calendarText(title: string): string {
  return [
    'BEGIN:VCALENDAR',
    ...['BEGIN:VEVENT', 'UID:1', `SUMMARY:${title}`],
    ...['DTSTART:20310707T080000Z', 'DTEND:20310707T090000Z', 'END:VEVENT'],
    'END:VCALENDAR',
  ].join('\r\n');
}

/** A schedule in the JSON that pretalx and frab export. */
export const scheduleJson = (title = 'DemoCon', zone = 'Europe/Berlin') => {
  const talk = {
    ...{ id: 1, guid: 'a', title: 'Opening', room: 'A', persons: [] },
    ...{ date: '2031-07-07T10:00:00+02:00', start: '10:00', duration: '01:00' },
  };
  const days = [{ index: 1, date: '2031-07-07', rooms: { A: [talk] } }];
  const conference = { title, acronym: 'demo', time_zone_name: zone, days };
  return ['application/json', JSON.stringify({ schedule: { version: '1', conference } })] as const;
};

export const redirect =
  (location: string, status = 302): Serve =>
  (_, response) =>
    void response.writeHead(status, { location }).end();

/** Or the whole of it. */
type Host = Site | Serve;

/** All hosts are this machine, and `http://HOST:PORT` one of them; what was asked for is written down. */
export async function serveSites(sites: Readonly<Record<string, Host>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { host = '' } = request.headers;
    const name = host.replace(/:\d+$/, '');
    asked.push(`${name}${request.url}`);
    const site = sites[name];
    const found = typeof site === 'function' ? site : site?.[request.url ?? ''];
    if (found === undefined) response.writeHead(404).end('Nothing here');
    else if (typeof found === 'function') found(request, response);
    else response.setHeader('content-type', found[0]).end(found[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const http = createHttpClient({ timeoutMs: 20_000, lookup: toThisMachine });
  onTestFinished(async () => {
    await http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const feed = createFeed(http);
  const at = (place: string) => `http://${place.replace('/', `:${port}/`)}`;
  return {
    feed,
    asked,
    at,
    find: (place: string, clock = stopwatch): Promise<Found<DecodedSchedule>> =>
      findSchedule(sourceOf(at(place), undefined, 'operator'), {
        feed,
        stopwatch: clock,
        decode: async (bytes, timeZone) => decodeSchedule(bytes, { timeZone }),
      }),
  };
}

const toThisMachine: LookupFunction = (_host, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
