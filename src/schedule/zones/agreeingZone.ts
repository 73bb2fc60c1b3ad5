import { HOUR_MS, type Instant } from '../../clock.ts';
import type { WrittenTime } from '../assembling/times.ts';
import { fixedOffsetZone } from '../assembling/zone.ts';
import { usualZones } from './zoneNames.ts';

/** That a clock showed this offset, in minutes, at that instant. */
export interface ShownOffset {
  readonly instant: Instant;
  readonly offsetMinutes: number;
}

/** What times that are written with an offset show. */
export function offsetsOf(times: readonly (WrittenTime | undefined)[]): readonly ShownOffset[] {
  return times.flatMap((time) => (time?.kind === 'instant' ? time : []));
}

/** Offsets hold for hours: so many spans tell all there is to know of any conference. */
const SPAN_MS = 6 * HOUR_MS;
const MOST_SPANS = 2_000;

/**
 * The zone whose clocks showed the most of these offsets: one that never changes where that does
 * as well as any other, else the usual one among those with such a summer time. `undefined` without any.
 */
export function agreeingZone(shown: readonly ShownOffset[]): string | undefined {
  const spans = spansOf(shown);
  const counts = new Map<number, number>();
  for (const { offsetMinutes, count } of spans) {
    counts.set(offsetMinutes, (counts.get(offsetMinutes) ?? 0) + count);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  if (usual === undefined) return undefined;
  const [offset, agreeing] = usual;
  let best = { zone: fixedOffsetZone(offset), agreeing };
  if (counts.size === 1) return best.zone;
  for (const zone of usualZones) {
    const count = agreeingWith(zone, spans);
    if (count > best.agreeing) best = { zone, agreeing: count };
  }
  return best.zone;
}

interface Span extends ShownOffset {
  readonly count: number;
}

/** One for many that tell the same. */
function spansOf(shown: readonly ShownOffset[]): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const one of shown) {
    const key = `${Math.floor(one.instant / SPAN_MS)} ${one.offsetMinutes}`;
    const known = spans.get(key);
    if (known !== undefined || spans.size < MOST_SPANS) {
      spans.set(key, { ...(known ?? one), count: (known?.count ?? 0) + 1 });
    }
  }
  return [...spans.values()];
}

/** Whether the zone's clocks showed all of these. */
export function agreesWith(zone: string, shown: readonly ShownOffset[]): boolean {
  return shown.every(({ instant, offsetMinutes }) => offsetAt(instant, zone) === offsetMinutes);
}

function agreeingWith(zone: string, spans: readonly Span[]): number {
  let agreeing = 0;
  for (const { instant, offsetMinutes, count } of spans) {
    if (offsetAt(instant, zone) === offsetMinutes) agreeing += count;
  }
  return agreeing;
}

const MINUTE_NS = 60e9;

function offsetAt(instant: Instant, zone: string): number {
  const { offsetNanoseconds } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return offsetNanoseconds / MINUTE_NS;
}
