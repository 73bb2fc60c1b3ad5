import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type DecodedSchedule, decodeSchedule } from '../../src/schedule/decode.ts';
import type { Feed } from '../../src/schedule/feed.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import type { Found } from '../../src/schedule/sources/find.ts';

/** A feed whose addresses lead nowhere else: what is asked for anew is what is fetched. */
export function feedOf(fetch: Feed['fetch']): Feed {
  return {
    fetch,
    ask: async ({ url, trust }) => {
      const fetched = await fetch(sourceOf(url.href, undefined, trust), {});
      if (fetched.kind === 'unchanged') throw new Error(`Nothing came from ${url}`);
      return { ...fetched, kind: 'document', type: '' };
    },
  };
}

/** Reads files, and of the web what stands at these addresses. */
export function feedWith(web: Readonly<Record<string, string>>): Feed {
  return feedOf(async ({ address }) => {
    const text = web[address];
    if (text === undefined && URL.canParse(address)) throw new Error(`${address} is not there`);
    const bytes = text === undefined ? await readFile(address) : Buffer.from(text);
    return { kind: 'fresh', bytes, fingerprint: hash('sha256', bytes), validators: {} };
  });
}

/** The command line's own reading, of files alone, in this process. */
export async function readHere(
  address: string,
  timeZone: string | undefined,
  bytesOf: (path: string) => Promise<Uint8Array> = readFile,
): Promise<Found<DecodedSchedule>> {
  const bytes = await bytesOf(address);
  return {
    source: sourceOf(address, timeZone, 'operator'),
    schedule: decodeSchedule(bytes, { timeZone }),
    fingerprint: hash('sha256', bytes),
    ...{ validators: {}, others: [], steps: [] },
  };
}
