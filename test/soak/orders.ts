import type { Instant } from '../../src/schedule/model.ts';

/** Where a program kills itself, so that every dangerous moment is met again and again. */
export const MOMENTS = [
  'after claiming',
  'before sending',
  'after sending',
  'before settling',
  'after settling',
  'inside the tick',
  'inside a takeover',
] as const;

export type Moment = (typeof MOMENTS)[number];

/** What a child process is told, as JSON in its first argument. */
export interface Orders {
  readonly databaseUrl: string;
  readonly recorderUrl: string;
  /** Where the clock goes on: it stands while nobody lives. */
  readonly from: Instant;
  readonly speed: number;
  /** Dies the `after`th time that it comes to that moment. */
  readonly death?: { readonly moment: Moment; readonly after: number };
}
