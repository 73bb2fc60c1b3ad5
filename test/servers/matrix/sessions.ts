import { ApiError } from './api-error.ts';
import type { Reader } from './present.ts';

type State = 'valid' | 'soft' | 'gone';

export interface Sessions {
  /** With the id of an earlier device, that one again. */
  open(user: string, device?: string): Reader & { readonly token: string };
  /** Throws what a homeserver answers to a token that is missing or worth nothing. */
  verify(token: string | undefined): Reader;
  /** What becomes of every token that somebody has; `soft`: the device may log in again. */
  end(user: string, how: 'soft' | 'gone'): void;
}

export function createSessions(mint: (prefix: string) => string): Sessions {
  const known = new Map<string, Reader & { state: State }>();
  return {
    open: (user, device = mint('DEVICE').toUpperCase()) => {
      const token = mint('syt_');
      known.set(token, { user, device, state: 'valid' });
      return { user, device, token };
    },
    verify: (token) => {
      if (token === undefined) throw new ApiError(401, 'M_MISSING_TOKEN', 'Missing access token.');
      const session = known.get(token);
      if (session?.state === 'valid') return session;
      const soft_logout = session?.state === 'soft';
      throw new ApiError(401, 'M_UNKNOWN_TOKEN', 'Invalid access token passed.', { soft_logout });
    },
    end: (user, how) => {
      for (const session of known.values()) if (session.user === user) session.state = how;
    },
  };
}
