import type { Instant } from '../../clock.ts';
import type { Answer, Lacking, Speaker, Translation } from '../schedule.ts';

/** The formats Hallway reads, one name a decoder. */
export type ScheduleFormat =
  | 'pentabarf-xml'
  | 'schedule-json'
  | 'sessionize-all'
  | 'sessionize-gridsmart'
  | 'sessionize-sessions'
  | 'symposion-json'
  | 'conclar'
  | 'indico-json'
  | 'icalendar'
  | 'xcal'
  | 'pretalx-csv'
  | 'pretalx-api'
  | 'pretalx-widget';

/** A talk as a decoder read it: times settled, texts raw, ids as they came. Absent and empty fields are the same. */
export interface TalkDraft {
  /** Where the talk stands in the document. */
  readonly path: string;
  readonly id?: string | undefined;
  readonly guid?: string | undefined;
  readonly code?: string | undefined;
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly type?: string | undefined;
  readonly language?: string | undefined;
  readonly track?: string | undefined;
  readonly room?: string | undefined;
  /** ISO date of the day that the source lists it under. */
  readonly day?: string | undefined;
  readonly start: Instant;
  readonly end: Instant;
  readonly speakers: readonly Speaker[];
  /** HTML, Markdown or plain, from short to long. */
  readonly texts: readonly string[];
  readonly links: readonly LinkDraft[];
  readonly url?: string | undefined;
  readonly feedbackUrl?: string | undefined;
  readonly isRecorded?: boolean | undefined;
  /** Those that everybody may read. */
  readonly answers?: readonly Answer[];
  readonly canceled?: boolean;
  /** The source marks it as no talk; where nobody gives it, the title, the times and the room are kept. */
  readonly isBreak?: boolean;
}

export interface RoomDraft {
  readonly name: string;
  readonly guid?: string | undefined;
  readonly description?: string | undefined;
  readonly capacity?: number | undefined;
}

export interface TrackDraft {
  readonly name: string;
  readonly guid?: string | undefined;
  readonly colour?: string | undefined;
}

export interface LinkDraft {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** A conference as a decoder read it, before it is made whole. */
export interface ConferenceDraft {
  readonly format: ScheduleFormat;
  readonly title?: string | undefined;
  readonly acronym?: string | undefined;
  readonly timeZone: string;
  readonly version?: string | undefined;
  /** Of the organisers, on this version. */
  readonly comment?: string | undefined;
  readonly url?: string | undefined;
  /** ISO dates of the days the source lists. */
  readonly days: readonly string[];
  /** Minutes after midnight at which the source lets a day end, where it says so. */
  readonly dayChange?: number | undefined;
  /** As the source lists them, empty ones among them, and some several times. */
  readonly rooms: readonly RoomDraft[];
  readonly tracks: readonly TrackDraft[];
  /** Breaks among them. */
  readonly talks: readonly TalkDraft[];
  readonly translations?: readonly Translation[];
  readonly lacks?: readonly Lacking[] | undefined;
}
