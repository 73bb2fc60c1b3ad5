import type { Context } from './context.ts';
import { grant } from './methods/apps.ts';
import type { User, Workspace } from './world.ts';

export interface Installed {
  /** Of the app's last page. */
  readonly status: number;
  readonly body: string;
  /** The scopes that were asked for. */
  readonly scopes: readonly string[];
}

/**
 * What a browser does from the app's "Add to Slack" page on: follow it to Slack's consent page (which
 * need not exist), consent or not, and return to the app with the code and its cookies.
 */
export async function install(
  context: Context,
  workspace: Workspace,
  user: User,
  installUrl: string,
  consent: boolean,
): Promise<Installed> {
  const start = await fetch(installUrl, { redirect: 'manual' });
  const page = await start.text();
  const link = start.headers.get('location') ?? page.match(/href="([^"]*authorize[^"]*)"/)?.[1];
  if (link === undefined) throw new Error(`${installUrl} leads to no consent page: ${page}`);
  const asked = new URL(link.replaceAll('&amp;', '&')).searchParams;
  if (asked.get('client_id') !== context.credentials.clientId) {
    throw new Error(`Slack knows no app "${String(asked.get('client_id'))}".`);
  }
  const scopes = (asked.get('scope') ?? '').split(',').filter((each) => each !== '');
  const redirectUri = asked.get('redirect_uri') ?? undefined;
  const back = new URL(redirectUri ?? new URL('/slack/oauth_redirect', installUrl));
  const state = asked.get('state');
  if (state !== null) back.searchParams.set('state', state);
  if (consent) {
    const code = grant(context, { workspace, user: user.id, scopes, redirectUri });
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
  }
  const cookie = start.headers.getSetCookie().map((each) => each.split(';')[0]);
  const end = await fetch(back, { headers: { Cookie: cookie.join('; ') }, redirect: 'manual' });
  return { status: end.status, body: await end.text(), scopes };
}
