import type { Deed } from '../../cards/actions/action.ts';
import { refused } from '../../platform/replies.ts';
import type { PressRequest, Reply } from '../../platform/requests.ts';
import { mayUse } from '../../platform/roles.ts';
import { communityOf } from '../../platform/target.ts';
import type { Context } from '../context.ts';
import { takeGroup } from './announceGroup.ts';
import { exportInterest } from './interest/interest.ts';
import type { OrganiserPorts } from './ports.ts';
import { acceptLookedAt } from './programme/accept.ts';
import { performDrop } from './programme/drop.ts';
import { performSay, type SayPorts } from './say/say.ts';

/** What buttons of organisers' cards do, beside taking an offered schedule. */
export type OrganiserDeed = Extract<
  Deed,
  { readonly kind: 'exportInterest' | 'accept' | 'drop' | 'say' | 'announceGroup' }
>;

/** Whoever presses, and wherever the button is from, it is done in the community in which it is pressed. */
export async function performOrganiser(
  ports: SayPorts & Pick<OrganiserPorts, 'doubts' | 'planDue'>,
  deed: OrganiserDeed,
  context: Context,
  request: PressRequest,
): Promise<Reply> {
  const { caller, messages } = context;
  const community = communityOf(caller);
  if (!mayUse('organiser', caller)) {
    return refused(messages, messages.errors.organisersOnly('conference'));
  }
  if (community === undefined) return refused(messages, messages.organiser.onlyInCommunity);
  switch (deed.kind) {
    case 'say':
      return performSay(ports, community, deed, context, request);
    case 'exportInterest':
      return exportInterest(ports, community, deed.day, context);
    case 'drop':
      return performDrop(ports, community, context);
    case 'announceGroup':
      return takeGroup(ports, community, deed, context);
    case 'accept':
      return acceptLookedAt(ports, community, deed.digest, context);
  }
}
