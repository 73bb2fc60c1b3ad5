import { pipeline, type Readable } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';

/** By the names of HTTP's content codings. */
const DECOMPRESSIONS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
} as const;
/** No source puts more around its schedule. */
const MOST_LAYERS = 3;

/**
 * A body out of its content codings, the last applied first. Where the compressed body ends before its
 * end, reading fails: what is there would look like a schedule that lost its talks. Throws on codings
 * that nobody asked for.
 */
export function plainBody(
  body: Readable,
  contentEncoding: string | undefined,
): AsyncIterable<Uint8Array> {
  const codings = (contentEncoding ?? '').toLowerCase().split(',');
  const layers = codings
    .map((coding) => coding.trim())
    .filter((name) => !/^(?:identity)?$/.test(name));
  if (layers.length > MOST_LAYERS) throw new Error(`Too many content codings: ${contentEncoding}`);
  return layers.reduceRight<Readable>((stream, name) => {
    const decompress = Object.hasOwn(DECOMPRESSIONS, name)
      ? DECOMPRESSIONS[name as keyof typeof DECOMPRESSIONS]
      : undefined;
    if (decompress === undefined) throw new Error(`The content coding “${name}” is unknown`);
    // Whoever reads the last of them hears of what went wrong in any.
    return pipeline(stream, decompress(), () => undefined);
  }, body);
}

const UTF_8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * A text's bytes in UTF-8, marked so, where `Content-Type` names another encoding. A mark of the bytes
 * themselves counts more, and so does that they are UTF-8, whatever a server says of all its files.
 */
export function inUtf8(bytes: Uint8Array, contentType: string | undefined): Uint8Array {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  if (charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset) || isMarked(bytes))
    return bytes;
  if (!/^utf-?16/i.test(charset) && textIn(bytes, 'utf-8') !== undefined) return bytes;
  const text = textIn(bytes, charset);
  if (text === undefined) return bytes;
  return Buffer.concat([UTF_8_MARK, Buffer.from(text)]);
}

function isMarked([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 || (first === 0xef && second === 0xbb && third === 0xbf);
}

/** `undefined` where the bytes are not in that encoding, or nobody knows it. */
function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
