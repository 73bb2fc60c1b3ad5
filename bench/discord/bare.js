import { createInterface } from 'node:readline';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/**
 * What Hallway is held against: a client that answers every command with the same text and sends
 * what it is told to, written as discord.js' guide writes them. In JavaScript, so that nothing is
 * loaded to read it.
 */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.reply({ content: 'An answer. '.repeat(90), flags: MessageFlags.Ephemeral });
});

let last;
const doings = {
  offer: ({ commands }) => client.application.commands.set(commands),
  post: async ({ member, channel, body: { content, embeds, components, flags } }) => {
    const target = await (member ? client.users.fetch(member) : client.channels.fetch(channel));
    last = await target.send({ content, embeds, components, flags });
  },
  edit: ({ body: { content, embeds, components, flags } }) =>
    last.edit({ content, embeds, components, flags }),
};

process.once('SIGTERM', async () => {
  await client.destroy();
  process.exit();
});
await client.login(process.env['DISCORD_TOKEN']);
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  await doings[order.kind](order);
  if (order.kind === 'offer') console.log('offered');
}
