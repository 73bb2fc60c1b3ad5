import { isoOf } from '../../../clock.ts';
import type { Attachment } from '../../../platform/requests.ts';
import { oneLine } from '../../../platform/text.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import type { Context } from '../../context.ts';
import type { Interested } from './slots.ts';

const MEDIA_TYPE = 'text/csv';

/** Names of columns are for programs, the same in every language. */
export function talksFile({ slots }: Interested, { messages }: Context): Attachment {
  const rows = slots.flatMap((slot) =>
    slot.starting.map(({ talk, people, places }) => [
      ...wordsOf(talk),
      ...[places, people, slot.people, slot.places],
    ]),
  );
  const header = [...COLUMNS, 'places', 'lists', 'slot_lists', 'slot_places'];
  return fileOf(messages.organiser.interest.talksFile, [header, ...rows]);
}

export function clashesFile({ clashes }: Interested, { messages }: Context): Attachment {
  const rows = clashes.map(({ one, other, people }) => [
    ...wordsOf(one),
    ...wordsOf(other),
    people,
  ]);
  const header = [...COLUMNS, ...COLUMNS.map((name) => `other_${name}`), 'lists_with_both'];
  return fileOf(messages.organiser.interest.clashesFile, [header, ...rows]);
}

type Cell = string | number | undefined;

const COLUMNS = ['id', 'title', 'start', 'end', 'room'] as const;

function wordsOf({ id, title, start, end, room }: Talk): readonly Cell[] {
  return [id, title, isoOf(start), isoOf(end), room];
}

/** As RFC 4180 has it, and as spreadsheets tell that it is UTF-8. */
function fileOf(name: string, rows: readonly (readonly Cell[])[]): Attachment {
  const content = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return { name, mediaType: MEDIA_TYPE, content: `\uFEFF${content}` };
}

/** Titles are untrusted: what begins like a formula would be one in a spreadsheet. */
function cell(value: Cell = ''): string {
  if (typeof value === 'number') return String(value);
  const line = oneLine(value);
  const inert = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
