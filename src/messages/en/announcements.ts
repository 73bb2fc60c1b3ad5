/** What Hallway says by itself: announcements, reminders, notices, digests. */
export const announcements = {
  startsIn: (count: number, span: string) =>
    count === 1 ? `Starts in ${span}` : `${count} talks start in ${span}`,
  startsNow: (count: number) => (count === 1 ? 'Starts now' : `${count} talks start now`),
  startedAgo: (count: number, span: string) =>
    count === 1 ? `Started ${span} ago` : `${count} talks started ${span} ago`,
  one: (when: string, title: string) => `${when}: ${title}`,
  onYourList: (when: string) => `On your list: ${lowerFirst(when)}`,
  alsoStarting: (entries: readonly string[]) => `Also: ${entries.join('; ')}`,
  andMoreTalks: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),

  corrected: (clock: string) => `Announced for ${clock}, changed since`,
  movedTo: (place: string) => `moved to ${place}`,
  otherRoom: (before: string) => `room changed, was ${before}`,

  change: {
    new: (title: string) => `New: ${title}`,
    canceled: (title: string) => `Canceled: ${title}`,
    reinstated: (title: string) => `Takes place after all: ${title}`,
    moved: (title: string) => `Moved: ${title}`,
    edited: (title: string) => `Changed: ${title}`,
  },
  heading: {
    new: 'New talk',
    canceled: 'Canceled',
    reinstated: 'Takes place after all',
    moved: 'Moved',
    edited: 'Changed',
  },
  kinds: {
    new: (count: number) => `${count} new`,
    canceled: (count: number) => `${count} canceled`,
    reinstated: (count: number) => `${count} back on`,
    moved: (count: number) => `${count} moved`,
    edited: (count: number) => `${count} changed`,
  },
  changes: (count: number) => `${count} changes to the schedule`,
  later: (count: number, room: string, span: string) => `${count} talks in ${room}: ${span} later`,
  earlier: (count: number, room: string, span: string) =>
    `${count} talks in ${room}: ${span} earlier`,
  changesOfYours: (count: number) => `${count} changes to talks on your list`,
  arrow: (before: string, after: string) => `${before} → ${after}`,
  wasTitled: (title: string) => `was “${title}”`,
  otherSpeakers: 'other speakers',
  noRoom: 'no room',
  wholeSchedule: 'Whole schedule',
  /** In a rehearsal, where messages are printed one after the other. */
  edited: (target: string) => `${target} (edited)`,
  shrunken: (source: string, lost: number, of: number) =>
    `${source} lacks ${lost} of the ${of} talks still to come and is not taken over.`,

  digest: (day: string) => `Good morning! ${day}`,
  digestTalks: (count: number, rooms: number, first: string) =>
    `${count === 1 ? 'One talk' : `${count} talks`} in ${
      rooms === 1 ? 'one room' : `${rooms} rooms`
    }, from ${first} on.`,
  digestMine: (count: number, first: string) =>
    count === 1
      ? `One talk on your list today, at ${first}.`
      : `${count} talks on your list today, from ${first} on.`,
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export type AnnouncementMessages = typeof announcements;
