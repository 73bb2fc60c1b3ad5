import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { type Card, quiet } from '../../../src/cards/cards.ts';
import { problemCard } from '../../../src/cards/problem.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Caller, CardReply, Reply } from '../../../src/platform/requests.ts';
import { cut } from '../../../src/platform/text.ts';
import { renderCard } from '../rendering/card.ts';
import { escapeMarkup } from '../rendering/escape.ts';
import { LIMITS } from '../rendering/limits.ts';
import { respondTo } from './respond.ts';
import { responseUrlOf, type Surface } from './surface.ts';
import { cardView, finderView, formView } from './views.ts';

export interface Asking {
  readonly client: WebClient;
  readonly user: string;
  readonly caller: Caller;
  /** Opens one view, within three seconds. */
  readonly triggerId: string;
  readonly surface: Surface;
  readonly messages: Messages;
}

/** Shows a reply the way the surface it was asked from can show it. */
export async function show(reply: Reply, asking: Asking): Promise<void> {
  if (reply.kind === 'form') return openView(formView(reply, asking.surface), asking);
  const files = filesOf(reply);
  if (files.length === 0) return showCard(reply, asking);
  const { home } = asking.messages;
  try {
    await sendFiles(files, asking);
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    const words = home.fileRefused(error.data.error);
    // What a picture shows stands in its card, too.
    const told =
      reply.picture === undefined ? refused(asking.messages, words) : noting(reply, words);
    await showCard(told, asking);
    throw new ToldError('A file was not sent', { cause: error });
  }
  await showCard(noting(reply, home.fileSent), asking);
}

function noting(reply: CardReply, sentence: string): CardReply {
  const { card } = reply;
  return { ...reply, card: { ...card, blocks: [...card.blocks, quiet(sentence)] } };
}

/** Whether it takes the place of what was pressed; Home is published for that. */
export function isInPlace({ placement }: CardReply, surface: Surface): boolean {
  const isOwn = surface.kind === 'modal' || (surface.kind === 'message' && surface.isOwn);
  return placement === 'replace' && isOwn;
}

async function showCard(reply: CardReply, asking: Asking): Promise<void> {
  const { surface } = asking;
  const { audience, card, placement } = reply;
  const responseUrl = responseUrlOf(surface);
  if (audience === 'everyone' && responseUrl !== undefined) {
    return respondTo(responseUrl, { ...messageOf(card), response_type: 'in_channel' });
  }
  switch (surface.kind) {
    case 'message':
      return respondTo(surface.responseUrl, {
        ...messageOf(card),
        response_type: 'ephemeral',
        replace_original: placement === 'replace' && surface.isOwn,
      });
    case 'home':
      // What replaces a part of Home is seen when Home is published again.
      if (placement === 'new') await openView(cardView(card, surface), asking);
      return;
    case 'modal':
      if (placement === 'new') await openView(cardView(card, surface), asking);
      else await updateView(card, surface, asking);
  }
}

/** The blocks of a card, and the text for notifications and screen readers. */
export function messageOf(card: Card) {
  return { blocks: renderCard(card), text: fallbackOf(card) };
}

export function fallbackOf({ summary, title }: Card): string {
  return cut(escapeMarkup(summary).trim() || escapeMarkup(title).trim() || '–', LIMITS.fallback);
}

/** Opens it; whoever pressed is told where that fails, as it does three seconds after the press. */
export async function openView(view: ModalView, asking: ViewAsking): Promise<void> {
  try {
    await layView(view, asking);
  } catch (error) {
    const { messages, surface } = asking;
    const responseUrl = responseUrlOf(surface);
    if (responseUrl === undefined) throw error;
    const told = messageOf(problemCard(messages, messages.errors.formTooLate));
    await respondTo(responseUrl, { ...told, response_type: 'ephemeral' });
    throw new ToldError('A window did not open', { cause: error });
  }
}

/** On top of the window it was asked from, or in its place when Slack's three are open. */
async function layView(view: ModalView, asking: ViewAsking): Promise<void> {
  const { client, triggerId: trigger_id, surface } = asking;
  if (surface.kind !== 'modal') {
    await client.views.open({ trigger_id, view });
    return;
  }
  try {
    await client.views.push({ trigger_id, view });
  } catch (error) {
    const isFull = error instanceof WebAPIPlatformError && error.data.error === TOO_MANY_VIEWS;
    if (!isFull) throw error;
    await client.views.update({ view_id: surface.viewId, view });
  }
}

type ViewAsking = Pick<Asking, 'client' | 'messages' | 'triggerId' | 'surface'>;

const TOO_MANY_VIEWS = 'push_limit_reached';

async function updateView(
  card: Card,
  surface: Surface & { readonly kind: 'modal' },
  { client, messages }: Pick<Asking, 'client' | 'messages'>,
): Promise<void> {
  const view = surface.isFinder ? finderView(card, surface, messages) : cardView(card, surface);
  await client.views.update({ view_id: surface.viewId, view });
}

/** Files go into the direct messages, since ephemeral answers cannot hold any. */
async function sendFiles(files: readonly Upload[], { client, user }: Asking): Promise<void> {
  const { channel } = await client.conversations.open({ users: user });
  for (const file of files) {
    await client.filesUploadV2({ channel_id: channel?.id ?? user, ...file });
  }
}

type Upload = ReturnType<typeof filesOf>[number];

function filesOf({ attachments, picture }: CardReply) {
  const files = attachments.map(({ name, content }) => ({ filename: name, content }));
  if (picture === undefined) return files;
  const { name, png, alt } = picture;
  return [...files, { filename: name, file: Buffer.from(png), alt_text: alt }];
}

/** What went wrong, where whoever asked knows of it already. */
export class ToldError extends Error {}
