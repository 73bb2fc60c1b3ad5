import { type View, viewAccess } from '../cards/view.ts';
import { mayUse } from '../platform/roles.ts';
import type { Context } from './context.ts';

/** Why the view must not be drawn there, in the caller's words; undefined where it may be. */
export function hindranceToSee(
  view: View,
  { caller, audience, messages }: Pick<Context, 'caller' | 'audience' | 'messages'>,
): string | undefined {
  const access = viewAccess(view);
  if (access === 'everyone') return undefined;
  if (!mayUse(access, caller)) {
    return messages.errors.organisersOnly('conference');
  }
  // No card of ours offers to share what is one person's.
  return audience === 'everyone' ? messages.errors.oldButton : undefined;
}
