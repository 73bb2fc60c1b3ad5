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

/**
 * What was made of a programme, which is the same object as long as it is seen the same. Many look at the
 * same page at the same time, and no two of them are told apart. What else it depends on is in `key`.
 */
export async function remembered(
  programme: Programme,
  key: string,
  make: () => Said | undefined | Promise<Said | undefined>,
): Promise<Ready | undefined> {
  const number = numbers.get(programme) ?? ++count;
  numbers.set(programme, number);
  const name = `${number} ${key}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const said = await make();
  if (said === undefined) return undefined;
  const made = await ready(said);
  kept.set(name, made);
  return made;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
