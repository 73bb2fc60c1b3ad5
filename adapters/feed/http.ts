import type { IncomingHttpHeaders } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { Agent, Dispatcher } from 'undici';
import type { Request } from '../../src/schedule/feed.ts';
import { MAX_SCHEDULE_BYTES } from '../../src/schedule/reading/limits.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import type { Source } from '../../src/schedule/source.ts';
import { shownSource } from '../../src/schedule/sources/shownSource.ts';
import type { Validators } from '../../src/schedule/versions.ts';
import { inUtf8, plainBody } from './encoding.ts';
import { guardedLookup, refuseUntrusted } from './guard.ts';

type Response = Dispatcher.ResponseData;

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const NOT_MODIFIED = 304;

export interface HttpParts {
  readonly timeoutMs: number;
  /** Resolves names; the system's unless told otherwise. */
  readonly lookup?: LookupFunction;
}

interface Body {
  readonly bytes: Uint8Array;
  readonly validators: Validators;
}

export type HttpAnswer = (Body & { readonly kind: 'fresh' }) | { readonly kind: 'unchanged' };

export type HttpStep =
  | (Body & { readonly kind: 'document'; readonly type: string })
  | { readonly kind: 'redirect'; readonly to: URL };

export interface HttpClient {
  get(source: Source, known: Validators): Promise<HttpAnswer>;
  /** One request; a redirect is not followed. */
  step(request: Request): Promise<HttpStep>;
  /** Lets go of what it holds open; a request after it opens that anew. */
  close(): Promise<void>;
}

/** Fetches schedules within bounds of time, size (after decompression) and redirects. */
export function createHttpClient({ timeoutMs, lookup }: HttpParts): HttpClient {
  let line: ReturnType<typeof openLine> | undefined;
  const open = () => {
    line ??= openLine(lookup);
    return line;
  };
  return {
    get: async (source, known) => {
      const { request, agents } = await open();
      const signal = AbortSignal.timeout(timeoutMs);
      const headers = requestHeaders(known);
      const once = (url: URL) =>
        request(url, { dispatcher: agents[source.trust], signal, headers });
      try {
        const response = await follow(source, once);
        if (response.statusCode === NOT_MODIFIED) {
          await response.body.dump();
          return { kind: 'unchanged' };
        }
        return { kind: 'fresh', ...(await bodyIn(response)) };
      } catch (error) {
        throw inWords(error, shownSource(source.address), timeoutMs);
      }
    },
    step: async ({ url, trust, accept, within }) => {
      const { request, agents } = await open();
      const timer = createTimer(Math.min(within.ms, timeoutMs));
      const headers = requestHeaders({}, accept);
      try {
        refuseGuarded(url, trust);
        const { signal } = timer;
        const response = await request(url, { dispatcher: agents[trust], signal, headers });
        if (!isGood(response.statusCode)) {
          await response.body.dump();
          return { kind: 'redirect', to: redirectedFrom(url, response) };
        }
        const type = textOf(response.headers['content-type']) ?? '';
        if (/^(?:text\/html|application\/xhtml)/i.test(type)) timer.shorten(within.pageMs);
        return { kind: 'document', type, ...(await bodyIn(response)) };
      } catch (error) {
        throw inWords(error, shownSource(url.href), timer.ms());
      } finally {
        timer.stop();
      }
    },
    close: async () => {
      const opened = await line;
      line = undefined;
      await Promise.all([opened?.agents.operator.close(), opened?.agents.chat.close()]);
    },
  };
}

async function bodyIn(response: Response): Promise<Body> {
  const { headers } = response;
  const bytes = inUtf8(await bodyOf(response), textOf(headers['content-type']));
  return { bytes, validators: validatorsOf(headers) };
}

/** Like `AbortSignal.timeout`, of a time that may turn out to be shorter. */
function createTimer(atMost: number) {
  const begun = performance.now();
  const aborting = new AbortController();
  const abort = () => aborting.abort(new DOMException('Too slow', 'TimeoutError'));
  let ms = atMost;
  let timer = setTimeout(abort, ms);
  return {
    signal: aborting.signal,
    ms: () => ms,
    shorten: (to: number) => {
      if (to >= ms) return;
      ms = to;
      clearTimeout(timer);
      timer = setTimeout(abort, Math.max(0, begun + ms - performance.now()));
    },
    stop: () => clearTimeout(timer),
  };
}

/** The client of HTTP is large, and many a schedule is a file. */
async function openLine(lookup: LookupFunction | undefined) {
  const { Agent, request } = await import('undici');
  const agents: Readonly<Record<Source['trust'], Agent>> = {
    operator: new Agent({ connect: lookup === undefined ? {} : { lookup } }),
    chat: new Agent({ connect: { lookup: guardedLookup(lookup) } }),
  };
  return { request, agents };
}

async function follow(
  { address, trust }: Source,
  once: (url: URL) => Promise<Response>,
): Promise<Response> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    refuseGuarded(url, trust);
    const response = await once(url);
    if (isGood(response.statusCode)) return response;
    await response.body.dump();
    url = redirectedFrom(url, response);
  }
  throw new ScheduleFormatError({ kind: 'tooManyRedirects', facts: [MOST_REDIRECTS] });
}

function refuseGuarded(url: URL, trust: Source['trust']): void {
  // It would stand in logs and answers.
  if (url.username !== '' || url.password !== '') {
    throw new ScheduleFormatError({ kind: 'withPassword', facts: [] });
  }
  if (trust === 'chat') refuseUntrusted(url);
}

/** Where to ask next. Throws where the answer tells of nowhere. */
function redirectedFrom(url: URL, { statusCode: status, headers }: Response): URL {
  if (!REDIRECTS.has(status)) {
    const kind = status === 404 && isPretalx(url) ? 'notPublic' : 'badStatus';
    throw new ScheduleFormatError({ kind, facts: [status] });
  }
  const location = textOf(headers['location']);
  if (location === undefined) {
    throw new ScheduleFormatError({ kind: 'redirectNowhere', facts: [status] });
  }
  const next = URL.parse(location, url);
  if (next === null || !/^https?:$/.test(next.protocol)) {
    throw new ScheduleFormatError({ kind: 'badRedirect', facts: [shownSource(location)] });
  }
  return next;
}

function isGood(status: number): boolean {
  return (status >= 200 && status < 300) || status === NOT_MODIFIED;
}

/** Where pretalx exports a schedule: it is not found there while it is not public. */
function isPretalx({ hostname, pathname }: URL): boolean {
  return /\/schedule\/export\/schedule\.\w+$/.test(pathname) || /\bpretalx\b/.test(hostname);
}

/** An ETag goes back letter by letter: many sources compare it as a whole. */
function requestHeaders(
  { etag, lastModified }: Validators,
  accept = '*/*',
): Record<string, string> {
  return {
    'user-agent': 'Hallway',
    accept,
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

function validatorsOf(headers: IncomingHttpHeaders): Validators {
  const etag = textOf(headers.etag);
  const lastModified = textOf(headers['last-modified']);
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

/** A header's value, the first of several. */
function textOf(header: string | string[] | undefined): string | undefined {
  const [first] = [header].flat();
  return first === '' ? undefined : first;
}

/** Counts what comes out of the decompression, so that a small bomb ends as early as a large body. */
async function bodyOf({ body, headers }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of plainBody(body, textOf(headers['content-encoding']))) {
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
