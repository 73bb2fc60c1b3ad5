import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import type { CardReply, Reply } from '../../src/commands/request.ts';
import { replyBody } from './body.ts';
import { modalOf } from './form.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Discord forgets an interaction that is not answered within 3 s; past this, a "thinking" answer goes first. */
const PATIENCE_MS = 1500;

/**
 * Answers with what `work` comes to: at once when it is ready in time, otherwise by way of a
 * deferred answer. Resolves to false when Discord no longer knew the interaction.
 */
export async function answer(
  interaction: Answerable,
  work: Promise<Reply>,
  clock: Clock,
): Promise<boolean> {
  try {
    const early = await Promise.race([work, clock.sleep(PATIENCE_MS)]);
    if (early !== undefined) {
      await answerAtOnce(interaction, early);
    } else {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await answerDeferred(interaction, await work);
    }
    return true;
  } catch (error) {
    if (isTooLate(error)) return false;
    throw error;
  }
}

async function answerAtOnce(interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.kind === 'form') {
    if (!interaction.isModalSubmit()) await interaction.showModal(modalOf(reply));
    return;
  }
  if (reply.placement === 'replace' && interaction.isMessageComponent()) {
    await interaction.update(replyBody(reply));
  } else if (
    reply.placement === 'replace' &&
    interaction.isModalSubmit() &&
    interaction.isFromMessage()
  ) {
    await interaction.update(replyBody(reply));
  } else {
    await interaction.reply(withAudience(reply));
  }
}

/** A deferred answer is private; what is for everyone follows it as a message of its own. */
async function answerDeferred(interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.kind === 'form') {
    await interaction.deleteReply();
  } else if (reply.audience === 'everyone') {
    await interaction.followUp(withAudience(reply));
    await interaction.deleteReply();
  } else {
    await interaction.editReply(replyBody(reply));
  }
}

function withAudience(reply: CardReply) {
  const body = replyBody(reply);
  return reply.audience === 'everyone'
    ? body
    : { ...body, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
}

function isTooLate(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}
