import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { escapeHtml } from './html.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CHROMIUM = '/usr/bin/chromium';
/** All, where none is named. */
const ASKED = process.argv.slice(2);

export interface Page {
  /** Of the picture in docs/images. */
  readonly name: string;
  /** In this folder. */
  readonly style: string;
  readonly className?: string;
  readonly body: string;
  /** In pixels: width, height. */
  readonly size: readonly [number, number];
}

/** Photographs a page of our own with Chromium, without any network. */
export function photograph({ name, style, className = '', body, size }: Page): void {
  if (ASKED.length > 0 && !ASKED.includes(name)) return;
  const folder = mkdtempSync(join(tmpdir(), 'hallway-picture-'));
  const page = join(folder, 'page.html');
  const css = readFileSync(join(import.meta.dirname, style), 'utf8');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${css}</style><body class="${className}">${body}`,
  );
  execFileSync(
    CHROMIUM,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${size.join(',')}`,
      `--screenshot=${join(ROOT, 'docs/images', `${name}.png`)}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  );
  rmSync(folder, { recursive: true });
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
