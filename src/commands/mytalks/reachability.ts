import type { Starred } from '../../agenda/agenda.ts';
import type { DirectMessages, Members } from '../../agenda/member.ts';
import type { Scene } from '../scene.ts';

const LONGEST_WAIT_MS = 1_500;
const STEP_MS = 100;

/**
 * Whether direct messages reach the member. With the first star the list is being sent for the
 * first time: what comes of it is worth a moment's wait, because only now can it be said in reply.
 */
export async function reachability(
  members: Pick<Members, 'find'>,
  { first, directMessages }: Starred,
  { context, member }: Pick<Scene, 'context' | 'member'>,
): Promise<DirectMessages> {
  if (!first || directMessages !== 'unknown') return directMessages;
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS; waitedMs += STEP_MS) {
    await context.clock.sleep(STEP_MS);
    const known = (await members.find(member))?.directMessages ?? 'unknown';
    if (known !== 'unknown') return known;
  }
  return 'unknown';
}
