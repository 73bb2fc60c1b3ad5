import { valuesUnder } from '../../../src/commands/remind.ts';
import { pressedId } from '../rendering/controls.ts';
import type { Shortcut } from '../surfaces/payloads.ts';
import { show } from '../surfaces/show.ts';
import type { Surface } from '../surfaces/surface.ts';
import { finderView } from '../surfaces/views.ts';
import type { Asker } from '../workspaces/asker.ts';
import { answerLine, type CommandParts } from './commands.ts';

/** In the menu of messages. */
export const REMIND = 'remind_me';
/** In the menu of everywhere. */
export const FIND = 'find_talk';

export async function onShortcut(
  parts: CommandParts,
  shortcut: Shortcut,
  asker: Asker,
): Promise<void> {
  const { trigger_id: triggerId, callback_id } = shortcut;
  const { client, caller, messages } = asker;
  if (shortcut.type === 'message_action' && callback_id === REMIND) {
    const surface: Surface = {
      kind: 'message',
      responseUrl: shortcut.response_url,
      isOwn: false,
      isDirect: false,
    };
    const { blocks, attachments } = shortcut.message;
    const ids = valuesUnder(['action_id', 'value'], [blocks, attachments]).map(pressedId);
    const reply = await parts.hallway.remind({ kind: 'remind', ids, caller });
    await show(reply, { ...asker, triggerId, surface });
  }
  if (shortcut.type === 'shortcut' && callback_id === FIND) {
    const reply = await answerLine(parts, '/next', caller, messages);
    const card = reply.kind === 'card' ? reply.card : undefined;
    const view = finderView(card, { kind: 'home' }, messages);
    await client.views.open({ trigger_id: triggerId, view });
  }
}
