import { PlatformError, type PlatformErrorCode } from '../../../src/platform/refusal.ts';
import type { Target } from '../../../src/platform/target.ts';
import { MatrixError } from '../connection/http.ts';

/** What ends a delivery for good (Matrix, client-server API, "Common error codes"). */
const PERMANENT: Readonly<Record<string, PlatformErrorCode>> = {
  M_BAD_JSON: 'invalid',
  M_FORBIDDEN: 'forbidden',
  M_INVALID_PARAM: 'invalid',
  M_NOT_FOUND: 'channel-gone',
  M_NOT_JSON: 'invalid',
  M_TOO_LARGE: 'invalid',
  M_UNSUPPORTED_ROOM_VERSION: 'channel-gone',
};

/** Refused before anything was done, for want of a session that somebody has to mend. */
const SESSION: readonly string[] = ['M_MISSING_TOKEN', 'M_UNKNOWN_TOKEN', 'M_USER_LOCKED'];

/** A failed call in the core's words: what is known of its outcome, and when to try again. */
export function refusalOf(error: unknown, target: Target): PlatformError {
  if (error instanceof PlatformError) return error;
  if (!(error instanceof MatrixError)) {
    const words = 'The homeserver did not answer.';
    return new PlatformError('unavailable', 'unknown', words, { cause: error });
  }
  const { errcode, status, retryAfterMs, message } = error;
  if (errcode === 'M_LIMIT_EXCEEDED' || status === 429) {
    return new PlatformError('rate-limited', 'retry', message, {
      ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }),
      scope: 'lane',
      cause: error,
    });
  }
  if (SESSION.includes(errcode)) {
    return new PlatformError('unavailable', 'retry', message, { scope: 'lane', cause: error });
  }
  if (status >= 500) return new PlatformError('unavailable', 'unknown', message, { cause: error });
  const code = PERMANENT[errcode] ?? 'invalid';
  const isClosed = target.kind === 'member' && code !== 'invalid';
  const known = isClosed ? 'direct-messages-closed' : code;
  return new PlatformError(known, 'permanent', message, { cause: error });
}
