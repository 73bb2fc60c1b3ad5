import { afterEach, expect, test } from 'vitest';
import { createSocketTransport } from '../../../adapters/slack/connection/socket.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { silentLog } from '../../../src/log.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { privately } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { messageOf, viewOf } from '../../servers/slack/answer.ts';
import type { SlackOptions } from '../../servers/slack/description.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { freePort } from '../../support/freePort.ts';
import { adapterOn } from './hallwayOn.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const hallway: Hallway = {
  command: async ({ args }) => privately(confirmationCard('Hallway', `Heard ${args['query']}`)),
  ask: async () => undefined,
  press: () => Promise.reject(new Error('Not asked here.')),
  remind: () => Promise.reject(new Error('Not asked here.')),
  reader: async ({ locale }) => ({ locale }),
  suggest: async () => [],
};

async function slackWith(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  endings.push(() => slack.stop());
  return slack;
}

async function listening(slack: Slack, options = {}): Promise<Platform> {
  const platform = await adapterOn(slack, { hallway, ...options });
  endings.push(() => platform.stop());
  return platform;
}

const ask = async (slack: Slack, text: string): Promise<string> =>
  messageOf(await slack.user('ada').slash('/talk', text)).fallback;

test('Hallway holds two connections, and is ready from the first on', async () => {
  const slack = await slackWith();
  const platform = await listening(slack);
  expect(platform.readiness()).toBe('ready');
  await slack.socketMode.connected(2);
});

test('people are answered from the first connection on; the second waits for as long as Slack says', async () => {
  const slack = await slackWith();
  const dialled = () => slack.calls.filter(({ method }) => method === 'apps.connections.open');
  const limit = { kind: 'rate-limit', retryAfterS: 3 } as const;
  slack.fail({ method: 'apps.connections.open', after: 1 }, limit);
  await listening(slack);
  expect(await ask(slack, 'soon')).toBe('Heard soon');
  expect(slack.socketMode.connections).toBe(1);
  await slack.socketMode.connected(2);
  const [, limited, again, ...others] = dialled();
  expect(others).toEqual([]);
  expect((again?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThanOrEqual(3_000);
});

test('a command while a connection is renewed is answered', async () => {
  const slack = await slackWith();
  await listening(slack);
  await slack.socketMode.connected(2);
  slack.socketMode.disconnect('refresh_requested', { count: 1, graceMs: 200 });
  for (let count = 0; count < 5; count += 1) {
    expect(await ask(slack, `question ${count}`)).toBe(`Heard question ${count}`);
  }
  await slack.socketMode.connected(2);
  expect(slack.unacknowledged).toEqual([]);
});

test('what is done while its connection is renewed is answered, though Slack hears no acknowledgement', async () => {
  const slack = await slackWith({ ackWithinMs: 1_000 });
  const form = { kind: 'form', id: 'f', title: 'Form', label: 'L', hint: 'H', value: '' } as const;
  const pressed = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  await listening(slack, {
    hallway: {
      ...hallway,
      command: async () => form,
      press: async () => {
        pressed.resolve();
        await done.promise;
        return privately(confirmationCard('Hallway', 'Done'));
      },
    } satisfies Hallway,
  });
  await slack.socketMode.connected(2);
  const ada = slack.user('ada');
  const view = viewOf(await ada.slash('/talk', 'form'));
  const sent = ada.submit(view, { value: 'x' }, { acknowledged: true }).catch(() => 'failed');
  await pressed.promise;
  slack.socketMode.disconnect('refresh_requested', { graceMs: 5_000 });
  const dialled = () => slack.calls.filter(({ method }) => method === 'apps.connections.open');
  await expect.poll(dialled).toHaveLength(4);
  done.resolve();
  await expect.poll(() => ada.sees('general').map(({ fallback }) => fallback)).toContain('Done');
  await sent;
});

test('connections that are cut without a word are dialled again', async () => {
  const slack = await slackWith();
  const platform = await listening(slack);
  await slack.socketMode.connected(2);
  slack.socketMode.drop();
  await expect.poll(() => slack.socketMode.connections).toBe(2);
  expect(await ask(slack, 'again')).toBe('Heard again');
  expect(platform.readiness()).toBe('ready');
});

test('a Slack that is down at the start is waited for', async () => {
  const slack = await slackWith();
  slack.fail({ method: 'auth.test', times: 3 }, { kind: 'status', status: 503, stored: false });
  slack.fail({ method: 'apps.connections.open', times: 3 }, { kind: 'drop', stored: false });
  await listening(slack);
  expect(await ask(slack, 'at last')).toBe('Heard at last');
});

test.each([
  ['SLACK_BOT_TOKEN', 'auth.test'],
  ['SLACK_APP_TOKEN', 'apps.connections.open'],
])('a refused %s ends the start, and says which', async (name, method) => {
  const slack = await slackWith();
  slack.fail({ method, times: 9 }, { kind: 'error', error: 'invalid_auth' });
  await expect(listening(slack)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining(name),
  });
});

test('a refusal after the start does not end the process', async () => {
  const slack = await slackWith();
  const platform = await listening(slack);
  await slack.socketMode.connected(2);
  slack.fail(
    { method: 'apps.connections.open', times: 2 },
    { kind: 'error', error: 'invalid_auth' },
  );
  slack.socketMode.drop();
  await expect.poll(() => slack.socketMode.connections).toBe(2);
  expect(platform.readiness()).toBe('ready');
});

test('stopped while it connects, Hallway keeps no connection', async () => {
  const slack = await slackWith();
  slack.fail(
    { method: 'apps.connections.open', times: 2 },
    { kind: 'hang', ms: 200, stored: false },
  );
  const { appToken, apiUrl } = slack;
  const transport = createSocketTransport(appToken, { apiUrl, log: silentLog });
  const stopping = new AbortController();
  const started = transport.start(stopping.signal);
  await expect.poll(() => slack.calls.length).toBe(2);
  stopping.abort();
  await transport.stop();
  await started;
  // Each of both tries once more; the start waits for the first alone.
  await expect.poll(() => slack.calls.length).toBe(4);
  await expect.poll(() => slack.socketMode.connections).toBe(0);
});

test.each([
  ['PORT', {}, [404, 404]],
  ['SLACK_ADDRESS', { host: '127.0.0.1' }, [404, 'refused']],
] as const)(
  'a place that %s names and another program has ends the start',
  async (name, host, seen) => {
    const slack = await slackWith();
    const { signingSecret } = slack;
    const port = await freePort();
    const transport = { kind: 'http', signingSecret, port, ...host };
    await listening(slack, { transport });
    const ask = (address: string) =>
      fetch(`http://${address}:${port}/elsewhere`).then(
        ({ status }) => status,
        () => 'refused',
      );
    expect([await ask('127.0.0.1'), await ask('127.0.0.2')]).toEqual(seen);
    await expect(listening(slack, { transport })).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(new RegExp(`${name}.*EADDRINUSE`, 'u')),
    });
  },
);

test('over HTTP only what Slack signed a moment ago is taken', async () => {
  const slack = await slackWith();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const { signingSecret } = slack;
  await listening(slack, { transport: { kind: 'http', signingSecret, port } });
  for (const signature of ['wrong', 'old', 'missing'] as const) {
    slack.deliverTo(url, signature);
    await expect(ask(slack, 'forged')).rejects.toThrow('http_error (401)');
  }
  slack.deliverTo(url);
  expect(await ask(slack, 'signed')).toBe('Heard signed');
  const { status } = await fetch(`http://127.0.0.1:${port}/elsewhere`);
  expect(status).toBe(404);
});
