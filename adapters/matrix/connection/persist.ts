import { pauseMs } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import { MatrixError, type MatrixHttp } from './http.ts';

/** A homeserver that fails at one call so often does so because of what it is told, such as half a letter. */
const MOST_FAULTS = 8;

/**
 * Does it again while the homeserver is away, or limits how often one may speak, until `signal` aborts: a
 * call with the same transaction is the same event however often it is made. Rejects with what will not pass;
 * whoever takes up a session that has ended must not wait for that here, and says so by `mayPass`.
 */
export async function persistently<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  mayPass: (error: unknown) => boolean = isPassing,
): Promise<T> {
  let faults = 0;
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof MatrixError && error.status === 500) faults += 1;
      if (signal.aborted || faults >= MOST_FAULTS || !mayPass(error)) throw error;
      const told = error instanceof MatrixError ? error.retryAfterMs : undefined;
      await systemClock.sleep(told ?? pauseMs(RECONNECTING, failures), signal);
    }
  }
}

/** The same for every call of a connection. */
export function persistentHttp(http: MatrixHttp, signal: AbortSignal): MatrixHttp {
  return {
    ...http,
    call: (call) => {
      let left = call.triesOfOthers ?? Number.POSITIVE_INFINITY;
      return persistently(
        () => http.call(call),
        signal,
        (error) => {
          if (isOfOthers(error)) left -= 1;
          return left > 0 && isPassing(error);
        },
      );
    },
  };
}

/** Of a call in which other servers have a say: it is they who failed. The homeserver is there, or waits for them. */
export function isOfOthers(error: unknown): boolean {
  if (error instanceof MatrixError) return error.status >= 500 && error.isOfMatrix;
  return error instanceof Error && error.name === 'TimeoutError';
}

/** Whether the same call may go through later. A session that has ended is taken up again, or somebody mends it. */
function isPassing(error: unknown): boolean {
  return (error instanceof MatrixError && error.status === 401) || isAway(error);
}

/** Whether the same call, in the same session, may go through later. */
export function isAway(error: unknown): boolean {
  if (error instanceof MatrixError) return error.status === 429 || error.status >= 500;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return error.name === 'TimeoutError' || /^(?:E[A-Z]|UND_ERR)/u.test(String(code));
}
