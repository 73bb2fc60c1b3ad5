/**
 * What forms and exports write where nothing is known. It is nothing: no speaker to follow, no track to
 * choose. Only a whole value counts; a talk may well be called "No track left behind".
 */
export function isPlaceholder(field: PlaceholderField, text: string): boolean {
  if (text.length > LONGEST) return false;
  if (NO_WORD.test(text)) return true;
  const value = bare(text);
  return EVERYWHERE.has(value) || PLACEHOLDERS[field].has(value);
}

/** `-`, `…`, `???`. */
const NO_WORD = /^[\s.…?*_–—-]+$/u;
const LONGEST = 60;

export type PlaceholderField = keyof typeof PLACEHOLDERS;

const EVERYWHERE: ReadonlySet<string> = new Set([
  'n/a',
  'none',
  'null',
  'undefined',
  'tba',
  'tbc',
  'tbd',
  'to be announced',
  'to be confirmed',
  'to be decided',
  'to be defined',
  'to be determined',
  'k.a',
  'keine angabe',
  'noch offen',
  'folgt',
  'wird noch bekannt gegeben',
  'wird noch bekanntgegeben',
]);

const PLACEHOLDERS = {
  speaker: new Set([
    'unnamed speaker',
    'unnamed',
    'unknown',
    'unknown speaker',
    'no speaker',
    'no speakers',
    'no name',
    'speaker tba',
    'speaker tbc',
    'speaker tbd',
    'speakers tba',
    'speaker to be announced',
    'tba speaker',
    'unbekannt',
    'unbenannt',
  ]),
  track: new Set([
    'no track',
    'without track',
    'no topic',
    'unassigned',
    'not assigned',
    'kein track',
    'ohne track',
    'kein thema',
  ]),
  type: new Set(['no type', 'unknown', 'unspecified', 'kein typ']),
  room: new Set([
    'no room',
    'no location',
    'unassigned',
    'not assigned',
    'unknown',
    'room tba',
    'room tbd',
    'location tba',
    'kein raum',
    'ohne raum',
    'unbekannt',
  ]),
  subtitle: new Set<string>(),
  language: new Set(['und', 'zxx', 'unknown']),
  abstract: new Set(['no abstract', 'no description', 'description tba', 'abstract tba']),
} as const;

/** In lower case, without brackets, quotes, dashes and dots around it. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\s<([{"'*.?…_–—-]+/u, '')
    .replace(/[\s>)\]}"'*.!?…_–—-]+$/u, '');
}
