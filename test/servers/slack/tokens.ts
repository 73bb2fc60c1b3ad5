import { randomBytes } from 'node:crypto';
import { ApiError } from './api-error.ts';

export interface Token {
  readonly value: string;
  readonly kind: 'bot' | 'app';
  /** Absent for app-level tokens. */
  readonly workspace: string | undefined;
  readonly scopes: readonly string[];
  readonly expiresAt: number | undefined;
  readonly refresh: string | undefined;
  /** The error it is answered with. */
  refusal: 'invalid_auth' | 'token_revoked' | 'account_inactive' | undefined;
}

export interface Tokens {
  readonly app: Token;
  /** A new bot token; with `expiresInS` it expires and carries a refresh token. */
  issue(workspace: string, scopes: readonly string[], expiresInS?: number): Token;
  /** Throws what Slack answers for a token that is unknown, revoked or expired. */
  verify(value: string | undefined): Token;
  /** The token of a refresh token, which is used up. */
  exchange(refresh: string): Token;
  /** Every later call with a token of the workspace is refused so. */
  refuse(workspace: string, refusal: NonNullable<Token['refusal']>): void;
  /** The newest of a workspace. */
  latest(workspace: string): Token | undefined;
  /** Every bot token, used up or not. */
  all(): readonly Token[];
  /** One of an earlier Slack. */
  keep(token: Token): void;
  find(value: string): Token | undefined;
}

/** `secret` makes what stands behind the prefix of a token. */
export function createTokens(secret: () => string = randomSecret): Tokens {
  const all = new Map<string, Token>();
  const refreshable = new Map<string, Token>();
  const add = (token: Token) => {
    all.set(token.value, token);
    if (token.refresh !== undefined) refreshable.set(token.refresh, token);
    return token;
  };
  return {
    app: add({
      value: `xapp-1-${secret()}`,
      kind: 'app',
      workspace: undefined,
      scopes: ['connections:write'],
      expiresAt: undefined,
      refresh: undefined,
      refusal: undefined,
    }),
    issue: (workspace, scopes, expiresInS) =>
      add({
        value: `${expiresInS === undefined ? '' : 'xoxe.'}xoxb-${secret()}`,
        kind: 'bot',
        workspace,
        scopes,
        expiresAt: expiresInS === undefined ? undefined : Date.now() + expiresInS * 1_000,
        refresh: expiresInS === undefined ? undefined : `xoxe-1-${secret()}`,
        refusal: undefined,
      }),
    verify(value) {
      if (value === undefined || value === '') throw new ApiError('not_authed');
      const token = all.get(value);
      if (token === undefined) throw new ApiError('invalid_auth');
      if (token.refusal !== undefined) throw new ApiError(token.refusal);
      if ((token.expiresAt ?? Infinity) <= Date.now()) throw new ApiError('token_expired');
      return token;
    },
    exchange(refresh) {
      const token = refreshable.get(refresh);
      if (token === undefined || token.refusal !== undefined) {
        throw new ApiError('invalid_refresh_token');
      }
      refreshable.delete(refresh);
      return token;
    },
    refuse(workspace, refusal) {
      for (const token of all.values()) if (token.workspace === workspace) token.refusal = refusal;
    },
    latest: (workspace) => [...all.values()].findLast((each) => each.workspace === workspace),
    all: () => [...all.values()].filter(({ kind }) => kind === 'bot'),
    keep: add,
    find: (value) => all.get(value),
  };
}

function randomSecret(): string {
  return `${randomBytes(6).toString('hex')}-${randomBytes(12).toString('hex')}`;
}
