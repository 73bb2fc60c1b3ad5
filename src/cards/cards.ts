/**
 * The floor `cards`: messages by meaning, and the tool box they are made with: frame, blocks, rows,
 * times, buttons and the views that they lead to. It knows schedules; what a card shows is built
 * beside the data it shows, on the floors above. `markup/` reads and cuts untrusted CommonMark. Start
 * here.
 */

import type { Instant } from '../clock.ts';

/**
 * A message by meaning, not by look. Builders in this folder make cards out of
 * the core's data and the reader's catalogue of messages; each platform renders
 * the few kinds of block in its own way and within its own limits.
 *
 * Every string is plain text: titles, names and abstracts are untrusted, and a
 * renderer escapes all of it. Only the structure around a string is ours.
 */
export interface Card {
  readonly kind: CardKind;
  readonly title: string;
  /** One plain line that says it all: push notifications, screen readers, message previews. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** Who reads it, as far as is known: of a channel's many readers the language that they are spoken to in. */
  readonly reader?: Reader;
}

export interface Reader {
  /** BCP 47. */
  readonly locale: string;
  /** IANA, where the platform tells it. */
  readonly timeZone?: string;
}

/** What a card is about; a renderer may colour by it, nothing else depends on it. */
export type CardKind =
  | 'talk'
  | 'talks'
  | 'agenda'
  | 'announcement'
  | 'reminder'
  | 'notice'
  | 'digest'
  | 'help'
  | 'organiser'
  | 'confirmation'
  | 'problem';

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text; readonly tone: 'normal' | 'quiet' }
  /** Labelled values: when, where, who. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Untrusted CommonMark, already cut to a sensible length by the builder. */
  | { readonly kind: 'markdown'; readonly source: string }
  | TalkRow
  | { readonly kind: 'divider' }
  | Buttons
  | Menu;

/** One talk in a list, with one button of its own (usually the star). */
export interface TalkRow {
  readonly kind: 'row';
  readonly title: string;
  /** A canceled talk's title is struck through. */
  readonly struck: boolean;
  /** Time, room, speakers, marks: each a line of its own or joined by the platform, in this order. */
  readonly details: readonly Text[];
  /** Action id that opens the talk's card. */
  readonly open?: string;
  readonly button?: Button;
  /** What else can be done with the talk: on platforms that have a menu for that in every row. */
  readonly more?: readonly MenuOption[];
}

export interface Buttons {
  readonly kind: 'buttons';
  readonly buttons: readonly Button[];
  /** What is asked for less often: on platforms that have a menu for that beside buttons. */
  readonly more?: readonly MenuOption[];
}

export interface Fact {
  readonly label: string;
  readonly value: Text;
}

/** As many as the tightest platform takes. */
export const MOST_MENU_OPTIONS = 25;

/** A select menu that opens one of its options, of which it has {@link MOST_MENU_OPTIONS} at most. */
export interface Menu {
  readonly kind: 'menu';
  readonly placeholder: string;
  readonly options: readonly MenuOption[];
}

export interface MenuOption {
  readonly label: string;
  readonly description?: string;
  /** How it stands now, in a menu that sets something. */
  readonly isChosen?: boolean;
  /** Action id. */
  readonly id: string;
}

export type Button =
  | {
      readonly kind: 'action';
      /** Action id: holds all its state, at most 100 characters (see action.ts). */
      readonly id: string;
      readonly label: string;
      /** What screen readers say in place of a label that many buttons of a list share, where a platform takes it. */
      readonly spoken?: string;
      readonly style: 'primary' | 'secondary' | 'danger';
    }
  | { readonly kind: 'link'; readonly url: string; readonly label: string };

/** A line of text: plain strings and the few inline things that platforms show in their own way. */
export type Text = readonly Inline[];

export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'struck'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** A command: its words without what precedes them, such as `mytalks export`, and how it is typed. */
  | {
      readonly kind: 'command';
      readonly words: string;
      readonly typed: string;
      /** The platform's own id of it, where it has one by which commands can be pressed. */
      readonly id?: string;
    }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /**
   * An instant. `venue` is the venue's wall clock in words and always shown; beside it the platform
   * shows the reader's own clock where it can tell that one and it differs.
   */
  | {
      readonly kind: 'time';
      readonly at: Instant;
      readonly venue: string;
      readonly style: 'time' | 'dateTime';
    }
  /** `name`: what people call it, where a platform would show its id. */
  | { readonly kind: 'channel'; readonly id: string; readonly name?: string }
  /** Somebody by name; said where it pings nobody. */
  | { readonly kind: 'member'; readonly id: string }
  /** The mention an organiser chose (a role or group); the only mention that may come alive. */
  | { readonly kind: 'mention'; readonly id: string };

export function paragraph(...text: Text): Block {
  return { kind: 'text', text, tone: 'normal' };
}

/** Said beside what matters. */
export function quiet(...text: Text): Block {
  return { kind: 'text', text, tone: 'quiet' };
}

/** Its lines of text, which hold more than words. */
export function linesIn(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'facts':
      return block.facts.map(({ value }) => value);
    case 'row':
      return block.details;
    default:
      return [];
  }
}

/** What is pressed, as opposed to read. */
export function isControl(block: Block): block is Buttons | Menu {
  return block.kind === 'buttons' || block.kind === 'menu';
}
