import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { drawMessage } from './components.ts';

/**
 * Draws docs/images/discord.png from what Discord is really sent (test/golden/discord), for a reader
 * in New York: `node bench/picture/main.ts`, with Chromium at /usr/bin/chromium.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const PICTURE = join(ROOT, 'docs/images/discord.png');
const READER = 'America/New_York';
const SIZE = '1180,1000';

const COLUMNS = [
  [
    ['Only you can see this', 'talk-list'],
    ['#announcements', 'announcement'],
    ['#announcements', 'notice-moved'],
  ],
  [
    ['Only you can see this', 'talk'],
    ['Direct message', 'mytalks'],
  ],
] as const;

function message([where, name]: readonly [string, string]): string {
  const golden = readFileSync(join(ROOT, `test/golden/discord/${name}.json`), 'utf8');
  const { components } = JSON.parse(golden);
  const who = `<div class="who">Hallway <small>APP</small> <i>${where}</i></div>`;
  return `<div class="message"><div class="avatar">H</div><div>${who}${drawMessage(components, READER)}</div></div>`;
}

const style = readFileSync(join(import.meta.dirname, 'discord.css'), 'utf8');
const columns = COLUMNS.map(
  (column) => `<div class="column">${column.map(message).join('')}</div>`,
);
const folder = mkdtempSync(join(tmpdir(), 'hallway-picture-'));
const page = join(folder, 'discord.html');
writeFileSync(
  page,
  `<!doctype html><meta charset="utf-8"><style>${style}</style>${columns.join('')}`,
);
execFileSync('/usr/bin/chromium', [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  `--user-data-dir=${join(folder, 'profile')}`,
  `--window-size=${SIZE}`,
  `--screenshot=${PICTURE}`,
  `file://${page}`,
]);
