import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { hallwayOn, type RunningHallway } from './hallwayOn.ts';

let discord: Discord;
let hallway: RunningHallway;

beforeAll(async () => {
  discord = await startDiscord();
  hallway = await hallwayOn(discord);
  await hallway.start();
});

afterAll(async () => {
  await hallway.stop();
  await discord.stop();
});

test('/talk answers its caller alone with the talk that fits', async () => {
  const answer = messageOf(await discord.user('ada').slash('talk', { query: 'crfs' }));
  expect(answer).toMatchObject({ ephemeral: true });
  expect(answer.text).toBe('');
});
