import { canonicalTimeZone } from '../../clock.ts';
import { fold } from '../../schedule/naming/slug.ts';
import { distanceWithin } from '../../search/language/editDistance.ts';

export type ZoneMatch =
  | { readonly kind: 'found'; readonly zone: string }
  /** Those that may have been meant, the likeliest first; maybe none. */
  | { readonly kind: 'near'; readonly zones: readonly string[] };

const MOST_NEAR = 3;
const SHORTEST_PART = 3;

/** The time zone that was typed: by its IANA name, or by its place where no other is called so (`lisbon`). */
export function zoneTyped(text: string): ZoneMatch {
  const zone = canonicalTimeZone(text);
  if (zone !== undefined) return { kind: 'found', zone };
  const typed = folded(text);
  const places = zones().filter((each) => placeOf(each) === typed);
  const [place, another] = places;
  if (place !== undefined && another === undefined) return { kind: 'found', zone: place };
  return { kind: 'near', zones: [...new Set([...places, ...near(typed)])].slice(0, MOST_NEAR) };
}

/** `new york` finds America/New_York. The places that begin so come first. */
export function suggestZones(text: string): readonly string[] {
  const typed = folded(text);
  const fitting = zones().filter((zone) => fold(zone).includes(typed));
  const begins = (zone: string) =>
    [fold(zone), placeOf(zone)].some((part) => part.startsWith(typed));
  return [...fitting.filter(begins), ...fitting.filter((zone) => !begins(zone))];
}

/** What is a letter or two away, in the whole name or in the place, or has the typed in it. */
function near(typed: string): readonly string[] {
  if (typed.length < SHORTEST_PART) return [];
  const most = typed.length > 5 ? 2 : 1;
  const far = (zone: string) =>
    Math.min(
      ...[fold(zone), placeOf(zone), placeOf(zone).replace(/_/gu, '')].map(
        (name) => distanceWithin(typed, name, most) ?? Number.POSITIVE_INFINITY,
      ),
    );
  const misspelled = zones()
    .map((zone) => ({ zone, edits: far(zone) }))
    .filter(({ edits }) => edits <= most)
    .toSorted((one, other) => one.edits - other.edits);
  return [...misspelled.map(({ zone }) => zone), ...suggestZones(typed)];
}

function zones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

function folded(text: string): string {
  return fold(text).trim().replace(/\s+/gu, '_');
}

function placeOf(zone: string): string {
  return fold(zone.slice(zone.lastIndexOf('/') + 1));
}
