import { PlatformError } from '../../../src/platform/refusal.ts';
import { type Answer, type Post, post } from './post.ts';

/** A call is its sender's until `signal` aborts, and as long as `isOurs` says by the clock. */
export interface Lease {
  readonly signal: AbortSignal;
  isOurs(): boolean;
}

const SILENCE_MS = 15_000;

/**
 * Posts unless the call is its sender's no more; then it throws a `PlatformError` `retry`, since nothing
 * left. Looks at the clock where a process that stood still would go on to write: the connection is
 * there, and the request's first byte is written with its last, in the same turn of the event loop.
 */
export async function postWhileOurs(
  address: string | URL,
  request: Pick<Post, 'headers' | 'body'>,
  { signal, isOurs }: Lease,
): Promise<Answer> {
  let wasHeldBack = false;
  const onStart = () => {
    if (isOurs()) return;
    wasHeldBack = true;
    throw new Error('Held back');
  };
  try {
    return await post(address, {
      ...request,
      ...{ silenceMs: SILENCE_MS, signals: [signal], onStart },
    });
  } catch (cause) {
    if (!wasHeldBack) throw cause;
    throw new PlatformError('unavailable', 'retry', 'The lease ended before it was sent', {
      cause,
    });
  }
}
