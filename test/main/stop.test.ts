import { afterEach, describe, expect, test } from 'vitest';
import { serveDiscord, startOnDiscord } from '../adapters/discord/program.ts';
import { ON_SLACK, slackEnvironment, startOnSlack } from '../adapters/slack/program.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';
import { type Serving, serveHere } from '../support/serving.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Longer than any test may take: the end must not wait for it. */
const FOR_EVER = { kind: 'hang', ms: 600_000, stored: false } as const;
const EVENTUALLY = { timeout: 60_000 };

async function discordProgram(before: (discord: Awaited<ReturnType<typeof startDiscord>>) => void) {
  const discord = await startDiscord();
  endings.push(() => discord.stop());
  before(discord);
  return discord;
}

async function serving(begun: Promise<Serving>) {
  const { interrupt, ...rest } = await begun;
  endings.push(interrupt);
  return { ...rest, interrupt };
}

async function running(program: ReturnType<typeof startOnDiscord>) {
  const started = await program;
  endings.push(() => started.kill());
  return started;
}

describe('the program ends at a signal', () => {
  test('while Discord’s gateway does not answer', async () => {
    const discord = await discordProgram(({ gateway }) => gateway.refuseHandshakes('hang'));
    const program = await running(startOnDiscord(discord, { ready: [] }));
    const kinds = () => discord.gateway.events.map(({ kind }) => kind);
    await expect.poll(kinds, EVENTUALLY).toContain('handshake-refused');
    expect(await program.stop()).toBe(0);
  });

  test('while Slack is asked about its token', async () => {
    const slack = await startSlack();
    endings.push(() => slack.stop());
    slack.fail({ method: 'auth.test', times: 1_000 }, FOR_EVER);
    const environment = await slackEnvironment(slack, 'socket');
    const program = await running(startOnSlack({ environment, ready: [] }));
    await expect.poll(() => slack.calls.map(({ method }) => method)).toContain('auth.test');
    expect(await program.stop()).toBe(0);
  });
});

describe('on Discord it ends when it is told to', () => {
  test.each([
    ['that does not answer', 'hang'],
    ['that answers with errors', 503],
  ] as const)('while a gateway %s is connected to', async (_, how) => {
    const discord = await discordProgram(({ gateway }) => gateway.refuseHandshakes(how));
    const program = await serving(serveDiscord(discord, { ready: [] }));
    const kinds = () => discord.gateway.events.map(({ kind }) => kind);
    await expect.poll(kinds, EVENTUALLY).toContain('handshake-refused');
    expect(await program.interrupt()).toBe(0);
    expect(discord.gateway.connected()).toBe(0);
  });

  test('while nothing answers at all', async () => {
    const discord = await discordProgram((each) => each.fail({ times: 1_000 }, FOR_EVER));
    const program = await serving(serveDiscord(discord, { ready: [] }));
    await expect.poll(() => discord.requests.length, EVENTUALLY).toBeGreaterThan(0);
    expect(await program.interrupt()).toBe(0);
  });

  test('in an outage, with answers under way', async () => {
    const discord = await discordProgram(() => {});
    const program = await serving(serveDiscord(discord));
    discord.fail({ times: 1_000 }, FOR_EVER);
    const before = discord.requests.length;
    void discord
      .user('ada')
      .slash('help')
      .catch(() => 'nothing');
    await expect.poll(() => discord.requests.length, EVENTUALLY).toBeGreaterThan(before);
    expect(await program.interrupt()).toBe(0);
  });

  test('in a reconnection, and resumes nothing when the gateway is back', async () => {
    const discord = await discordProgram(() => {});
    const program = await serving(serveDiscord(discord));
    discord.gateway.refuseHandshakes('hang');
    discord.gateway.drop();
    await expect.poll(() => discord.gateway.handshakes(), EVENTUALLY).toBe(1);
    const stopped = program.interrupt();
    discord.gateway.refuseHandshakes(undefined);
    expect(await stopped).toBe(0);
    expect(discord.gateway.events.map(({ kind }) => kind)).not.toContain('resume');
  });
});

test('once it is over, signals go where they went before', async () => {
  const discord = await discordProgram(() => {});
  const listening = () =>
    (['SIGINT', 'SIGTERM', 'uncaughtException'] as const).map((name) => process.listeners(name));
  const before = listening();
  const served = await serveDiscord(discord);
  expect(listening()).not.toEqual(before);
  expect(await served.stop()).toBe(0);
  expect(listening()).toEqual(before);
});

describe.each(['socket', 'http'] as const)(
  'on Slack over %s it ends when it is told to',
  (transport) => {
    async function program(ready = ON_SLACK, method?: string) {
      const slack = await startSlack();
      endings.push(() => slack.stop());
      const environment = await slackEnvironment(slack, transport);
      if (method !== undefined) slack.fail({ method, times: 1_000 }, FOR_EVER);
      const begun = await serving(serveHere({ environment, ready }));
      const calls = () => slack.calls.map((call) => call.method);
      return { slack, calls, ...begun };
    }

    test('while its token is asked about', async () => {
      const { calls, interrupt, log } = await program([], 'auth.test');
      await expect.poll(calls, EVENTUALLY).toContain('auth.test');
      expect(await interrupt()).toBe(0);
      expect(log()).not.toContain('Listening for Slack');
    });

    test('in an outage, with answers under way', async () => {
      const { slack, calls, interrupt } = await program();
      slack.fail({ times: 1_000 }, FOR_EVER);
      const before = calls().length;
      void slack
        .user('ada')
        .slash('/talk', 'buildah')
        .catch(() => 'nothing');
      await expect.poll(() => calls().length, EVENTUALLY).toBeGreaterThan(before);
      expect(await interrupt()).toBe(0);
    });

    test.runIf(transport === 'socket')('while its connections are asked for', async () => {
      const { calls, interrupt } = await program([], 'apps.connections.open');
      await expect.poll(calls, EVENTUALLY).toContain('apps.connections.open');
      expect(await interrupt()).toBe(0);
    });

    test.runIf(transport === 'socket')('in a reconnection', async () => {
      const { slack, calls, interrupt } = await program();
      slack.fail({ method: 'apps.connections.open', times: 1_000 }, FOR_EVER);
      const before = calls().length;
      slack.socketMode.drop();
      await expect.poll(() => calls().length, EVENTUALLY).toBeGreaterThan(before);
      expect(await interrupt()).toBe(0);
    });
  },
);
