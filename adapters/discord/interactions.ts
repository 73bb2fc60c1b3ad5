import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type CommandInteractionOption,
  Events,
  type Interaction,
} from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import type { CommandRequest, Hallway, Reply } from '../../src/commands/request.ts';
import type { Log } from '../../src/log.ts';
import { type Answerable, answer } from './answer.ts';
import { callerOf } from './caller.ts';
import { plain } from './escape.ts';
import { FORM_FIELD } from './form.ts';
import { cut, LIMITS } from './limits.ts';
import { remindFrom } from './remind.ts';

export interface Listening {
  readonly clock: Clock;
  readonly log: Log;
}

/** Hands every interaction to the core and its reply back to Discord. Resolves `idle()` when none is under way. */
export function listen(
  client: Client,
  hallway: Hallway,
  { clock, log }: Listening,
): { idle(): Promise<void> } {
  const underWay = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const work = handle(interaction).catch((error: unknown) => {
      log.error(
        { err: error, interaction: interaction.id },
        'An interaction could not be answered',
      );
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  return { idle: async () => void (await Promise.all(underWay)) };

  async function handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) {
      await complete(interaction, hallway);
    } else if (interaction.isChatInputCommand()) {
      await reply(interaction, hallway.command(commandRequest(interaction)));
    } else if (interaction.isMessageContextMenuCommand()) {
      await reply(interaction, remindFrom(interaction, hallway));
    } else if (interaction.isStringSelectMenu()) {
      const [id = ''] = interaction.values;
      await reply(interaction, hallway.press({ kind: 'press', id, caller: callerOf(interaction) }));
    } else if (interaction.isMessageComponent()) {
      const id = interaction.customId;
      await reply(interaction, hallway.press({ kind: 'press', id, caller: callerOf(interaction) }));
    } else if (interaction.isModalSubmit()) {
      const value = interaction.fields.getTextInputValue(FORM_FIELD);
      const id = interaction.customId;
      await reply(
        interaction,
        hallway.press({ kind: 'press', id, value, caller: callerOf(interaction) }),
      );
    }
  }

  async function reply(interaction: Answerable, work: Promise<Reply>): Promise<void> {
    const isAnswered = await answer(interaction, work, clock);
    if (!isAnswered)
      log.warn({ interaction: interaction.id }, 'Discord no longer knew the interaction');
  }
}

/** Never deferred: Discord allows no second try, and shows nothing when there is nothing. */
async function complete(interaction: AutocompleteInteraction, hallway: Hallway): Promise<void> {
  const { name: option, value: text } = interaction.options.getFocused(true);
  const subcommand = interaction.options.getSubcommand(false);
  const suggestions = await hallway.suggest({
    kind: 'suggest',
    command: interaction.commandName,
    option,
    text,
    caller: callerOf(interaction),
    ...(subcommand === null ? {} : { subcommand }),
  });
  await interaction.respond(
    suggestions
      .filter(({ value }) => value.length > 0 && value.length <= LIMITS.choice)
      .slice(0, LIMITS.choices)
      .map(({ label, value }) => ({ name: cut(plain(label), LIMITS.choice), value })),
  );
}

function commandRequest(interaction: ChatInputCommandInteraction): CommandRequest {
  const subcommand = interaction.options.getSubcommand(false);
  return {
    kind: 'command',
    command: interaction.commandName,
    args: Object.fromEntries(leaves(interaction.options.data)),
    caller: callerOf(interaction),
    ...(subcommand === null ? {} : { subcommand }),
  };
}

/** Channels and roles come as their ids, numbers as their digits. */
function leaves(
  options: readonly CommandInteractionOption[],
): readonly (readonly [string, string])[] {
  return options.flatMap(({ name, value, options: nested }) =>
    nested === undefined
      ? value === undefined
        ? []
        : [[name, String(value)] as const]
      : leaves(nested),
  );
}
