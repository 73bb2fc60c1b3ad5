import type { FindingCode } from '../../messages/en/schedule.ts';
import { shorten } from '../../messages/shorten.ts';

/** One kind of finding, with how often it occurs and where it occurs first. */
export interface ScheduleWarning {
  readonly code: FindingCode;
  /** Points into the document (`schedule.day[0].room[2].event[5]`), or to what became of it (`rooms[3]`); empty for the whole. */
  readonly path: string;
  readonly count: number;
  /** Of the first place, in the schedule's own words; empty where there is nothing to show. */
  readonly example: string;
}

/** Collects findings while a schedule is read, by code. */
export interface Findings {
  /** `count` of those found at that place. */
  note(code: FindingCode, path: string, example?: string, count?: number): void;
  /** In the order in which each code was found first. */
  warnings(): readonly ScheduleWarning[];
}

export function createFindings(): Findings {
  const byCode = new Map<FindingCode, { path: string; example: string; count: number }>();
  return {
    note(code, path, example = '', count = 1) {
      const found = byCode.get(code);
      if (found === undefined) byCode.set(code, { path, example: shorten(example), count });
      else found.count += count;
    },
    warnings: () => [...byCode].map(([code, found]) => ({ code, ...found })),
  };
}

/** What a talk and a conference are called when the source does not say. */
export const UNTITLED_TALK = 'Untitled';
export const UNTITLED_CONFERENCE = 'Conference';
