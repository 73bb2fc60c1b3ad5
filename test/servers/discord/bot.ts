import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import type { Discord } from './server.ts';

/** A bare discord.js client, logged in to a Discord of ours. */
export async function logIn(
  discord: Discord,
  prepare: (client: Client) => void = () => {},
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.apiUrl },
    ...options,
  });
  prepare(client);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}
