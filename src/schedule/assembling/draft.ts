import type { Instant } from '../../clock.ts';
import type { Speaker } from '../schedule.ts';

/** The formats Hallway reads, one name a decoder. */
export type ScheduleFormat =
  | 'pentabarf-xml'
  | 'schedule-json'
  | 'sessionize-all'
  | 'sessionize-gridsmart'
  | 'icalendar'
  | 'xcal'
  | 'pretalx-csv';

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
  readonly canceled?: boolean;
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
  readonly url?: string | undefined;
  /** ISO dates of the days the source lists. */
  readonly days: readonly string[];
  /** Minutes after midnight at which the source lets a day end, where it says so. */
  readonly dayChange?: number | undefined;
  /** Names as the source lists them, empty rooms among them. */
  readonly rooms: readonly string[];
  /** By name, where the source has them. */
  readonly roomGuids?: ReadonlyMap<string, string>;
  readonly tracks: readonly string[];
  readonly talks: readonly TalkDraft[];
}
