import type { Slash } from '../slash.ts';
/**
 * Descriptions of commands, subcommands and options, by their names in order:
 * `conference announce lead`. At most 100 characters each, the tightest limit of all platforms.
 */
export const commands = {
  talk: 'Find a talk, or ask for what is next',
  'talk query':
    'Title, speaker or topic; also room: track: type: by: day: after: before: is:starred',
  now: 'What is on now, room by room',
  'now room': 'Only this room',
  next: 'The next talk in each room',
  'next room': 'Only this room',
  schedule: 'The programme, page by page',
  'schedule day': 'A day: 1, sat or a date',
  'schedule room': 'Only this room',
  'schedule track': 'Only this track',
  room: 'The state of a room; for helpers: full, busy, free, or late by minutes',
  'room room': 'Which room',
  'room state': 'For helpers: the state it is in',
  'room minutes': 'After late: by how many minutes (0: on time again)',
  changes: 'What changed in the schedule',
  'changes since':
    'Since when and of what: 9, breakfast, yesterday room:janson, is:starred (else today)',
  help: 'What Hallway can do',
  'help command': 'One command alone, such as follow',
  follow: 'Hear of every talk of a speaker, a track or a topic; alone: what you follow',
  'follow what': 'A speaker, track, room, kind of talk, or any words',
  mytalks: 'Your list of starred talks',
  'mytalks list': 'Your list by day, with clashes marked',
  'mytalks settings': 'Reminders, morning message and everything else that you can set',
  'mytalks zone': 'Read times in a time zone of your own, besides the venue’s',
  'mytalks zone zone': 'such as Europe/Lisbon',
  'mytalks share': 'Post your list here, after a look at what will be seen',
  'mytalks calendar': 'An address at which your calendar follows your list, or a file',
  'mytalks picture': 'One day of your list as a picture',
  'mytalks digest': 'Your talks of the day, each morning at 08:00',
  'mytalks digest when': 'on or off',
  'mytalks recordings': 'Hear when talks on your list have recordings',
  'mytalks recordings when': 'on or off',
  'mytalks feedback': 'Be asked how talks on your list were',
  'mytalks feedback when': 'on or off',
  'mytalks link': 'One list for two accounts: get a code, or enter one',
  'mytalks link code': 'The code that your other account was given',
  'mytalks unlink': 'Unlink accounts; both keep the list',
  'mytalks export': 'All that Hallway keeps about you, as JSON',
  'mytalks forget': 'Erase all that Hallway keeps about you',
  speaker: 'For speakers: say which talk is yours, and hear all that concerns you',
  'speaker list': 'Who you have said you are',
  'speaker claim': 'Say that a talk is yours; the organisers confirm it',
  'speaker claim talk': 'Your talk',
  'speaker drop': 'Hear nothing more as a speaker',
  conference: 'For organisers: the schedule and what is announced where',
  'conference status': 'Schedule, last checks and what waits to be sent',
  'conference status show': 'Instead of all that: the log, who did what',
  'conference use': 'Take a schedule from a web address',
  'conference use source': 'The https address of the schedule',
  'conference use zone': 'Time zone of the venue, such as Europe/Brussels',
  'conference use name': 'What the conference is called, where the schedule does not say',
  'conference use rooms': 'The https address that says which rooms are full, or “none”',
  'conference use as': 'Beside the present one, or in its place; without it, you are asked',
  'conference drop': 'Drop a conference; you see first what is lost',
  'conference announce':
    'Announce talks in a channel; kinds: announcements, notices, digest (at 08:00)',
  'conference announce channel': 'Where to post',
  'conference announce lead': 'Minutes before the start (10 unless told)',
  'conference announce rooms': 'Only these rooms, separated by commas',
  'conference announce tracks': 'Only these tracks, separated by commas',
  'conference announce kinds': 'What to post: announcements, notices, digest',
  'conference announce mention': 'A role or group to mention with each announcement; none: nobody',
  'conference announce mention-none': 'Stop mentioning anybody',
  'conference announce language':
    'In which language (that of the community unless told, or English)',
  'conference mute': 'Stop posting in a channel',
  'conference mute channel': 'Which channel',
  'conference preview': 'What will be posted in the next hours',
  'conference preview hours': 'How many hours (3 unless told)',
  'conference doctor': 'Look for what usually goes wrong',
  'conference say':
    'Say something to channels, to who starred a talk, or to speakers; shown to you first',
  'conference say text': 'What to say; without it, a form asks',
  'conference say to':
    'Channels, or: starred TALK, or: speakers (the announced-to channels unless told)',
  'conference interest': 'How many starred what, against what rooms hold',
  'conference interest day': 'Only this day',
  'conference web': 'Pages and calendars of the programme on the web: on or off',
  'conference web when': 'on or off',
  'conference web name': 'What their address ends in',
  'conference answers': 'In which channels mentions of Hallway are answered',
  'conference answers where': 'all, off, or the channels',
  'conference alerts': 'Where organisers are told what to look at',
  'conference alerts where': 'The channel, or off; without: where that is now',
  'conference alerts language': 'What is told there is told in (the community’s unless told)',
  'conference delay': 'Shift what is still to come in a room today',
  'conference delay room': 'Which room',
  'conference delay minutes': 'Minutes later (negative: earlier; 0: on time again)',
  'conference talk': 'Change one talk by hand; you see first who will be told',
  'conference talk talk': 'Which talk: its id, or words of its title',
  'conference talk act': 'What becomes of it',
  'conference talk to': 'move: a time, and a room where it is another; rename: the title',
  'conference accept': 'Look at a version of the schedule that was not taken over, and take it',
  'conference stream': 'Say where a room is watched live',
  'conference stream room': 'Which room',
  'conference stream url': 'An https address, or none',
  'conference organisers': 'Name who organises besides the admins; alone: who does',
  'conference organisers who': 'Roles or people',
  'conference organisers remove': 'Roles or people who no longer do',
  'conference helpers': 'Name who may say what state rooms are in; alone: who may',
  'conference helpers who': 'Roles or people',
  'conference helpers remove': 'Roles or people who no longer may',
  'conference events': 'Talks as events of this community',
  'conference events on': 'Make events of the talks to come, and keep them in step',
  'conference events on room': 'Only this room',
  'conference events on track': 'Only this track',
  'conference events off': 'Remove the events again',
};

