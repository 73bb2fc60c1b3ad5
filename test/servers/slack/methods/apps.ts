import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import type { Context, Grant, Methods } from '../context.ts';
import { type Json, textOf } from '../json.ts';
import type { Token } from '../tokens.ts';
import type { Workspace } from '../world.ts';

export const appMethods: Methods = {
  'apps.connections.open': {
    kind: 'app',
    handle: ({ socketMode, origin }) => ({
      url: `${origin().replace('http', 'ws')}${socketMode.issueTicket()}`,
    }),
  },
  'oauth.v2.access': { kind: 'client', handle: access },
};

/** Exchanges the code of an installation, or a refresh token, for tokens. */
function access(context: Context, args: Json): Json {
  const { credentials, tokens, settings, world } = context;
  if (args['client_id'] !== credentials.clientId) throw new ApiError('invalid_client_id');
  if (args['client_secret'] !== credentials.clientSecret) throw new ApiError('bad_client_secret');
  if (args['grant_type'] === 'refresh_token') {
    const old = tokens.exchange(textOf(args['refresh_token']));
    const workspace = world.workspaces.get(old.workspace ?? '');
    if (workspace === undefined) throw new ApiError('invalid_refresh_token');
    const token = tokens.issue(workspace.id, old.scopes, settings.rotation?.expiresInS);
    return installation(context, workspace, token, {});
  }
  const grant = takeGrant(context, args);
  const { workspace, scopes, user, isForAll } = grant;
  workspace.installed = true;
  const token = tokens.issue(workspace.id, scopes, settings.rotation?.expiresInS);
  const organisation = { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true };
  return installation(context, workspace, token, {
    ...(isForAll ? organisation : {}),
    authed_user: { id: user },
  });
}

function takeGrant({ grants }: Context, args: Json): Grant {
  const grant = grants.get(textOf(args['code']));
  if (grant === undefined) throw new ApiError('invalid_code');
  if (grant.used) throw new ApiError('code_already_used');
  if ((args['redirect_uri'] ?? grant.redirectUri) !== grant.redirectUri) {
    throw new ApiError('bad_redirect_uri');
  }
  grant.used = true;
  return grant;
}

function installation({ world }: Context, workspace: Workspace, token: Token, more: Json): Json {
  const expiry =
    token.expiresAt === undefined
      ? {}
      : {
          refresh_token: token.refresh,
          expires_in: Math.round((token.expiresAt - Date.now()) / 1_000),
        };
  return {
    app_id: world.appId,
    scope: token.scopes.join(','),
    token_type: 'bot',
    access_token: token.value,
    ...expiry,
    bot_user_id: workspace.bot.userId,
    team: { id: workspace.id, name: workspace.name },
    enterprise: null,
    is_enterprise_install: false,
    ...more,
  };
}

/** What a person's consent hands to the app, through their browser. */
export function grant(context: Context, of: Omit<Grant, 'used'>): string {
  const code = randomBytes(16).toString('hex');
  context.grants.set(code, { ...of, used: false });
  return code;
}
