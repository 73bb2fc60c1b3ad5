import {
  type Awaitable,
  Client,
  type ClientOptions,
  DefaultRestOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import { sendingForms } from '../../../adapters/discord/connection/client.ts';
import type { DiscordOptions } from './description.ts';
import { type Discord, startDiscord } from './server.ts';

/** A Discord that ends with the test. */
export async function discordForTest(options?: DiscordOptions): Promise<Discord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.stop());
  return discord;
}

export interface BotOptions {
  readonly onInteraction?: (interaction: Interaction) => Awaitable<unknown>;
  readonly client?: Partial<ClientOptions>;
}

/** A bare discord.js client, logged in, that ends with the test. */
export async function botForTest(
  discord: Discord,
  options: BotOptions = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options.client,
    rest: {
      api: discord.apiUrl,
      makeRequest: sendingForms(DefaultRestOptions.makeRequest),
      ...options.client?.rest,
    },
  });
  onTestFinished(() => client.destroy());
  client.on(Events.InteractionCreate, async (interaction) => {
    await options.onInteraction?.(interaction);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}
