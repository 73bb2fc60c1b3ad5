import type { LookupOptions } from 'node:dns';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createFeed } from '../../../adapters/feed/feed.ts';
import { guardedLookup, isPublicAddress } from '../../../adapters/feed/guard.ts';
import { createHttpClient } from '../../../adapters/feed/http.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Source } from '../../../src/schedule/source.ts';
import { keyOf } from '../../support/names.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
/** Ends what hangs; a busy machine needs its time to pour 16 MB. */
const LONG_MS = 60_000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a schedule on the web', () => {
  it('is fetched once, and again only when it changed', async () => {
    const asked: unknown[] = [];
    const url = await serve(({ headers }, response) => {
      asked.push([headers['if-none-match'], headers['if-modified-since']]);
      if (headers['if-none-match'] === '"abc"') response.writeHead(304).end();
      else {
        response.setHeader('etag', '"abc"');
        response.setHeader('last-modified', 'Sat, 01 Feb 2020 09:00:00 GMT');
        response.end('schedule');
      }
    });
    const feed = createFeed(client());

    const first = await feed.fetch(operator(url), {});
    const second = await feed.fetch(operator(url), first.kind === 'fresh' ? first.validators : {});

    expect(first).toEqual({
      kind: 'fresh',
      bytes: Buffer.from('schedule'),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      validators: { etag: '"abc"', lastModified: 'Sat, 01 Feb 2020 09:00:00 GMT' },
    });
    expect(second).toEqual({ kind: 'unchanged' });
    expect(asked).toEqual([
      [undefined, undefined],
      ['"abc"', 'Sat, 01 Feb 2020 09:00:00 GMT'],
    ]);
  });

  it('is followed through redirects, but not for ever', async () => {
    const url = await serve(({ url: path }, response) => {
      const step = Number(path?.slice(1));
      if (step === 3) response.end('there');
      else response.writeHead(302, { location: `/${step + 1}` }).end();
    });

    expect(await text(`${url}/1`)).toBe('there');
    await expect(text(`${url}/10`)).rejects.toThrow('The source redirects more than 5 times.');
  });

  it.each([
    [404, 'The source answered with HTTP status 404.'],
    [500, 'The source answered with HTTP status 500.'],
  ])('is refused in words at status %i', async (status, words) => {
    const url = await serve((_, response) => response.writeHead(status).end('oops'));

    await expect(text(url)).rejects.toThrow(words);
  });

  it('is refused when it is too large, too slow, a bomb or not there', async () => {
    const tooMuch = Buffer.alloc(17 * 2 ** 20);
    const url = await serve(({ url: path }, response) => {
      if (path === '/large') pour(response);
      if (path === '/bomb') {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(tooMuch));
      }
      if (path === '/boxed') {
        response.setHeader('content-encoding', 'br, gzip');
        response.end(gzipSync(brotliCompressSync(tooMuch, QUICKLY)));
      }
    });

    await expect(text(`${url}/large`)).rejects.toThrow(/16 MB|16777|too large|larger/i);
    await expect(text(`${url}/bomb`)).rejects.toThrow(/16 MB|16777|too large|larger/i);
    await expect(text(`${url}/boxed`)).rejects.toThrow(/16 MB|16777|too large|larger/i);
    await expect(text(`${url}/slow`, 300)).rejects.toThrow('did not answer within 0.3 s');
    await expect(text('http://127.0.0.1:1/')).rejects.toThrow('cannot be reached');
  });
});

describe('a compressed body', () => {
  // Random enough not to fit into the first block.
  const rows = Array.from({ length: 4_000 }, (_, at) => `${at},${(at * 7919) % 4_001}`).join('\n');
  const compressed: readonly (readonly [coding: string, bytes: Buffer])[] = [
    ['gzip', gzipSync(rows)],
    ['deflate', deflateSync(rows)],
    ['br', brotliCompressSync(rows)],
    ['zstd', zstdCompressSync(rows)],
    ['br, gzip', gzipSync(brotliCompressSync(rows))],
  ];

  it.each(compressed)('in %s is read', async (coding, bytes) => {
    const url = await serve((_, response) => {
      response.setHeader('content-encoding', coding).end(bytes);
    });

    expect(await text(url)).toBe(rows);
  });

  it.each(compressed)('in %s that ends early is a failed read', async (coding, bytes) => {
    const url = await serve((_, response) => {
      response.setHeader('content-encoding', coding);
      response.end(bytes.subarray(0, Math.floor(bytes.length / 2)));
    });

    await expect(text(url)).rejects.toThrow('cannot be reached');
  });

  it('in a coding that nobody asked for is a failed read', async () => {
    const url = await serve((_, response) => {
      response.setHeader('content-encoding', 'compress').end('rows');
    });

    await expect(text(url)).rejects.toThrow('The content coding “compress” is unknown');
  });
});

