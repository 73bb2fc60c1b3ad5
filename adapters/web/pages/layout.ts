import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { Messages } from '../../../src/messages/messages.ts';
import { plain } from '../../../src/platform/text.ts';

/** What the library has escaped, or made of what it has. */
export type Html = ReturnType<typeof html>;

export const STYLE = readFileSync(new URL('style.css', import.meta.url), 'utf8');
/** Another style has another address, so that it may be kept for ever. */
export const STYLE_PATH = `/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;

/** An open door. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b4ea2" d="M2 1h12v14H2z"/><path fill="#fff" d="M4 3h8v12H4z"/><path fill="#0b4ea2" d="m4 3 5 2v10l-5 0z"/></svg>';
export const ICON_PATH = '/icon.svg';

export interface Layout {
  readonly title: string;
  /** Beside the title of the window. */
  readonly of?: string;
  readonly navigation?: Html;
  readonly content: Html;
  readonly footer?: Html;
  /** A page that is looked at from far away. */
  readonly look?: 'door';
  /** A page that search engines are not to know. */
  readonly isOwn?: true;
}

/** A page that works without a script, read by people, screen readers and printers. */
export function layout(page: Layout, { time, web }: Messages): Html {
  const { title, of, navigation, content, footer, look, isOwn } = page;
  return html`<!doctype html>
<html lang="${time.locale}" class="${look ?? 'page'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isOwn === true ? html`<meta name="robots" content="noindex">` : ''}
<title>${plain(of === undefined ? title : `${title} · ${of}`)}</title>
<link rel="icon" href="${ICON_PATH}">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
${navigation === undefined ? '' : html`<a class="skip" href="#content">${web.page.toContent}</a>`}
${navigation ?? ''}
<main id="content">
<h1>${plain(title)}</h1>
${content}
</main>
${footer === undefined ? '' : html`<footer>${footer}</footer>`}
</body>
</html>
`;
}
