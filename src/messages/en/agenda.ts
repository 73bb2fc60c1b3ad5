import type { Slash } from '../slash.ts';
/** The personal list: stars, clashes, lead time, export. */
export const agenda = {
  title: 'My talks',
  summary: (talks: number, clashing: number) => {
    const count = talks === 1 ? '1 talk on your list' : `${talks} talks on your list`;
    if (clashing === 0) return count;
    if (clashing < talks) return `${count}, ${clashing} of them in a clash`;
    return `${count}, ${talks === 2 ? 'both' : 'all of them'} in a clash`;
  },
  empty: 'Your list is empty. Press “☆ Star” on a talk to put it here.',
  clash: (titles: string) => `⚠ clashes with ${titles}`,
  quoted: (title: string) => `“${title}”`,
  reminders: (minutes: number) =>
    minutes === 0
      ? 'Reminders come when a talk starts.'
      : `Reminders come ${minutes} min before a talk starts.`,
  volume: {
    quiet:
      'Quiet here: no reminders and no morning message. You still hear what happens to these talks.',
    silent: 'Silent here: nothing is sent, not even that a talk is canceled.',
  },
  sendList: 'Send as DM',
  calendar: 'Calendar file',
  whatToSee: 'What should I see?',

  started: 'Your list now lives in your direct messages and stays up to date there.',
  alreadyStarred: (title: string) => `${title} is already on your list.`,
  notStarred: 'That talk is not on your list.',
  listIsBelow: 'Your list has moved to a newer message, further down.',
  listArrived: 'Your list is in your direct messages.',
  listSent: 'Your list is on its way to your direct messages.',

  leadTitle: 'Lead time of reminders',
  leadTitleOf: 'Remind me of this talk',
  leadLabel: 'Minutes before a talk starts',
  leadLabelOf: 'Minutes before it starts',
  leadHint: (most: number) => `A whole number from 0 to ${most}`,
  leadForAll: 'For all talks without a time of their own',
  leadForOne: 'For this talk alone',
  reminder: (minutes: number) =>
    minutes === 0
      ? 'You are reminded when it starts.'
      : `You are reminded ${minutes} min before it starts.`,
  ownLead: (minutes: number) =>
    minutes === 0 ? 'reminder when it starts' : `reminder ${minutes} min before`,
  ownLeads: (talks: number) =>
    talks === 1 ? '1 talk has a time of its own.' : `${talks} talks have a time of their own.`,
  snooze: (minutes: number) => `Again in ${minutes} min`,
  snoozed: (clock: string) => `You are reminded again at ${clock}.`,
  snoozedAlready: 'You have already asked to be reminded again.',
  snoozeTooLate: (clock: string) => `Too late for that: it starts at ${clock}.`,
  snoozeGone: 'This reminder is too old to come again.',
  sharedTitle: 'Picked talks',
  shared: (talks: number, who = 'Somebody here') =>
    talks === 1
      ? `${who} shares the talk on their list that is still to come.`
      : `${who} shares the ${talks} talks on their list that are still to come.`,
  nothingToShare: 'No talk on your list is still to come.',
  sharePreview:
    'This is how everybody will see it: these talks, and nothing else of yours. Nobody sees it yet.',
  postHere: 'Post it here',
  leadWrong: (value: string, most: number) =>
    `“${value}” is not a number of minutes from 0 to ${most}.`,

  calendarReady: (talks: number) =>
    talks === 1
      ? 'One talk for your calendar. Import the file again after a change: entries are replaced, not doubled.'
      : `${talks} talks for your calendar. Import the file again after a change: entries are replaced, not doubled.`,
  calendarFile: 'mytalks.ics',
  calendarTalkFile: 'talk.ics',

  digestOn: 'At 08:00 of each conference day you get your talks of the day.',
  digestHeld: 'Not while your list is quiet or silent here: choose “Everything” in the settings.',
  digestOff: 'No more morning message.',

  exported: 'This is all that is kept about you.',
  exportFile: 'hallway-export.json',
  nothingKept: 'Nothing is kept about you.',
  forgotten: 'Everything kept about you is erased: your list, settings and linked accounts.',

  linked:
    'Linked: one list for all these accounts. Choose “Quiet” in the settings where you want no reminders.',
  linkOwn: 'These accounts are already linked.',
  linkTooMany: 'Too many wrong codes. Try again in 10 minutes.',
  unlinked:
    'Unlinked: this account keeps its own copy of the list; elsewhere the list stays as it was.',
  notLinked: 'No other account is linked.',
};

export type AgendaMessages = typeof agenda;

