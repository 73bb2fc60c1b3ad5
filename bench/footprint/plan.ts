import { type BenchConference, type BenchTalk, conferenceOf } from './conference.ts';

/** The first day of a conference of two, for one community. All times are UTC. */
const DATE = '2027-02-06';
const TALKS = 1_000;

export const BEGIN = Date.parse(`${DATE}T08:00Z`);
export const END = Date.parse(`${DATE}T18:00Z`);

/** When the second and the third version of the schedule are there. */
export const NEXT_VERSIONS_AT: readonly number[] = [
  Date.parse(`${DATE}T11:00Z`),
  Date.parse(`${DATE}T13:00Z`),
];

/** How much goes on in one day. */
export interface Extent {
  readonly members: number;
  /** A multiple of `members`. */
  readonly reminders: number;
  readonly commands: number;
}

export function membersOf({ members }: Extent): readonly string[] {
  return Array.from({ length: members }, (_, index) => `member ${index}`);
}

export function versionOf(number: number): BenchConference {
  return conferenceOf(TALKS, DATE, number);
}

/** Everybody's list on the evening before: talks of the day that do not begin together. */
export function starsIn(
  talks: readonly BenchTalk[],
  { members, reminders }: Extent,
): (member: number) => readonly BenchTalk[] {
  const each = reminders / members;
  const ofDay = talks.filter(({ start }) => start < END);
  const apart = Math.floor(ofDay.length / each);
  return (member) =>
    Array.from({ length: each }, (_, index) => ofDay[index * apart + (member % apart)]).flatMap(
      (talk) => talk ?? [],
    );
}
