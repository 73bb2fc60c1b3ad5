import { setTimeout as wait } from 'node:timers/promises';
import type { App, Installation } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { messageOf } from './slack/answer.ts';
import { startApp, webClient } from './slack/app.ts';
import type { SlackOptions } from './slack/description.ts';
import { type Slack, startSlack } from './slack/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  endings.push(() => slack.stop());
  return slack;
}

const answering = (name: string) => (app: App) => {
  app.command('/talk', ({ ack }) => ack(`Answered by ${name}`));
};

test('of two connections each envelope goes to one, and a refresh of one loses nothing', async () => {
  const slack = await start();
  endings.push((await startApp(slack, 'socket', answering('one'))).stop);
  endings.push((await startApp(slack, 'socket', answering('two'))).stop);
  const ask = async () => messageOf(await slack.user('ada').slash('/talk')).text;
  expect(new Set([await ask(), await ask()])).toEqual(
    new Set(['Answered by one', 'Answered by two']),
  );
  slack.socketMode.disconnect('refresh_requested', { graceMs: 50, count: 1 });
  expect(slack.socketMode.connections).toBe(1);
  expect(await ask()).toBe('Answered by two');
  await slack.socketMode.connected(2);
  expect(slack.user('ada').sees('general')).toHaveLength(3);
  expect(slack.unacknowledged).toEqual([]);
});

test('with one connection there is a gap, in which commands fail and events wait', async () => {
  const slack = await start({ eventRetriesMs: [0, 500, 1_000, 1_000] });
  const joined: unknown[] = [];
  const running = await startApp(slack, 'socket', (app) => {
    answering('one')(app);
    app.event('member_joined_channel', async ({ event }) => void joined.push(event.user));
  });
  endings.push(running.stop);
  slack.socketMode.disconnect('warning');
  await expect(slack.user('ada').slash('/talk')).rejects.toThrow('no_connection');
  const outcome = await slack.joinChannel('ada', 'organisers');
  expect(outcome.acknowledged).toBe(true);
  expect(outcome.attempts).toBeGreaterThan(2);
  await expect.poll(() => joined).toEqual([slack.user('ada').id]);
  await slack.socketMode.connected();
});

test('connections beyond the most allowed are turned away, and tickets are good once', async () => {
  const slack = await start({ maxConnections: 1 });
  const open = async () => {
    const { url } = await webClient(slack, {}, slack.appToken).apps.connections.open();
    return url ?? '';
  };
  const hear = (url: string) =>
    new Promise<unknown>((resolve) => {
      const socket = new WebSocket(url);
      socket.once('message', (data) => resolve(JSON.parse(String(data))));
      socket.once('error', (error) => resolve(error.message));
    });
  const first = await open();
  expect(await hear(first)).toMatchObject({ type: 'hello', num_connections: 1 });
  expect(await hear(await open())).toMatchObject({ reason: 'too_many_websockets' });
  expect(await hear(first)).toContain('401');
});

test('a wrong, old or missing signature is refused by the app', async () => {
  const slack = await start();
  const { url, stop } = await startApp(slack, 'http', answering('one'));
  endings.push(stop);
  for (const signature of ['wrong', 'old', 'missing'] as const) {
    slack.deliverTo(`${url}/slack/events`, signature);
    await expect(slack.user('ada').slash('/talk')).rejects.toThrow('http_error (401)');
  }
  slack.deliverTo(`${url}/slack/events`);
  expect(messageOf(await slack.user('ada').slash('/talk')).text).toBe('Answered by one');
});

test('a trigger opens one view, within its time', async () => {
  const slack = await start({ triggerLifetimeMs: 400 });
  const triggers: string[] = [];
  const running = await startApp(slack, 'socket', (app) => {
    app.command('/talk', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack('here');
    });
  });
  endings.push(running.stop);
  const open = async (trigger_id = '') => {
    const title = { type: 'plain_text' as const, text: 'A talk' };
    const view = { type: 'modal' as const, title, blocks: [] };
    try {
      await webClient(slack).views.open({ trigger_id, view });
      return 'opened';
    } catch (error) {
      return String(error).replace(/.*: /, '');
    }
  };
  await slack.user('ada').slash('/talk');
  expect([await open(triggers[0]), await open(triggers[0])]).toEqual([
    'opened',
    'exchanged_trigger_id',
  ]);
  await slack.user('ada').slash('/talk');
  await wait(450);
  expect(await open(triggers[1])).toBe('expired_trigger_id');
});

test('an app is installed, its tokens are rotated, and uninstalling ends both', async () => {
  const stored = new Map<string, Installation>();
  const gone: string[] = [];
  const slack = await start({
    rotation: { expiresInS: 1 },
    workspaces: [
      {
        name: 'guest',
        users: [{ name: 'grace', admin: true }],
        channels: ['general'],
        installed: false,
      },
    ],
  });
  const onEvents = (app: App) => {
    answering('the installed app')(app);
    app.event('app_uninstalled', async ({ context }) => void gone.push(context.teamId ?? ''));
  };
  const { url, stop } = await startApp(slack, 'http', onEvents, {
    signingSecret: slack.signingSecret,
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: 'of a test',
    scopes: ['commands', 'chat:write'],
    installerOptions: { directInstall: true },
    installationStore: {
      storeInstallation: async (each) => void stored.set(each.team?.id ?? '', each),
      fetchInstallation: async ({ teamId }) => {
        const found = stored.get(teamId ?? '');
        if (found === undefined) throw new Error(`Nobody installed it in ${teamId}`);
        return found as Installation<'v2', false>;
      },
    },
  });
  endings.push(stop);
  const grace = slack.user('grace');
  await expect(grace.slash('/talk')).rejects.toThrow('not installed');
  expect(await grace.install(`${url}/slack/install`, 'no')).toMatchObject({ status: 500 });
  expect(stored.size).toBe(0);
  const installed = await grace.install(`${url}/slack/install`);
  expect(installed).toMatchObject({ status: 200, scopes: ['commands', 'chat:write'] });
  const first = slack.tokenOf();
  expect(stored.get(slack.teamId())?.bot).toMatchObject({
    token: first,
    userId: slack.botUserId(),
  });
  await wait(1_050);
  expect(String(await webClient(slack, {}, first).auth.test().catch(String))).toContain(
    'token_expired',
  );
  expect(messageOf(await grace.slash('/talk')).text).toBe('Answered by the installed app');
  expect(slack.tokenOf()).not.toBe(first);
  expect(stored.get(slack.teamId())?.bot?.token).toBe(slack.tokenOf());
  await slack.uninstall();
  await expect.poll(() => gone).toEqual([slack.teamId()]);
  const after = webClient(slack, {}, slack.tokenOf()).auth.test();
  expect(String(await after.catch(String))).toContain('account_inactive');
  expect(slack.violations).toEqual([]);
});
