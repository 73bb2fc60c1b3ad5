import type { Context } from './context.ts';
import { grant } from './methods/apps.ts';
import type { User, Workspace } from './world.ts';

export interface Installed {
  /** Of the app's last page. */
  readonly status: number;
  readonly body: string;
  /** The scopes that were asked for. */
  readonly scopes: readonly string[];
  /** The same browser goes to the app's last page once more, with the cookies that it had. */
  again(code?: string): Promise<{ readonly status: number; readonly body: string }>;
}

/** What somebody says to Slack's question; an admin may say yes for all workspaces at once. */
export type Consent = 'yes' | 'no' | 'organisation';

/**
 * What a browser does from the app's "Add to Slack" page on: follow it to Slack's consent page (which
 * need not exist), consent or not, and return to the app with the code and its cookies.
 */
export async function install(
  context: Context,
  workspace: Workspace,
  user: User,
  installUrl: string,
  consent: Consent,
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
  const isForAll = consent === 'organisation';
  const code = grant(context, { workspace, user: user.id, scopes, redirectUri, isForAll });
  if (consent !== 'no') {
    back.searchParams.set('code', code);
  } else {
    back.searchParams.set('error', 'access_denied');
  }
  const cookie = start.headers.getSetCookie().map((each) => each.split(';')[0]);
  const goTo = async (page: URL) => {
    const headers = { Cookie: cookie.join('; '), 'Accept-Language': user.locale ?? '' };
    const end = await fetch(page, { headers, redirect: 'manual' });
    return { status: end.status, body: await end.text() };
  };
  const again = (other = code) => {
    back.searchParams.set('code', other);
    return goTo(back);
  };
  return { ...(await goTo(back)), scopes, again };
}
