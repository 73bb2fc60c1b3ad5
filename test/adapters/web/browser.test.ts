import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentMeter } from '../../../src/log/meter.ts';
import type { Listening } from '../../../src/main/listening.ts';
import { serveWeb } from '../../../src/main/web.ts';
import { CHROMIUM, ENVIRONMENT, notInstalled } from '../../debian/installed.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { at } from '../../support/instants.ts';
import { createWorld, MINUTE_MS } from '../../support/world.ts';
import { collectingLog } from '../discord/collectingLog.ts';

/** As long as a test may take: a machine that is busy is no fault of a page. */
const WAITS_MS = 110_000;
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Options of axe, as JavaScript. */
const ALL_RULES = '{}';
const CONTRAST = "{ runOnly: ['color-contrast'] }";
const PHONE = { width: 390, height: 844 };
const WALL = { width: 1920, height: 1080 };
const NINE = at('2020-02-01T08:00Z');
const LONG =
  'How to chart a path of your own through schedulers, filesystems and other people’s code';

if (CHROMIUM === undefined) console.warn(notInstalled('Pages in a browser'));

describe.skipIf(CHROMIUM === undefined)('In a browser, the pages', () => {
  let browser: Browser;
  let server: Listening;
  let base = '';
  let mine = '';
  beforeAll(async () => {
    const world = await createWorld(conferenceOf(talks(), 'Europe/Brussels'), NINE);
    await world.publish('fosdem');
    await world.delay('janson', 10);
    for (const id of ['10', '11', '12']) await world.star('ada', id);
    const secret = await world.address('ada');
    server = await serveWeb({
      ...{ host: '127.0.0.1', port: 0 },
      ...{ questions: world.web, meter: silentMeter, log: collectingLog() },
    });
    base = `http://127.0.0.1:${server.port}/c/fosdem`;
    mine = `http://127.0.0.1:${server.port}/my/${secret}`;
    browser = await chromium.launch({
      ...{ executablePath: CHROMIUM ?? '', env: ENVIRONMENT, timeout: WAITS_MS },
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const visit = async (url: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: PHONE, ...options });
    context.setDefaultTimeout(WAITS_MS);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(url);
    return { page, refused, close: () => context.close() };
  };

  it('lead on a phone without scripts from the day to a search, a talk and its door', async () => {
    const { page, refused, close } = await visit(base, { javaScriptEnabled: false });

    // A click may be over before the next page is there: each step is waited for by its address.
    await page.getByRole('searchbox').fill('migration');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(`${base}?q=migration`);
    await page.getByRole('link', { name: 'Live migration of containers' }).click();
    await page.waitForURL(`${base}/talk/11`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Live migration of containers',
    );
    expect(await page.getByText('/talk #11').count()).toBe(1);
    await page.getByRole('link', { name: 'Page for the door' }).click();
    await page.waitForURL(`${base}/room/k-1-105`);
    expect(await page.title()).toBe('K.1.105 · A conference');
    await page.goBack();
    await page.waitForURL(`${base}/talk/11`);
    await page.getByRole('link', { name: 'Programme' }).click();
    await page.waitForURL(base);
    await page.getByRole('link', { name: 'Day 2' }).click();
    await page.waitForURL(`${base}?day=2`);
    expect(await page.getByText('A talk of tomorrow').count()).toBe(1);
    expect(refused).toEqual([]);
    await close();
  });

  it('fit a phone without scrolling sideways', async () => {
    const { page, close } = await visit(base);
    for (const path of ['', '/grid', '/now', '/talk/10', '/calendars', '?q=migration']) {
      await page.goto(`${base}${path}`);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(PHONE.width);
    }
    await close();
  });

  it('can be read from ten metres at a door: all of it is on the screen, and large', async () => {
    const { page, close } = await visit(`${base}/room/janson`, { viewport: WALL });
    const height = await page.evaluate('document.documentElement.scrollHeight');
    const sizes = await page.evaluate(
      "[...document.querySelectorAll('p, h1, h2')].map((one) => parseFloat(getComputedStyle(one).fontSize))",
    );
    expect(height).toBeLessThanOrEqual(WALL.height);
    // On a screen a metre wide, 32 of its 1920 pixels are letters of some 12 mm: for ten metres the least.
    expect(Math.min(...(sizes as readonly number[]))).toBeGreaterThanOrEqual(32);
    await close();
  });

  it('can be gone through by keys, the first of which skips what is on every page', async () => {
    const { page, close } = await visit(base);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await close();
  });

  it('print the programme and nothing around it', async () => {
    const { page, close } = await visit(base);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.getByText('Live migration of containers').isVisible()).toBe(true);
    await close();
  });

  it.each([
    ['light', ALL_RULES],
    // What else is there is the same in both.
    ['dark', CONTRAST],
  ] as const)('have nothing serious for axe, %s', async (colorScheme, rules) => {
    // What looks at the page is a script; the pages themselves let none in.
    const { page, close } = await visit(base, { colorScheme, bypassCSP: true });
    const found: string[] = [];
    for (const url of ['', '/grid', '/now', '/talk/10', '/calendars', '/room/janson', mine]) {
      await page.goto(url.startsWith('http') ? url : `${base}${url}`);
      found.push(...(await seriousIn(page, rules)).map((one) => `${url} ${one}`));
    }
    expect(found).toEqual([]);
    await close();
  });
});

async function seriousIn(page: Page, rules: string): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const result = await page.evaluate(
    `axe.run(${rules}).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
  return result as readonly string[];
}

function talks() {
  const rooms = ['Janson', 'K.1.105', 'H.1308', 'UD2.120'];
  const many = Array.from({ length: 40 }, (_, index) =>
    talkAt(String(100 + index), NINE + Math.floor(index / 4) * 30 * MINUTE_MS, {
      room: rooms[index % 4] ?? '',
      title: `${LONG} ${index}`,
    }),
  );
  return [
    talkAt('10', NINE - 5 * MINUTE_MS, {
      room: 'Janson',
      title: LONG,
      abstract:
        'What **matters**:\n\n- one\n- two, at https://example.org/a/very/long/address/that/does/not/break',
      speakers: [
        { name: 'Ada Lovelace' },
        { name: 'Grace Hopper' },
        { name: 'Karen Spärck Jones' },
      ],
    }),
    talkAt('11', NINE + 10 * MINUTE_MS, { room: 'K.1.105', title: 'Live migration of containers' }),
    talkAt('12', NINE + 15 * MINUTE_MS, { room: 'H.1308', title: 'Gone', status: 'canceled' }),
    talkAt('13', NINE + 24 * 60 * MINUTE_MS, { room: 'Janson', title: 'A talk of tomorrow' }),
    ...many,
  ];
}
