import { DiscordAPIError, ComponentType as Kind, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { messageOf } from './discord/answer.ts';
import { CONFERENCE, REMIND, setUp, TALK } from './discord/sample.ts';

test('a late answer is refused with 10062, a second one with 40060, and the user reads that nothing came', async () => {
  const codes: unknown[] = [];
  const note = (error: unknown) =>
    codes.push(error instanceof DiscordAPIError ? error.code : error);
  const { ada } = await setUp(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const isLate = interaction.options.getString('query') === 'late';
      if (isLate) await new Promise((resolve) => setTimeout(resolve, 800));
      await interaction.reply('one').catch(note);
      interaction.replied = false;
      await interaction.reply('two').catch(note);
    },
    { answerWithinMs: 600 },
  );
  await ada.slash('talk', { query: 'prompt' });
  await expect(ada.slash('talk', { query: 'late' })).rejects.toThrow(
    'The application did not respond to /talk within 600 ms.',
  );
  await expect.poll(() => codes).toEqual([40060, 10062, 10062]);
});

test('an answer can be had back, and a guest has five follow-ups', async () => {
  const had: unknown[] = [];
  const { discord, ada } = await setUp(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: 'one', withResponse: true });
      had.push(resource?.message?.content, (await interaction.fetchReply()).content);
      for (let index = 1; index <= 6; index += 1) {
        const sent = interaction.followUp(`${index}`);
        await sent.catch((error: DiscordAPIError) => had.push(error.code));
      }
      await interaction.deleteReply();
      had.push(await interaction.fetchReply().catch((error: DiscordAPIError) => error.code));
    },
    { guilds: [{ name: 'away', members: ['ada'], botIsMember: false }] },
  );
  const answer = await discord.later(await ada.slash('talk', {}, { force: true }), 5);
  expect(answer.followUps.map((each) => each.text)).toEqual(['1', '2', '3', '4', '5']);
  await expect.poll(() => had).toEqual(['one', 'one', 40094, 10008]);
  expect(discord.current(messageOf(answer))).toBeUndefined();
  expect(discord.violations).toEqual([]);
});

test('commands are registered for all or for one server, keep their ids, and tell their languages when asked', async () => {
  const { discord, client } = await setUp(async () => {});
  const ids = () => discord.commands().map((each) => each.id);
  const before = ids();
  await client.application.commands.set([TALK, CONFERENCE, REMIND]);
  expect(ids()).toEqual(before);
  const route = Routes.applicationCommands(discord.applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  expect(await client.rest.get(route)).toMatchObject([{ name: 'talk' }, {}, {}]);
  expect(JSON.stringify(await client.rest.get(route))).not.toContain('vortrag');
  expect(JSON.stringify(await client.rest.get(route, { query }))).toContain('vortrag');
  await client.application.commands.create({ ...TALK, name: 'now' }, discord.guildId());
  expect(discord.commands('conference').map((each) => each.name)).toEqual(['now']);
  await client.application.commands.set([], discord.guildId());
  expect(discord.commands('conference')).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('bad answers to interactions are refused and remembered', async () => {
  const codes: unknown[] = [];
  const note = (error: DiscordAPIError) => codes.push(error.code);
  const choices = Array.from({ length: 26 }, (_, value) => ({
    name: `${value}`,
    value: `${value}`,
  }));
  const input = { type: Kind.TextInput, custom_id: 'x', style: 1 } as const;
  const components = [{ type: Kind.Label, label: 'x'.repeat(46), component: input } as const];
  const { discord, ada } = await setUp(async (interaction) => {
    if (interaction.isAutocomplete()) {
      await interaction.respond(choices).catch(note);
      await interaction.respond([]);
    }
    if (!interaction.isChatInputCommand()) return;
    await interaction.showModal({ custom_id: 'x', title: 'Lead', components }).catch(note);
    await interaction.reply('x'.repeat(2_001)).catch(note);
    await interaction.reply('short');
  });
  expect(await ada.autocomplete('talk', 'query', 'x')).toEqual([]);
  expect(messageOf(await ada.slash('talk')).text).toBe('short');
  expect(codes).toEqual([50035, 50035, 50035]);
  const fields = discord.violations.map(({ complaints: [first] }) =>
    first?.path.slice(0, 3).join('.'),
  );
  expect(fields).toEqual(['data.choices', 'data.components.0', 'data.content']);
});

test('an interaction token ends', async () => {
  const codes: unknown[] = [];
  const { ada } = await setUp(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('one');
      await new Promise((resolve) => setTimeout(resolve, 250));
      await interaction.editReply('two').catch((error: DiscordAPIError) => codes.push(error.code));
    },
    { tokenLifetimeMs: 200 },
  );
  await ada.slash('talk', {});
  await expect.poll(() => codes).toEqual([50027]);
});
