import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../src/cards/card.ts';
import type { Attachment, CardReply, Reply } from '../../src/commands/request.ts';
import { renderCard } from './card.ts';
import { escapeMarkup } from './escape.ts';
import { cut, LIMITS } from './limits.ts';
import { cardView, formView } from './views.ts';

/** Where somebody acted, and so how they are answered. */
export type Surface =
  | { readonly kind: 'message'; readonly respond: RespondFn }
  | { readonly kind: 'home'; republish(): Promise<void> }
  | { readonly kind: 'modal'; readonly viewId: string };

export interface Asking {
  readonly client: WebClient;
  readonly user: string;
  /** Good for three seconds. */
  readonly triggerId: string;
  readonly surface: Surface;
}

/** Shows a reply the way the surface it was asked from can show it. */
export async function show(reply: Reply, asking: Asking): Promise<void> {
  if (reply.kind === 'form') {
    await openView(formView(reply), asking);
    return;
  }
  await sendFiles(reply.attachments, asking);
  switch (asking.surface.kind) {
    case 'message':
      await asking.surface.respond(responseOf(reply));
      return;
    case 'home':
      if (reply.placement === 'new') await openView(cardView(reply.card), asking);
      await asking.surface.republish();
      return;
    case 'modal':
      if (reply.placement === 'new') await openView(cardView(reply.card), asking);
      else
        await asking.client.views.update({
          view_id: asking.surface.viewId,
          view: cardView(reply.card),
        });
  }
}

function responseOf({ card, audience, placement }: CardReply) {
  return {
    ...messageOf(card),
    response_type: audience === 'everyone' ? ('in_channel' as const) : ('ephemeral' as const),
    replace_original: placement === 'replace',
  };
}

/** The blocks of a card, and the text for notifications and screen readers. */
export function messageOf(card: Card) {
  return { blocks: renderCard(card), text: cut(escapeMarkup(card.summary), LIMITS.fallback) };
}

async function openView(view: ModalView, { client, triggerId, surface }: Asking): Promise<void> {
  const trigger = { trigger_id: triggerId, view };
  await (surface.kind === 'modal' ? client.views.push(trigger) : client.views.open(trigger));
}

/** Files go into the direct messages, since ephemeral answers cannot hold any. */
async function sendFiles(files: readonly Attachment[], { client, user }: Asking): Promise<void> {
  if (files.length === 0) return;
  const { channel } = await client.conversations.open({ users: user });
  for (const { name, content } of files) {
    await client.filesUploadV2({ channel_id: channel?.id ?? user, filename: name, content });
  }
}
