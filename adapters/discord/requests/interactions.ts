import {
  type ApplicationCommandOptionChoiceData,
  type AutocompleteInteraction,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { type Clock, MINUTE_MS } from '../../../src/clock.ts';
import { valuesUnder } from '../../../src/commands/remind.ts';
import type { Log } from '../../../src/log.ts';
import type { LiveAnswers } from '../../../src/platform/liveAnswers.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Hallway, Reply, Suggestion } from '../../../src/platform/requests.ts';
import { cut, plain } from '../../../src/platform/text.ts';
import { createUnderWay } from '../../../src/platform/underWay.ts';
import type { NamedRoles } from '../../../src/programme/namedRoles.ts';
import type { Programmes } from '../../../src/programme/programme.ts';
import type { Arrivals } from '../arrivals.ts';
import type { EventKeeper } from '../events/keeper.ts';
import { LIMITS } from '../rendering/limits.ts';
import {
  type Answerable,
  answer,
  answerInstead,
  isOnOwnMessage,
  isTooLate,
  replyBody,
} from './answer.ts';
import { callerOf } from './caller.ts';
import { EVENTS, runEvents } from './eventsCommand.ts';
import { FORM_FIELD } from './form.ts';
import { isRemoval, removeAnswer } from './removal.ts';
import { commandRequest, pressedId, suggestRequest } from './requests.ts';
import { wordsFor } from './words.ts';

export interface Listening {
  readonly hallway: Hallway;
  readonly programmes: Pick<Programmes, 'all'>;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly keeper: EventKeeper;
  readonly arrivals: Pick<Arrivals, 'organiserComes'>;
  readonly isOurs: () => boolean;
  readonly live: LiveAnswers;
  readonly clock: Clock;
  readonly log: Log;
}

/** By the token of the press, which Discord knows for 15 minutes (discord-api-docs, receiving-and-responding). */
const EDITS = { everyMs: 3_000, most: Number.POSITIVE_INFINITY, withinMs: 14 * MINUTE_MS };

export interface Listener {
  /** Hears of nothing more; resolves when what is under way is done. */
  close(): Promise<void>;
}

/**
 * Hands every interaction to the core and its reply back to Discord. Where two processes have the same
 * shard for a moment, Discord tells both: whoever is not sure of having it answers nothing, and of two
 * that are sure, Discord takes the first one's answer (40060 for the other).
 */
export function listen(client: Client, listening: Listening): Listener {
  const underWay = createUnderWay();
  const take = (interaction: Interaction) => {
    if (!listening.isOurs()) {
      const facts = { interaction: interaction.id };
      listening.log.info(facts, 'An interaction was left to whoever has the connection now');
      return;
    }
    underWay.add(
      handle(interaction, listening).catch((error: unknown) =>
        listening.log.error({ err: error, interaction: interaction.id }, 'Nothing was answered'),
      ),
    );
  };
  client.on(Events.InteractionCreate, take);
  return {
    close: async () => {
      client.off(Events.InteractionCreate, take);
      await underWay.settled();
      await listening.live.close();
    },
  };
}

async function handle(interaction: Interaction, listening: Listening): Promise<void> {
  if (interaction.isAutocomplete()) {
    await complete(interaction, listening.hallway, listening.log);
    return;
  }
  const words = () => wordsFor(callerOf(interaction), listening.hallway);
  if (interaction.isButton() && isRemoval(interaction)) {
    await removeAnswer(interaction, words);
    return;
  }
  if (interaction.isUserContextMenuCommand() || interaction.isPrimaryEntryPointCommand()) return;
  const { log } = listening;
  const sorry = async () => {
    const messages = await words();
    return refused(messages, messages.errors.bug(interaction.id));
  };
  const welcome = listening.arrivals.organiserComes(interaction);
  const work = replyTo(interaction, listening).catch((error: unknown) => {
    log.error({ err: error, interaction: interaction.id }, 'A request failed');
    return sorry();
  });
  try {
    const isAnswered = await answer(interaction, work, words);
    if (!isAnswered) {
      log.warn(
        { interaction: interaction.id },
        'Discord no longer knew the interaction, or had an answer to it',
      );
    } else keepTrue(interaction, await work, listening.live);
  } catch (error) {
    log.error({ err: error, interaction: interaction.id }, 'An answer was not given');
    await answerInstead(interaction, await sorry());
  }
  await (await welcome)();
}

function keepTrue(interaction: Answerable, reply: Reply, live: LiveAnswers): void {
  if (reply.kind !== 'card' || reply.placement !== 'replace') return;
  if (!isOnOwnMessage(interaction)) return;
  live.begin(interaction.message.id, reply, EDITS, (card) =>
    interaction.editReply(replyBody({ card, attachments: [] })),
  );
}

async function replyTo(interaction: Answerable, listening: Listening): Promise<Reply> {
  const { hallway, live } = listening;
  if (interaction.isMessageComponent()) await live.end(interaction.message.id);
  if (interaction.isChatInputCommand()) {
    return interaction.options.getSubcommandGroup(false) === EVENTS
      ? runEvents(interaction, listening)
      : hallway.command(commandRequest(interaction));
  }
  if (interaction.isMessageContextMenuCommand()) {
    const components = interaction.targetMessage.components.map((each) => each.toJSON());
    const ids = valuesUnder(['custom_id', 'value'], components);
    return hallway.remind({ kind: 'remind', ids, caller: callerOf(interaction) });
  }
  const press = { kind: 'press', caller: callerOf(interaction) } as const;
  if (interaction.isModalSubmit()) {
    return hallway.press({ ...press, id: interaction.customId, value: typedInto(interaction) });
  }
  return hallway.press({ ...press, id: pressedId(interaction) });
}

/** Nothing where the form is of another version. */
function typedInto({ fields }: ModalSubmitInteraction): string {
  const field = fields.fields.get(FORM_FIELD);
  return field?.type === ComponentType.TextInput ? field.value : '';
}

/** Never deferred: Discord allows no second try, and a failure shows nothing rather than an error. */
export async function complete(
  interaction: AutocompleteInteraction,
  hallway: Pick<Hallway, 'suggest'>,
  log: Log,
): Promise<void> {
  const suggest = async () => hallway.suggest(suggestRequest(interaction));
  const suggestions = await suggest().catch((error: unknown) => {
    log.error({ err: error, interaction: interaction.id }, 'Type-ahead failed');
    return [];
  });
  try {
    await interaction.respond(choicesOf(suggestions));
  } catch (error) {
    if (!isTooLate(error)) throw error;
    log.info({ interaction: interaction.id }, 'Type-ahead came too late');
  }
}

/** As many as Discord takes, without those whose value it would refuse. */
export function choicesOf(
  suggestions: readonly Suggestion[],
): readonly ApplicationCommandOptionChoiceData<string>[] {
  return suggestions
    .filter(({ value }) => value.length > 0 && value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ label, value }) => ({ name: cut(plain(label), LIMITS.choice) || value, value }));
}
