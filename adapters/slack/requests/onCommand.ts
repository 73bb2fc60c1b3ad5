import type { SlashCommand } from '@slack/bolt';
import { show, ToldError } from '../surfaces/show.ts';
import { isDirectChannel, type Surface } from '../surfaces/surface.ts';
import { finderView } from '../surfaces/views.ts';
import type { Asker } from '../workspaces/asker.ts';
import { answerCommand, type CommandParts, isBareTalk } from './commands.ts';

/** Answers a slash command: privately beneath it, or in a window where words are still missing. */
export async function onCommand(
  parts: CommandParts,
  command: SlashCommand,
  asker: Asker,
): Promise<void> {
  const { response_url: responseUrl, trigger_id: triggerId } = command;
  const isDirect = isDirectChannel(command.channel_id);
  const surface: Surface = { kind: 'message', responseUrl, isOwn: true, isDirect };
  const { caller, messages, client } = asker;
  const reply = await answerCommand(parts, command, caller, messages);
  const answer = () => show(reply, { ...asker, triggerId, surface });
  if (reply.kind !== 'card' || !isBareTalk(parts, command)) return answer();
  const view = finderView(reply.card, surface, messages);
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    // Too late for a window, or Slack does not want it.
    await answer();
    throw new ToldError('The window did not open', { cause: error });
  }
}
