import { type AutocompleteInteraction, type Client, Events, type Interaction } from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import { remindFrom, valuesUnder } from '../../src/commands/remind.ts';
import { refused } from '../../src/commands/reply.ts';
import type { Hallway, Reply } from '../../src/commands/request.ts';
import type { Log } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/catalogue.ts';
import type { Programmes } from '../../src/programme.ts';
import { type Answerable, answer, isTooLate } from './answer.ts';
import { callerOf } from './caller.ts';
import { plain } from './escape.ts';
import { EVENTS, runEvents } from './events/command.ts';
import type { EventKeeper } from './events/keeper.ts';
import { FORM_FIELD } from './form.ts';
import { cut, LIMITS } from './limits.ts';
import { commandRequest, pressedId, suggestRequest } from './requests.ts';
import { createUnderWay } from './underWay.ts';

export interface Listening {
  readonly hallway: Hallway;
  readonly programmes: Programmes;
  readonly keeper: EventKeeper;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Listener {
  /** Hears of nothing more; resolves when what is under way is done. */
  close(): Promise<void>;
}

/** Hands every interaction to the core and its reply back to Discord. */
export function listen(client: Client, listening: Listening): Listener {
  const underWay = createUnderWay();
  const take = (interaction: Interaction) =>
    underWay.add(
      handle(interaction, listening).catch((error: unknown) =>
        listening.log.error({ err: error, interaction: interaction.id }, 'An answer was not given'),
      ),
    );
  client.on(Events.InteractionCreate, take);
  return {
    close: async () => {
      client.off(Events.InteractionCreate, take);
      await underWay.settled();
    },
  };
}

async function handle(interaction: Interaction, listening: Listening): Promise<void> {
  if (interaction.isAutocomplete()) {
    await complete(interaction, listening);
    return;
  }
  if (interaction.isUserContextMenuCommand() || interaction.isPrimaryEntryPointCommand()) return;
  const work = replyTo(interaction, listening).catch((error: unknown) => {
    listening.log.error({ err: error, reference: interaction.id }, 'A request failed');
    const messages = messagesFor(interaction.locale);
    return refused(messages, messages.errors.bug(interaction.id));
  });
  const isAnswered = await answer(interaction, work);
  if (!isAnswered) {
    listening.log.warn({ interaction: interaction.id }, 'Discord no longer knew the interaction');
  }
}

function replyTo(interaction: Answerable, listening: Listening): Promise<Reply> {
  const { hallway, programmes } = listening;
  if (interaction.isChatInputCommand()) {
    return interaction.options.getSubcommandGroup(false) === EVENTS
      ? runEvents(interaction, listening)
      : hallway.command(commandRequest(interaction));
  }
  if (interaction.isMessageContextMenuCommand()) {
    const components = interaction.targetMessage.components.map((each) => each.toJSON());
    const ids = valuesUnder(['custom_id', 'value'], components);
    return remindFrom(ids, callerOf(interaction), hallway, programmes);
  }
  const press = { kind: 'press', caller: callerOf(interaction) } as const;
  if (interaction.isModalSubmit()) {
    const value = interaction.fields.getTextInputValue(FORM_FIELD);
    return hallway.press({ ...press, id: interaction.customId, value });
  }
  return hallway.press({ ...press, id: pressedId(interaction) });
}

/** Never deferred: Discord allows no second try, and a failure shows nothing rather than an error. */
async function complete(
  interaction: AutocompleteInteraction,
  { hallway, log }: Listening,
): Promise<void> {
  const suggestions = await hallway.suggest(suggestRequest(interaction)).catch((error: unknown) => {
    log.error({ err: error, interaction: interaction.id }, 'Type-ahead failed');
    return [];
  });
  const usable = suggestions.filter(
    ({ value }) => value.length > 0 && value.length <= LIMITS.choice,
  );
  const choices = usable
    .slice(0, LIMITS.choices)
    .map(({ label, value }) => ({ name: cut(plain(label), LIMITS.choice) || value, value }));
  try {
    await interaction.respond(choices);
  } catch (error) {
    if (!isTooLate(error)) throw error;
    log.info({ interaction: interaction.id }, 'Type-ahead came too late');
  }
}
