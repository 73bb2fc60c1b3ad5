import { isWord, type Lexeme, signOf } from '../words/lexemes.ts';
import type { NameEntry } from './names.ts';

/** Where in a question a name may stand. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly isExact: boolean;
  readonly before: Lexeme | undefined;
  /** Before the article that is before the name. */
  readonly wayBefore: Lexeme | undefined;
  readonly after: Lexeme | undefined;
  /** Nothing else in the question is a word of a topic. */
  readonly isAlone: boolean;
  /** Words of titles or of questions, which people may mean as such. */
  readonly isCommon: boolean;
  /** `akihiro's`. */
  readonly isOwner: boolean;
  readonly asksWho: boolean;
}

/** `on airmeet 3`: no talk is about that. */
export function isSurelyRoom({ kind, isWhole, length, value }: NameEntry): boolean {
  return kind === 'room' && isWhole && length > 1 && /-(?:\d+|\p{L})$/u.test(value);
}

export const KINDS = ['track', 'room', 'type', 'speaker'] as const;

export function isMeant(
  entry: NameEntry,
  kind: NameEntry['kind'],
  window: Window,
  key: string,
): boolean {
  if (entry.kind !== kind) return false;
  switch (kind) {
    case 'room':
      return isRoomMeant(entry, window, key);
    case 'track':
      return isTrackMeant(window) || (entry.isKind === true && isKindMeant(window));
    case 'type':
      return isKindMeant(window);
    case 'speaker':
      return isSpeakerMeant(entry, window);
  }
}

/** Before another word it is part of a topic: `workshop facilitation`. */
function isKindMeant({ isExact, after }: Window): boolean {
  return isExact && (after === undefined || !isWord(after));
}

export function isLedBy(sign: string, { before, wayBefore }: Window): boolean {
  return has(before, sign) || has(wayBefore, sign);
}

/** A code is no word: `K.4.201`. */
const CODE = /^(?=.*\d)(?=.*\p{L}).{3,}$/u;

function isRoomMeant({ isWhole, length }: NameEntry, window: Window, key: string): boolean {
  if (CODE.test(key) && (isWhole || length < 3)) return true;
  if (isLedBy('room', window) || has(window.after, 'room')) return true;
  if (isLedBy('without', window)) return !isBeforeWord(window);
  if (/^\d+$/.test(key)) return false;
  if (isLedBy('place', window)) return !isBeforeWord(window);
  if (isWhole && length > 1 && window.isExact) return true;
  return window.isAlone && (isWhole || !window.isCommon);
}

/** Then it is but a part of what is said: `except sponsored demos`. */
function isBeforeWord({ after }: Window): boolean {
  return after !== undefined && isWord(after);
}

function isTrackMeant(window: Window): boolean {
  if (has(window.after, 'track') || isLedBy('track', window)) return true;
  if (isLedBy('without', window)) return window.isExact && !isBeforeWord(window);
  // Where no room is called so, “the go room” is where the track is.
  if (has(window.after, 'room')) return true;
  return isLedBy('place', window) && window.isAlone;
}

/** One name of a person is a word as well, unless something says that it is a person's. */
function isSpeakerMeant({ isWhole, length }: NameEntry, window: Window): boolean {
  // Nobody is in somebody: `in janson` is no misspelt Jason.
  if (!window.isExact && isLedBy('place', window) && !isLedBy('by', window)) return false;
  if (isLedBy('by', window) || isLedBy('without', window) || window.isOwner) return true;
  if (isWhole && length > 1) return true;
  return window.isAlone && (!window.isCommon || window.asksWho);
}

export function has(lexeme: Lexeme | undefined, sign: string): boolean {
  return lexeme !== undefined && signOf(lexeme, sign) !== undefined;
}
