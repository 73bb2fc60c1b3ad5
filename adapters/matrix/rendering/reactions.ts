import { type Action, decodeAction, encodeAction } from '../../../src/cards/actions/action.ts';

/** What a reaction to a card does, by what it shows: the choices that these say better than a number. */
export const REACTIONS = ['⭐', '▶', '📅', '🔔'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** Some clients add that a picture is meant, and others do not. */
export function reactionOf(key: string): Reaction | undefined {
  const plain = key.replaceAll('\u{fe0f}', '');
  return REACTIONS.find((each) => each === plain);
}

/** The choice among a card's that a reaction takes, as an action id; undefined where there is none. */
export function actionFor(reaction: Reaction, ids: readonly string[]): string | undefined {
  const actions = ids.flatMap((id) => decodeAction(id) ?? []);
  switch (reaction) {
    case '⭐':
      return starIn(actions);
    case '▶':
      return moreIn(actions);
    case '📅':
      return calendarIn(actions);
    case '🔔':
      return starIn(actions, 'remind');
  }
}

/** Which Hallway sets itself, for people to press: nothing that is done already, or said of several talks. */
export function offeredFor(ids: readonly string[]): readonly Reaction[] {
  const kinds = new Set(ids.map((id) => decodeAction(id)?.deed.kind));
  const isOffered: Readonly<Record<Reaction, boolean>> = {
    '⭐': !kinds.has('unstar'),
    '▶': true,
    // Below a card that has room for it: one of a talk, or of a list.
    '📅': kinds.has('exportCalendar'),
    '🔔': kinds.has('askLead') && !kinds.has('unstar'),
  };
  return REACTIONS.filter((each) => isOffered[each] && actionFor(each, ids) !== undefined);
}

/** What takes a star back that a reaction set. */
export function undoOf(id: string): string | undefined {
  const action = decodeAction(id);
  if (action?.deed.kind !== 'star' && action?.deed.kind !== 'remind') return undefined;
  const { conference, deed } = action;
  return encodeAction({ conference, deed: { kind: 'unstar', talk: deed.talk } });
}

/** Of the one talk that the card is about. */
function starIn(actions: readonly Action[], as: 'star' | 'remind' = 'star'): string | undefined {
  const starring = actions.filter(
    ({ deed: { kind } }) => kind === 'star' || kind === 'unstar' || kind === 'remind',
  );
  const [first] = starring;
  const talks = new Set(starring.map(({ deed }) => ('talk' in deed ? deed.talk : undefined)));
  if (first === undefined || talks.size !== 1 || !('talk' in first.deed)) return undefined;
  const { talk } = first.deed;
  if (talk === undefined) return undefined;
  return encodeAction({ conference: first.conference, deed: { kind: as, talk } });
}

/** The whole of a text, or the next page. */
function moreIn(actions: readonly Action[]): string | undefined {
  const showing = actions.flatMap((action) => {
    const { deed } = action;
    return deed.kind === 'open' || deed.kind === 'turn' ? [{ action, view: deed.view }] : [];
  });
  const whole = showing.find(({ view }) => view.kind === 'talk' && view.whole);
  const pages = showing.flatMap(({ action, view }) =>
    'page' in view && view.page > 1 ? [{ action, page: view.page }] : [],
  );
  const next = pages.toSorted((one, other) => other.page - one.page)[0];
  const found = whole?.action ?? next?.action;
  return found && encodeAction(found);
}

/** Of the talk, or of one's list. */
function calendarIn(actions: readonly Action[]): string | undefined {
  const offered = actions.find(({ deed }) => deed.kind === 'exportCalendar');
  if (offered !== undefined) return encodeAction(offered);
  const star = starIn(actions);
  const about = star === undefined ? undefined : decodeAction(star);
  if (about?.deed.kind !== 'star') return undefined;
  const { conference, deed } = about;
  return encodeAction({ conference, deed: { kind: 'exportCalendar', talk: deed.talk } });
}
