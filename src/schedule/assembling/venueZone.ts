import { canonicalTimeZone } from '../../clock.ts';
import type { Findings } from '../reading/findings.ts';
import { ScheduleFormatError } from '../refusal.ts';
import { fixedOffsetZone } from './zone.ts';

/** The zone of a conference; `known` is false where nothing but an offset tells it. */
export interface VenueZone {
  readonly timeZone: string;
  readonly known: boolean;
}

export interface ZoneEvidence {
  /** The zone the schedule names, and where. */
  readonly named: string | undefined;
  readonly path: string;
  /** The zone that configuration gives. */
  readonly configured: string | undefined;
  /** An offset that the schedule's own dates carry, in minutes. */
  readonly offsetMinutes: number | undefined;
}

/**
 * The zone the schedule names wins over the configured one: it came with the
 * times. Without either, dates with offsets still tell the instants.
 * Throws {@link ScheduleFormatError} when wall times have no zone at all.
 */
export function venueZone(evidence: ZoneEvidence, findings: Findings): VenueZone {
  const configured = configuredZone(evidence.configured);
  const named = namedZone(evidence, findings);
  if (named !== undefined) {
    if (configured !== undefined && configured !== named) {
      findings.note('zone-differs', evidence.path, named);
    }
    return { timeZone: named, known: true };
  }
  if (configured !== undefined) return { timeZone: configured, known: true };
  if (evidence.offsetMinutes === undefined)
    throw new ScheduleFormatError({ kind: 'zoneNeeded', facts: [] });
  const timeZone = fixedOffsetZone(evidence.offsetMinutes);
  findings.note('zone-unnamed', evidence.path, timeZone);
  return { timeZone, known: false };
}

function configuredZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const zone = canonicalTimeZone(name);
  if (zone === undefined) throw new ScheduleFormatError({ kind: 'zoneInvalid', facts: [name] });
  return zone;
}

function namedZone({ named, path }: ZoneEvidence, findings: Findings): string | undefined {
  if (named === undefined || named.trim() === '') return undefined;
  const zone = canonicalTimeZone(named);
  if (zone === undefined) findings.note('zone-unknown', path, named);
  return zone;
}
