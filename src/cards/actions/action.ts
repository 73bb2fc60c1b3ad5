import { type ConferenceKey, type ConferenceRef, conferenceRef } from '../../schedule/source.ts';
import { type View, viewOfWords, viewWords } from '../view.ts';
import type { CalendarDeed } from './calendarDeed.ts';
import { type ChangeDeed, changeDeed, changeWords } from './changeDeed.ts';
import { type DayDeed, dayDeed, dayWords } from './dayDeed.ts';
import { escapeWord, unescapeWord } from './idWords.ts';
import {
  type AcceptDeed,
  type GroupDeed,
  organiserDeed,
  type SayDeed,
  type UseDeed,
  useDeed,
  useWords,
} from './organiserDeeds.ts';
import { readRef, type ShortRef } from './reference.ts';
import { type RoomDeed, roomDeed, roomWords } from './roomDeed.ts';
import { type SetDeed, setDeed, type WishDeed, wishDeed } from './settingDeeds.ts';
import { type SnoozeDeed, snoozeDeed, snoozeWords } from './snoozeDeed.ts';
import { type SpeakerDeed, speakerDeed, speakerWords } from './speakerDeed.ts';

/**
 * What pressing a button, choosing from a menu or sending a form does. An {@link Action} is a deed
 * together with the conference it is done in, which is what an id holds.
 */
export type Deed =
  /** Shows a view in a message of its own, to the one who pressed. */
  | { readonly kind: 'open'; readonly view: View }
  /** Puts a view in the place of the card whose button was pressed; only in cards that one member sees. */
  | { readonly kind: 'turn'; readonly view: View }
  /** Posts a view for everyone in the channel. */
  | { readonly kind: 'share'; readonly view: View }
  /** With a view, that card is drawn again in its place; without, the deed is confirmed in words. */
  | { readonly kind: 'star' | 'unstar'; readonly talk: ShortRef; readonly view?: View }
  /** `of` is what they look for where these are words, and else a reference to the key of the subject. */
  | {
      readonly kind: 'follow';
      readonly what: FollowKind;
      readonly of: string;
      readonly view?: View;
    }
  | { readonly kind: 'unfollow'; readonly follow: ShortRef; readonly view?: View }
  /** Stars the talk so that a reminder comes, from a message that everyone sees. */
  | { readonly kind: 'remind'; readonly talk: ShortRef }
  /**
   * Asks for the minutes of lead; the form presses `setLead` with them as its value. With a talk,
   * that one is starred, too.
   */
  | { readonly kind: 'askLead' | 'setLead'; readonly talk?: ShortRef }
  | SnoozeDeed
  /** Asks for a time zone of the member's own; the form presses `setZone` with it as its value. */
  | { readonly kind: 'askZone' | 'setZone' }
  /** Sets how much is sent by itself: `mute` leaves what happens to starred talks, `silence` nothing. */
  | { readonly kind: 'mute' | 'silence' | 'unmute' }
  | SetDeed
  | WishDeed
  | CalendarDeed
  /** Sends the member's list as a direct message. */
  | { readonly kind: 'sendList' }
  | UseDeed
  /** The community has the conference of the button no more. */
  | { readonly kind: 'drop' }
  | ChangeDeed
  | RoomDeed
  | SpeakerDeed
  /** Asks for a title that does not fit into an id. */
  | { readonly kind: 'askTitle'; readonly talk: ShortRef }
  | SayDeed
  | DayDeed
  | GroupDeed
  | AcceptDeed
  /** Stands in for a deed that did not fit into an id: the command has to be given again. */
  | { readonly kind: 'tooLong' };

export type FollowKind = 'speaker' | 'track' | 'room' | 'type' | 'words';

/** The deeds that change nothing. */
export type ShowingKind = 'open' | 'turn' | 'share' | 'tooLong';

/** A deed in one conference: a button of last year's must not touch a talk of this year's. */
export interface Action {
  readonly conference: ConferenceRef;
  readonly deed: Deed;
}

/** An action by the whole key of its programme, of which ids keep the beginning. */
interface MadeAction {
  readonly conference: ConferenceKey | ConferenceRef;
  readonly deed: Deed;
}

/** The tightest limit of all platforms. */
export const LONGEST_ACTION_ID = 100;

/** Goes up when the meaning of ids changes; older ones then get a friendly word. */
const VERSION = 'h1';

/**
 * The action as an id of at most 100 ASCII characters, for people who read logs:
 * `h1:fosdem20:star:9053:search:2:live+migration`. A star whose view does not fit goes without it;
 * any other action that does not fit becomes `tooLong` (see {@link fitsActionId}).
 */
export function encodeAction(action: MadeAction): string {
  const full = join(action);
  if (full.length <= LONGEST_ACTION_ID) return full;
  const { conference, deed } = action;
  if ((deed.kind === 'star' || deed.kind === 'unstar') && deed.view !== undefined) {
    return encodeAction({ conference, deed: { kind: deed.kind, talk: deed.talk } });
  }
  return join({ conference, deed: { kind: 'tooLong' } });
}

/** Whether {@link encodeAction} keeps all of it; a card that cannot offer "more" says so instead. */
export function fitsActionId(action: MadeAction): boolean {
  return join(action).length <= LONGEST_ACTION_ID;
}

/** Undefined for ids of another version, of another program, or of nobody. */
export function decodeAction(id: string): Action | undefined {
  const [version, ...fields] = id.split(':');
  if (version !== VERSION) return undefined;
  const words = fields.map(unescapeWord);
  const [conference, kind, ...rest] = words.filter((word) => word !== undefined);
  if (words.includes(undefined) || conference === undefined || kind === undefined) return undefined;
  const deed = deedOfWords(kind, rest);
  return deed === undefined ? undefined : { conference: conference as ConferenceRef, deed };
}

