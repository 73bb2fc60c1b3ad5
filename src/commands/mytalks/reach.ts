import type { DirectMessages, Members } from '../../agenda/member.ts';
import { button } from '../../cards/controls.ts';
import type { Clock } from '../../clock.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { MemberRef } from '../../platform/target.ts';
import type { Context } from '../context.ts';
import { confirmed } from './visit.ts';

export interface ReachParts {
  readonly members: Pick<Members, 'find'>;
  readonly clock: Pick<Clock, 'sleep'>;
}

/** With the button that tries again, for whatever kept direct messages from getting through. */
export function unreached(done: readonly string[], context: Context): CardReply {
  const { agenda } = context.messages;
  const reply = confirmed([...done, agenda.directMessagesClosed].join(' '), context);
  const again = button(context, { kind: 'sendList' }, agenda.sendList, 'primary');
  const buttons = { kind: 'buttons', buttons: [again] } as const;
  return { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, buttons] } };
}

const LONGEST_WAIT_MS = 1_500;
const STEP_MS = 100;

/**
 * Whether direct messages reach the member, to whom the list is just being sent. Where that is not
 * known, what comes of it is worth a moment's wait, because only now can it be said in reply.
 */
export async function reachability(
  { members, clock }: ReachParts,
  directMessages: DirectMessages,
  member: MemberRef,
): Promise<DirectMessages> {
  if (directMessages !== 'unknown') return directMessages;
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS; waitedMs += STEP_MS) {
    await clock.sleep(STEP_MS);
    const known = (await members.find(member))?.directMessages ?? 'unknown';
    if (known !== 'unknown') return known;
  }
  return 'unknown';
}
