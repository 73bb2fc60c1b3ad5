import { DAY_MS, type Instant, MINUTE_MS } from '../clock.ts';
import type { Delivery } from './delivery.ts';

/** A time of which the database may know nothing: `[from, until]`, of Hallway's clock. */
export interface Lapse {
  readonly from: Instant;
  readonly until: Instant;
  /**
   * Somebody said that the database is a copy from then. Otherwise there was no tick for long, as when
   * the program stood still: most probably nobody said anything.
   */
  readonly isRestored: boolean;
}

/** A database that is copied back is older than this; a program that is updated comes back sooner. */
export const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/** For as long after a lapse its messages are looked for. */
const LOOKED_FOR_MS = DAY_MS;

/** Whether it may have been said already, in a time that the database does not remember. */
export function mayBeSaid(
  { subject, knownSince }: Delivery,
  dueAt: Instant,
  { until }: Lapse,
): boolean {
  switch (subject.kind) {
    case 'announcement':
    case 'reminder':
    case 'onStage':
    case 'feedback':
    case 'digest':
    case 'operator':
    case 'say':
      return dueAt <= until;
    // The source is read after the lapse, and shows what it showed in it.
    case 'recording':
    case 'notice':
    case 'ownChange':
    case 'ownRecording':
    case 'changes':
    case 'renamed':
    case 'placesGone':
      return knownSince !== undefined && knownSince <= until && dueAt <= until + LOOKED_FOR_MS;
    case 'list':
    case 'roomDelay':
    case 'roomFull':
    case 'followNews':
    case 'followDigest':
    case 'claimDecided':
    case 'alert':
      return dueAt <= until + LOOKED_FOR_MS;
    // An edit may be made twice.
    case 'formerList':
    case 'correction':
      return false;
  }
}

export interface Lapses {
  /** Notes that the database is restored, and returns the lapse; `undefined` where it never ran. */
  restored(now: Instant): Promise<Lapse | undefined>;
}
