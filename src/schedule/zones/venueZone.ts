import { canonicalTimeZone } from '../../clock.ts';
import type { Findings } from '../reading/findings.ts';
import { ScheduleFormatError } from '../refusal.ts';
import { agreeingZone, type ShownOffset } from './agreeingZone.ts';
import { type NamedZone, zoneNamed } from './zoneNames.ts';

/** The zone of a conference; `known` is false where nothing but offsets tells it. */
export interface VenueZone {
  readonly timeZone: string;
  readonly known: boolean;
}

export interface ZoneEvidence {
  /** The zone the schedule names, and where. */
  readonly named: string | undefined;
  readonly path: string;
  /** The zones that its talks name, one for each that names one. */
  readonly ofTalks?: readonly NamedZone[];
  /** The zone that configuration gives. */
  readonly configured: string | undefined;
  /** What the schedule's own dates say of the venue's clock. */
  readonly offsets: readonly ShownOffset[];
  /** A name that may mean nothing, and is taken where nothing else tells. */
  readonly otherwise?: string | undefined;
}

/**
 * The zone of the place that the schedule names, or most of its talks do, wins over the configured
 * one: it came with the times. The configured one wins over names that stand for many places; without
 * any of them, dates with offsets still tell the instants.
 * Throws {@link ScheduleFormatError} when wall times have no zone at all.
 */
export function venueZone(evidence: ZoneEvidence, findings: Findings): VenueZone {
  const configured = configuredZone(evidence.configured);
  const named = namedZone(evidence, findings) ?? mostFrequent(evidence.ofTalks ?? []);
  if (named?.isExact) {
    if (configured !== undefined && configured !== named.zone) {
      findings.note('zone-differs', evidence.path, named.zone);
    }
    return { timeZone: named.zone, known: true };
  }
  if (configured !== undefined) return { timeZone: configured, known: true };
  if (named === undefined) return zoneOfOffsets(evidence, findings);
  findings.note('zone-unnamed', evidence.path, named.zone);
  return { timeZone: named.zone, known: true };
}

function zoneOfOffsets(
  { named, otherwise, path, offsets }: ZoneEvidence,
  findings: Findings,
): VenueZone {
  const agreeing = agreeingZone(offsets);
  if (agreeing !== undefined) {
    findings.note('zone-unnamed', path, agreeing);
    return { timeZone: agreeing, known: false };
  }
  const abbreviated = canonicalTimeZone(otherwise ?? named);
  if (abbreviated === undefined) throw new ScheduleFormatError({ kind: 'zoneNeeded', facts: [] });
  return { timeZone: abbreviated, known: true };
}

function configuredZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const zone = canonicalTimeZone(name);
  if (zone === undefined) throw new ScheduleFormatError({ kind: 'zoneInvalid', facts: [name] });
  return zone;
}

function namedZone({ named, path }: ZoneEvidence, findings: Findings): NamedZone | undefined {
  if (named === undefined || named.trim() === '') return undefined;
  const zone = zoneNamed(named);
  if (zone === undefined) findings.note('zone-unknown', path, named);
  return zone;
}

/** Of several as frequent, the name of a place comes first. */
function mostFrequent(zones: readonly NamedZone[]): NamedZone | undefined {
  const counts = new Map<string, { readonly named: NamedZone; count: number }>();
  for (const named of zones) {
    const key = `${named.zone} ${named.isExact}`;
    const known = counts.get(key) ?? { named, count: 0 };
    counts.set(key, { named, count: known.count + 1 });
  }
  const [first] = [...counts.values()].sort(
    (a, b) => b.count - a.count || Number(b.named.isExact) - Number(a.named.isExact),
  );
  return first?.named;
}
