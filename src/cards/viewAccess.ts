import type { View } from './view.ts';

/** The views of `/conference`. */
export type OrganiserView = Extract<
  View,
  {
    readonly kind:
      | 'status'
      | 'log'
      | 'preview'
      | 'doctor'
      | 'interest'
      | 'doubted'
      | 'say'
      | 'says';
  }
>;

export function isOrganiserView(view: View): view is OrganiserView {
  return viewAccess(view) === 'organiser';
}

/** Who may see a view: anybody, the one whose it is alone, or an organiser alone. */
export type ViewAccess = 'everyone' | 'self' | 'organiser';

export function viewAccess(view: View): ViewAccess {
  switch (view.kind) {
    case 'changes':
      return view.channel === undefined ? 'self' : 'everyone';
    case 'status':
    case 'log':
    case 'preview':
    case 'doctor':
    case 'interest':
    case 'doubted':
    case 'say':
    case 'says':
      return 'organiser';
    case 'mytalks':
    case 'settings':
    case 'follows':
    case 'followed':
    case 'follow':
    case 'claims':
    case 'speaker':
      return 'self';
    case 'suggest':
      return view.within === 'gaps' ? 'self' : 'everyone';
    case 'talk':
    case 'slot':
    case 'search':
    case 'now':
    case 'next':
    case 'schedule':
    case 'changed':
    case 'room':
    case 'sharedList':
    case 'help':
      return 'everyone';
  }
}
