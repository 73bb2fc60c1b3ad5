import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDrawing } from '../../../adapters/picture/picture.ts';
import { SCOPES } from '../../../adapters/slack/connection/scopes.ts';
import { createManifest } from '../../../adapters/slack/manifest.ts';
import { createStores } from '../../../adapters/storage/stores.ts';
import { createApp } from '../../../src/app/app.ts';
import { stopwatch, systemClock } from '../../../src/clock.ts';
import { commandSpecs } from '../../../src/commands/commands.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import { silentLog } from '../../../src/log.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import { createPlatforms } from '../../../src/platform/platforms.ts';
import { createTalkIndex } from '../../../src/search/talkIndex.ts';
import { checkManifest } from '../../servers/slack/rules/manifest.ts';
import { feedOf } from '../../support/feeds.ts';
import { openMemory } from '../../support/memory.ts';
import { keyOf } from '../../support/names.ts';
import type { Ended } from '../../support/program.ts';
import { runHere } from '../../support/serving.ts';
import { sharedPath } from '../../support/shared.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FILE = resolve(ROOT, 'adapters/slack/manifest.json');
const SCHEMA = sharedPath('specs/slack/manifest.schema.2.0.0.json');

/** The commands as the whole program tells its platforms. */
async function commandsOfTheProgram(): Promise<readonly CommandSpec[]> {
  const database = await openMemory();
  onTestFinished(() => database.close());
  const { commands } = createApp({
    drawDay: createDrawing(),
    ...createStores(database, systemClock),
    platforms: createPlatforms(silentLog),
    clock: systemClock,
    speed: 1,
    log: silentLog,
    meter: silentMeter,
    feed: feedOf(() => Promise.reject(new Error('Not asked here.'))),
    stopwatch,
    makeIndex: createTalkIndex,
    chance: { id: randomUUID, bytes: randomBytes, fraction: Math.random },
    defaultSource: { key: keyOf('none'), address: 'none', trust: 'operator' },
    refreshMinutes: 5,
    retentionDays: 30,
    owner: randomUUID(),
    everyMinute: () => ({ stop: async () => {} }),
    decode: () => Promise.reject(new Error('Not asked here.')),
  });
  return commands;
}

const domains = ['fosdem.org'];
const ASKED = [
  { prefix: '', unfurlDomains: domains },
  { prefix: 'fosdem-', unfurlDomains: [] },
  { prefix: 'abcdefghijklmnopqrst', unfurlDomains: domains, address: 'https://example.org:8443' },
];

function written(manifest: unknown): unknown {
  return JSON.parse(JSON.stringify(manifest));
}

describe('the manifest', () => {
  test('is the one that the list of commands makes (npm run golden writes it anew)', async () => {
    const commands = await commandsOfTheProgram();
    const made = createManifest(commands, { prefix: '', unfurlDomains: domains });
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(FILE);
  });

  test('lets people write to the app, and asks for no scope that docs/slack.md does not explain', async () => {
    const options = { prefix: '', unfurlDomains: [] };
    const { features, oauth_config } = createManifest(commandSpecs, options);
    expect(features.app_home.messages_tab_enabled).toBe(true);
    const page = await readFile(resolve(ROOT, 'docs/slack.md'), 'utf8');
    expect(oauth_config.scopes.bot).toEqual(SCOPES);
    const explained = [...page.matchAll(/^\| `([a-z_:]+)` \| .{20,} \|$/gm)].map(
      ([, scope]) => scope,
    );
    expect(explained).toEqual(SCOPES);
  });
});

/** What each call and event needs (docs.slack.dev/reference/methods, events). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  link_shared: ['links:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};
const OF_COMMANDS = 'commands';

test('every scope is needed by a call or an event, and every call and event has its scopes', async () => {
  const folder = resolve(ROOT, 'adapters/slack');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(names.map((name) => readFile(resolve(folder, name), 'utf8')));
  const calls = sources
    .flatMap((source) => [...source.matchAll(/(?<!receiver\.)\bclient\.((?:\w+\.)?\w+)\(/gu)])
    .map(([, call = '']) => call);
  const { settings } = createManifest(commandSpecs, { prefix: '', unfurlDomains: domains });
  const used = [...new Set([...calls, ...settings.event_subscriptions.bot_events])];
  expect(used.toSorted()).toEqual(Object.keys(NEEDED).toSorted());
  const needed = new Set([OF_COMMANDS, ...used.flatMap((each) => NEEDED[each] ?? [])]);
  expect([...needed].toSorted()).toEqual(SCOPES);
});

describe('a manifest that somebody asks for', () => {
  test('is the one in the repository when nothing else is wanted', async () => {
    const { stdout, code } = await run('--domain', 'fosdem.org');
    expect([code, JSON.parse(stdout)]).toEqual([0, JSON.parse(await readFile(FILE, 'utf8'))]);
  });

  test('has its commands under a prefix, and every request and installation come over HTTP', async () => {
    const { stdout } = await run('--url', 'https://hallway.example.org', '--prefix', 'fosdem-');
    const { features, settings, oauth_config } = JSON.parse(stdout);
    const url = 'https://hallway.example.org/slack/events';
    expect(
      features.slash_commands.map((each: Record<string, string>) => [each['command'], each['url']]),
    ).toEqual(
      [
        '/fosdem-talk',
        '/fosdem-now',
        '/fosdem-next',
        '/fosdem-schedule',
        '/fosdem-room',
        '/fosdem-changes',
        '/fosdem-follow',
        '/fosdem-mytalks',
        '/fosdem-speaker',
        '/fosdem-conference',
        '/fosdem-help',
        '/hallway',
      ].map((command) => [command, url]),
    );
    expect(features.unfurl_domains).toBeUndefined();
    expect(settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    });
    expect(oauth_config.redirect_urls).toEqual([
      'https://hallway.example.org/slack/oauth_redirect',
    ]);
  });

  test.each([
    [['--url', 'example.org'], /^--url is “example\.org”; .*http/],
    [['--url', 'https://'], /^--url is “https:\/\/”; .*http/],
    [['--prefix', 'FOSDEM '], /^--prefix is “FOSDEM ”; .*1 to 20 of/],
    [['--domian', 'example.org'], /^There is no option --domian\. Did you mean --domain\?$/],
  ])('that cannot be is refused in words: %j', async (options, words) => {
    const { code, stdout, stderr } = await run(...options);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toMatch(words);
  });

  test('is explained', async () => {
    const { code, stdout } = await run('--help');
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'Usage: hallway manifest [options]']);
    for (const option of ['--url', '--prefix', '--domain']) expect(stdout).toContain(option);
  });

  test.each(ASKED)('is one that Slack takes: %o', (options) => {
    expect(checkManifest(written(createManifest(commandSpecs, options)))).toEqual([]);
  });

  test('that Slack would refuse is told apart', () => {
    const long = { prefix: 'x'.repeat(30), unfurlDomains: Array(6).fill('example.org') };
    expect(checkManifest(written(createManifest(commandSpecs, long)))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^features\.slash_commands\.0\.command: /),
        expect.stringMatching(/^features\.unfurl_domains: /),
      ]),
    );
  });

  test.skipIf(SCHEMA === undefined).each(ASKED)(
    'is valid against Slack’s schema: %o (skipped where ../shared is absent)',
    async (options) => {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(await readFile(SCHEMA ?? '', 'utf8')));
      validate(written(createManifest(commandSpecs, options)));
      expect(validate.errors).toBe(null);
    },
  );
});

function run(...options: readonly string[]): Promise<Ended> {
  return runHere(['manifest', ...options], '');
}
