import { CsvError, parse } from 'csv-parse/sync';
import { ScheduleFormatError } from '../../errors.ts';
import type { ConferenceDraft, TalkDraft } from '../draft.ts';
import { type Findings, refusals } from '../findings.ts';
import { MAX_TALKS, refuseTalkCount } from '../limits.ts';
import type { Instant } from '../model.ts';
import { MINUTE_MS, parseDuration, parseWrittenTime, type WrittenTime } from '../times.ts';
import { venueZone } from '../venueZone.ts';
import { instantOfWritten } from '../zone.ts';
import { splitNames } from './pretalx.ts';

type Column =
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
  ['title', ['proposal title', 'title', 'session title', 'titel', 'vortragstitel', 'titre']],
  ['subtitle', ['subtitle', 'untertitel']],
  ['abstract', ['abstract', 'zusammenfassung', 'kurzfassung']],
  ['description', ['description', 'beschreibung']],
  [
    'speakers',
    ['speaker names', 'speakers', 'speaker', 'names', 'vortragende', 'namen der vortragenden'],
  ],
  ['date', ['date', 'start date', 'start (date)', 'datum', 'day']],
  ['time', ['start time', 'start (time)', 'time', 'startzeit', 'uhrzeit']],
  ['start', ['start', 'starts at', 'beginn']],
  ['end', ['end', 'ends at', 'ende']],
  ['endTime', ['end time', 'end (time)', 'endzeit']],
  ['duration', ['duration', 'duration (minutes)', 'dauer']],
  ['room', ['room', 'raum', 'location', 'ort']],
  ['track', ['track', 'spur', 'themenbereich']],
  ['type', ['session type', 'type', 'format', 'vortragsart', 'art der veranstaltung']],
  ['language', ['language', 'session language', 'sprache']],
  ['state', ['state', 'status']],
  ['url', ['url', 'link']],
];
type Row = Readonly<Partial<Record<Column, string>>>;

/** Larger than any abstract, small enough that an unclosed quote is found out early. */
const MAX_RECORD = 256 * 1024;

/** The spreadsheet that pretalx exports: one talk a row, no zone. */
export function decodePretalxCsv(
  text: string,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const rows = rowsOf(text);
  refuseTalkCount(rows.length);
  const { timeZone } = venueZone(
    { named: undefined, path: '', configured: configuredZone, offsetMinutes: offsetOf(rows) },
    findings,
  );
  return {
    format: 'pretalx-csv',
    timeZone,
    days: [],
    rooms: [],
    tracks: [],
    // Row 1 holds the headings.
    talks: rows.flatMap((row, at) => talkOf(row, `row ${at + 2}`, timeZone, findings)),
  };
}

function rowsOf(text: string): readonly Row[] {
  const heading = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((candidate) =>
    heading.split(candidate).some((name) => columnOf(name) === 'title'),
  );
  if (delimiter === undefined) throw new ScheduleFormatError(refusals.unknownFormat());
  const columns = new Set(heading.split(delimiter).map(columnOf));
  if (!columns.has('start') && !(columns.has('date') && columns.has('time'))) {
    throw new ScheduleFormatError(refusals.otherCsv('the start'));
  }
  try {
    return parse<Row>(text, {
      delimiter,
      bom: true,
      columns: (names: string[]) => names.map((name) => columnOf(name) ?? false),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
      to: MAX_TALKS + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ScheduleFormatError(refusals.brokenCsv(error.message));
  }
}

function columnOf(heading: string): Column | undefined {
  const name = heading
    .trim()
    .replace(/^\u{feff}?"(.*)"$/u, '$1')
    .trim()
    .toLowerCase();
  return COLUMNS.find(([, headings]) => headings.includes(name))?.[0];
}

function talkOf(
  row: Row,
  path: string,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const written = startOf(row);
  if (written === undefined) {
    findings.note('talk-unscheduled', path, row.title);
    return [];
  }
  const start = instantOfWritten(written, timeZone);
  const id = row.id?.trim();
  return [
    {
      path,
      id,
      code: /^[A-Z0-9]{5,10}$/.exec(id ?? '')?.[0],
      title: row.title,
      subtitle: row.subtitle,
      type: row.type,
      language: row.language,
      track: row.track,
      room: row.room,
      start,
      end: endOf(row, path, start, timeZone, findings),
      speakers: splitNames(row.speakers ?? '').map((name) => ({ name })),
      texts: [row.abstract ?? '', row.description ?? ''],
      links: [],
      url: row.url,
      canceled: /^(?:cancell?ed|withdrawn|abgesagt|zurückgezogen)$/i.test(row.state?.trim() ?? ''),
    },
  ];
}

function startOf(row: Row): WrittenTime | undefined {
  return (
    parseWrittenTime(row.start) ??
    parseWrittenTime(`${row.date?.trim()}T${row.time?.trim() || row.start?.trim()}`)
  );
}

function endOf(
  row: Row,
  path: string,
  start: Instant,
  timeZone: string,
  findings: Findings,
): Instant {
  const written =
    parseWrittenTime(row.end) ?? parseWrittenTime(`${row.date?.trim()}T${row.endTime?.trim()}`);
  if (written !== undefined) return instantOfWritten(written, timeZone);
  const minutes = parseDuration(row.duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  findings.note(row.duration ? 'duration-unreadable' : 'end-missing', path, row.duration);
  return start;
}

function offsetOf(rows: readonly Row[]): number | undefined {
  const written = rows.map(startOf).find((time) => time !== undefined);
  return written?.kind === 'instant' ? written.offsetMinutes : undefined;
}
