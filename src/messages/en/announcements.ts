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
  late: (room: string, minutes: number) => {
    if (minutes === 0) return `${room} is on time again`;
    return minutes > 0 ? `${room} runs ${minutes} min late` : `${room} runs ${-minutes} min early`;
  },
  nextThere: (when: string, title: string) => `Next there, at ${when}: ${title}`,
  nothingThere: 'Nothing more there today.',
  wholeRoom: 'All in this room',
  changesOfYours: (count: number) => `${count} changes to talks on your list`,
  arrow: (before: string, after: string) => `${before} → ${after}`,
  wasTitled: (title: string) => `was “${title}”`,
  otherSpeakers: 'other speakers',
  speakers: (names: string) => `speakers: ${names}`,
  nobody: 'nobody',
  renamed: (before: string, after: string) => `${before} is now ${after}`,
  severalRenamed: (count: number) => `${count} rooms and tracks have other names`,
  placesGone: (names: string) => `No longer in the schedule: ${names}`,
  chooseOthers:
    'This channel was subscribed to it. Organisers can subscribe it to other rooms or tracks.',
  noRoom: 'no room',
  wholeSchedule: 'Whole schedule',
  allChanges: 'All changes',
  /** In a rehearsal, where messages are printed one after the other. */
  edited: (target: string) => `${target} (edited)`,
  shrunken: (source: string, lost: number, of: number) =>
    `${source} lacks ${lost} of the ${of} talks still to come and is not taken over.`,
  past: (source: string, lost: number, of: number) =>
    `${source} has ${lost} of the ${of} talks still to come in the past and is not taken over.`,

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

/** Why a delivery was late, for organisers and operators; `until` is a time of day with seconds. */
export const lateness = {
  onTime: 'on time',
  late: (span: string) => `${span} late`,
  notSent: (span: string) => `not sent, given up after ${span}`,
  because: (words: string, why: string) => `${words}: ${why}`,
  kinds: {
    announcement: 'announcement',
    reminder: 'reminder',
    recording: 'news of a recording',
    feedback: 'question about how it was',
    notice: 'notice of a change',
    changes: 'notice of many changes',
    say: 'message of the organisers',
    roomDelay: 'notice of a room that runs late',
    roomFull: 'notice of a full room',
    onStage: 'reminder of a speaker’s own talk',
    ownChange: 'notice of a change of a speaker’s own talk',
    ownRecording: 'news of the recording of a speaker’s own talk',
    claimDecided: 'word of whether a speaker is confirmed',
    renamed: 'notice of a new name',
    placesGone: 'notice of a room or track that is gone',
    digest: 'digest of the day',
    followNews: 'notice of new talks that somebody follows',
    followDigest: 'digest of what somebody follows',
    list: 'personal list',
    formerList: 'end of an earlier list',
    correction: 'correction of an announcement',
    alert: 'alert to the organisers',
    operator: 'message to the operator',
  },
  waits: {
    'no-tick': (until: string) =>
      `nothing was planned until ${until}, since Hallway was not running or could not use its database`,
    'next-tick': (until: string) => `it was planned by the tick of ${until}`,
    'no-sender': (until: string) => `no running Hallway sent anything there until ${until}`,
    'sender-died': (until: string) =>
      `whoever was sending it died, and another could take over at ${until}`,
    'lane-resting': (until: string) => `the platform asked for a pause until ${until}`,
    'target-resting': (until: string) => `other messages went to the same place until ${until}`,
    'target-silent': (until: string) =>
      `the platform had not answered for the same place, until ${until}`,
    queue: (until: string) => `what was due before it went first, until ${until}`,
    slow: (until: string) => `Hallway or its database was slow until ${until}`,
    'slow-platform': (until: string) => `the platform answered only at ${until}`,
    retry: (until: string, code: string) => `${code}; it was tried again at ${until}`,
    doubt: (until: string, code: string) => `${code}; whether it had arrived was asked at ${until}`,
  },
  codes: {
    'rate-limited': 'the platform asked to wait',
    unavailable: 'the platform could not be reached',
    'direct-messages-closed': 'direct messages are closed',
    'channel-gone': 'the channel is gone',
    'message-gone': 'the message is gone',
    forbidden: 'the platform does not allow it',
    'community-gone': 'Hallway was removed from the community',
    invalid: 'the platform did not take it',
    'no-answer': 'the platform did not answer in time',
    mistake: 'something broke in Hallway; the log says what',
  },
  /** Of what was not sent, besides the codes. */
  reasons: {
    late: 'it was no longer of use',
    outdated: 'it was no longer true',
    'out-of-time': 'it was no longer of use when it could have been tried again',
    'fate-unknown': 'whether it arrived cannot be known, so it is not said twice',
  },
};

export type LatenessMessages = typeof lateness;