function join({ conference, deed }: MadeAction): string {
  const words = [conferenceRef(conference), ...deedWords(deed)].map(escapeWord);
  return [VERSION, ...words].join(':').replace(/:+$/, '');
}

function deedWords(deed: Deed): readonly string[] {
  switch (deed.kind) {
    case 'open':
    case 'turn':
    case 'share':
      return [deed.kind, ...viewWords(deed.view)];
    case 'star':
    case 'unstar':
      return [deed.kind, deed.talk, ...(deed.view === undefined ? [] : viewWords(deed.view))];
    case 'follow':
      return [deed.kind, deed.what, deed.of, ...(deed.view ? viewWords(deed.view) : [])];
    case 'unfollow':
      return [deed.kind, deed.follow, ...(deed.view ? viewWords(deed.view) : [])];
    case 'accept':
      return [deed.kind, deed.digest];
    case 'changeTalk':
      return [deed.kind, deed.talk, deed.act, ...changeWords(deed)];
    case 'remind':
    case 'askTitle':
    case 'askLead':
    case 'setLead':
    case 'exportCalendar':
      return deed.talk === undefined ? [deed.kind] : [deed.kind, deed.talk];
    case 'use':
      return useWords(deed);
    case 'say':
      return [deed.kind, deed.act, deed.say, String(deed.edition)];
    case 'announceGroup':
      return [deed.kind, deed.channel, String(deed.lead), deed.digest];
    case 'exportInterest':
    case 'drawDay':
      return dayWords(deed);
    case 'wish':
    case 'unwish':
      return [deed.kind, deed.wish];
    case 'set':
      return [deed.kind, deed.setting, deed.value];
    case 'snooze':
      return snoozeWords(deed);
    case 'roomState':
    case 'late':
      return roomWords(deed);
    case 'claimSpeaker':
    case 'dropClaim':
    case 'confirmClaim':
    case 'refuseClaim':
      return speakerWords(deed);
    case 'askZone':
    case 'setZone':
    case 'drop':
    case 'mute':
    case 'silence':
    case 'unmute':
    case 'sendList':
    case 'followCalendar':
    case 'renewCalendar':
    case 'tooLong':
      return [deed.kind];
  }
}

function deedOfWords(kind: string, words: readonly string[]): Deed | undefined {
  const [first = '', ...viewParts] = words;
  const talk = first === '' ? undefined : readRef(first);
  switch (kind) {
    case 'open':
    case 'turn':
    case 'share':
      return showingDeed(kind, words);
    case 'star':
    case 'unstar':
      return talk === undefined ? undefined : starDeed(kind, talk, viewParts);
    case 'follow':
      return followDeed(first, viewParts);
    case 'unfollow':
      return unfollowDeed(first, viewParts);
    case 'remind':
    case 'askTitle':
      return talk === undefined ? undefined : { kind, talk };
    case 'changeTalk':
      return talk === undefined ? undefined : changeDeed(talk, viewParts);
    case 'askLead':
    case 'setLead':
    case 'exportCalendar':
      return talk === undefined ? { kind } : { kind, talk };
    case 'use':
      return first === '' ? undefined : useDeed(first, viewParts);
    case 'wish':
    case 'unwish':
      return wishDeed(kind, first);
    case 'set':
      return setDeed(words);
    case 'accept':
    case 'say':
    case 'announceGroup':
      return organiserDeed(kind, words);
    case 'exportInterest':
    case 'drawDay':
      return dayDeed(kind, first);
    case 'roomState':
    case 'late':
      return roomDeed(kind, words);
    case 'claimSpeaker':
    case 'dropClaim':
    case 'confirmClaim':
    case 'refuseClaim':
      return speakerDeed(kind, words);
    case 'snooze':
      return snoozeDeed(words);
    default:
      return plainDeed(kind);
  }
}

/** They are told by their kind alone. */
const PLAIN = [
  ...(['askZone', 'setZone', 'mute', 'silence', 'unmute', 'sendList'] as const),
  ...(['followCalendar', 'renewCalendar', 'drop', 'tooLong'] as const),
];

function plainDeed(word: string): Deed | undefined {
  const kind = PLAIN.find((one) => one === word);
  return kind === undefined ? undefined : { kind };
}

function showingDeed(kind: 'open' | 'turn' | 'share', words: readonly string[]): Deed | undefined {
  const view = viewOfWords(words);
  return view === undefined ? undefined : { kind, view };
}

function followDeed(what: string, [of = '', ...viewParts]: readonly string[]): Deed | undefined {
  const view = viewOfWords(viewParts);
  if (!isFollowKind(what) || of === '') return undefined;
  if (viewParts.length > 0 && view === undefined) return undefined;
  return { kind: 'follow', what, of, ...(view === undefined ? {} : { view }) };
}

function unfollowDeed(follow: string, viewParts: readonly string[]): Deed | undefined {
  const view = viewOfWords(viewParts);
  if (follow === '' || (viewParts.length > 0 && view === undefined)) return undefined;
  return { kind: 'unfollow', follow: readRef(follow), ...(view === undefined ? {} : { view }) };
}

function isFollowKind(word: string): word is FollowKind {
  return ['speaker', 'track', 'room', 'type', 'words'].includes(word);
}

function starDeed(
  kind: 'star' | 'unstar',
  talk: ShortRef,
  viewParts: readonly string[],
): Deed | undefined {
  if (viewParts.length === 0) return { kind, talk };
  const view = viewOfWords(viewParts);
  return view === undefined ? undefined : { kind, talk, view };
}
