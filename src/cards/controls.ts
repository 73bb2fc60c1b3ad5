import type { Talk } from '../schedule/schedule.ts';
import { type Deed, encodeAction, fitsActionId } from './actions/action.ts';
import { shortRef } from './actions/reference.ts';
import type { Button, MenuOption } from './cards.ts';
import type { Frame } from './frame.ts';
import { isStarred, ownFrame, talkRef } from './ownFrame.ts';
import type { View } from './view.ts';

type ActionButton = Extract<Button, { readonly kind: 'action' }>;

export function actionId(frame: Frame, deed: Deed): string {
  return encodeAction({ conference: frame.programme.key, deed });
}

export function button(
  frame: Frame,
  deed: Deed,
  label: string,
  style: ActionButton['style'] = 'secondary',
): ActionButton {
  return { kind: 'action', id: actionId(frame, deed), label, style };
}

/** Stars the talk, or takes the reader's star off; `view` is the card around it, to be drawn anew. */
export function starButton(frame: Frame, talk: Talk, view: View | undefined): ActionButton {
  const { star, unstar } = frame.messages.talk;
  const isOnList = isStarred(talk, frame);
  const kind = isOnList ? 'unstar' : 'star';
  const isRedrawn = frame.audience === 'caller' && view !== undefined;
  // The card around it is drawn again as it is, whichever conference the talk is of.
  const id = isRedrawn
    ? actionId(frame, { kind, talk: talkRef(talk, frame), view })
    : actionId(ownFrame(talk, frame), { kind, talk: shortRef(talk.id) });
  const { starSpoken, unstarSpoken } = frame.messages.talk;
  return {
    kind: 'action',
    id,
    label: isOnList ? unstar : star,
    style: isOnList ? 'primary' : 'secondary',
    spoken: isOnList ? unstarSpoken(talk.title) : starSpoken(talk.title),
  };
}

/** Moves on to another view: in place for one reader, in a message of their own from a shared card. */
export function viewButton(frame: Frame, view: View, label: string): ActionButton {
  return button(frame, { kind: frame.audience === 'caller' ? 'turn' : 'open', view }, label);
}

/** A shared card is in the channel already. */
export function shareButtons(frame: Frame, view: View): readonly ActionButton[] {
  if (frame.audience === 'everyone' || !fitsView(frame, view)) return [];
  return [button(frame, { kind: 'share', view }, frame.messages.talk.share)];
}

/** What can be done with a talk beside starring and sharing it; a canceled one starts at no time. */
export function moreOptions(list: Frame, talk: Talk): readonly MenuOption[] {
  const frame = ownFrame(talk, list);
  const { addToCalendar, remindAt } = frame.messages.talk;
  const about = { talk: shortRef(talk.id) };
  const calendar = {
    label: addToCalendar,
    id: actionId(frame, { kind: 'exportCalendar', ...about }),
  };
  const lead = { label: remindAt, id: actionId(frame, { kind: 'askLead', ...about }) };
  return talk.status === 'canceled' ? [] : [calendar, lead];
}

/** The same for a talk in a list, whose card is not open. */
export function rowOptions(frame: Frame, talk: Talk): readonly MenuOption[] {
  const view: View = { kind: 'talk', talk: shortRef(talk.id), whole: false };
  return [
    detailsOption(frame, talk),
    ...shareButtons(ownFrame(talk, frame), view).map(({ label, id }) => ({ label, id })),
    ...moreOptions(frame, talk),
  ];
}

export function detailsOption(frame: Frame, talk: Talk): MenuOption {
  return { label: frame.messages.talk.details, id: openTalkId(frame, talk) };
}

export function openTalkId(frame: Frame, talk: Talk): string {
  return actionId(ownFrame(talk, frame), {
    kind: 'open',
    view: { kind: 'talk', talk: shortRef(talk.id), whole: false },
  });
}

/** Whether buttons can hold the view at all; a long search cannot be turned or shared. */
export function fitsView(frame: Frame, view: View): boolean {
  return fitsActionId({ conference: frame.programme.key, deed: { kind: 'share', view } });
}
