import type { Card, Reader } from '../cards/cards.ts';

/** Who asks, as the platform vouches for it. */
export interface Caller {
  readonly platform: string;
  /** Absent in direct messages and wherever Hallway was not invited to the server. */
  readonly community?: string;
  readonly member: string;
  /** What the member is called there, where the platform tells it with the request: nothing is kept of it. */
  readonly name?: string;
  readonly channel?: string;
  /** BCP 47. */
  readonly locale: string;
  /** Whether that is the place's: the platform did not tell the member's own. */
  readonly isLocaleGuessed?: boolean;
  /** BCP 47: what the community speaks, where the platform tells it. */
  readonly communityLocale?: string;
  /** IANA, where the platform tells it. */
  readonly timeZone?: string;
  /** What the platform tells of both, once they are those that the member reads in. */
  readonly told?: Reader;
  /** What precedes the names of commands there: after a slash, such as `fosdem-`, or with a mark in its place, such as `!`; sentences name them so. */
  readonly commandPrefix?: string;
  /** Whether the platform lets this member manage the community. */
  readonly isOrganiser: boolean;
  /** Ids of the platform's own roles that the member holds there, where it tells them with the request. */
  readonly roles?: readonly string[];
  /** What the member was named to there; found out by the core (`withNamed`), whatever a platform says. */
  readonly named?: 'helper' | 'organiser';
}

/** `args` by option name in lower case; a picked suggestion arrives as its `value`, free text as typed. */
export interface CommandRequest {
  readonly kind: 'command';
  readonly command: string;
  readonly subcommand?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly caller: Caller;
  /** Whether others read the answer, unless it is for the caller alone; platforms where nobody else does leave it out. */
  readonly isPublic?: boolean;
}

/** What somebody says to Hallway in words of their own: in a direct message, by a mention, as a reply to it. */
export interface QuestionRequest {
  readonly kind: 'question';
  /** As people read it, without the mention of Hallway; may be empty. */
  readonly text: string;
  readonly caller: Caller;
  /** Whether others read the answer: nothing of the caller's own is shown then. */
  readonly isPublic: boolean;
  /** Whether the platform can answer the asker alone there: what was done to their own list is then said to them. */
  readonly canWhisper?: boolean;
  /** Action ids of the message that it carries on from, others among them; empty where there is none. */
  readonly follows: readonly string[];
  /** Who is welcomed beside: somebody who writes for the first time, or a community that Hallway comes to. */
  readonly welcome?: Welcomed;
}

export type Welcomed = 'member' | 'community';

/** A button, a menu option or a sent form; `id` is an action id, `value` what was typed into a form. */
export interface PressRequest {
  readonly kind: 'press';
  readonly id: string;
  readonly value?: string;
  readonly caller: Caller;
  /** As of a command. */
  readonly isPublic?: boolean;
}

/** “Remind me” in a message's menu; `ids` are the action ids that the message holds, others among them. */
export interface RemindRequest {
  readonly kind: 'remind';
  readonly ids: readonly string[];
  readonly caller: Caller;
}

/** Type-ahead for one option of a command. */
export interface SuggestRequest {
  readonly kind: 'suggest';
  readonly command: string;
  readonly subcommand?: string;
  readonly option: string;
  readonly text: string;
  readonly caller: Caller;
}

/** At most 100 characters each; `group` is a heading for platforms that group (the day). */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
  readonly group?: string;
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A PNG that stands below the card, where a platform can show one. */
export interface Picture {
  readonly name: string;
  readonly png: Uint8Array;
  /** What is to be seen, for who does not see it; at most 1,000 characters. */
  readonly alt: string;
}

/** Asks for a line of text, or for several where it is `long`; sending it presses `id` with the text as `value`. */
export interface Form {
  readonly kind: 'form';
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** At most so many characters, in lines. */
  readonly long?: number;
}

export interface CardReply {
  readonly kind: 'card';
  readonly card: Card;
  /** `caller`: seen by the one who asked alone; `everyone`: posted into the channel. */
  readonly audience: 'caller' | 'everyone';
  /** `replace` takes the place of the card whose button was pressed; a command's reply is always `new`. */
  readonly placement: 'new' | 'replace';
  readonly attachments: readonly Attachment[];
  readonly picture?: Picture;
  /** How the card's matter stands by then, where it goes on by itself: platforms edit what they answered (`liveAnswers.ts`). */
  readonly later?: () => Promise<Standing>;
}

export interface Standing {
  readonly card: Card;
  /** How much of it is done, from 0 to 1, when nothing more changes by itself. */
  readonly done: number;
}

export type Reply = CardReply | Form;

/** The core as platforms see it. None of these rejects: whatever goes wrong becomes a card or an empty list. */
export interface Hallway {
  command(request: CommandRequest): Promise<Reply>;
  /** `undefined`: nothing is said, be it that organisers want no answers there, or that too much is asked. */
  ask(request: QuestionRequest): Promise<CardReply | undefined>;
  press(request: PressRequest): Promise<Reply>;
  remind(request: RemindRequest): Promise<Reply>;
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  /** In which language and on whose clocks the caller reads, for what a platform says by itself. */
  reader(caller: Caller): Promise<Reader>;
}
