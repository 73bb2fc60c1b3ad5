import type { FindingCode } from '../../schedule/findings.ts';

/** `count` places where it is so; `example` is from the first. */
type FindingWords = (count: number, example: string) => string;

/** What `check` finds odd about a schedule. */
export const schedule = {
  findings: {
    'zone-unknown': (_count, example) => `"${example}" is not an IANA time zone and was ignored.`,
    'zone-differs': (_count, example) =>
      `The schedule names its own time zone, ${example}; the configured one was ignored.`,
    'zone-unnamed': (_count, example) =>
      `The schedule gives offsets but names no time zone; times are shown in ${example}. Name the venue's zone to have them in local time.`,
    'date-start-differ': (count, example) =>
      `${talks(count)} whose date and start disagree in the venue's zone; the start was trusted (first: ${example}).`,
    'id-missing': (count, example) =>
      `${talks(count)} without an id; one was made from what else names them (first: ${example}).`,
    'id-duplicate': (count, example) =>
      `${talks(count)} with an id that another talk has; they were given ids of their own (first: ${example}).`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} with a guid that another talk has (first: ${example}).`,
    'title-missing': (count) => `${talks(count)} without a title.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} without a readable start, left out (first: ${example}).`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} with an unreadable duration, taken as none (first: ${example}).`,
    'end-missing': (count) => `${talks(count)} without an end, taken as without length.`,
    'end-before-start': (count) =>
      `${talks(count)} with an end before the start, taken as without length.`,
    'talk-long': (count, example) => `${talks(count)} longer than a day (first: ${example}).`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} outside the window of the listed day (first: ${example}).`,
    'talk-recurring': (count, example) =>
      `${talks(count)} with a recurrence; each occurrence of a simple one became a talk (first: ${example}).`,
    'speakers-missing': (count) => `${talks(count)} without speakers.`,
    'speaker-unknown': (count, example) =>
      `${count} ${plural(count, 'reference')} to speakers that the schedule does not list (first: ${example}).`,
    'room-empty': (count, example) =>
      `${count} ${plural(count, 'room')} without talks (first: ${example}).`,
    'day-empty': (count, example) =>
      `${count} ${plural(count, 'day')} without talks (first: ${example}).`,
    'day-zero-width': (count, example) =>
      `${count} ${plural(count, 'day')} without length, taken until next morning (first: ${example}).`,
    'link-unusable': (count, example) =>
      `${count} ${plural(count, 'link')} left out for want of a web address (first: ${example}).`,
    'abstract-plain': (count) =>
      `${count} ${plural(count, 'abstract')} with too much markup, taken as plain text.`,
  } satisfies Readonly<Record<FindingCode, FindingWords>>,
};

function talks(count: number): string {
  return `${count} ${plural(count, 'talk')}`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

export type ScheduleMessages = typeof schedule;
