import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { CommandSpec, OptionSpec, SubcommandSpec } from '../../../src/platform/commandSpec.ts';
import {
  choiceNamed,
  contextMenuNames,
  described,
  kindChoices,
  named,
} from '../rendering/words.ts';
import { POSTABLE } from '../sending/channels.ts';

export type Registered =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
};

/**
 * Seen by everybody: Discord could hide it from all but who manages the server, and then from the
 * organisers whom those named, too. A server's own settings may hide it.
 */
const FOR_ORGANISERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/**
 * A slash command, for servers and for people who installed Hallway for themselves. Commands keep their names
 * in every language, as all sentences and docs call them by these; what belongs to them has names of its own.
 */
export function slashCommand(spec: CommandSpec): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: spec.name,
    ...described(spec.name),
    options:
      spec.subcommands.length > 0
        ? spec.subcommands.map((subcommand) => subcommandOption([spec.name], subcommand))
        : basicOptions([spec.name], spec.options),
    ...(spec.access === 'organiser' ? FOR_ORGANISERS : EVERYWHERE),
  };
}

/** "Remind me", on any message. */
export function remindCommand(): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, ...contextMenuNames(), ...EVERYWHERE };
}

export function subcommandOption(
  path: readonly string[],
  spec: SubcommandSpec,
): APIApplicationCommandSubcommandOption {
  const own = [...path, spec.name];
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: spec.name,
    ...described(...own),
    options: basicOptions(own, spec.options),
  };
}

/** Beside a role to mention, a switch: "nobody" is no role. */
export const NO_MENTION = 'mention-none';

function basicOptions(
  path: readonly string[],
  options: readonly OptionSpec[],
): APIApplicationCommandBasicOption[] {
  const nobody = options
    .filter(({ kind }) => kind === 'mention')
    .map(
      (): APIApplicationCommandBasicOption => ({
        ...named(NO_MENTION),
        ...described(...path, NO_MENTION),
        type: ApplicationCommandOptionType.Boolean,
      }),
    );
  return [...options.map((option) => basicOption(path, option)), ...nobody];
}

function basicOption(
  path: readonly string[],
  option: OptionSpec,
): APIApplicationCommandBasicOption {
  const base = {
    ...named(option.name),
    ...described(...path, option.name),
    required: option.required,
  };
  switch (option.kind) {
    case 'talk':
    case 'room':
    case 'track':
    case 'rooms':
    case 'tracks':
    case 'follow':
    case 'day':
    case 'zone':
      return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
    case 'text':
      return { ...base, type: ApplicationCommandOptionType.String };
    case 'choice': {
      const choices = (option.choices ?? []).map(choiceNamed);
      return { ...base, type: ApplicationCommandOptionType.String, choices };
    }
    case 'kinds':
      return { ...base, type: ApplicationCommandOptionType.String, choices: [...kindChoices()] };
    case 'channel':
      return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: [...POSTABLE] };
    case 'mention':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'who':
      return { ...base, type: ApplicationCommandOptionType.Mentionable };
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
