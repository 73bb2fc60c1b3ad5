import type { ModalView } from '@slack/types';
import { decodeAction } from '../../../src/cards/actions/action.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { MINUTE_MS } from '../../../src/clock.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import type { LiveAnswers } from '../../../src/platform/liveAnswers.ts';
import type { Reply } from '../../../src/platform/requests.ts';
import { LINE, LINK, plainText, pressedId } from '../rendering/controls.ts';
import { LIMITS } from '../rendering/limits.ts';
import type { BlockActions, UsedElement } from '../surfaces/payloads.ts';
import { isInPlace, openView, show } from '../surfaces/show.ts';
import { rememberIn, responseUrlOf, type Surface, surfaceOf } from '../surfaces/surface.ts';
import { suggestedBy } from '../surfaces/typeAhead.ts';
import type { Asker } from '../workspaces/asker.ts';
import { answerLine, type CommandParts } from './commands.ts';

/** Answers the use of a button or a menu. */
export async function onAction(
  parts: CommandParts & { readonly live: LiveAnswers },
  acted: BlockActions,
  asker: Asker,
): Promise<void> {
  const { live } = parts;
  const surface = surfaceOf(acted);
  const place = [asker.user, acted.view?.id ?? acted.container.message_ts].join(' ');
  await live.end(place);
  const asking = { ...asker, surface, triggerId: acted.trigger_id };
  const used = use(acted, surface, parts, asker);
  switch (used.kind) {
    case 'nothing':
      return;
    case 'chooseConversation':
      return openView(shareView(used.press, surface, asker.messages), asking);
    case 'reply': {
      const reply = await used.reply;
      await show(reply, asking);
      if (reply.kind === 'card' && isInPlace(reply, surface)) {
        const edit = (card: Card) => show({ ...reply, card, attachments: [] }, asking);
        live.begin(place, reply, EDITS, edit);
      }
    }
  }
}

/** A response_url is good for five answers, of which the first is given, within half an hour (docs.slack.dev, interactivity). */
const EDITS = { everyMs: 3_000, most: 4, withinMs: 28 * MINUTE_MS };

export const SHARE = 'share';

/** Asks for a conversation to share into; Slack hands over a response_url for the one chosen. */
export function shareView(press: string, from: Surface, { home }: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: SHARE,
    private_metadata: rememberIn({ press, from }),
    title: plainText(home.shareTitle, LIMITS.viewTitle),
    submit: plainText(home.shareTitle, LIMITS.viewTitle),
    blocks: [
      {
        type: 'input',
        block_id: SHARE,
        label: plainText(home.shareWhere, LIMITS.inputText),
        element: {
          type: 'conversations_select',
          action_id: SHARE,
          response_url_enabled: true,
          default_to_current_conversation: true,
        },
      },
    ],
  };
}

/** What using a button or a menu comes to. */
export type Used =
  /** Slack has followed the link itself. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reply'; readonly reply: Promise<Reply> }
  /** There is no conversation around it to share into: one has to be chosen. */
  | { readonly kind: 'chooseConversation'; readonly press: string };

export function use(
  { actions: [used] }: Pick<BlockActions, 'actions'>,
  surface: Surface,
  parts: CommandParts,
  { caller, messages }: Pick<Asker, 'caller' | 'messages'>,
): Used {
  const { hallway } = parts;
  if (used.action_id.startsWith(LINK)) return { kind: 'nothing' };
  if (used.action_id.startsWith(LINE)) {
    const line = used.action_id.slice(LINE.length);
    return { kind: 'reply', reply: answerLine(parts, line, caller, messages) };
  }
  const suggested = suggestedBy(used.action_id);
  if (suggested !== undefined) {
    const { command, option } = suggested;
    const picked = used.selected_option?.value;
    if (picked === undefined) return { kind: 'nothing' };
    const request = { kind: 'command', command, args: { [option]: picked }, caller } as const;
    return {
      kind: 'reply',
      reply: hallway.command(request).then((reply) => above(reply, surface)),
    };
  }
  const id = idOf(used);
  const isShare = decodeAction(id)?.deed.kind === 'share';
  if (isShare && responseUrlOf(surface) === undefined)
    return { kind: 'chooseConversation', press: id };
  return { kind: 'reply', reply: hallway.press({ kind: 'press', id, caller }) };
}

/** Menus hold the ids in their options, buttons are named by theirs. */
function idOf({ action_id, selected_option }: UsedElement): string {
  return selected_option?.value ?? pressedId(action_id);
}

/** What was picked in a window is shown in that window. */
function above(reply: Reply, surface: Surface): Reply {
  return reply.kind === 'card' && surface.kind === 'modal'
    ? { ...reply, placement: 'replace' }
    : reply;
}
