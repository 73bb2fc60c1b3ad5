import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { serveDiscord } from '../adapters/discord/program.ts';
import { messageOf } from '../servers/discord/answer.ts';
import { type Discord, startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';
import { runProgram } from '../support/program.ts';
import { runHere } from '../support/serving.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Ten minutes before the first talk, six seconds a minute. */
const MORNING = { from: '2020-02-01T10:19:50+01:00', speed: 10 };

async function discordOnLoopback(): Promise<Discord> {
  const discord = await startDiscord();
  endings.push(() => discord.stop());
  return discord;
}

/** An address where nobody listens until it is opened, and then whoever listens at `port`. */
async function closedDoorTo(port: number) {
  const reserved = createServer().listen(0, '127.0.0.1');
  await once(reserved, 'listening');
  const { port: own } = reserved.address() as AddressInfo;
  reserved.close();
  await once(reserved, 'close');
  return {
    port: own,
    open: async () => {
      const door = createServer((visitor) => {
        const inside = connect(port, '127.0.0.1');
        for (const socket of [visitor, inside]) socket.on('error', () => socket.destroy());
        visitor.pipe(inside).pipe(visitor);
      });
      door.listen(own, '127.0.0.1');
      await once(door, 'listening');
      endings.push(() => door.close());
    },
  };
}

test('a platform that is down at the start holds up no other, and is there when it is back', async () => {
  const discord = await discordOnLoopback();
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const address = new URL(slack.apiUrl);
  const door = await closedDoorTo(Number(address.port));
  address.port = String(door.port);
  const program = await serveDiscord(discord, {
    ...MORNING,
    environment: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: address.href,
    },
  });
  endings.push(() => program.stop());

  const grace = discord.user('grace');
  messageOf(await grace.slash('conference announce', { channel: 'announcements' }));
  await expect.poll(() => discord.messages('announcements').length).toBe(1);
  expect(program.log()).toContain('Slack cannot be reached yet');
  expect(slack.calls).toEqual([]);

  await door.open();
  await expect.poll(() => program.log()).toContain('Slack can reach Hallway');
  const answer = await slack.user('ada').slash('/talk', 'podman');
  expect(JSON.stringify(answer)).toContain('Podman');
});

test('a platform that refuses Hallway for good is told in the log, and the other one serves', async () => {
  const discord = await discordOnLoopback();
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const program = await serveDiscord(discord, {
    environment: {
      SLACK_BOT_TOKEN: 'xoxb-of-yesterday',
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    },
  });
  endings.push(() => program.stop());

  await expect.poll(() => program.log()).toContain('SLACK_BOT_TOKEN was refused');
  expect(messageOf(await discord.user('ada').slash('talk', { query: 'crfs' })).text).toContain(
    'Lazy distribution',
  );
});

test('the program ends in words when every platform refuses it', async () => {
  const discord = await discordOnLoopback();
  const slack = await startSlack();
  endings.push(() => slack.stop());

  const { code, stderr } = await runHere(['serve'], '', {
    LOG_LEVEL: 'silent',
    DISCORD_TOKEN: 'of-yesterday',
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-of-yesterday',
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });

  expect(code).toBe(2);
  expect(stderr.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    expect.stringContaining('DISCORD_TOKEN was refused'),
    expect.stringContaining('SLACK_BOT_TOKEN was refused'),
  ]);
});

test('the program ends as well when it knows the schedule already', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  endings.push(() => rm(folder, { recursive: true }));
  const database = { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` };
  const discord = await discordOnLoopback();
  const program = await serveDiscord(discord, { environment: database });
  await program.stop();

  const { code } = await runProgram(['serve'], '', {
    ...database,
    DISCORD_TOKEN: 'of-yesterday',
    DISCORD_API_URL: discord.apiUrl,
  });

  expect(code).toBe(2);
});
