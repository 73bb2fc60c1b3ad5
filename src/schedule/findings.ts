/** What is odd about a schedule that can be read all the same. */
export type FindingCode =
  | 'zone-unknown'
  | 'zone-differs'
  | 'zone-unnamed'
  | 'date-start-differ'
  | 'id-missing'
  | 'id-duplicate'
  | 'guid-duplicate'
  | 'title-missing'
  | 'talk-unscheduled'
  | 'duration-unreadable'
  | 'end-missing'
  | 'end-before-start'
  | 'talk-long'
  | 'talk-outside-day'
  | 'talk-recurring'
  | 'speakers-missing'
  | 'speaker-unknown'
  | 'room-empty'
  | 'day-empty'
  | 'day-zero-width'
  | 'link-unusable'
  | 'abstract-plain';

/** One kind of finding, with how often it occurs and where it occurs first. */
export interface ScheduleWarning {
  readonly code: FindingCode;
  /** Points into the document (`schedule.day[0].room[2].event[5]`), or to what became of it (`rooms[3]`); empty for the whole. */
  readonly path: string;
  readonly count: number;
  /** Of the first place, in the schedule's own words; empty where there is nothing to show. */
  readonly example: string;
}

/** Collects findings while a schedule is read, by code. */
export interface Findings {
  note(code: FindingCode, path: string, example?: string): void;
  /** In the order in which each code was found first. */
  warnings(): readonly ScheduleWarning[];
}

export function createFindings(): Findings {
  const byCode = new Map<FindingCode, { path: string; example: string; count: number }>();
  return {
    note(code, path, example = '') {
      const found = byCode.get(code);
      if (found === undefined) byCode.set(code, { path, example: shorten(example), count: 1 });
      else found.count += 1;
    },
    warnings: () => [...byCode].map(([code, found]) => ({ code, ...found })),
  };
}

/** Why a schedule cannot be read: one sentence each, with what to do where something can be done. */
export const refusals = {
  tooLarge: (bytes: number, limit: number) =>
    `The schedule is ${megabytes(bytes)} MB large; Hallway reads up to ${megabytes(limit)} MB.`,
  empty: () => 'The schedule is empty.',
  notText: () => 'The schedule is neither UTF-8 text nor in an encoding it declares.',
  unknownEncoding: (label: string) =>
    `The schedule declares the encoding "${shorten(label)}", which Hallway cannot read; UTF-8 always works.`,
  webPage: () =>
    'This is a web page (HTML), not a schedule; look for its export as XML, JSON or iCalendar.',
  unknownFormat: () =>
    'This is none of the schedule formats Hallway reads: Pentabarf/frab XML, c3voc/frab/pretalx JSON, Sessionize, iCalendar, xCal or the CSV of pretalx.',
  otherXml: (root: string) =>
    `This XML is not a schedule: its root is <${shorten(root)}>, not <schedule> or <iCalendar>.`,
  otherJson: () =>
    'This JSON is not a schedule of c3voc, frab, pretalx or Sessionize (views All and GridSmart).',
  otherCsv: (missing: string) => `This CSV is not a schedule: it has no column for ${missing}.`,
  brokenXml: (reason: string) => `The XML is broken or cut off: ${shorten(reason)}.`,
  brokenJson: (reason: string) => `The JSON is broken or cut off: ${shorten(reason)}.`,
  brokenIcs: (reason: string) => `The iCalendar is broken or cut off: ${shorten(reason)}.`,
  brokenCsv: (reason: string) => `The CSV is broken or cut off: ${shorten(reason)}.`,
  declarations: () =>
    'The XML declares entities or a document type of its own, which Hallway refuses to expand.',
  tooDeep: (limit: number) => `The schedule is nested more than ${limit} levels deep.`,
  tooMany: (what: string, limit: number) =>
    `The schedule has more than ${limit.toLocaleString('en')} ${what}.`,
  noTalks: () => 'The schedule has no talks.',
  noneScheduled: () => 'None of the talks in the schedule has a start that Hallway can read.',
  zoneNeeded: () =>
    "The schedule does not say in which time zone it is; name the venue's zone, as in --zone Europe/Brussels.",
  zoneInvalid: (name: string) =>
    `"${shorten(name)}" is not an IANA time zone; one looks like Europe/Brussels.`,
  shape: (expected: string) => `Something is not as this format has it: ${shorten(expected)}.`,
} as const;

/** What a talk and a conference are called when the source does not say. */
export const UNTITLED_TALK = 'Untitled';
export const UNTITLED_CONFERENCE = 'Conference';

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(bytes % 2 ** 20 === 0 ? 0 : 1);
}

/** Foreign text inside a sentence of ours: one line, at most 120 characters. */
function shorten(text: string): string {
  const line = text
    .slice(0, 500)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
