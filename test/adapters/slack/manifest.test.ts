import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createManifest } from '../../../adapters/slack/manifest.ts';
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import { openDatabase } from '../../../adapters/storage/database.ts';
import { createStores } from '../../../adapters/storage/stores.ts';
import { createApp } from '../../../src/app.ts';
import { systemClock } from '../../../src/clock.ts';
import type { CommandSpec } from '../../../src/commands/command.ts';
import { silentLog } from '../../../src/log.ts';
import { sharedPath } from '../../support/shared.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FILE = resolve(ROOT, 'adapters/slack/manifest.json');
const SCHEMA = sharedPath('specs/slack/manifest.schema.2.0.0.json');

/** The commands as the whole program tells its platforms. */
async function commandsOfTheProgram(): Promise<readonly CommandSpec[]> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  onTestFinished(() => database.close());
  const { commands } = createApp({
    ...createStores(database, systemClock),
    clock: systemClock,
    speed: 1,
    log: silentLog,
    feed: { fetch: () => Promise.reject(new Error('Not asked here.')) },
    chance: { id: randomUUID, bytes: randomBytes, fraction: Math.random },
    defaultSource: { key: 'none', address: 'none', trust: 'operator' },
    refreshMinutes: 5,
    retentionDays: 30,
    owner: randomUUID(),
    everyMinute: () => ({ stop: async () => {} }),
    decode: () => Promise.reject(new Error('Not asked here.')),
  });
  return commands;
}

const manifestFor = async (prefix: string) =>
  createManifest(await commandsOfTheProgram(), { prefix, unfurlDomains: ['fosdem.org'] });

describe('the manifest', () => {
  test('is the one that the list of commands makes (UPDATE_GOLDEN=1 writes it anew)', async () => {
    const made = await manifestFor('');
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(FILE, JSON.stringify(made, null, 2));
    expect(JSON.parse(await readFile(FILE, 'utf8'))).toEqual(made);
  });

  test('has every command, the one that always works too, under the prefix that was chosen', async () => {
    const { slash_commands } = (await manifestFor('fosdem-')).features;
    expect(slash_commands.map(({ command }) => command)).toEqual([
      '/fosdem-talk',
      '/fosdem-now',
      '/fosdem-next',
      '/fosdem-schedule',
      '/fosdem-mytalks',
      '/fosdem-conference',
      '/fosdem-help',
      '/hallway',
    ]);
  });

  test('lets people write to the app, and asks for no scope that docs/slack.md does not explain', async () => {
    const { features, oauth_config } = await manifestFor('');
    expect(features.app_home.messages_tab_enabled).toBe(true);
    const page = await readFile(resolve(ROOT, 'docs/slack.md'), 'utf8');
    expect(oauth_config.scopes.bot).toEqual(SCOPES);
    const explained = [...page.matchAll(/^\| `([a-z:]+)` \| .{20,} \|$/gm)].map(
      ([, scope]) => scope,
    );
    expect(explained).toEqual(SCOPES);
  });

  test.skipIf(SCHEMA === undefined)(
    'is valid against Slack’s schema (skipped where ../shared is absent)',
    async () => {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(await readFile(SCHEMA ?? '', 'utf8')));
      validate(JSON.parse(await readFile(FILE, 'utf8')));
      expect(validate.errors).toBe(null);
    },
  );
});
