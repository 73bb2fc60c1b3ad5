import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import type { GuildDescription } from '../../servers/discord/description.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import type { Serving } from '../../support/serving.ts';
import { serveDiscord } from './program.ts';

let folder: string;
let discord: Discord;
let program: Serving;

const start = () =>
  serveDiscord(discord, {
    from: '2020-02-01T10:00:00+01:00',
    environment: { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  discord = await startDiscord({ guilds: [guildCalled('old')] });
  program = await start();
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
  await rm(folder, { recursive: true });
});

/** Olga organises it. */
function guildCalled(name: string, rest: Partial<GuildDescription> = {}): GuildDescription {
  return {
    ...{ name, channels: [`${name}-lobby`], systemChannel: `${name}-lobby` },
    roles: [{ name: 'organisers', permissions: ['ManageGuild'] }],
    members: ['ada', { name: 'olga', roles: ['organisers'] }],
    ...rest,
  };
}

const saidIn = (name: string) => discord.messages(`${name}-lobby`);

test('a server that Hallway comes to is welcomed in its system channel, in its language', async () => {
  discord.addGuild(guildCalled('camp', { locale: 'de' }));

  await expect.poll(() => saidIn('camp').length).toBe(1);
  const [welcome] = saidIn('camp');
  expect(welcome?.text).toContain('Frag mich mit eigenen Worten');
  expect(welcome?.text).not.toContain('/conference');
  const labels = welcome?.buttons.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Was jetzt läuft', 'Orga: Hier geht es los']));
});

test('its button tells organisers privately where to start, and nobody else', async () => {
  const [welcome] = saidIn('camp');
  if (welcome === undefined) throw new Error('Nobody was welcomed.');
  const pressed = async (name: string) =>
    messageOf(await discord.user(name).press(welcome, 'Orga: Hier geht es los'));
  expect(await pressed('olga')).toMatchObject({
    ephemeral: true,
    text: expect.stringContaining('conference use'),
  });
  expect((await pressed('ada')).text).not.toContain('conference use');
});

test('where it may not write, and where it came while it was down, the first organiser is welcomed', async () => {
  const denied = { name: 'mute-lobby', denyBot: ['SendMessages'] } as const;
  discord.addGuild(guildCalled('mute', { channels: [denied] }));
  for (const guild of ['mute', 'old']) {
    const slash = (name: string, command: string) =>
      discord.user(name).slash(command, {}, { guild });
    const before = await slash('ada', 'now');
    const [welcome] = (await discord.later(await slash('olga', 'conference status'), 1)).followUps;
    expect(welcome).toMatchObject({
      ephemeral: true,
      text: expect.stringContaining('Organisers start here'),
    });
    const second = await slash('olga', 'conference status');
    expect([before.followUps, second.followUps]).toEqual([[], []]);
    expect(saidIn(guild)).toEqual([]);
  }
});

test('a server that took Hallway out and comes back is new to it', async () => {
  discord.removeBot('camp');
  await expect.poll(() => program.log()).toContain('is forgotten');
  discord.inviteAgain('camp');
  await expect.poll(() => saidIn('camp').length).toBe(2);

  const status = () => discord.user('olga').slash('conference status', {}, { guild: 'mute' });
  expect((await status()).followUps).toEqual([]);
  const forgotten = program.log().split('is forgotten').length;
  discord.removeBot('mute');
  await expect.poll(() => program.log().split('is forgotten').length).toBe(forgotten + 1);
  discord.inviteAgain('mute');
  expect((await discord.later(await status(), 1)).followUps).toHaveLength(1);
});

test('once, over restarts and whatever Discord tells again', async () => {
  await program.stop();
  program = await start();
  const again = await discord.user('olga').slash('conference status', {}, { guild: 'camp' });
  discord.addGuild(guildCalled('last'));
  await expect.poll(() => saidIn('last').length).toBe(1);
  expect(again.followUps).toEqual([]);
  expect(['camp', 'mute', 'old'].map((name) => saidIn(name).length)).toEqual([2, 0, 0]);
});
