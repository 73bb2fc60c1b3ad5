import type { ShortRef } from '../../cards/actions/reference.ts';
import type { View } from '../../cards/view.ts';

/** What somebody is after. */
export type Intent =
  | 'find'
  | 'now'
  | 'next'
  | 'programme'
  | 'mine'
  | 'changes'
  | 'suggest'
  | 'help'
  | 'thanks'
  | 'act'
  | 'unknown';

/** What somebody asked, understood: what it becomes, and what is to be said of it. */
export interface Question {
  readonly intent: Intent;
  readonly outcome: Outcome;
  /** What the reader could not know, or may not have meant; in this order. */
  readonly remarks: readonly Remark[];
  /** It rests on a name that was written otherwise, or leaves out a filter that was typed. */
  readonly isGuess?: true;
  /** No talk answers it: what is found is but the nearest. */
  readonly isNearest?: true;
  /** It asks for talks that are about something, not for the one: they are listed. */
  readonly isOpen?: true;
  /** What is to be seen of the talk that fits best before it is taken for the answer. */
  readonly doubt?: Doubt;
  /** It is nothing but what a venue has, `wifi`: unless a talk is about these words, it asks for none. */
  readonly venue?: readonly string[];
  /** What it takes for a room, and the conference has none so called: said where no talk answers either. */
  readonly place?: Place;
  /** The same words searched for as they stand; absent where that would be the same. */
  readonly literal?: View;
}

/** What is no room of the conference. */
export interface Place {
  readonly name: string;
  /** It is nothing but a room: `in hall 9`. */
  readonly isCertain: boolean;
}

/** Of a whole sentence that does not say that talks are meant. */
export interface Doubt {
  /** It speaks of people or of the place: talks are at best near to it. */
  readonly isElsewhere: boolean;
  /** Its words that are no small ones: an answer has all of them. */
  readonly telling: readonly string[];
}

export type Outcome =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'act'; readonly act: Act }
  /** To follow what the query names, or no more, as `/follow` reads it. */
  | { readonly kind: 'follow'; readonly query: string; readonly isEnd: boolean }
  | { readonly kind: 'thanks' }
  /** There is no room of this name. */
  | { readonly kind: 'noRoom'; readonly name: string }
  /** The talks that do not take place. */
  | { readonly kind: 'canceled' }
  | { readonly kind: 'unknown'; readonly why: Unknown };

/** What is to be done with the asker's own list. */
export interface Act {
  readonly kind: 'star' | 'unstar' | 'remind';
  readonly talks: readonly ShortRef[];
  /** That talk's own lead. */
  readonly leadMinutes?: number;
}

/**
 * Why nothing can be answered: no word was understood, it is about the place and not the programme,
 * it speaks of a talk and several were shown, none was, or not so many; all was shown already; or
 * it speaks of somebody who is not named.
 */
export type Unknown =
  | 'words'
  | 'venue'
  | 'whichTalk'
  | 'noTalk'
  | 'noMore'
  | 'nothingMore'
  | 'person';

export type Remark =
  /** Now is taken for the beginning. */
  | { readonly kind: 'notBegun' }
  | { readonly kind: 'over' }
  /** The conference has no such day. */
  | { readonly kind: 'noSuchDay' }
  /** Where a room is, no schedule tells. */
  | { readonly kind: 'whereRoom' }
  /** What was asked is nothing that talks tell. */
  | { readonly kind: 'talksAlone' }
  /** Of two questions at once the first is answered; this is the other. */
  | { readonly kind: 'oneAtATime'; readonly other: string }
  /** It is the city of the time zone and no more is known of it: taken for where the conference is. */
  | { readonly kind: 'cityLeftOut'; readonly city: string }
  /** What was typed is no filter, but near one. */
  | { readonly kind: 'filterNear'; readonly typed: string; readonly meant: string };

/**
 * What an answer showed: its view, where its ids held one, and its talks in their order. Small, and
 * made of nothing but what an answer's own action ids tell, so that no process has to remember it.
 */
export interface Shown {
  readonly view?: View;
  readonly talks: readonly ShortRef[];
  /** The one of them that something was done with last; known from memory alone. */
  readonly picked?: ShortRef;
}
