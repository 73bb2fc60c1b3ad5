import { ConfigError } from '../../../src/config/error.ts';
import type { MatrixApi, Session } from './api.ts';
import { MatrixError } from './http.ts';

/** A token with its device, or a password with which a device is made once. */
export type MatrixLogin =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'password';
      readonly user: string;
      /** Absent where the device is made already. */
      readonly password?: string | undefined;
      readonly kept: KeptDevice;
    };

/** Where the device that was made is kept. */
export interface KeptDevice {
  find(): Promise<{ readonly device: string; readonly token: string } | undefined>;
  put(session: { readonly device: string; readonly token: string }): Promise<void>;
}

/** Who Hallway is on its homeserver, and with which token it shows that. */
export interface MatrixSession {
  token(): string | undefined;
  /** Throws a `ConfigError` for a token or a password that is refused. */
  open(api: SessionApi, signal: AbortSignal): Promise<Session>;
  /**
   * Takes the session up again after the homeserver ended it, with the same device: what was sent is known
   * by that. Throws where only a person can help.
   */
  renew(api: SessionApi, signal: AbortSignal): Promise<void>;
}

type SessionApi = Pick<MatrixApi, 'whoAmI' | 'logIn'>;

export function createMatrixSession(login: MatrixLogin): MatrixSession {
  let token = login.kind === 'token' ? login.token : undefined;
  let device: string | undefined;
  const logIn = async (api: SessionApi, signal: AbortSignal): Promise<Session> => {
    if (login.kind === 'token') throw refusedToken('MATRIX_ACCESS_TOKEN');
    const { user, password } = login;
    if (password === undefined) throw needsPassword();
    const same = device === undefined ? {} : { deviceId: device };
    token = undefined;
    const made = await api.logIn({ user, password, ...same }, signal);
    ({ token, device } = made);
    await login.kept.put({ device: made.device, token: made.token });
    return { user: made.user, device: made.device };
  };
  const openKept = async (api: SessionApi, signal: AbortSignal): Promise<Session> => {
    if (login.kind === 'password') {
      const kept = await login.kept.find().catch(() => {
        throw new ConfigError([
          (words) => words.anotherSessionKey('ENCRYPTION_KEY', 'matrix_sessions'),
        ]);
      });
      if (kept === undefined) return logIn(api, signal);
      ({ device, token } = kept);
    }
    return api.whoAmI(signal);
  };
  return {
    token: () => token,
    open: async (api, signal) => {
      try {
        return await openKept(api, signal);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        if (login.kind === 'token') throw refusedToken('MATRIX_ACCESS_TOKEN');
        if (token === undefined) throw refusedToken('MATRIX_PASSWORD');
        return logIn(api, signal).catch((again: unknown) => {
          throw isRefusal(again) ? refusedToken('MATRIX_PASSWORD') : again;
        });
      }
    },
    renew: async (api, signal) => {
      await logIn(api, signal);
    },
  };
}

function needsPassword(): ConfigError {
  return new ConfigError([(words) => words.needsOneOf('MATRIX_USER', 'MATRIX_PASSWORD')]);
}

function refusedToken(variable: string): ConfigError {
  return new ConfigError([(words) => words.homeserverRefused(variable)]);
}

function isRefusal(error: unknown): boolean {
  return error instanceof MatrixError && (error.status === 401 || error.status === 403);
}
