import {
  type ButtonInteraction,
  ButtonStyle,
  ComponentType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Messages } from '../../../src/messages/messages.ts';
import { refused } from '../../../src/platform/replies.ts';
import { withAudience } from './answer.ts';

/** Of the button under an answer that others read; the asker's id follows. */
const REMOVE = 'remove-answer:';

export function removeRow(asker: string, label: string) {
  const button = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: `${REMOVE}${asker}`,
    label,
  } as const;
  return { type: ComponentType.ActionRow, components: [button] } as const;
}

export function isRemoval({ customId }: { readonly customId: string }): boolean {
  return customId.startsWith(REMOVE);
}

/** Takes the answer away for whoever asked, or moderates there. */
export async function removeAnswer(
  interaction: ButtonInteraction,
  words: () => Promise<Messages>,
): Promise<void> {
  const { customId, memberPermissions, user } = interaction;
  const isAsker = customId === `${REMOVE}${user.id}`;
  if (isAsker || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true) {
    await interaction.deferUpdate();
    await interaction.deleteReply();
    return;
  }
  const messages = await words();
  await interaction.reply(withAudience(refused(messages, messages.answers.notYours)));
}
