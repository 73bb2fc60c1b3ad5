import type { Deed } from '../../cards/action.ts';
import { refused } from '../../platform/replies.ts';
import type { Reply } from '../../platform/requests.ts';
import { mayUse } from '../../platform/roles.ts';
import { communityOf } from '../../platform/target.ts';
import type { Context } from '../context.ts';
import { acceptLookedAt } from './accept.ts';
import { exportInterest } from './interest/interest.ts';
import type { OrganiserPorts } from './ports.ts';

/** What buttons of organisers' cards do, beside taking an offered schedule. */
export type OrganiserDeed = Extract<Deed, { readonly kind: 'exportInterest' | 'accept' }>;

/** Whoever presses, and wherever the button is from, it is done in the community in which it is pressed. */
export async function performOrganiser(
  ports: Pick<OrganiserPorts, 'organiserWork' | 'doubts'>,
  deed: OrganiserDeed,
  context: Context,
): Promise<Reply> {
  const { caller, messages } = context;
  const community = communityOf(caller);
  if (!mayUse('organiser', caller)) {
    return refused(messages, messages.errors.organisersOnly('conference'));
  }
  if (community === undefined) return refused(messages, messages.organiser.onlyInCommunity);
  switch (deed.kind) {
    case 'exportInterest':
      return exportInterest(ports, community, deed.day, context);
    case 'accept':
      return acceptLookedAt(ports, community, deed.digest, context);
  }
}
