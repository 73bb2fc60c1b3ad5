import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import rails from 'rails-timezone';
import { canonicalTimeZone } from '../../clock.ts';

/** What the name of a zone tells of it. */
export interface NamedZone {
  /** IANA. */
  readonly zone: string;
  /** Whether it is IANA's own name for a place; one of Windows stands for many places. */
  readonly isExact: boolean;
}

interface WindowsZone {
  /** IANA's name of the zone that stands for it where nothing is known of the place. */
  readonly zone: string;
  readonly territories: number;
}

/** By Windows' name (CLDR, supplemental data, `windowsZones`). */
const byWindowsName = readWindowsZones();

/**
 * The zones that stand for all others, those of the most territories first: of several that keep the
 * same time, that is the one most people mean.
 */
export const usualZones: readonly string[] = [...byWindowsName.values()]
  .sort((a, b) => b.territories - a.territories)
  .map(({ zone }) => zone);

/**
 * The zone behind a name: IANA's of a place (`Europe/Berlin`), also with something in front as RFC
 * 5545 (3.2.19) allows (`/example.org/2026/America/Argentina/Buenos_Aires`), Windows' (`Pacific
 * Standard Time`) or Rails' (`Berlin`). An abbreviation names none: in one place `EST` has a summer time.
 */
export function zoneNamed(name: string): NamedZone | undefined {
  const trimmed = name.trim();
  if (/^(?:etc\/)?utc$/i.test(trimmed)) return { zone: 'UTC', isExact: true };
  const place = placeIn(trimmed);
  if (place !== undefined) return { zone: place, isExact: true };
  const other = byWindowsName.get(trimmed.toLowerCase())?.zone ?? railsZone(trimmed);
  if (other !== undefined) return { zone: other, isExact: false };
  // `Japan`, `EST5EDT`
  const word = /[a-z]{3}|\d/.test(trimmed) ? canonicalTimeZone(trimmed) : undefined;
  return word === undefined ? undefined : { zone: word, isExact: true };
}

/** The longest end of the name that is a place of IANA's. */
function placeIn(name: string): string | undefined {
  const parts = name.split('/').slice(-MOST_PARTS);
  for (let at = 0; at < parts.length - 1; at += 1) {
    const zone = canonicalTimeZone(parts.slice(at).join('/'));
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/** `America/Argentina/Buenos_Aires` */
const MOST_PARTS = 3;

function railsZone(name: string): string | undefined {
  // It looks into an object that has more names than it was given.
  const zone: unknown = rails.from(name);
  return typeof zone === 'string' ? canonicalTimeZone(zone) : undefined;
}

function readWindowsZones(): ReadonlyMap<string, WindowsZone> {
  const zones = new Map<string, WindowsZone>();
  for (const { mapZone } of windowsZones.supplemental.windowsZones.mapTimezones) {
    const name = mapZone._other.toLowerCase();
    const known = zones.get(name);
    // The first entry of each name is that of no territory (`001`).
    const zone = known?.zone ?? canonicalTimeZone(mapZone._type);
    if (zone !== undefined) zones.set(name, { zone, territories: (known?.territories ?? 0) + 1 });
  }
  return zones;
}
