import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CallbackOptions, ErrorCode, type Installation } from '@slack/oauth';
import { languageOf, type Messages, messagesFor } from '../../../src/messages/messages.ts';

export const INSTALL_PATH = '/slack/install';

type Page = keyof Messages['installation'];

/** The end of an installation as a page in words, whatever it is; organisations are turned away. */
export const installPages = (commandPrefix: string): CallbackOptions => ({
  async afterInstallation(installation, _options, request, response) {
    if (!installation.isEnterpriseInstall) return true;
    showPage(request, response, 'organisation', 403);
    return false;
  },
  success(installation, _options, request, response) {
    const about = { link: workspaceOf(installation), commandPrefix };
    showPage(request, response, 'done', 200, about);
  },
  failure({ code }, _options, request, response) {
    if (NOT_BEGUN_HERE.includes(code)) return showPage(request, response, 'begunElsewhere', 400);
    showPage(request, response, 'failed', 500);
  },
});

export function showCanceled(request: IncomingMessage, response: ServerResponse): void {
  showPage(request, response, 'canceled', 200);
}

const NOT_BEGUN_HERE: readonly string[] = [
  ErrorCode.InvalidStateError,
  ErrorCode.MissingStateError,
  ErrorCode.MissingCodeError,
];

/** Slack's own address that opens an app in a workspace, in whatever the person has. */
function workspaceOf({ team, appId = '' }: Pick<Installation, 'team' | 'appId'>): string {
  const asked = new URLSearchParams({ app: appId, team: team?.id ?? '' });
  return `https://slack.com/app_redirect?${asked}`.replaceAll('&', '&amp;');
}

function showPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  status: number,
  { link = INSTALL_PATH, commandPrefix = '' } = {},
): void {
  const [locale] = (request.headers['accept-language'] ?? '').split(/[,;]/, 1);
  const { title, text, link: label } = messagesFor(locale, commandPrefix).installation[page];
  response.writeHead(status, HEADERS);
  response.end(`<!doctype html>
<html lang="${languageOf(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<body style="${STYLE}">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="${link}">${label}</a></p>
</html>
`);
}

const STYLE = 'max-width:32rem;margin:4rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif';

/** The page's address holds a code, which is nobody else's. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};
