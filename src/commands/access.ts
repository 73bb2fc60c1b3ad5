import type { View } from '../cards/view.ts';
import { viewAccess } from '../cards/viewAccess.ts';
import type { PressRequest } from '../platform/requests.ts';
import { mayUse } from '../platform/roles.ts';
import { type Context, forEveryone } from './context.ts';

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

/** Where others read along, what everybody may see is drawn for all of them. */
export function seenBy(
  view: View,
  context: Context,
  { isPublic }: Pick<PressRequest, 'isPublic'>,
): Context {
  const isShown = isPublic === true && viewAccess(view) === 'everyone';
  return isShown ? forEveryone(context) : context;
}
