/** Every sentence about a schedule's own state. `n` counts the places, `example` is from the first. */
const FINDINGS = {
  'zone-unknown': (_n: number, example: string) =>
    `"${example}" is not an IANA time zone and was ignored.`,
  'zone-differs': (_n: number, example: string) =>
    `The schedule names its own time zone, ${example}; the configured one was ignored.`,
  'zone-unnamed': (_n: number, example: string) =>
    `The schedule gives offsets but names no time zone; times are shown in ${example}. Name the venue's zone to have them in local time.`,
  'date-start-differ': (n: number, example: string) =>
    `${talks(n)} whose date and start disagree in the venue's zone; the start was trusted (first: ${example}).`,
  'id-missing': (n: number, example: string) =>
    `${talks(n)} without an id; one was made from what else names them (first: ${example}).`,
  'id-duplicate': (n: number, example: string) =>
    `${talks(n)} with an id that another talk has; they were given ids of their own (first: ${example}).`,
  'guid-duplicate': (n: number, example: string) =>
    `${talks(n)} with a guid that another talk has (first: ${example}).`,
  'title-missing': (n: number) => `${talks(n)} without a title.`,
  'talk-unscheduled': (n: number, example: string) =>
    `${talks(n)} without a readable start, left out (first: ${example}).`,
  'duration-unreadable': (n: number, example: string) =>
    `${talks(n)} with an unreadable duration, taken as none (first: ${example}).`,
  'end-missing': (n: number) => `${talks(n)} without an end, taken as without length.`,
  'end-before-start': (n: number) =>
    `${talks(n)} with an end before the start, taken as without length.`,
  'talk-long': (n: number, example: string) => `${talks(n)} longer than a day (first: ${example}).`,
  'talk-outside-day': (n: number, example: string) =>
    `${talks(n)} outside the window of the listed day (first: ${example}).`,
  'talk-recurring': (n: number, example: string) =>
    `${talks(n)} with a recurrence; each occurrence of a simple one became a talk (first: ${example}).`,
  'speakers-missing': (n: number) => `${talks(n)} without speakers.`,
  'speaker-unknown': (n: number, example: string) =>
    `${n} ${plural(n, 'reference')} to speakers that the schedule does not list (first: ${example}).`,
  'room-empty': (n: number, example: string) =>
    `${n} ${plural(n, 'room')} without talks (first: ${example}).`,
  'day-empty': (n: number, example: string) =>
    `${n} ${plural(n, 'day')} without talks (first: ${example}).`,
  'day-zero-width': (n: number, example: string) =>
    `${n} ${plural(n, 'day')} without length, taken until next morning (first: ${example}).`,
  'link-unusable': (n: number, example: string) =>
    `${n} ${plural(n, 'link')} left out for want of a web address (first: ${example}).`,
  'abstract-plain': (n: number) =>
    `${n} ${plural(n, 'abstract')} with too much markup, taken as plain text.`,
} as const;

export type FindingCode = keyof typeof FINDINGS;

/** One kind of finding, with how often it occurs and where it occurs first. */
export interface ScheduleWarning {
  readonly code: FindingCode;
  readonly message: string;
  /** Points into the document (`schedule.day[0].room[2].event[5]`), or to what became of it (`rooms[3]`); empty for the whole. */
  readonly path: string;
  readonly count: number;
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
    warnings: () =>
      [...byCode].map(([code, { path, example, count }]) => ({
        code,
        message: FINDINGS[code](count, example),
        path,
        count,
      })),
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

function talks(n: number): string {
  return `${n} ${plural(n, 'talk')}`;
}

function plural(n: number, noun: string): string {
  return n === 1 ? noun : `${noun}s`;
}

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
