import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { OAuthOptions } from '../../../adapters/slack/workspaces/oauth.ts';
import { createSealing } from '../../../adapters/storage/sealing.ts';
import { createSlackInstallations } from '../../../adapters/storage/slack/slackInstallations.ts';
import { createSlackWorkspaces } from '../../../adapters/storage/slack/slackWorkspaces.ts';
import { createStores } from '../../../adapters/storage/stores.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { systemClock } from '../../../src/clock.ts';
import { privately } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { messageOf } from '../../servers/slack/answer.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { freePort } from '../../support/freePort.ts';
import { openMemory } from '../../support/memory.ts';
import { keyOf } from '../../support/names.ts';
import { adapterOn } from './hallwayOn.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const hallway: Hallway = {
  command: async ({ caller }) => privately(confirmationCard('Hallway', `In ${caller.community}`)),
  ask: async () => undefined,
  press: () => Promise.reject(new Error('Not asked here.')),
  remind: () => Promise.reject(new Error('Not asked here.')),
  reader: async ({ locale }) => ({ locale }),
  suggest: async () => [],
};

async function setUp(rotation?: { readonly expiresInS: number }) {
  const slack = await startSlack({
    workspaces: [
      {
        name: 'first',
        users: ['ada', { name: 'grete', locale: 'de-AT' }],
        channels: ['general'],
        installed: false,
      },
      { name: 'second', users: ['bob'], channels: ['general'], installed: false },
    ],
    ...(rotation === undefined ? {} : { rotation }),
  });
  endings.push(() => slack.stop());
  const database = await openMemory();
  endings.push(() => database.close());
  const key = randomBytes(32);
  const records = createSlackInstallations(database.kysely, key);
  const workspaces = createSlackWorkspaces(database.kysely);
  /** Another start of the program. */
  const start = async (own: Partial<OAuthOptions> = {}) => {
    const port = await freePort();
    const { clientId, clientSecret, signingSecret } = slack;
    const oauth = { clientId, clientSecret, encryptionKey: key, records, ...own };
    const platform = await adapterOn(slack, {
      hallway,
      installed: { kind: 'oauth', ...oauth },
      transport: { kind: 'http', signingSecret, port },
      workspaces,
    });
    endings.push(() => platform.stop());
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    return { platform, url: `http://127.0.0.1:${port}/slack/install` };
  };
  const rows = () => database.kysely.selectFrom('slack_installations').selectAll().execute();
  const { platform, url } = await start();
  return { slack, database, rows, records, workspaces, start, platform, url };
}

