import { ApplicationCommandOptionType, Events, MessageFlags } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { messageOf } from './discord/answer.ts';
import { logIn } from './discord/bot.ts';
import { startDiscord } from './discord/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test('a discord.js client logs in, registers a command and answers it', async () => {
  const discord = await startDiscord();
  endings.push(() => discord.stop());
  const client = await logIn(discord, (each) => {
    each.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: `hi ${interaction.options.getString('query')}`, flags: MessageFlags.Ephemeral });
    });
  });
  endings.push(() => client.destroy());
  await client.application.commands.set([
    { name: 'talk', description: 'Finds a talk', options: [{ type: ApplicationCommandOptionType.String, name: 'query', description: 'What' }] },
  ]);
  const answer = await discord.user('ada').slash('talk', { query: 'crfs' });
  expect(messageOf(answer)).toMatchObject({ text: 'hi crfs', ephemeral: true });
  expect(discord.violations).toEqual([]);
});
