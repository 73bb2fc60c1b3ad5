import type { SlashCommand } from '@slack/bolt';
import type { Asker } from './asker.ts';
import { answerCommand, type CommandParts, isBareTalk } from './commands.ts';
import { show } from './show.ts';
import type { Surface } from './surface.ts';
import { finderView } from './views.ts';

/** Answers a slash command: privately beneath it, or in a window where words are still missing. */
export async function onCommand(
  parts: CommandParts,
  command: SlashCommand,
  asker: Asker,
): Promise<void> {
  const { response_url: responseUrl, trigger_id: triggerId } = command;
  const surface: Surface = { kind: 'message', responseUrl, isOwn: true };
  const { caller, messages, client } = asker;
  const reply = await answerCommand(parts, command, caller, messages);
  if (reply.kind === 'card' && isBareTalk(parts, command)) {
    const view = finderView(reply.card, surface, messages);
    await client.views.open({ trigger_id: triggerId, view });
    return;
  }
  await show(reply, { ...asker, triggerId, surface });
}
