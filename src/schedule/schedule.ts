/**
 * The floor `schedule`: what a conference says of itself. Formats become drafts (`formats/`, told
 * apart in `decode.ts`), drafts a conference (`assembling/`), two versions changes (`comparing/`),
 * and the keeper asks sources for the next. It knows no community, no member and no chat; wire
 * words stop at the decoders. Start here: the words of a conference, as every floor uses them.
 */

import type { Instant } from '../clock.ts';

/**
 * The words of a conference, as every part of Hallway uses them. Wire words of
 * the schedule formats stop at the decoders.
 */

/** A talk within its conference. Sources may use any text, so any text may be one; no other kind of name is. */
export type TalkId = string & { readonly brand?: 'TalkId' };

/** A room within its conference: lower-case letters, digits and hyphens. The decoder alone makes them. */
export type RoomSlug = string & { readonly brand: 'RoomSlug' };

/** `canceled` talks stay in the conference, so that those who starred them can be told. */
export type TalkStatus = 'scheduled' | 'canceled';

export interface Speaker {
  readonly id?: string;
  readonly name: string;
}

export interface Link {
  readonly title: string;
  /** Always `http:` or `https:`. */
  readonly url: string;
}

/** What somebody asked all who proposed a talk, and its speakers answered for everybody to read. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
}

export interface Room {
  readonly name: string;
  /** The source's own, where it has one: it stays the same when the name does not. */
  readonly guid?: string;
  /** Unique in the conference, and kept when a new version has another name for the room. */
  readonly slug: RoomSlug;
  /** Where it is, in the organisers' words; one line, untrusted. */
  readonly description?: string;
  /** How many people it holds. */
  readonly capacity?: number;
  /** Where what takes place there is watched live, as a community's organisers say; `https:`. No source tells it. */
  readonly stream?: string;
  /** That it is full, or nearly, as helpers said at `saidAt`; no word from `until` on. No schedule tells it. */
  readonly crowd?: {
    readonly kind: 'full' | 'busy';
    readonly saidAt: Instant;
    readonly until: Instant;
  };
}

export interface Track {
  readonly name: string;
  /** As that of a {@link Room}. */
  readonly guid?: string;
  /** Lower-case letters, digits and hyphens; unique in the conference, and kept as that of a {@link Room}. */
  readonly slug: string;
  /** `#rrggbb`, in lower case. */
  readonly colour?: string;
}

/** What kind of talk it is (`Workshop`), by name; a slug like a {@link Track}'s. */
export interface TalkType {
  readonly name: string;
  readonly slug: string;
}

export interface Talk {
  /** The source's own id as a string; unique in the conference (duplicates get a suffix and a warning). */
  readonly id: TalkId;
  readonly guid?: string;
  readonly code?: string;
  readonly slug?: string;
  readonly title: string;
  /** Whether there is room, in the organisers' words (`SOLD OUT`), which stood in the title. */
  readonly mark?: string;
  readonly subtitle?: string;
  readonly type?: string;
  /** BCP 47, lower-case primary language: `en`, `de`. */
  readonly language?: string;
  /** Name of the track, as in {@link Conference.tracks}. */
  readonly track?: string;
  /** Name of the room, as in {@link Conference.rooms}. */
  readonly room?: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly speakers: readonly Speaker[];
  /** CommonMark, untrusted; empty when the source has none. */
  readonly abstract: string;
  readonly links: readonly Link[];
  readonly url?: string;
  /** Where people say how it was; as {@link Link.url}. */
  readonly feedbackUrl?: string;
  /** `false` where the speakers do not want to be recorded; mostly nothing is said. */
  readonly isRecorded?: boolean;
  readonly answers?: readonly Answer[];
  readonly status: TalkStatus;
}

/**
 * What the source marks as no talk: lunch, registration, changing rooms. It stands in the programme, and
 * nobody is told of it unasked.
 */
export interface Break {
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Where it is, or which room it empties; that need be none of {@link Conference.rooms}. */
  readonly room?: string;
}

/** What a name (of a room, a track, a type, a break) or the comment of a conference is in another language. */
export interface Translation {
  readonly text: string;
  /** As that of a {@link Talk}. */
  readonly language: string;
  readonly translated: string;
}

/** A conference day: it ends about 04:00 next morning, so it is a span and never a calendar date. */
export interface Day {
  /** 1 for the first day. */
  readonly index: number;
  /** ISO calendar date on which the day begins at the venue. */
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
}

export interface Conference {
  readonly title: string;
  readonly acronym?: string;
  /** IANA name of the venue's zone. */
  readonly timeZone: string;
  /** The source's own version label, when it has one. */
  readonly version?: string;
  /** What its organisers say of this version; one line, untrusted. */
  readonly comment?: string;
  readonly url?: string;
  /** By index. Every talk starts within a day. */
  readonly days: readonly Day[];
  readonly rooms: readonly Room[];
  readonly tracks: readonly Track[];
  /** By start, then room, then id. */
  readonly talks: readonly Talk[];
  /** By start, then room, then title. */
  readonly breaks: readonly Break[];
  /** Where the source has its names in several languages. */
  readonly translations?: readonly Translation[];
  /** Where it is several as one, see `joined.ts`: these. */
  readonly parts?: readonly Conference[];
  /** What the source may well have, and no way of asking it has told yet. */
  readonly lacks?: readonly Lacking[];
}

/** What one way of asking a source tells and another does not. */
export type Lacking = 'breaks' | 'comment' | 'answers' | 'links' | 'translations';
