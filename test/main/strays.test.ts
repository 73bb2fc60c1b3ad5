import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { startOnDiscord } from '../adapters/discord/program.ts';
import { ON_SLACK, slackEnvironment, startOnSlack } from '../adapters/slack/program.ts';
import { messageOf as discordMessage } from '../servers/discord/answer.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { messageOf as slackMessage } from '../servers/slack/answer.ts';
import { startSlack } from '../servers/slack/server.ts';
import { serveHere } from '../support/serving.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test('an event that discord.js itself falls over ends nothing', async () => {
  const discord = await startDiscord();
  endings.push(() => discord.stop());
  const program = await startOnDiscord(discord);
  endings.push(() => program.kill());
  discord.gateway.dispatch('INTERACTION_CREATE' as never, null as never, { intent: 0 });
  await expect.poll(program.log, { timeout: 60_000 }).toContain('A fault that nothing caught');
  const answer = await discord.user('ada').slash('help');
  expect(discordMessage(answer).text).not.toBe('');
  expect(await program.stop()).toBe(0);
});

test('a socket frame that is null ends nothing', async () => {
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const environment = await slackEnvironment(slack, 'socket');
  const program = await startOnSlack({ environment });
  endings.push(() => program.kill());
  slack.socketMode.say('null');
  await expect.poll(program.log, { timeout: 60_000 }).toContain('A fault that nothing caught');
  expect(slackMessage(await slack.user('ada').slash('/help', '')).fallback).not.toBe('');
  expect(await program.stop()).toBe(0);
});

test.each(['payload=null', 'payload=7'])('a signed %s is refused at once', async (body) => {
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const environment = await slackEnvironment(slack, 'http');
  const program = await serveHere({ environment, ready: ON_SLACK });
  endings.push(program.stop);
  const now = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', slack.signingSecret).update(`v0:${now}:${body}`);
  const answer = await fetch(`http://127.0.0.1:${environment['PORT']}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': now,
      'x-slack-signature': `v0=${signature.digest('hex')}`,
    },
  });
  expect(answer.status).toBe(400);
  expect(program.log()).not.toContain('A fault that nothing caught');
  expect(slackMessage(await slack.user('ada').slash('/help', '')).fallback).not.toBe('');
  expect(await program.stop()).toBe(0);
});
