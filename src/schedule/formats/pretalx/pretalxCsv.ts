import { CsvError, parse } from 'csv-parse/sync';
import { type Instant, MINUTE_MS } from '../../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../../assembling/draft.ts';
import {
  parseDuration,
  parseWrittenTime,
  timeOn,
  type WrittenTime,
} from '../../assembling/times.ts';
import { instantAt, instantOfWritten } from '../../assembling/zone.ts';
import { MAX_TALKS } from '../../bounds.ts';
import type { Findings } from '../../reading/findings.ts';
import { refuseTalkCount } from '../../reading/limits.ts';
import { ScheduleFormatError } from '../../refusal.ts';
import { offsetsOf } from '../../zones/agreeingZone.ts';
import { venueZone } from '../../zones/venueZone.ts';
import { type Column, columnOf, type Row } from './csvColumns.ts';
import { splitNames } from './pretalx.ts';

/** Larger than any abstract, small enough that an unclosed quote is found out early. */
const MAX_RECORD = 256 * 1024;

/** The spreadsheet that pretalx exports: one talk a row, no zone. */
export function decodePretalxCsv(
  text: string,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  // Excel's own first line, which names the delimiter.
  const rows = rowsOf(text.replace(/^\s*sep=.\s*\n/i, ''));
  refuseTalkCount(rows.length);
  const { timeZone } = venueZone(
    {
      named: undefined,
      path: '',
      configured: configuredZone,
      offsets: offsetsOf(rows.map(startOf)),
    },
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
  if (delimiter === undefined) throw new ScheduleFormatError({ kind: 'unknownFormat', facts: [] });
  const columns = new Set(heading.split(delimiter).map(columnOf));
  if (!columns.has('start') && !(columns.has('date') && columns.has('time'))) {
    throw new ScheduleFormatError({ kind: 'otherCsv', facts: [] });
  }
  try {
    return parse<Row>(text, {
      delimiter,
      bom: true,
      columns: columnsOf,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
      to: MAX_TALKS + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ScheduleFormatError({ kind: 'brokenCsv', facts: [error.message] });
  }
}

/** Of several columns that mean the same the first is read; the others are other people's notes. */
function columnsOf(headings: readonly string[]): (Column | false)[] {
  const columns = headings.map(columnOf);
  return columns.map((column, at) => (columns.indexOf(column) === at && column) || false);
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

/** A row's start: in one cell, or as a date and a time beside it. */
export function startOf(row: Row): WrittenTime | undefined {
  return parseWrittenTime(row.start) ?? timeOn(row.date, row.time?.trim() || row.start);
}

/** A row's end, by its end or its duration; a clock time before the start is one after midnight. */
export function endOf(
  row: Row,
  path: string,
  start: Instant,
  timeZone: string,
  findings: Findings,
): Instant {
  const whole = parseWrittenTime(row.end);
  if (whole !== undefined) return instantOfWritten(whole, timeZone);
  const clock = timeOn(row.date, row.endTime?.trim() || row.end);
  if (clock?.kind === 'wall') {
    const end = instantAt(clock.wall, timeZone);
    return end < start ? instantAt(clock.wall.add({ days: 1 }), timeZone) : end;
  }
  const minutes = parseDuration(row.duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  if (row.duration) findings.note('duration-unreadable', path, row.duration);
  else findings.note('end-missing', path, row.title);
  return start;
}
