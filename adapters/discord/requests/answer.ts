import {
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  ComponentType,
  DiscordAPIError,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { within } from '../../../src/clock/deadline.ts';
import { systemClock } from '../../../src/clock.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import { privately } from '../../../src/platform/replies.ts';
import type { CardReply, Form, Picture, Reply } from '../../../src/platform/requests.ts';
import { renderCard } from '../rendering/card.ts';
import { modalOf } from './form.ts';
import { pressedId } from './requests.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Looked up where they are needed. */
type Words = () => Promise<Messages>;

type FromMessage = MessageComponentInteraction | ModalMessageModalSubmitInteraction;

/** Discord forgets an interaction that is not answered within 3 s; past this, an acknowledgement goes first. */
const ANSWERED_WITHIN_MS = 1500;

/**
 * Answers with what `work` comes to: at once when it is ready in time, otherwise by way of an
 * acknowledgement. Resolves to false when Discord no longer knew the interaction.
 */
export async function answer(
  interaction: Answerable,
  work: Promise<Reply>,
  words: Words,
): Promise<boolean> {
  try {
    // Discord counts the seconds of the day, whatever the rehearsal's clock says.
    const early = await within(systemClock, ANSWERED_WITHIN_MS, work);
    if (early === undefined) await answerLate(interaction, work, words);
    else await answerAtOnce(interaction, early, words);
    return true;
  } catch (error) {
    if (isTooLate(error)) return false;
    throw error;
  }
}

/** Where {@link answer} threw: something to see all the same, and nothing "thinking" for ever. */
export async function answerInstead(interaction: Answerable, reply: CardReply): Promise<void> {
  const body = withAudience(reply);
  // A follow-up fills what still thinks.
  await (interaction.deferred || interaction.replied
    ? interaction.followUp(body)
    : interaction.reply(body));
}

async function answerAtOnce(interaction: Answerable, made: Reply, words: Words): Promise<void> {
  if (made.kind === 'form' && !interaction.isModalSubmit()) {
    await interaction.showModal(modalOf(made));
    return;
  }
  const reply = made.kind === 'form' ? await lateForm(made, interaction, words) : made;
  if (reply.placement === 'replace' && isOnOwnMessage(interaction)) {
    await interaction.update(replyBody(reply));
  } else {
    await interaction.reply(withAudience(reply));
  }
}

/** Whoever pressed a button sees nothing "thinking": the message may have to be replaced. */
async function answerLate(
  interaction: Answerable,
  work: Promise<Reply>,
  words: Words,
): Promise<void> {
  const isPress = isFromMessage(interaction);
  if (isPress) await interaction.deferUpdate();
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const made = await work;
  const reply = made.kind === 'form' ? await lateForm(made, interaction, words) : made;
  if (isPress) {
    if (reply.placement === 'replace' && isOnOwnMessage(interaction)) {
      await interaction.editReply(replyBody(reply));
    } else {
      await interaction.followUp(withAudience(reply));
    }
  } else if (reply.audience === 'everyone') {
    // A follow-up to one that still thinks would only fill that one, and as privately.
    await interaction.deleteReply();
    await interaction.followUp(withAudience(reply));
  } else {
    await interaction.editReply(replyBody(reply));
  }
}

/** A modal can only be the first answer; asked for again, it finds what was slow at hand. */
async function lateForm(
  { title }: Form,
  interaction: Answerable,
  words: Words,
): Promise<CardReply> {
  const sentence = (await words()).errors.formTooLate;
  const card = confirmationCard(title, sentence);
  if (!interaction.isMessageComponent()) return privately(card);
  const id = pressedId(interaction);
  const again = { kind: 'action', id, label: title, style: 'primary' } as const;
  return privately({ ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [again] }] });
}

function isFromMessage(interaction: Answerable): interaction is FromMessage {
  return (
    interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())
  );
}

/** Whether the message belongs to the one who pressed alone; one that others read is never replaced. */
export function isOnOwnMessage(interaction: Answerable): interaction is FromMessage {
  if (!isFromMessage(interaction)) return false;
  return interaction.guildId === null || interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** The body of an answer, for the caller alone where it says so. */
export function withAudience(reply: CardReply) {
  const body = replyBody(reply);
  return reply.audience === 'everyone'
    ? body
    : { ...body, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
}

/** Discord forgot the interaction, or had an answer to it already. */
export function isTooLate(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}

/** Nothing in a reply may ping anybody. */
const NOBODY = { parse: [] } as const;

/**
 * The body of a message, reply or edit, with room for so many components `beside`; files show only
 * through components of their own.
 */
export function replyBody(
  { card, attachments, picture }: Pick<CardReply, 'card' | 'attachments' | 'picture'>,
  beside = 0,
) {
  const files = attachments.map(
    ({ name, content }) => new AttachmentBuilder(Buffer.from(content), { name }),
  );
  const fileComponents = attachments.map(
    ({ name }) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }) as const,
  );
  if (picture !== undefined) files.push(imageOf(picture));
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components: [
      renderCard(card, { components: files.length + beside, text: 0 }),
      ...fileComponents,
      ...(picture === undefined ? [] : [galleryOf(picture)]),
    ],
    allowedMentions: NOBODY,
    files,
  };
}

function imageOf({ name, png, alt }: Picture): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from(png), { name, description: alt });
}

function galleryOf({ name, alt }: Picture) {
  const media = { url: `attachment://${name}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description: alt }] } as const;
}
