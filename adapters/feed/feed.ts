import { hash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Refusal } from '../../src/messages/refusalWords.ts';
import type { Feed } from '../../src/schedule/feed.ts';
import { MAX_SCHEDULE_BYTES } from '../../src/schedule/reading/limits.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { isWebAddress } from '../../src/schedule/source.ts';
import { shownSource } from '../../src/schedule/sources/shownSource.ts';
import type { Validators } from '../../src/schedule/versions.ts';
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
        throw new ScheduleFormatError({ kind: 'notHttps', facts: [shownSource(source.address)] });
      }
      const path = resolve(source.address);
      const validators = await validatorsOf(path);
      if (validators.etag !== undefined && validators.etag === known.etag) {
        return { kind: 'unchanged' };
      }
      const bytes = await readScheduleFile(path);
      return { kind: 'fresh', bytes, fingerprint: fingerprintOf(bytes), validators };
    },
    ask: async (request) => {
      const step = await http.step(request);
      return step.kind === 'document' ? { ...step, fingerprint: fingerprintOf(step.bytes) } : step;
    },
  };
}

/** pretalx writes its calendar anew whenever it is asked, with that moment on each entry: no new version. */
const WRITTEN_AT = /^DTSTAMP[^\r\n]*\r?\n/gim;

export function fingerprintOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (!/^\W*BEGIN:VCALENDAR/i.test(head)) return hash('sha256', bytes, 'hex');
  const text = Buffer.from(bytes).toString('latin1').replace(WRITTEN_AT, '');
  return hash('sha256', Buffer.from(text, 'latin1'), 'hex');
}

/** A file may be written again within the same tick of its clock, at the same length. */
const SURELY_OLD_MS = 2_000;

/** What a file says of itself, as a web address does; none where it is new. */
async function validatorsOf(path: string): Promise<Validators> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile() || Date.now() - file.mtimeMs < SURELY_OLD_MS) return {};
  return { etag: `${file.mtimeMs}-${file.size}` };
}

const REASONS: Readonly<Record<string, Refusal>> = {
  ENOENT: { kind: 'noSuchFile', facts: [] },
  ENOTDIR: { kind: 'noSuchFile', facts: [] },
  EISDIR: { kind: 'notAFile', facts: [] },
  EACCES: { kind: 'forbiddenFile', facts: [] },
  EPERM: { kind: 'forbiddenFile', facts: [] },
};

/**
 * The bytes of a schedule file. One larger than Hallway reads is refused by its size alone; what has
 * no size, such as a pipe, is read no further than the limit. Throws a `ScheduleFormatError`.
 */
export async function readScheduleFile(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > MAX_SCHEDULE_BYTES) {
      throw new ScheduleFormatError({ kind: 'tooLarge', facts: [size, MAX_SCHEDULE_BYTES] });
    }
    return await readUpTo(file.createReadStream({ autoClose: false }));
  } catch (error) {
    throw inWords(error, path);
  }
}

async function readUpTo(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    parts.push(part);
    length += part.length;
    if (length > MAX_SCHEDULE_BYTES) {
      throw new ScheduleFormatError({ kind: 'tooLarge', facts: [length, MAX_SCHEDULE_BYTES] });
    }
  }
  return Buffer.concat(parts, length);
}

function inWords(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  // Node repeats the path: `ELOOP: too many symbolic links encountered, open '/srv/loop'`.
  const reason = error.message.replace(/, \w+(?: '.*')?$/s, '');
  return new ScheduleFormatError(
    REASONS[String(error.code)] ?? { kind: 'unreachable', facts: [path, reason] },
  );
}