describe('the encoding of a text', () => {
  const calendar = (title: string) =>
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:${title}\nDTSTART:20310707T080000Z\nEND:VEVENT\nEND:VCALENDAR\n`;
  const xml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><schedule><conference><time_zone_name>UTC</time_zone_name></conference><day date="2031-07-07"><room name="A"><event id="1"><title>Größe</title><start>10:00</start></event></room></day></schedule>`;
  const utf16be = (words: string) => Buffer.from(words, 'utf16le').swap16();

  it.each([
    ['Content-Type', 'text/calendar; charset=iso-8859-1', Buffer.from(calendar('Größe'), 'latin1')],
    ['quotes', 'text/calendar;charset="windows-1252"', Buffer.from(calendar('Größe'), 'latin1')],
    ['Content-Type before XML', 'text/xml; charset=latin1', Buffer.from(xml('utf-8'), 'latin1')],
    ['XML', 'text/xml', Buffer.from(xml('iso-8859-1'), 'latin1')],
    ['the bytes, wrongly called Latin-1', 'text/xml; charset=latin1', Buffer.from(xml('utf-8'))],
    ['a mark', 'text/xml; charset=latin1', Buffer.from(`\ufeff${xml('latin1')}`)],
    ['a mark of UTF-16', 'text/plain', Buffer.from(`\ufeff${calendar('Größe')}`, 'utf16le')],
    ['UTF-16 without a mark', 'text/plain', utf16be(calendar('Größe'))],
    ['UTF-16 by name', 'text/plain; charset=utf-16le', Buffer.from(calendar('Größe'), 'utf16le')],
    ['a name that nobody knows', 'text/plain; charset=x-none', Buffer.from(calendar('Größe'))],
  ])('is that of %s', async (_, contentType, bytes) => {
    const url = await serve((__, response) => {
      response.setHeader('content-type', contentType).end(bytes);
    });
    const answer = await createFeed(client()).fetch(operator(url), {});

    const read = answer.kind === 'fresh' ? answer.bytes : new Uint8Array();
    expect(decodeSchedule(read).conference.talks[0]?.title).toBe('Größe');
  });
});

it('a redirect that leads nowhere is said so', async () => {
  const url = await serve((_, response) => response.writeHead(302).end());

  await expect(text(url)).rejects.toThrow(
    'The source answered with HTTP status 302, a redirect, and did not say where to.',
  );
});

it('what pretalx does not show is perhaps not public yet', async () => {
  const url = await serve((_, response) => response.writeHead(404).end());

  await expect(text(`${url}/ptx/schedule/export/schedule.json`)).rejects.toThrow(
    'pretalx does so until a schedule is released and public.',
  );
});

it('a password in the address of an operator is refused, and said nowhere', async () => {
  const refusal = text('http://me:secret@127.0.0.1:9/');
  await expect(refusal).rejects.toThrow('The address holds a user name or password');
  await expect(refusal).rejects.not.toThrow('secret');
});

it('a redirect to an address with a password is refused as well', async () => {
  const url = await serve((_, response) => {
    response.writeHead(302, { location: 'http://me:secret@127.0.0.1:9/' }).end();
  });
  await expect(text(url)).rejects.toThrow('The address holds a user name or password');
});

describe('a schedule named in chat', () => {
  it.each(['http://example.org/schedule.xml', 'file:///etc/passwd', 'schedules/fosdem.xml'])(
    'must be https: %s',
    async (address) => {
      await expect(chat(address)).rejects.toThrow(`“${address}” does not begin with https://`);
    },
  );

  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
  ])('must not be a private address: %s', async (address) => {
    await expect(chat(address)).rejects.toThrow('is in a private network');
  });

  it('must not resolve to a private address, however often it is asked', async () => {
    let asked = 0;
    const rebinding: LookupFunction = (_name, _options, callback) => {
      asked += 1;
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    };

    await expect(chat('https://schedule.example/', rebinding)).rejects.toThrow(
      '“schedule.example” is in a private network',
    );
    expect(asked).toBe(1);
  });

  it('is reached at those of its addresses that are public, and at no other', async () => {
    const found = [
      { address: '10.0.0.1', family: 4 },
      { address: '93.184.216.34', family: 4 },
      { address: '::1', family: 6 },
    ];
    const lookup = guardedLookup((_name, _options, callback) => callback(null, found));
    const asked = (options: LookupOptions) =>
      new Promise((resolve) => {
        lookup('mixed.example', options, (_error, ...answer) => resolve(answer));
      });

    expect(await asked({ all: true })).toEqual([[{ address: '93.184.216.34', family: 4 }]]);
    expect(await asked({})).toEqual(['93.184.216.34', 4]);
  });

  it('must not carry a password', async () => {
    await expect(chat('https://me:secret@example.org/')).rejects.toThrow(/user name or password/);
  });
});

describe('an address', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['100.64.0.1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:10.0.0.1', false],
    ['::7f00:1', false],
    ['64:ff9b::a00:1', false],
    ['64:ff9b:1::a00:1', false],
    ['4000::1', false],
    ['224.0.0.1', false],
    ['not an address', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

function client(timeoutMs = LONG_MS, lookup?: LookupFunction) {
  const http = createHttpClient({ timeoutMs, ...(lookup === undefined ? {} : { lookup }) });
  closing.push(() => http.close());
  return http;
}

function operator(address: string): Source {
  return { key: keyOf('key'), address, trust: 'operator' };
}

async function text(address: string, timeoutMs?: number): Promise<string> {
  const fetched = await createFeed(client(timeoutMs)).fetch(operator(address), {});
  return fetched.kind === 'fresh' ? Buffer.from(fetched.bytes).toString() : fetched.kind;
}

function chat(address: string, lookup?: LookupFunction) {
  const source = { key: keyOf('key'), address, trust: 'chat' } as const;
  return createFeed(client(LONG_MS, lookup)).fetch(source, {});
}

async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return `http://127.0.0.1:${address.port}`;
}

/** A body without end. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(2 ** 20);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
