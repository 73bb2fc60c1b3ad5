import type { LookupFunction } from 'node:net';
import type { Agent, Response } from 'undici';
import { MAX_SCHEDULE_BYTES } from '../../src/schedule/reading/limits.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import type { Source } from '../../src/schedule/source.ts';
import type { Validators } from '../../src/schedule/versions.ts';
import { guardedLookup, refuseUntrusted } from './guard.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const NOT_MODIFIED = 304;

export interface HttpParts {
  readonly timeoutMs: number;
  /** Resolves names; the system's unless told otherwise. */
  readonly lookup?: LookupFunction;
}

export type HttpAnswer =
  | { readonly kind: 'fresh'; readonly bytes: Uint8Array; readonly validators: Validators }
  | { readonly kind: 'unchanged' };

export interface HttpClient {
  get(source: Source, known: Validators): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** Fetches schedules within bounds of time, size (after decompression) and redirects. */
export function createHttpClient({ timeoutMs, lookup }: HttpParts): HttpClient {
  let line: ReturnType<typeof openLine> | undefined;
  return {
    get: async (source, known) => {
      line ??= openLine(lookup);
      const { fetch, agents } = await line;
      const signal = AbortSignal.timeout(timeoutMs);
      const once = (url: URL) =>
        fetch(url, {
          dispatcher: agents[source.trust],
          signal,
          redirect: 'manual',
          headers: requestHeaders(known),
        });
      try {
        const response = await follow(source, once);
        if (response.status === NOT_MODIFIED) return { kind: 'unchanged' };
        const bytes = await bodyOf(response);
        return { kind: 'fresh', bytes, validators: validatorsOf(response) };
      } catch (error) {
        throw inWords(error, source.address, timeoutMs);
      }
    },
    close: async () => {
      const opened = await line;
      await Promise.all([opened?.agents.operator.close(), opened?.agents.chat.close()]);
    },
  };
}

/** The client of HTTP is large, and many a schedule is a file. */
async function openLine(lookup: LookupFunction | undefined) {
  const { Agent, fetch } = await import('undici');
  const agents: Readonly<Record<Source['trust'], Agent>> = {
    operator: new Agent({ connect: lookup === undefined ? {} : { lookup } }),
    chat: new Agent({ connect: { lookup: guardedLookup(lookup) } }),
  };
  return { fetch, agents };
}

async function follow(
  { address, trust }: Source,
  once: (url: URL) => Promise<Response>,
): Promise<Response> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    // It would stand in logs and answers, and `fetch` takes none.
    if (url.username !== '' || url.password !== '') {
      throw new ScheduleFormatError({ kind: 'withPassword', facts: [] });
    }
    if (trust === 'chat') refuseUntrusted(url);
    const response = await once(url);
    if (!REDIRECTS.has(response.status)) {
      if (response.ok || response.status === NOT_MODIFIED) return response;
      await response.body?.cancel();
      throw new ScheduleFormatError({ kind: 'badStatus', facts: [response.status] });
    }
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    if (!URL.canParse(location, url))
      throw new ScheduleFormatError({ kind: 'badRedirect', facts: [location] });
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol))
      throw new ScheduleFormatError({ kind: 'badRedirect', facts: [location] });
  }
  throw new ScheduleFormatError({ kind: 'tooManyRedirects', facts: [MOST_REDIRECTS] });
}

/** An ETag goes back letter by letter: many sources compare it as a whole. */
function requestHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    'user-agent': 'Hallway',
    accept: '*/*',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

function validatorsOf({ headers }: Response): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return {
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
  };
}

/** Counts what comes out of the decompression, so that a small bomb ends as early as a large body. */
async function bodyOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > MAX_SCHEDULE_BYTES) {
      throw new ScheduleFormatError({ kind: 'tooLarge', facts: [length, MAX_SCHEDULE_BYTES] });
    }
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

/** Undici wraps what went wrong, several layers deep at times. */
function inWords(error: unknown, address: string, timeoutMs: number): ScheduleFormatError {
  const seen = new Set<unknown>();
  let cause = error;
  while (cause instanceof Error && !seen.has(cause)) {
    if (cause instanceof ScheduleFormatError) return cause;
    if (cause.name === 'TimeoutError') {
      return new ScheduleFormatError({ kind: 'tooSlow', facts: [timeoutMs / 1000] });
    }
    seen.add(cause);
    if (cause.cause === undefined) break;
    cause = cause.cause;
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ScheduleFormatError({ kind: 'unreachable', facts: [address, reason] });
}
