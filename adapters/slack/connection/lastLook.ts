import { AsyncLocalStorage } from 'node:async_hooks';
import type { FetchFunction } from '@slack/web-api';
import { PlatformError } from '../../../src/platform/refusal.ts';
import { post } from './post.ts';

/** One call, on its way through an SDK that knows of neither. */
interface Errand {
  readonly signal: AbortSignal;
  /** Absent once it has ended. */
  isOurs?: (() => boolean) | undefined;
  wasHeldBack: boolean;
}

const errands = new AsyncLocalStorage<Errand>();

/**
 * What `work` comes to, whose requests go by {@link lookingFetch}: none is written once the call is
 * its sender's no more. Then it throws a `PlatformError` `retry`, since nothing left.
 */
export async function withLastLook<T>(
  signal: AbortSignal,
  isOurs: () => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const errand: Errand = { signal, isOurs, wasHeldBack: false };
  try {
    return await errands.run(errand, work);
  } catch (cause) {
    if (!errand.wasHeldBack) throw cause;
    throw new PlatformError('unavailable', 'retry', 'The lease ended before it was sent', {
      cause,
    });
  } finally {
    // Timers and connections remember for long in what context they were made; the delivery is not to stay with it.
    errand.isOurs = undefined;
  }
}

const SILENCE_MS = 15_000;

/**
 * Looks at the clock where a process that stood still would go on to write: the connection is there,
 * and the request's first byte is written with its last, in the same turn of the event loop.
 */
export const lookingFetch: FetchFunction = async (url, { headers = {}, body, signal } = {}) => {
  const errand = errands.getStore();
  if (typeof body !== 'string') throw new TypeError('A message is sent as text');
  const signals = [signal, errand?.signal].filter((one) => one !== undefined);
  const onStart = errand && (() => lookFor(errand));
  const {
    status,
    statusText,
    headers: given,
    text,
  } = await post(url, {
    ...{ headers, body, signals, onStart, silenceMs: SILENCE_MS },
  });
  return {
    ...{ ok: status >= 200 && status < 300, status, statusText, url: String(url) },
    headers: { get: (name) => given.get(name.toLowerCase()) ?? null, entries: () => given },
    text: async () => text,
    json: async (): Promise<unknown> => JSON.parse(text),
    arrayBuffer: async () => Uint8Array.from(Buffer.from(text)).buffer,
  };
};

function lookFor(errand: Errand): void {
  if (errand.isOurs?.() !== false) return;
  errand.wasHeldBack = true;
  throw new Error('Held back');
}