/** What is said of talks that are over, to whoever wishes for it. */
export const afterwards = {
  /** On buttons: of at most 75 characters. */
  offer: {
    recordings: 'Tell me when recordings are up (keeps my list up to 180 days)',
    feedback: 'Ask me afterwards how talks were',
  },
  on: {
    recordings:
      'When the schedule links the recording of a talk on your list or that you follow, you are told. For that both are kept until then, at most 180 days after the conference.',
    feedback:
      'When a talk on your list is over, you are asked how it was, where its organisers ask.',
    says: 'You get what organisers write to whole groups.',
  },
  off: {
    recordings: 'You are no longer told of recordings.',
    feedback: 'You are no longer asked how talks were.',
    says: 'You no longer get what organisers write to whole groups. You still hear what changes about talks on your list.',
  },
  held: 'Not while your list is so quiet here: choose “Everything” in the settings.',
  recordings: (count: number) => (count === 1 ? 'A recording is up' : `${count} recordings are up`),
  howWasIt: (count: number): string => (count === 1 ? 'How was it?' : 'How were they?'),
  stopRecordings: 'No more recordings',
  stopFeedback: 'Do not ask me',
};

export type AfterwardsMessages = typeof afterwards;

/** What a member sets, and how it stands. */
export const settings = {
  title: 'Settings',
  about:
    'Reminders, language and time zone are set for all your linked accounts, the rest for this one. Only you see this.',
  lead: 'Reminders',
  leadAsk: 'When?',
  leadOf: (minutes: number) => (minutes === 0 ? 'when it starts' : `${minutes} min before`),
  leadOther: 'Another time …',
  volume: 'What is sent here',
  volumeAsk: 'How much?',
  volumes: {
    full: { label: 'Everything' },
    quiet: { label: 'Quiet', description: 'no reminders, only what happens to my talks' },
    silent: { label: 'Silent', description: 'nothing, not even that a talk is canceled' },
  } satisfies Readonly<Record<string, { readonly label: string; readonly description?: string }>>,
  language: 'Language',
  languageAsk: 'Which?',
  asTold: (told: string) => `As in the app (${told})`,
  zone: 'Time zone',
  zoneAsk: 'In which time zone, besides the venue’s?',
  untold: 'As the app shows it',
  venueZone: (zone: string) => `Only the venue’s (${zone})`,
  zoneOther: 'Another one …',
  zoneLabel: 'Time zone',
  zoneHint: 'A name such as Europe/Lisbon, or its city',
  zoneSet: (zone: string) => `Times are shown in ${zone} too, beside the venue’s.`,
  noSuchZone: (typed: string) =>
    `“${typed}” is not a time zone: they have names such as Europe/Lisbon.`,
  zoneMeant: 'Did you mean one of these?',
  switches: {
    digest: 'Morning message',
    recordings: 'Recordings',
    feedback: 'How was it?',
    says: 'From organisers',
  },
  switchOf: (what: string, isOn: boolean) => (isOn ? `✓ ${what}: on` : `${what}: off`),
};

export type SettingsMessages = typeof settings;

/** A person's own page on platforms that have one, and windows over the conversation. */
export const home = {
  findTitle: 'Find a talk',
  findPlaceholder: 'Title, speaker, topic …',
  addPlaceholder: 'Find a talk for your list …',
  shareTitle: 'Share',
  shareWhere: 'Where?',
  organisersPlaceholder: 'Choose people …',
  forget: 'Forget me',
  forgetTitle: 'Forget everything?',
  forgetAsk: 'Your list, settings and linked accounts are erased, and no more reminders come.',
  keep: 'Keep',
  fileSent: 'The file is in your direct messages with Hallway.',
  fileRefused: (reason: string) =>
    `The file could not be sent to your direct messages: the platform says “${reason}”. Whoever runs Hallway here can fix that.`,
  exportData: 'Export my data',
  settings: 'Settings',
  group: 'a user group, @here or @channel to mention',
  invite: (name: string) => `an invitation: write “/invite ${name}” in that channel`,
};

export type HomeMessages = typeof home;

/** What names commands, which each platform has its own way to type. */
export const agendaNaming = (slash: Slash) => ({
  directMessagesClosed: `My direct messages do not reach you, so no reminders will. Allow direct messages from this community, or ask whoever runs it to let me write to you; then press “Send as DM” in ${slash('mytalks')}.`,
  // Typed where the other account is, whatever commands are called here.
  linkCode: (code: string) =>
    `Enter /mytalks link ${code} where your other account is, within 10 minutes. Whoever enters it shares your list, so show it to nobody.`,
  linkUnknown: `This code is wrong, used or older than 10 minutes. ${slash('mytalks link')} makes a new one.`,
});

export type AgendaNaming = ReturnType<typeof agendaNaming>;

/** What names commands, which each platform has its own way to type. */
export const homeNaming = (slash: Slash) => ({
  organisers: `Who may use ${slash('conference')} besides the admins`,
});

export type HomeNaming = ReturnType<typeof homeNaming>;