export type CommandMessages = Readonly<Record<keyof typeof commands, string>>;

/** `/help`. */
export const help = {
  title: 'Hallway',
  lead: (conference: string) => `Your companion at ${conference}.`,
  ask: (question: string) =>
    `Ask me in your own words, such as “${question}”. Three things to try:`,
  nextIn: (room: string) => `what is next in ${room}?`,
  next: 'what is next?',
  hello: (conference: string, question: string) =>
    `By the way: I am your companion at ${conference}. Ask me in your own words, such as “${question}”.`,
  more: 'What else I can do',
  organisersStart: 'Organisers start here',
  runningNow: 'What is on now',
  talksBy: (name: string) => `Talks by ${name}`,
  programme: 'The programme',
  everything: 'All commands',
  byCommand: 'By command:',
  kept: 'Nothing is kept about you until you star a talk or change a setting:',
  docs: 'How Hallway works',
  privacy: 'Privacy',
  steps: 'Organisers start here: four steps to a running conference',
  check: 'Look for what goes wrong',
  preview: 'See what will be posted',
  commands: 'Commands',
  organisers: 'For organisers',
  filterExamples: [
    ['room:H.1302', 'in a room'],
    ['track:containers', 'in a track'],
    ['by:graber', 'by a speaker'],
    ['day:sat', 'on a day: a weekday, a number or a date'],
    ['after:14:00 before:16:00', 'within hours'],
    ['is:starred', 'only what you starred'],
  ],
  meaning: (words: string) => ` – ${words}`,
};

export type HelpMessages = typeof help;

