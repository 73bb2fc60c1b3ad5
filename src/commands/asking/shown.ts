import { type Action, type Deed, decodeAction } from '../../cards/actions/action.ts';
import { partRef, refOfPart, type ShortRef } from '../../cards/actions/reference.ts';
import type { Block, Card } from '../../cards/cards.ts';
import type { View } from '../../cards/view.ts';
import { type ConferenceKey, conferenceRef } from '../../schedule/source.ts';
import type { Shown } from './question.ts';

/**
 * What a message of ours shows, from the action ids that it holds, in their order: a talk for each row
 * that opens one or has a star, and the view that its buttons share or turn. Other ids tell nothing.
 */
export function shownByIds(ids: readonly string[], base: ConferenceKey): Shown {
  const deeds = ids.flatMap((id) => {
    const action = decodeAction(id);
    return action === undefined ? [] : [asSeenFrom(base, action)];
  });
  const shared = deeds.flatMap((deed) => (deed.kind === 'share' ? [deed.view] : []));
  const starring = deeds.flatMap((deed) =>
    deed.kind === 'star' || deed.kind === 'unstar' ? [deed] : [],
  );
  const view = shared.find(isList) ?? starring.find(({ view: of }) => of)?.view ?? shared[0];
  if (view?.kind === 'talk') return { view, talks: [view.talk] };
  const starred = starring.map(({ talk }) => talk);
  const opened = deeds.flatMap((deed) => (deed.kind === 'open' ? talkOf(deed.view) : []));
  const talks = [...new Set(starred.length > 0 ? starred : opened)];
  return { ...(view === undefined ? {} : { view }), talks };
}

/** The same of a card that is not sent yet. */
export function shownByCard({ blocks }: Card, base: ConferenceKey): Shown {
  return shownByIds(blocks.flatMap(idsOf), base);
}

/** With the talks by the references that they have beside those of that conference. */
function asSeenFrom(base: ConferenceKey, { conference, deed }: Action): Deed {
  const seen = (ref: ShortRef) => {
    const { own, of = conference } = refOfPart(ref);
    return of === conferenceRef(base) ? own : partRef(own, of);
  };
  const viewed = (view: View): View =>
    view.kind === 'talk' ? { ...view, talk: seen(view.talk) } : view;
  switch (deed.kind) {
    case 'star':
    case 'unstar': {
      const view = deed.view === undefined ? {} : { view: viewed(deed.view) };
      return { ...deed, talk: seen(deed.talk), ...view };
    }
    case 'open':
    case 'share':
    case 'turn':
      return { ...deed, view: viewed(deed.view) };
    default:
      return deed;
  }
}

function isList({ kind }: View): boolean {
  return kind !== 'talk';
}

function talkOf(view: View): readonly ShortRef[] {
  return view.kind === 'talk' ? [view.talk] : [];
}

function idsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'row':
      return [...(block.button?.kind === 'action' ? [block.button.id] : []), block.open ?? ''];
    case 'buttons':
      return block.buttons.flatMap((button) => (button.kind === 'action' ? [button.id] : []));
    default:
      return [];
  }
}
