import type { Instant } from '../../clock.ts';

export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** Where something stands among what runs at the same time. */
export interface Placed<T> {
  readonly item: T;
  /** 0 for the first. */
  readonly lane: number;
  /** How many lanes share the width here. */
  readonly lanes: number;
}

/**
 * Side by side what runs at the same time, each in the first lane that is free; `items` by start. What
 * touches nothing has the whole width. From `most` lanes on there is no room: those are left out.
 */
export function inLanes<T extends Span>(items: readonly T[], most: number): readonly Placed<T>[] {
  return clustersOf(items).flatMap((cluster) => {
    const ends: Instant[] = [];
    const placed = cluster.map((item) => {
      const free = ends.findIndex((end) => end <= item.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = item.end;
      return { item, lane };
    });
    const lanes = Math.min(ends.length, most);
    return placed.filter(({ lane }) => lane < most).map((each) => ({ ...each, lanes }));
  });
}

/** What hangs together by overlapping. */
function clustersOf<T extends Span>(items: readonly T[]): readonly (readonly T[])[] {
  const clusters: T[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const last = clusters.at(-1);
    if (last !== undefined && item.start < until) last.push(item);
    else clusters.push([item]);
    until = Math.max(until, item.end);
  }
  return clusters;
}
