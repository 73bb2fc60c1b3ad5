import {
  ApplicationCommandType as CommandType,
  type Interaction,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
} from 'discord.js';
import { botForTest, discordForTest } from './bot.ts';
import type { DiscordOptions } from './description.ts';

export const TALK = {
  name: 'talk',
  name_localizations: { de: 'vortrag' },
  description: 'Finds a talk',
  options: [{ type: OptionType.String, name: 'query', description: 'What', autocomplete: true }],
} as const;
export const CONFERENCE = {
  name: 'conference',
  description: 'For organisers',
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  options: [
    {
      type: OptionType.Subcommand,
      name: 'announce',
      description: 'Announces',
      options: [
        { type: OptionType.Channel, name: 'channel', description: 'Where', required: true },
        { type: OptionType.Role, name: 'mention', description: 'Whom' },
        { type: OptionType.Integer, name: 'lead', description: 'Minutes' },
      ],
    },
  ],
} as const;
export const REMIND = { name: 'Remind me', type: CommandType.Message } as const;

/** A Discord and a bare bot with a few commands, answering as told, until the end of the test. */
export async function setUp(
  onInteraction: (interaction: Interaction) => Promise<unknown>,
  options?: DiscordOptions,
) {
  const discord = await discordForTest(options);
  const client = await botForTest(discord, { onInteraction });
  await client.application.commands.set([TALK, CONFERENCE, REMIND]);
  return { discord, client, ada: discord.user('ada'), grace: discord.user('grace') };
}