describe('several workspaces', () => {
  test('install Hallway by themselves, and are answered each with its own token', async () => {
    const { slack, rows, url } = await setUp();
    const installed = await slack.user('ada', 'first').install(url);
    expect(installed).toMatchObject({ status: 200, scopes: expect.arrayContaining(['commands']) });
    await slack.user('bob', 'second').install(url);
    for (const [name, workspace] of [
      ['ada', 'first'],
      ['bob', 'second'],
    ] as const) {
      const answer = messageOf(await slack.user(name, workspace).slash('/now'));
      expect(answer.fallback).toBe(`In ${slack.teamId(workspace)}`);
    }
    const kept = JSON.stringify(await rows());
    expect(kept).not.toContain('xoxb');
    expect(kept).not.toContain(slack.tokenOf('first'));
    expect(slack.violations).toEqual([]);
  });

  test.each([
    ['ada', 'no', 200, 'Nothing was installed'],
    ['grete', 'no', 200, 'Es wurde nichts installiert'],
    ['ada', 'organisation', 403, 'Not for a whole organisation'],
    ['grete', 'organisation', 403, 'Nicht für eine ganze Organisation'],
  ] as const)(
    '%s, who says %s, is shown why nothing is installed',
    async (name, said, status, title) => {
      const { slack, rows, url } = await setUp();
      const page = await slack.user(name, 'first').install(url, said);
      expect(page).toMatchObject({ status, body: expect.stringContaining(`<h1>${title}</h1>`) });
      expect(page.body).toContain('<a href="/slack/install">');
      expect(await rows()).toEqual([]);
    },
  );

  test('who is done is led to the workspace', async () => {
    const { slack, url } = await setUp();
    const { body } = await slack.user('grete', 'first').install(url);
    expect(body).toContain('<h1>Hallway ist installiert</h1>');
    const team = slack.teamId('first');
    expect(body).toMatch(
      new RegExp(`href="https://slack.com/app_redirect\\?app=[A-Z0-9]+&amp;team=${team}"`),
    );
  });

  test('a beginning counts once', async () => {
    const { slack, records, url } = await setUp();
    const { again } = await slack.user('ada', 'first').install(url);
    const kept = await records.find(slack.teamId('first'));
    const asked = () => slack.calls.filter(({ method }) => method === 'oauth.v2.access').length;
    const before = asked();
    expect(await again('stolen')).toMatchObject({
      status: 400,
      body: expect.stringContaining('This installation cannot be finished'),
    });
    expect(asked()).toBe(before);
    expect(await records.find(slack.teamId('first'))).toBe(kept);
  });

  test('nobody is installed who did not begin here, in this browser', async () => {
    const { slack, rows, url } = await setUp();
    const page = await fetch(url, { redirect: 'manual' });
    const link = page.headers.get('location') ?? (await page.text()).match(/href="([^"]+)"/)?.[1];
    const state = new URL((link ?? '').replaceAll('&amp;', '&')).searchParams.get('state') ?? '';
    for (const forged of [state, 'made-up']) {
      const back = new URL('/slack/oauth_redirect', url);
      back.search = new URLSearchParams({ code: 'stolen', state: forged }).toString();
      expect((await fetch(back)).status).toBe(400);
    }
    expect(slack.calls.filter(({ method }) => method === 'oauth.v2.access')).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test('a token that expires is renewed once, however many ask', async () => {
    const { slack, records, url } = await setUp({ expiresInS: 60 });
    await slack.user('ada', 'first').install(url);
    const before = await records.find(slack.teamId('first'));
    const ada = slack.user('ada', 'first');
    await Promise.all([1, 2, 3].map(() => ada.slash('/now')));
    expect(await records.find(slack.teamId('first'))).not.toBe(before);
    const refused = slack.calls.filter(({ method }) => method === 'oauth.v2.access');
    expect(
      refused.every((call) => JSON.stringify(call).includes('invalid_refresh_token') === false),
    ).toBe(true);
  });

  test('one that is taken out is erased with its members; accounts linked elsewhere keep their list', async () => {
    const { slack, database, rows, url } = await setUp();
    await slack.user('ada', 'first').install(url);
    await slack.user('bob', 'second').install(url);
    const team = slack.teamId('first');
    const stores = createStores(database, systemClock);
    const ada = { platform: 'slack', id: `${team}/${slack.user('ada', 'first').id}` };
    const abroad = { platform: 'discord', id: '42' };
    const target = { kind: 'channel', platform: 'slack', community: team, channel: 'C1' } as const;
    await stores.subscriptions.put({
      ...{
        target,
        language: 'en',
        leadMinutes: 10,
        rooms: [],
        tracks: [],
        kinds: ['announcements'],
        since: 0,
      },
    });
    await stores.memberWork.transaction(async ({ members, stars, linking }) => {
      await members.see({ ref: ada, locale: 'en', seenAt: 1 }, 'ada');
      await members.see({ ref: abroad, locale: 'en', seenAt: 1 }, 'abroad');
      await stars.add(ada, { conference: keyOf('c'), talk: 't', start: 5 }, 1);
      await linking.offer(ada, 'AAAAA-BBBBB', 10);
      expect(await linking.redeem(abroad, 'AAAAA-BBBBB', 2)).toEqual({ kind: 'linked' });
    });
    await slack.uninstall('first');
    await expect
      .poll(async () => (await rows()).map((row) => row.team))
      .toEqual([slack.teamId('second')]);
    await expect.poll(() => stores.members.find(ada)).toBe(undefined);
    expect(await stores.subscriptions.all()).toEqual([]);
    expect((await stores.stars.of(abroad, keyOf('c'))).map(({ talk }) => talk)).toEqual(['t']);
    const still = messageOf(await slack.user('bob', 'second').slash('/now'));
    expect(still.fallback).toBe(`In ${slack.teamId('second')}`);
  });
});

describe('a workspace that takes Hallway out', () => {
  test('is not brought back by a token that was being renewed', async () => {
    const { slack, records, workspaces, rows, start, url } = await setUp({ expiresInS: 60 });
    await slack.user('ada', 'first').install(url);
    let renewed = 0;
    const renew: typeof records.renew = async (team, installation) => {
      await workspaces.erase(team);
      await records.renew(team, installation);
      renewed += 1;
    };
    await start({ records: { ...records, renew } });
    await expect.poll(() => renewed).toBe(1);
    expect(await rows()).toEqual([]);
  });

  test('and installs it anew is not erased by the word of it that comes late', async () => {
    const { slack, rows, url } = await setUp();
    const ada = slack.user('ada', 'first');
    await ada.install(url);
    await slack.event({ type: 'app_uninstalled' }, 'first');
    await expect
      .poll(() => slack.calls.filter(({ method }) => method === 'auth.test'))
      .toHaveLength(1);
    expect(messageOf(await ada.slash('/now')).fallback).toBe(`In ${slack.teamId('first')}`);
    expect(await rows()).toHaveLength(1);
  });

  test('is told from one whose leaked token was revoked, of which nothing is erased', async () => {
    const { slack, platform, rows, start, url } = await setUp();
    await slack.user('ada', 'first').install(url);
    await slack.user('bob', 'second').install(url);
    await slack.revokeTokens('first');
    // What comes later is done with last.
    await slack.uninstall('second');
    const left = async () => (await rows()).map(({ team }) => team);
    await expect.poll(left).toEqual([slack.teamId('first')]);
    await platform.stop();
    await slack.user('bob', 'second').install((await start()).url);
    await expect.poll(async () => (await left()).length).toBe(2);
    expect(await left()).toContain(slack.teamId('first'));
  });

  test('while nobody listens is erased at the next start; what Slack does not say is waited for', async () => {
    const { slack, platform, rows, start, url } = await setUp();
    await slack.user('ada', 'first').install(url);
    await slack.user('bob', 'second').install(url);
    await platform.stop();
    slack.refuseTokens('account_inactive', 'first');
    slack.refuseTokens('invalid_auth', 'second');
    await start();
    await expect
      .poll(async () => (await rows()).map(({ team }) => team))
      .toEqual([slack.teamId('second')]);
  });
});

test('another key than that of the installations ends the start, and is named', async () => {
  const { slack, database, start, url } = await setUp();
  await start({ encryptionKey: randomBytes(32) });
  await slack.user('ada', 'first').install(url);
  const encryptionKey = randomBytes(32);
  const records = createSlackInstallations(database.kysely, encryptionKey);
  await expect(start({ encryptionKey, records })).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining('ENCRYPTION_KEY'),
  });
});

describe('a sealed token', () => {
  const sealing = createSealing(randomBytes(32));
  const sealed = sealing.seal('xoxb-secret', 'T1');

  test('is opened by its key for its workspace', () => {
    expect(sealing.open(sealed, 'T1')).toBe('xoxb-secret');
    expect(sealing.seal('xoxb-secret', 'T1')).not.toBe(sealed);
  });

  test.each([
    ['another workspace', () => sealing.open(sealed, 'T2')],
    ['another key', () => createSealing(randomBytes(32)).open(sealed, 'T1')],
    ['a changed text', () => sealing.open(`${sealed.slice(0, -8)}AAAAAAA=`, 'T1')],
  ])('is of no use with %s', (_name, open) => {
    expect(open).toThrow();
  });
});
