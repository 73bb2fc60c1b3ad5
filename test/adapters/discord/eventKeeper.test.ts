import { expect, test } from 'vitest';
import { createEventKeeper } from '../../../adapters/discord/events/keeper.ts';
import { silentLog } from '../../../src/log.ts';
import { botForTest, discordForTest } from '../../servers/discord/bot.ts';
import type { Discord } from '../../servers/discord/server.ts';
import { conferenceTomorrow, programmeOf } from './tomorrow.ts';

const path = (guild: string) => `/guilds/${guild}/scheduled-events`;

async function keeperOf(discord: Discord) {
  const client = await botForTest(discord);
  const conference = await conferenceTomorrow();
  let programme = programmeOf(conference, conference.talks);
  const keeper = createEventKeeper({
    client,
    programmes: { all: async () => [programme] },
    clock: { now: () => Date.now(), sleep: async () => undefined },
    log: silentLog,
    signal: new AbortController().signal,
  });
  const change = () => {
    const [first, ...others] = programme.conference.talks;
    if (first === undefined) throw new Error('There are talks.');
    programme = programmeOf(conference, [{ ...first, title: `${first.title}!` }, ...others]);
  };
  return { keeper, change, talks: conference.talks.length };
}

test('the keeper of events lets no server wait for another', async () => {
  const discord = await discordForTest({
    guilds: ['slow', 'quick'].map((name) => ({ name, botPermissions: ['CreateEvents'] })),
  });
  const { keeper, change, talks } = await keeperOf(discord);
  for (const guild of ['slow', 'quick']) keeper.turnOn(discord.guildId(guild), {});
  const count = (guild: string) => discord.scheduledEvents(guild).length;
  await expect.poll(() => count('slow') + count('quick')).toBe(2 * talks);
  change();
  discord.fail({ path: path(discord.guildId('slow')) }, { kind: 'hang', ms: 9_000, stored: true });
  keeper.keep();
  const first = (guild: string) => discord.scheduledEvents(guild)[0]?.name;
  await expect.poll(() => first('quick')).toMatch(/!$/);
  change();
  keeper.keep();
  await expect.poll(() => first('quick')).toMatch(/!!$/);
  expect(first('slow')).not.toContain('!');
});

test.each([
  [50001, 403, 'Missing Access'],
  [50013, 403, 'Missing Permissions'],
  [10004, 404, 'Unknown Guild'],
])('the keeper of events asks no more where Discord answers %i', async (code, status, message) => {
  const discord = await discordForTest();
  const { keeper } = await keeperOf(discord);
  discord.fail({ path: path(discord.guildId()) }, { kind: 'refusal', status, code, message });
  keeper.turnOn(discord.guildId(), {});
  const asked = () =>
    discord.requests.filter((request) => request.path === path(discord.guildId()));
  await expect.poll(() => asked().at(0)?.status).toBe(status);
  keeper.keep();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked()).toHaveLength(1);
});
