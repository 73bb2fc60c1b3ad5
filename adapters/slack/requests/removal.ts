import { refused } from '../../../src/platform/replies.ts';
import { mayUse } from '../../../src/platform/roles.ts';
import { type NamedRoles, withNamed } from '../../../src/programme/namedRoles.ts';
import type { BlockActions } from '../surfaces/payloads.ts';
import { show } from '../surfaces/show.ts';
import { surfaceOf } from '../surfaces/surface.ts';
import type { Asker } from '../workspaces/asker.ts';

/** Of the button under an answer that others read; its value is who asked. */
export const REMOVE = 'remove_answer';

/** Takes the answer away for whoever asked, or is an organiser. */
export async function removeAnswer(
  acted: BlockActions,
  asker: Asker,
  namedRoles: Pick<NamedRoles, 'of'>,
): Promise<void> {
  const { actions, channel, container, trigger_id: triggerId } = acted;
  const { caller, client, messages, user } = asker;
  const ts = container.message_ts;
  if (channel?.id === undefined || ts === undefined) return;
  if (actions[0].value === user || mayUse('organiser', await withNamed(namedRoles, caller))) {
    await client.chat.delete({ channel: channel.id, ts });
    return;
  }
  const surface = surfaceOf(acted);
  await show(refused(messages, messages.answers.notYours), { ...asker, triggerId, surface });
}
