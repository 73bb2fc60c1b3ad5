import type { LinkDraft, RoomDraft, ScheduleFormat, TrackDraft } from '../assembling/draft.ts';
import type { Answer, Speaker } from '../schedule.ts';

/** An event of the Pentabarf family, as XML and JSON both write it. */
export interface FrabEvent {
  readonly path: string;
  /** Index in {@link FrabSource.days} of the day it is listed under. */
  readonly day: number;
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
  readonly date?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly duration?: string | undefined;
  readonly speakers: readonly Speaker[];
  readonly texts: readonly string[];
  readonly links: readonly LinkDraft[];
  readonly url?: string | undefined;
  readonly feedbackUrl?: string | undefined;
  readonly isRecorded?: boolean | undefined;
  readonly answers?: readonly Answer[];
}

export interface FrabDay {
  readonly path: string;
  readonly date?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** A document of the Pentabarf family before its times are settled. */
export interface FrabSource {
  readonly format: ScheduleFormat;
  readonly title?: string | undefined;
  readonly acronym?: string | undefined;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
  readonly zone?: string | undefined;
  readonly zonePath: string;
  readonly dayChange?: string | undefined;
  readonly days: readonly FrabDay[];
  readonly rooms: readonly RoomDraft[];
  readonly tracks: readonly TrackDraft[];
  readonly events: readonly FrabEvent[];
}
