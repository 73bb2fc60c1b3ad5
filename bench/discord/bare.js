import { Client, Events, GatewayIntentBits } from 'discord.js';

/** What Hallway is held against: discord.js alone, logged in; in JavaScript, so that nothing is loaded to read it. */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
client.once(Events.ClientReady, () => console.log('ready'));
process.once('SIGTERM', () => client.destroy());
await client.login(process.env['DISCORD_TOKEN']);
