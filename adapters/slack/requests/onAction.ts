import type { BlockActions } from '../surfaces/payloads.ts';
import { shareView } from '../surfaces/share.ts';
import { openView, show } from '../surfaces/show.ts';
import { surfaceOf } from '../surfaces/surface.ts';
import type { Asker } from '../workspaces/asker.ts';
import type { CommandParts } from './commands.ts';
import { use } from './press.ts';

/** Answers the use of a button or a menu. */
export async function onAction(
  parts: CommandParts,
  acted: BlockActions,
  asker: Asker,
): Promise<void> {
  const surface = surfaceOf(acted);
  const asking = { ...asker, surface, triggerId: acted.trigger_id };
  const used = use(acted, surface, parts, asker);
  switch (used.kind) {
    case 'nothing':
      return;
    case 'chooseConversation':
      return openView(shareView(used.press, surface, asker.messages), asking);
    case 'reply':
      return show(await used.reply, asking);
  }
}
