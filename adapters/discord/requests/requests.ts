import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  MessageComponentInteraction,
} from 'discord.js';
import type { CommandRequest, SuggestRequest } from '../../../src/platform/requests.ts';
import { NO_MENTION } from '../connection/registration.ts';
import { EVERYONE } from '../rendering/identity.ts';
import { callerOf } from './caller.ts';

export function commandRequest(interaction: ChatInputCommandInteraction): CommandRequest {
  const subcommand = interaction.options.getSubcommand(false);
  return {
    kind: 'command',
    command: interaction.commandName,
    args: mentioned(Object.fromEntries(leaves(interaction.options.data)), interaction.guildId),
    caller: callerOf(interaction),
    ...(subcommand === null ? {} : { subcommand }),
  };
}

/** Options that hold a role. */
const ROLES: ReadonlySet<string> = new Set(['mention', 'who', 'remove']);

/** Nobody is no role to be chosen, so that a switch says it; the role that holds everybody bears the server's id. */
function mentioned(
  { [NO_MENTION]: nobody, ...args }: CommandRequest['args'],
  server: string | null,
): CommandRequest['args'] {
  if (nobody === 'true') return { ...args, mention: 'none' };
  const [everybody] = Object.entries(args).filter(([name, id]) => ROLES.has(name) && id === server);
  return everybody === undefined ? args : { ...args, [everybody[0]]: EVERYONE };
}

export function suggestRequest(interaction: AutocompleteInteraction): SuggestRequest {
  const { name: option, value: text } = interaction.options.getFocused(true);
  const subcommand = interaction.options.getSubcommand(false);
  const caller = callerOf(interaction);
  if (interaction.options.getSubcommandGroup(false) !== null) {
    // The adapter's own options hold what those of the same name hold in the programme's command.
    return { kind: 'suggest', command: 'schedule', option, text, caller };
  }
  return {
    kind: 'suggest',
    command: interaction.commandName,
    option,
    text,
    caller,
    ...(subcommand === null ? {} : { subcommand }),
  };
}

/** The action of a button, or of the option that was picked. */
export function pressedId(interaction: MessageComponentInteraction): string {
  const [picked] = interaction.isStringSelectMenu() ? interaction.values : [];
  return picked ?? interaction.customId;
}

/** Channels and roles come as their ids, numbers as their digits; people, where roles might, after an `@`. */
function leaves(
  options: readonly CommandInteractionOption[],
): readonly (readonly [string, string])[] {
  return options.flatMap(({ name, value, user, options: nested }) =>
    nested === undefined
      ? value === undefined
        ? []
        : [[name, user === undefined ? String(value) : `@${value}`] as const]
      : leaves(nested),
  );
}
