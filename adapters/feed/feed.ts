import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Feed, Source } from '../../src/schedule/feed.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { readScheduleFile } from './file.ts';
import type { HttpClient } from './http.ts';

/** Files and web addresses; in chat, addresses alone. */
export function createFeed(http: HttpClient): Feed {
  return {
    fetch: async (source, known) => {
      if (isWebAddress(source)) {
        const answer = await http.get(source, known);
        return answer.kind === 'fresh'
          ? { ...answer, fingerprint: fingerprintOf(answer.bytes) }
          : answer;
      }
      if (source.trust === 'chat') {
        throw new ScheduleFormatError({ kind: 'notHttps', facts: [source.address] });
      }
      const bytes = await readScheduleFile(resolve(source.address));
      return { kind: 'fresh', bytes, fingerprint: fingerprintOf(bytes), validators: {} };
    },
  };
}

function isWebAddress({ address }: Source): boolean {
  return /^https?:\/\//i.test(address);
}

function fingerprintOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
