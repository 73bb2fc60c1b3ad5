import type { FetchFunction } from '@slack/web-api';
import { Agent, type Dispatcher } from 'undici';

export interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Slack's longest silence, before it answers and while it does. */
  readonly silenceMs: number;
  /** Whichever aborts first ends the call, which rejects with its reason. */
  readonly signals?: readonly AbortSignal[];
  /** Called where the connection is there and the request is written next; what it throws ends the call, unwritten. */
  readonly onStart?: (() => void) | undefined;
}

export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** In lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** One request at a time on each connection: where that one begins, it is written. */
const agent = new Agent({ allowH2: false });

/**
 * Posts to Slack and resolves with what it answers, of whatever status. Not by `fetch`, whose requests
 * and streams register with V8 for their end: some 25 KB of each call would outlive every small
 * collection, and the heap grow by that until the next large one.
 */
export function post(
  address: string | URL,
  request: Post,
  dispatcher: Dispatcher = agent,
): Promise<Answer> {
  const { origin, pathname, search } = new URL(address);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { headers, body, silenceMs, signals = [] } = request;
  const leave = leaving(signals, reject);
  const answering = { request, resolve, reject };
  dispatcher.dispatch(
    {
      ...{ origin, path: pathname + search, method: 'POST', headers: { ...headers }, body },
      ...{ headersTimeout: silenceMs, bodyTimeout: silenceMs },
    },
    handlerOf(answering, leave),
  );
  return promise.finally(leave.end);
}

interface Answering {
  readonly request: Pick<Post, 'onStart'>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

function handlerOf(
  { request, resolve, reject }: Answering,
  leave: Leaving,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let head: Omit<Answer, 'text'> = { status: 0, statusText: '', headers: new Map() };
  return {
    onRequestStart: (controller) => {
      leave.by((reason) => controller.abort(reason));
      request.onStart?.();
    },
    onResponseStart: (_controller, status, headers, statusText = '') => {
      head = { status, statusText, headers: new Map(Object.entries(headers).map(single)) };
    },
    onResponseData: (_controller, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve({ ...head, text: Buffer.concat(chunks).toString() }),
    onResponseError: (_controller, error) => reject(error),
  };
}

function single([name, value = '']: [string, string | string[] | undefined]): [string, string] {
  return [name, typeof value === 'string' ? value : value.join(', ')];
}

interface Leaving {
  /** How a request that has begun is ended. */
  by(abort: (reason: Error) => void): void;
  /** Nobody waits any more. */
  end(): void;
}

/** Rejects as soon as a signal aborts, whether or not the request has begun. */
function leaving(signals: readonly AbortSignal[], reject: (error: unknown) => void): Leaving {
  let abort: (reason: Error) => void = () => undefined;
  const aborted = () => signals.find((signal) => signal.aborted);
  const leave = () => {
    const reason = aborted()?.reason;
    reject(reason);
    abort(reason);
  };
  for (const signal of signals) signal.addEventListener('abort', leave);
  if (aborted() !== undefined) leave();
  return {
    by: (end) => {
      abort = end;
      if (aborted() !== undefined) leave();
    },
    end: () => {
      for (const signal of signals) signal.removeEventListener('abort', leave);
    },
  };
}

const SILENCE_MS = 15_000;

/** For the SDK's clients; files go by `fetch` itself. */
export const postingFetch: FetchFunction = async (url, init = {}) => {
  const { headers = {}, body, signal } = init;
  if (typeof body !== 'string') return fetch(url, init);
  const signals = signal === undefined ? [] : [signal];
  const answer = await post(url, { headers, body, signals, silenceMs: SILENCE_MS });
  const { status, statusText, headers: given, text } = answer;
  return {
    ...{ ok: status >= 200 && status < 300, status, statusText, url: String(url) },
    headers: { get: (name) => given.get(name.toLowerCase()) ?? null, entries: () => given },
    text: async () => text,
    json: async (): Promise<unknown> => JSON.parse(text),
    arrayBuffer: async () => Uint8Array.from(Buffer.from(text)).buffer,
  };
};
