import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Page as BrowserPage, chromium } from 'playwright-core';
import { CHROMIUM, ENVIRONMENT, notInstalled } from '../../test/debian/installed.ts';
import { escapeHtml } from './html.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** All, where none is named. */
const ASKED = process.argv.slice(2);

export interface Page {
  /** Of the picture in docs/images. */
  readonly name: string;
  /** In this folder. */
  readonly style: string;
  readonly className?: string;
  readonly body: string;
  /** In pixels: width, and the least height. */
  readonly size: readonly [number, number];
}

/** Photographs a page of our own with Chromium, all of it, without any network. */
export async function photograph({ name, style, className = '', body, size }: Page): Promise<void> {
  const css = readFileSync(join(import.meta.dirname, style), 'utf8');
  const html = `<!doctype html><meta charset="utf-8"><style>${css}</style><body class="${className}">${body}`;
  await withPage(name, size, (page) => page.setContent(html), true);
}

/** Photographs what a screen of that size shows at an address. */
export async function photographAt(
  address: string,
  { name, size }: Pick<Page, 'name' | 'size'>,
): Promise<void> {
  await withPage(name, size, (page) => page.goto(address), false);
}

async function withPage(
  name: string,
  [width, height]: Page['size'],
  fill: (page: BrowserPage) => Promise<unknown>,
  fullPage: boolean,
): Promise<void> {
  if (ASKED.length > 0 && !ASKED.includes(name)) return;
  if (CHROMIUM === undefined) throw new Error(notInstalled('Pictures'));
  const browser = await chromium.launch({
    ...{ executablePath: CHROMIUM, env: ENVIRONMENT, args: ['--no-sandbox'] },
  });
  const page = await browser.newPage({ viewport: { width, height } });
  await fill(page);
  await page.screenshot({ path: join(ROOT, 'docs/images', `${name}.png`), fullPage });
  await browser.close();
}

/** What a platform is really sent. */
export function payload(platform: string, name: string) {
  return JSON.parse(readFileSync(join(ROOT, `test/golden/${platform}/${name}.json`), 'utf8'));
}

/** What somebody says, and the answer beneath. */
export function exchange(name: string, words: string, answer: string): string {
  const [initial = ''] = name.toUpperCase();
  const asked = escapeHtml(words).replace('@Hallway', '<span class="mention">@Hallway</span>');
  const said = `<div class="who">${name}</div><div class="text">${asked}</div>`;
  return `<div class="message"><div class="avatar person">${initial}</div><div>${said}</div></div>${message([`replies to ${name}`, answer])}`;
}

/** Messages side by side: where each stands, and its content. */
export function columns(
  messages: readonly (readonly (readonly [where: string, content: string])[])[],
): string {
  return messages
    .map((column) => `<div class="column">${column.map(message).join('')}</div>`)
    .join('');
}

function message([where, content]: readonly [string, string]): string {
  const who = `<div class="who">Hallway <small>APP</small> <i>${where}</i></div>`;
  return `<div class="message"><div class="avatar">H</div><div>${who}${content}</div></div>`;
}
