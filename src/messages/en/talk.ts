import type { Slash } from '../slash.ts';
/** The card of one talk. */
export const talk = {
  when: 'When',
  room: 'Room',
  track: 'Track',
  speakers: (count: number): string => (count === 1 ? 'Speaker' : 'Speakers'),
  type: 'Type',
  language: 'Language',
  links: 'Links',
  feedback: 'Feedback',
  watchLive: 'Watch live',
  recording: 'Recording',
  conference: 'Conference',
  notRecorded: 'not recorded',
  places: (count: number) => (count === 1 ? '1 place' : `${count} places`),
  page: 'Talk page',
  noRoom: 'room not known yet',
  star: '☆ Star',
  unstar: '★ Starred',
  starSpoken: (title: string) => `Star: ${title}`,
  unstarSpoken: (title: string) => `Starred: ${title}`,
  share: 'Share to channel',
  details: 'Details',
  addToCalendar: 'Add to calendar',
  remindAt: 'Remind me …',
  canceled: 'This talk was canceled.',
  canceledMark: 'canceled',
  starredMark: '★',
  overMark: 'over',
  more: '… more',
  readOn: 'Whole text',
  andMore: (names: string, count: number) => `${names} and ${count} more`,
  alsoInSlot: 'Also in this slot',
  allInSlot: (count: number) => `All ${count} in this slot`,
  allMatches: (count: number) => (count === 2 ? 'Both matches' : `All ${count} matches`),
  matchedIn: (field: string, excerpt: string) => `matched in the ${field}: ${excerpt}`,
  fields: {
    title: 'title',
    subtitle: 'subtitle',
    speakers: 'speakers',
    track: 'track',
    room: 'room',
    abstract: 'abstract',
    type: 'type',
  },
  starredConfirmed: (title: string) => `★ ${title} is on your list.`,
  unstarredConfirmed: (title: string) => `${title} is off your list.`,
};

export type TalkMessages = typeof talk;

/** Lists of talks: search, now, next, schedule, and turning their pages. */
export const lists = {
  found: (words: string, total: number) =>
    total === 1 ? `One talk on “${words}”` : `${total} talks on “${words}”`,
  foundThere: (total: number) => (total === 1 ? 'One talk' : `${total} talks`),
  notWell: (query: string) => `Nothing fits “${query}” well`,
  nearest: 'The nearest:',
  nothing: (query: string) => `Nothing fits “${query}”`,
  nothingYet: (query: string) => `Nothing fits “${query}” so far`,
  nothingThere: 'No talk',
  onlyTitles:
    'The programme is still being read: so far only titles and speakers are searched. Ask again in a moment for the rest.',
  justChanged: 'The schedule has just changed: what is new in it will be found in a moment.',
  narrow: (total: number) => `${total} talks fit. Say it in fewer words to turn the pages.`,
  leftOut: (name: string, value: string) =>
    `${name}:${value} means nothing at this conference and was searched for as a word.`,
  meant: (meant: string) => `You meant “${meant}”, it seems.`,
  alsoAt: (times: string) => `also ${times}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  more: 'More',
  back: 'Back',
  open: 'Open a talk …',
  now: (clock: string) => `Now, ${clock}`,
  nowInRoom: (room: string, clock: string) => `Now in ${room}, ${clock}`,
  nothingNow: 'Nothing is on right now. Next:',
  breakUntil: (title: string, clock: string) => `${title} until ${clock}`,
  breakThen: (breaks: string) => `${breaks}, then:`,
  breakLast: (breaks: string) => `${breaks}. Nothing more is to come.`,
  next: 'Next in each room',
  afterThat: 'After that',
  nextInRoom: (room: string) => `Next in ${room}`,
  nothingNext: 'Nothing more is to come.',
  noTalks: 'No talks there.',
  schedule: (day: string, places: string) => (places === '' ? day : `${day} · ${places}`),
  slot: (title: string) => `While “${title}” is on`,
  nothingElse: 'Nothing else is on in that slot.',
  otherDays: 'Other days',
};

export type ListMessages = typeof lists;

/** Between what is put together elsewhere; with the blanks that go before and after. */
export const marks = {
  colon: ': ',
  semicolon: '; ',
};

/** Words around clock times. The clock itself is written by `cards/time.ts`, always in 24 hours. */
export const time = {
  /** For `Intl`: which language weekdays and months are in. */
  locale: 'en-GB',
  yourTime: (clock: string) => `${clock} your time`,
  elsewhere: (venue: string, own: string) => `${venue} at the venue is ${own} where you are.`,
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (hours: number, minutes: number) =>
    minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  startsIn: (span: string) => `starts in ${span}`,
  stillRuns: (span: string) => `${span} left`,
  day: (index: number, date: string) => `Day ${index}, ${date}`,
};

export type MarkMessages = typeof marks;
export type TimeMessages = typeof time;

/** What platforms with named commands call them, beside the English words that all of them know. */
export const names = {
  /** In the menu of a message. */
  remindMe: 'Remind me',
  /** Names of commands, subcommands and options in this language, by the English one; lower case. */
  own: {} as Readonly<Record<string, string>>,
  /** Names of filters, and what they ask for, beside the English ones; lower case, several with blanks between. */
  filters: {} as Readonly<Record<string, string>>,
  /** What the choices of options are called, where that is not their own name. */
  choices: {
    en: 'English',
    de: 'German',
    fr: 'French',
    nl: 'Dutch',
    es: 'Spanish',
  } as Readonly<Record<string, string>>,
  noTalkThere: 'That message is not about a talk. This works on messages about talks.',
  whichTalk: 'Which talk?',
};

export type NameMessages = typeof names;

/** Talks in a community's own calendar of events. */
export const events = {
  on: 'Events are on',
  willFollow: (count: number) =>
    count === 1
      ? 'One talk is becoming an event. It follows the schedule from here on.'
      : `${count} talks are becoming events, which takes a few minutes. They follow the schedule from here on.`,
  capped: (most: number) =>
    `There is room for ${most} events at a time: the others follow once the first are over.`,
  nothingToCome: 'No talk is still to come there, so there is nothing to make events of.',
  off: 'Events are off',
  removed: 'All events made of talks are being removed.',
  lacking: (permissions: string) =>
    `I am not allowed to make or remove events here. Give my role this permission: ${permissions}.`,
  notHere: 'Events can be made in a community that I was invited to.',
  kept: (title: string) => `Kept in step with the schedule of ${title}.`,
};

export type EventMessages = typeof events;

/** What names commands, which each platform has its own way to type. */
export const listsNaming = (slash: Slash) => ({
  tryInstead: `Try a word of the title, a speaker’s name or a topic; ${slash('schedule')} shows everything.`,
});

export type ListsNaming = ReturnType<typeof listsNaming>;
