import { AttachmentBuilder, ComponentType, MessageFlags } from 'discord.js';
import type { CardReply } from '../../../src/platform/requests.ts';
import { renderCard } from '../rendering/card.ts';

/** Nothing in a reply may ping anybody. */
const NOBODY = { parse: [] } as const;

/** The body of a message, reply or edit; files show only through components of their own. */
export function replyBody({ card, attachments }: Pick<CardReply, 'card' | 'attachments'>) {
  const files = attachments.map(
    ({ name, content }) => new AttachmentBuilder(Buffer.from(content), { name }),
  );
  const fileComponents = attachments.map(
    ({ name }) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }) as const,
  );
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components: [renderCard(card, { components: files.length, text: 0 }), ...fileComponents],
    allowedMentions: NOBODY,
    files,
  };
}
