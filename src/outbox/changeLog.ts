import type { Instant } from '../clock.ts';
import type { Rename } from '../schedule/comparing/renames.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { ToldChange } from './delivery.ts';

/** What one version of a schedule changed that is worth telling. */
export interface ChangeStep {
  /** Of the version. */
  readonly number: number;
  /** When it was taken over. */
  readonly at: Instant;
  /** At most one a talk, by the ids of this version. */
  readonly changes: readonly ToldChange[];
  /** From the id of the version before to that of this one, for talks that have another now. */
  readonly ids: ReadonlyMap<TalkId, TalkId>;
  /** Of rooms and tracks; the changes have the new names already. */
  readonly renames: readonly Rename[];
}

/** What is known of the changes since a moment. */
export interface Logged {
  /** From when on all changes are known; undefined where nothing is known of the conference. */
  readonly knownFrom: Instant | undefined;
  /** By number. */
  readonly steps: readonly ChangeStep[];
}

/** What the versions of schedules changed, kept when the versions themselves are not any more. */
export interface ChangeLog {
  /**
   * Part of the transaction that takes the version over. Of a first version, that changes are known from
   * there on; of one that changed nothing worth telling, nothing.
   */
  record(conference: ConferenceKey, step: ChangeStep): Promise<void>;
  /** The steps that came after `since`. */
  since(conference: ConferenceKey, since: Instant): Promise<Logged>;
  forget(conferences: readonly ConferenceKey[]): Promise<void>;
}
