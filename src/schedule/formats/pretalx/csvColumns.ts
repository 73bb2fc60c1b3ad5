export type Column =
  | 'id'
  | 'title'
  | 'subtitle'
  | 'abstract'
  | 'description'
  | 'speakers'
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'endTime'
  | 'duration'
  | 'room'
  | 'track'
  | 'type'
  | 'language'
  | 'state'
  | 'url';

/** pretalx lets organisers choose and translate the columns; these are the headings seen, in lower case. */
const COLUMNS: readonly (readonly [Column, readonly string[]])[] = [
  ['id', ['id', 'code', 'proposal id', 'session id']],
  [
    'title',
    ['proposal title', 'title', 'session title', 'talk title', 'titel', 'vortragstitel', 'titre'],
  ],
  ['subtitle', ['subtitle', 'untertitel']],
  ['abstract', ['abstract', 'zusammenfassung', 'kurzfassung']],
  ['description', ['description', 'beschreibung']],
  [
    'speakers',
    [
      'speaker names',
      'speakers',
      'speaker',
      'speaker(s)',
      'speaker name',
      'names',
      'presenters',
      'presenter',
      'vortragende',
      'namen der vortragenden',
      'sprecher',
      'referenten',
    ],
  ],
  ['date', ['date', 'start date', 'start (date)', 'datum', 'day']],
  ['time', ['start time', 'start (time)', 'time', 'startzeit', 'uhrzeit', 'von']],
  ['start', ['start', 'starts at', 'beginn']],
  ['end', ['end', 'ends at', 'ende']],
  ['endTime', ['end time', 'end (time)', 'endzeit', 'bis']],
  ['duration', ['duration', 'duration (minutes)', 'dauer']],
  ['room', ['room', 'raum', 'location', 'ort']],
  ['track', ['track', 'spur', 'themenbereich']],
  ['type', ['session type', 'type', 'format', 'vortragsart', 'art der veranstaltung']],
  ['language', ['language', 'session language', 'sprache']],
  ['state', ['state', 'status']],
  ['url', ['url', 'link']],
];

/** One talk, by what its cells mean. */
export type Row = Readonly<Partial<Record<Column, string>>>;

/** What a heading means, whatever its case and quotes; `undefined` when it means nothing to a schedule. */
export function columnOf(heading: string): Column | undefined {
  const name = heading
    .trim()
    .replace(/^\u{feff}?"(.*)"$/u, '$1')
    .trim()
    .toLowerCase();
  return COLUMNS.find(([, headings]) => headings.includes(name))?.[0];
}
