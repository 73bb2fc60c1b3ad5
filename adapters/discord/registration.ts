import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { CommandSpec, OptionSpec, SubcommandSpec } from '../../src/commands/command.ts';
import { describe, messagesFor } from '../../src/messages/catalogue.ts';
import { cut } from './limits.ts';

const DESCRIPTION = 100;

/** Discord's names of the languages that Hallway speaks beside English. */
const LOCALES = { de: 'de' } as const;

/** A slash command for servers and for people who installed Hallway for themselves. */
export function slashCommand(spec: CommandSpec): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const forOrganisers = spec.access === 'organiser';
  return {
    type: ApplicationCommandType.ChatInput,
    name: spec.name,
    ...described(spec.name),
    options:
      spec.subcommands.length > 0
        ? spec.subcommands.map((subcommand) => subcommandOption(spec.name, subcommand))
        : spec.options.map((option) => basicOption([spec.name], option)),
    contexts: forOrganisers
      ? [InteractionContextType.Guild]
      : [
          InteractionContextType.Guild,
          InteractionContextType.BotDM,
          InteractionContextType.PrivateChannel,
        ],
    integration_types: forOrganisers
      ? [ApplicationIntegrationType.GuildInstall]
      : [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    ...(forOrganisers
      ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }
      : {}),
  };
}

function subcommandOption(
  command: string,
  spec: SubcommandSpec,
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: spec.name,
    ...described(command, spec.name),
    options: spec.options.map((option) => basicOption([command, spec.name], option)),
  };
}

function basicOption(
  path: readonly string[],
  option: OptionSpec,
): APIApplicationCommandBasicOption {
  const base = { name: option.name, ...described(...path, option.name), required: option.required };
  switch (option.kind) {
    case 'talk':
    case 'room':
    case 'track':
    case 'day':
      return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
    case 'text':
      return { ...base, type: ApplicationCommandOptionType.String };
    case 'choice': {
      const choices = (option.choices ?? []).map((choice) => ({ name: choice, value: choice }));
      return { ...base, type: ApplicationCommandOptionType.String, choices };
    }
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [
          ChannelType.GuildText,
          ChannelType.GuildAnnouncement,
          ChannelType.PublicThread,
        ],
      };
    case 'mention':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(option.range === undefined
          ? {}
          : { min_value: option.range.min, max_value: option.range.max }),
      };
    default:
      return option.kind satisfies never;
  }
}

function described(...path: readonly string[]): {
  readonly description: string;
  readonly description_localizations: LocalizationMap;
} {
  const localizations: LocalizationMap = {};
  for (const [locale, language] of Object.entries(LOCALES)) {
    localizations[locale as keyof typeof LOCALES] = cut(
      describe(messagesFor(language), ...path),
      DESCRIPTION,
    );
  }
  return {
    description: cut(describe(messagesFor('en'), ...path), DESCRIPTION),
    description_localizations: localizations,
  };
}
