import { gunzip, gzip } from 'node:zlib';
import { MAX_WRITTEN } from '../bounds.ts';

/** A few times faster than the usual, for a text a tenth longer. */
const LEVEL = 1;
/** How whatever gzip packs begins in base64; a conference's text begins with a brace. */
const PACKED = 'H4sI';

/**
 * A conference's text as databases keep it, a third as long: what is written at a commit and erased when
 * another version takes its place is written by the thread that everybody waits for. It is packed apart
 * from that, before the transaction.
 */
export function packText(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    gzip(text, { level: LEVEL }, (error, packed) => {
      if (error === null) resolve(packed.toString('base64'));
      else reject(error);
    });
  });
}

/** Of a letter, at most. */
const BYTES = 3;

/**
 * The bytes of what {@link packText} packed; also of a text that nobody did, as older versions of
 * Hallway kept it. Rejects where they are more than a conference's may be.
 */
export async function unpackText(kept: string): Promise<Buffer> {
  return kept.startsWith(PACKED) ? unpacked(kept) : Buffer.from(kept);
}

function unpacked(kept: string): Promise<Buffer> {
  const bounds = { maxOutputLength: BYTES * MAX_WRITTEN };
  return new Promise((resolve, reject) => {
    gunzip(Buffer.from(kept, 'base64'), bounds, (error, written) => {
      if (error === null) resolve(written);
      else reject(error);
    });
  });
}
