import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { LRUCache } from 'lru-cache';
import type { Programme } from '../../src/programme/programme.ts';

/** What is to be told, and a tag of it where it has one of its own. */
export interface Said {
  readonly text: string;
  readonly tag?: string;
}

/** The same as it goes out, packed by another thread than that which answers. */
export interface Ready {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

const pack = promisify(gzip);

export async function ready({ text, tag = digestOf(text) }: Said): Promise<Ready> {
  const plain = Uint8Array.from(Buffer.from(text));
  return { plain, packed: Uint8Array.from(await pack(plain)), tag };
}

/** The tag is a weak one: it is the same for what is packed, and for what says the same at another time. */
export function send(
  context: Context,
  { plain, packed, tag }: Ready,
  headers: Readonly<Record<'content-type' | 'cache-control', string>>,
): Response {
  const encoding = accepts(context, {
    ...{ header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' },
  });
  const isPacked = encoding === 'gzip';
  return context.body(isPacked ? packed : plain, 200, {
    ...headers,
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    vary: 'Accept-Encoding, Accept-Language',
    etag: `W/"${tag}"`,
  });
}

/** Bytes, of all pages together: nobody fills the memory by asking for much. */
const MOST_KEPT = 16_000_000;

const numbers = new WeakMap<Programme, number>();
let count = 0;
const kept = new LRUCache<string, Ready>({
  maxSize: MOST_KEPT,
  sizeCalculation: ({ plain, packed }, key) => plain.length + packed.length + key.length,
});
const making = new Map<string, Promise<Ready | undefined>>();

/**
 * What was made of programmes, which are the same objects as long as they are seen the same. Many look at the
 * same page at the same time, no two of them are told apart, and it is made once for all of them. What else
 * it depends on is in `key`.
 */
export async function remembered(
  programmes: readonly Programme[],
  key: string,
  make: () => Said | undefined | Promise<Said | undefined>,
): Promise<Ready | undefined> {
  const name = `${programmes.map(numberOf).join(' ')} ${key}`;
  const known = kept.get(name) ?? making.get(name);
  if (known !== undefined) return known;
  const made = makeReady(make);
  making.set(name, made);
  try {
    const page = await made;
    if (page !== undefined) kept.set(name, page);
    return page;
  } finally {
    making.delete(name);
  }
}

function numberOf(programme: Programme): number {
  const number = numbers.get(programme) ?? ++count;
  numbers.set(programme, number);
  return number;
}

async function makeReady(
  make: () => Said | undefined | Promise<Said | undefined>,
): Promise<Ready | undefined> {
  const said = await make();
  return said && ready(said);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