/** `/changes`. */
export const changed = {
  title: (count: number, when: string) =>
    count === 1 ? `One change ${when}` : `${count} changes ${when}`,
  nothing: (when: string) => `Nothing changed ${when}.`,
  inDay: 'today',
  since: (moment: string) => `since ${moment}`,
  ofYours: (counts: string, count: number) =>
    `${counts}; ${count === 1 ? 'one' : count} of them on your list`,
  at: (moment: string) => `changed ${moment}`,
  mine: '★ on your list',
  byOrganisers: (rooms: string) => `From the organisers: ${rooms}`,
  lastRead: (moment: string) => `The schedule was last read: ${moment}.`,
  knownFrom: (moment: string) => `Changes are known since ${moment}.`,
  unknown: 'Nothing is known of earlier versions of this schedule.',
  today: 'All of today',
  sinceYesterday: 'Since yesterday',
  lastWeek: 'The last 7 days',
};

export type ChangedMessages = typeof changed;

/** What went wrong, and what to do about it. */
export const errors = {
  problem: 'That did not work',
  bug: (reference: string) =>
    `Something broke on our side. It is in the log as ${reference}; please try again.`,
  oldButton: 'This button is from an older message and no longer works. Please ask again.',
  otherConference:
    'This button belongs to a conference other than the one shown here now. Please ask again.',
  formTooLate: 'That took a moment too long to open. Please press once more.',
  tooLong: 'This list needs more words than a button can hold. Please give the command again.',
  noSuchTalk: 'That talk is no longer in the schedule.',
  whichRoom: (text: string, rooms: string) => `“${text}” could be ${rooms}. Which one?`,
  whichTrack: (text: string, tracks: string) => `“${text}” could be ${tracks}. Which one?`,
  noSuchDay: (text: string, days: string) => `There is no day “${text}”, only ${days}.`,
  noSuchMoment: (text: string) =>
    `I do not know when “${text}” is. Try 9:00, breakfast, yesterday or 2 hours.`,
  unknownOption: (name: string, names: string) =>
    names === ''
      ? `There is no option “${name}” here.`
      : `There is no option “${name}” here, only ${names}.`,
  optionTwice: (name: string) => `“${name}” is given twice.`,
  missingOption: (name: string, usage: string) => `“${name}” is missing: ${usage}`,
  tooManyWords: (word: string) =>
    `I do not know what “${word}” is for. Quotation marks hold words together: "Main hall".`,
  notAnInteger: (name: string, value: string) =>
    `“${name}” must be a whole number, not “${value}”.`,
  outOfRange: (name: string, value: string, min: number, max: number) =>
    `“${name}” must be from ${min} to ${max}, not ${value}.`,
  notAChoice: (name: string, value: string, choices: string) =>
    `“${name}” must be one of ${choices}, not “${value}”.`,
  unclosedQuote: (text: string) => `The quotation mark before “${text}” is never closed.`,
};

export type ErrorMessages = typeof errors;

/** What names commands, which each platform has its own way to type. */
export const helpNaming = (slash: Slash) => ({
  filters: `Filters for ${slash('talk')}`,
});

export type HelpNaming = ReturnType<typeof helpNaming>;

/** What names commands, which each platform has its own way to type. */
export const errorsNaming = (slash: Slash) => ({
  unknownCommand: (name: string, names: string) =>
    `There is no command ${slash(name)}. Commands are ${names}.`,
  organisersOnly: (name: string) =>
    `${slash(name)} is for organisers. Whoever manages this community can use it.`,
  noSchedule: (reason: string) =>
    `The schedule of this community cannot be read. ${reason} Organisers can choose another with ${slash('conference use')}.`,
  changesGone: `What changed then is no longer kept. ${slash('schedule')} shows the programme as it is now.`,
  noSuchRoom: (text: string) =>
    `There is no room “${text}”. ${slash('now')} and ${slash('schedule')} show the rooms there are.`,
  noSuchTrack: (text: string) =>
    `There is no track “${text}”. ${slash('schedule')} shows what there is.`,
  unknownSubcommand: (command: string, word: string, names: string) =>
    `${slash(command)} knows no “${word}”, only ${names}.`,
});

export type ErrorsNaming = ReturnType<typeof errorsNaming>;
