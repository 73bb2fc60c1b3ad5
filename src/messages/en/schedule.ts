import { type Counted, megabytes, type RefusalWords } from '../refusalWords.ts';
import { shorten } from '../shorten.ts';

/** `count` places where it is so; `example` is from the first. */
type FindingWords = (count: number, example: string) => string;

const COUNTED: Readonly<Record<Counted, string>> = {
  talks: 'talks',
  lines: 'lines',
  elements: 'elements',
  values: 'values',
  entries: 'speakers, links, days, rooms, tracks and the like',
  characters: 'characters of text',
};

/** What `check` finds odd about a schedule, and why one cannot be had or read. */
export const schedule = {
  /** `system` is the name of a conference system, or nothing. */
  found: (system: string, address: string) =>
    `Found ${system === '' ? 'a schedule' : `${possessive(system)} schedule`} at ${address}`,
  findings: {
    'zone-unknown': (_count, example) => `“${example}” is not an IANA time zone and was ignored.`,
    'zone-differs': (_count, example) =>
      `The schedule names its own time zone, ${example}; the configured one was ignored.`,
    'zone-unnamed': (_count, example) =>
      `The schedule names no IANA time zone; times are shown in ${example}. Name the venue’s zone if that is another.`,
    'date-start-differ': (count, example) =>
      `${talks(count)} whose date and start disagree in the venue’s zone; the start was trusted${first(example)}.`,
    'id-missing': (count, example) =>
      `${talks(count)} without an id; one was made from what else names them${first(example)}.`,
    'id-duplicate': (count, example) =>
      `${talks(count)} with an id that another talk has; they were given ids of their own${first(example)}.`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} with a guid that another talk has${first(example)}.`,
    'title-missing': (count) => `${talks(count)} without a title.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} without a readable start, left out${first(example)}.`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} with an unreadable duration, taken as none${first(example)}.`,
    'end-missing': (count, example) =>
      `${talks(count)} without an end, taken as without length${first(example)}.`,
    'end-before-start': (count, example) =>
      `${talks(count)} with an end before the start, taken as without length${first(example)}.`,
    'talk-long': (count, example) => `${talks(count)} longer than a day${first(example)}.`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} outside the window of the listed day${first(example)}.`,
    'talk-recurring': (count, example) =>
      `${talks(count)} with a recurrence; each occurrence became a talk${first(example)}.`,
    'recurrence-endless': (count, example) =>
      `${talks(count)} that recur without end; those on the conference’s days were taken${first(example)}.`,
    'recurrence-unread': (count, example) =>
      `${talks(count)} with a recurrence that cannot be followed; the first was taken${first(example)}.`,
    'occurrences-left-out': (count, example) =>
      `${count} ${plural(count, 'occurrence')} of recurring talks left out, as too many or not on the conference’s days${first(example)}.`,
    'speakers-missing': (count, example) => `${talks(count)} without speakers${first(example)}.`,
    'speaker-unknown': (count, example) =>
      `${count} ${plural(count, 'reference')} to speakers that the schedule does not list${first(example)}.`,
    'room-missing': (count, example) => `${talks(count)} without a room${first(example)}.`,
    'room-empty': (count, example) =>
      `${count} ${plural(count, 'room')} without talks${first(example)}.`,
    'day-empty': (count, example) =>
      `${count} ${plural(count, 'day')} without talks${first(example)}.`,
    'day-zero-width': (count, example) =>
      `${count} ${plural(count, 'day')} without length, taken until next morning${first(example)}.`,
    'link-unusable': (count, example) =>
      `${count} ${plural(count, 'link')} left out for want of a web address${first(example)}.`,
    'links-private': (count) =>
      `${count} ${plural(count, 'link')} left out: this version of pretalx names private ones without a mark.`,
    'characters-forbidden': () => 'Characters that XML forbids were left out.',
    'abstract-plain': (count) =>
      `${count} ${plural(count, 'abstract')} with too much markup, taken as plain text.`,
  } satisfies Readonly<Record<string, FindingWords>>,
  refusals: {
    tooLarge: (bytes, limit) =>
      `The schedule is ${megabytes(bytes)} MB large; Hallway reads up to ${megabytes(limit)} MB.`,
    empty: () => 'The schedule is empty.',
    notText: () => 'The schedule is neither UTF-8 text nor in an encoding it declares.',
    unknownEncoding: (label) =>
      `The schedule declares the encoding “${shorten(label)}”, which Hallway cannot read; UTF-8 always works.`,
    webPage: () =>
      'This is a web page (HTML), not a schedule; look for its export as XML, JSON or iCalendar.',
    pageWithoutSchedule: (asked) =>
      `There is no schedule to be found on this web page. Looked for: a conference system that Hallway knows, the same address as JSON, links to an export (schedule.json, schedule.xml, .ics). Asked: ${asked}. Give the address of the export.`,
    unknownFormat: () =>
      'This is none of the schedule formats Hallway reads: Pentabarf/frab XML, c3voc/frab/pretalx JSON, Sessionize, PyCon US, ConClár, Indico, iCalendar (Sched’s, too), xCal or the CSV of pretalx.',
    otherXml: (root) =>
      `This XML is not a schedule: its root is <${shorten(root)}>, not <schedule> or <iCalendar>.`,
    otherJson: () =>
      'This JSON is not a schedule of c3voc, frab, pretalx, Sessionize, PyCon US (symposion), ConClár/KonOpas or Indico.',
    onlyPeople: () =>
      'This lists people, not talks; give the address of the programme beside it: Sessionize’s view All, Sessions or GridSmart, or ConClár’s program.',
    otherCsv: () => 'This CSV is not a schedule: it has no column for the start.',
    brokenXml: (reason) => `The XML is broken or cut off: ${shorten(reason)}.`,
    brokenJson: (reason) => `The JSON is broken or cut off: ${shorten(reason)}.`,
    brokenIcs: (reason) => `The iCalendar is broken or cut off: ${shorten(reason)}.`,
    brokenCsv: (reason) => `The CSV is broken or cut off: ${shorten(reason)}.`,
    declarations: () =>
      'The XML declares entities or a document type of its own, which Hallway refuses to expand.',
    tooDeep: (limit) => `The schedule is nested more than ${limit} levels deep.`,
    tooMany: (what, limit) =>
      `The schedule has more than ${limit.toLocaleString('en')} ${COUNTED[what]}.`,
    tooCostly: (seconds, megabytes) =>
      `Reading the schedule takes more than ${seconds} s or ${megabytes} MB of memory.`,
    noTalks: () => 'The schedule has no talks.',
    noneScheduled: () => 'None of the talks in the schedule has a start that Hallway can read.',
    zoneNeeded: () =>
      'The schedule does not say in which time zone it is; name the venue’s zone, as in --zone Europe/Brussels.',
    zoneInvalid: (name) =>
      `“${shorten(name)}” is not an IANA time zone; one looks like Europe/Brussels.`,
    shape: (expected) => `Something is not as this format has it: ${shorten(expected)}.`,

    noSuchFile: () => 'There is no such file.',
    notAFile: () => 'This is a directory, not a file.',
    forbiddenFile: () => 'This file may not be read.',
    notHttps: (address) =>
      `“${address}” does not begin with https://; give the address of the schedule as in a browser.`,
    withPassword: () => 'The address holds a user name or password; give one that needs neither.',
    privateAddress: (host) =>
      `“${host}” is in a private network, which Hallway does not reach into.`,
    badStatus: (status) => `The source answered with HTTP status ${status}.`,
    notPublic: (status) =>
      `The source answered with HTTP status ${status}; pretalx does so until a schedule is released and public.`,
    redirectNowhere: (status) =>
      `The source answered with HTTP status ${status}, a redirect, and did not say where to.`,
    badRedirect: (location) => `The source redirects to “${location}”, which is not a web address.`,
    tooManyRedirects: (most) => `The source redirects more than ${most} times.`,
    tooSlow: (seconds) => `The source did not answer within ${seconds} s.`,
    unreachable: (address, reason) => `“${address}” cannot be reached: ${reason}`,
    nothingSent: () => 'The source sent nothing.',

    underWay: () =>
      'Another schedule is being read for this community; wait for that answer, then try again.',
    queueFull: (waiting) =>
      `${waiting} other schedules are waiting to be read; try again in a minute.`,
    communityFull: (most) =>
      `This community has chosen ${most} schedules whose talks people have starred; choose one of those, or unstar talks that are over.`,
    full: (most) =>
      `Hallway already follows ${most} schedules, as many as it can; ask whoever runs it.`,
  } satisfies RefusalWords,
  at: (sentence: string, path: string) => `${sentence.replace(/\.$/, '')} (at ${path}).`,
};

/** What is found at the first place, where there are words to show for it. */
function first(example: string): string {
  return example === '' ? '' : ` (first: ${example})`;
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function talks(count: number): string {
  return `${count} ${plural(count, 'talk')}`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** What is odd about a schedule that can be read all the same; each has its sentence. */
export type FindingCode = keyof ScheduleMessages['findings'];

export type ScheduleMessages = typeof schedule;
