import { retry } from '../../../src/clock/retry.ts';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import { ConfigError } from '../../../src/config/error.ts';
import type { Log } from '../../../src/log.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import type { MatrixApi, Session } from './api.ts';
import { MatrixError } from './http.ts';
import type { MatrixSession } from './session.ts';
import { followNews, type SyncParts } from './sync.ts';

export interface ConnectionParts extends SyncParts {
  readonly api: Pick<MatrixApi, 'sync' | 'setAccountData' | 'history' | 'whoAmI' | 'logIn'>;
  readonly session: MatrixSession;
  readonly log: Log;
}

/** Throws a `ConfigError` for a session that is refused; waits out a homeserver that is down, as long as `signal` lets it. */
export function openSession(
  { api, session, log }: Pick<ConnectionParts, 'api' | 'session' | 'log'>,
  signal: AbortSignal,
): Promise<Session | undefined> {
  return retry(() => session.open(api, signal), {
    ...RECONNECTING,
    clock: systemClock,
    signal,
    onFailure: (error, pauseMs) => {
      if (error instanceof ConfigError) throw error;
      log.warn({ err: error, pauseMs }, 'The Matrix homeserver cannot be reached yet');
    },
  });
}

/** After a refusal that only a person can mend. */
const REFUSED_REST_MS = MINUTE_MS;

/** Follows what happens until `signal` aborts; a session that the homeserver ended is taken up again. */
export async function stayConnected(parts: ConnectionParts, signal: AbortSignal): Promise<void> {
  const { api, session, log, onReach } = parts;
  while (!signal.aborted) {
    try {
      await followNews(parts, signal);
    } catch (error) {
      if (signal.aborted) return;
      onReach(false);
      if (isEnded(error) && (await renewed(session, api, signal, log))) continue;
      log.error({ err: error }, 'What happens on Matrix cannot be followed; it is tried again');
      await systemClock.sleep(REFUSED_REST_MS, signal);
    }
  }
}

function isEnded(error: unknown): boolean {
  return error instanceof MatrixError && error.status === 401;
}

async function renewed(
  session: MatrixSession,
  api: ConnectionParts['api'],
  signal: AbortSignal,
  log: Log,
): Promise<boolean> {
  try {
    await session.renew(api, signal);
    log.info({}, 'The Matrix homeserver ended the session; it is taken up again');
    return true;
  } catch (error) {
    log.error({ err: error }, 'The Matrix session could not be taken up again');
    return false;
  }
}
