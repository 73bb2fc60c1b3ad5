import type { Instant } from '../../clock.ts';

/** What retention remembers from one look to the next, in the database: a restart forgets nothing of it. */
export interface RetentionRecord {
  clock(): Promise<ClockRecord | undefined>;
  setClock(record: ClockRecord): Promise<void>;
  /** What is to be erased, by name, and since when that is known. */
  marks(): Promise<ReadonlyMap<string, Instant>>;
  /** In place of all there were. */
  setMarks(marks: ReadonlyMap<string, Instant>): Promise<void>;
}

/** The clock was looked at every now and then since, and never went astray. */
export interface ClockRecord {
  readonly since: Instant;
  readonly last: Instant;
}

/** How a mark names a person. */
export function personName(id: string): string {
  return `person ${id}`;
}
