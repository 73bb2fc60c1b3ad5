import type { Slash } from '../slash.ts';

function talksIn(count: number): string {
  return count === 1 ? '1 talk' : `${count} talks`;
}

/** What organisers are told by /conference. */
export const organiser = {
  title: 'Conference',
  onlyInCommunity: 'This works in a server or workspace, not in direct messages.',
  again: 'Look again',

  status: (title: string) => `Status of ${title}`,
  statusSummary: (talks: number, waiting: number) =>
    `${talksIn(talks)}, ${waiting} ${waiting === 1 ? 'message' : 'messages'} waiting`,
  source: 'Source',
  page: 'Found on',
  version: 'Version',
  zone: 'Time zone',
  programme: 'Programme',
  programmeCount: (talks: number, rooms: number, canceled: number) =>
    `${talksIn(talks)} in ${rooms === 1 ? '1 room' : `${rooms} rooms`}${canceled === 0 ? '' : `, ${canceled} canceled`}`,
  takenAt: 'Last change',
  checkedAt: 'Last read',
  failing: 'Failing since',
  lastTick: 'Last tick',
  lastSent: 'Last message',
  lastHour: 'Last hour',
  nothingSent: 'nothing was sent',
  allOnTime: 'everything on time',
  worst: (due: string, kind: string, lateness: string) => `${kind} of ${due}, ${lateness}`,
  never: 'never',
  outbox: 'Messages',
  counts: (counts: {
    readonly pending: number;
    readonly sending: number;
    readonly sent: number;
    readonly failed: number;
    readonly expired: number;
  }) =>
    `${counts.pending} waiting, ${counts.sending} under way, ${counts.sent} sent, ${counts.failed} failed, ${counts.expired} expired`,
  delays: 'Delays',
  delay: (room: string, minutes: number) =>
    minutes > 0 ? `${room} ${minutes} min late` : `${room} ${-minutes} min early`,
  streams: 'Streams',
  withStream: 'with stream',
  streamSet: (room: string) => `What is on in ${room} can be watched live at`,
  streamCleared: (room: string, told: boolean) =>
    told
      ? `${room} no longer has an address of yours; the schedule’s own counts.`
      : `${room} no longer has a stream.`,
  noStreamAddress: (typed: string) =>
    `“${typed}” is not the address of a stream. It begins with https:// and holds no password; “none” takes the room’s away.`,
  roomFeed: 'State of rooms',
  roomFeedFrom: (address: string) =>
    `The state of rooms is read from ${address}, each minute while something is on.`,
  noRoomFeed: 'The state of rooms is told by helpers alone.',
  noRoomFeedAddress: (typed: string) =>
    `“${typed}” is not an address that tells the state of rooms. It begins with https:// and holds no password; “none” takes the present one away.`,
  roomFeedFails: (reason: string) => `The state of rooms cannot be read. ${reason}`,
  roomFeedUnknown: (names: string) =>
    `The address for the state of rooms names rooms that the schedule does not have: ${names}.`,
  roomFeedReadAt: (address: string, at: string) => `${address}, read ${at}`,
  roomStates: 'Rooms now',
  channels: 'Channels',
  ahead: (lead: number) => `${lead} min ahead`,
  kinds: { announcements: 'announcements', notices: 'notices', digest: 'digest' },
  everything: 'everything',

  used: (title: string, talks: number, zone: string) =>
    `This community now follows ${title}: ${talksIn(talks)}, times in ${zone}.`,
  added: (title: string, talks: number, zone: string) =>
    `This community has ${title}, too: ${talksIn(talks)}, times in ${zone}.`,
  /** Without `present`, the one that the community has cannot be read just now. */
  asks: (title: string, talks: number, present: string | undefined) =>
    `${title} (${talksIn(talks)}) can be read. Should it replace ${present ?? 'the present conference'}, or come beside it?`,
  useAs: { replace: 'Replace', add: 'Add beside' },
  starsStay: 'What people starred stays on their lists.',
  asksDrop: 'Which conference should be dropped?',
  /** The conference, goes before. */
  lost: (channels: number, changes: number) =>
    [
      channels === 0
        ? 'is announced nowhere.'
        : `is no longer announced in ${channels === 1 ? '1 channel' : `${channels} channels`}.`,
      ...(changes === 0
        ? []
        : [
            `${changes === 1 ? '1 delay, talk by hand or stream' : `${changes} delays, talks by hand and streams`} of yours ${changes === 1 ? 'is' : 'are'} lost.`,
          ]),
    ].join(' '),
  drop: (title: string) => `Drop ${title}`,
  dropped: (title: string) => `This community no longer has ${title}.`,
  several:
    'This page offers several schedules. Which one is the conference’s? The first could be read; the others are read once they are taken.',
  take: (address: string) => `Take ${address}`,
  noSuchZone: (zone: string) =>
    `There is no time zone “${zone}”. It is written like Europe/Brussels.`,
  notUsed: (reason: string) => `The schedule was not taken. ${reason}`,

  noSuchKind: (kind: string, kinds: string) => `There is no kind “${kind}”, only ${kinds}.`,
  channelMissing: 'There is no such channel, or it is hidden from me. Invite me, then try again.',
  channelForbidden: (lacking: string) =>
    `I cannot post there. What is missing: ${lacking}. Grant it, then try again.`,
  /** As the settings of roles call it. */
  lettingMention: (role: string) => `Allow anyone to @mention this role (${role})`,
  unlocking: (permission: string) => `an unlocked thread (or ${permission})`,
  mentioningAll: 'Mention @everyone, @here, and All Roles',
  /** Where, goes before. */
  announced: (language: string, what: string) => `will hear in ${language}: ${what}.`,
  /** Whom, follows. */
  mentions: 'Each announcement mentions',
  mentionsInNone: 'Only announcements mention anybody, and none go there.',
  mentionGone:
    'The role to be mentioned there no longer exists. Name another, or say that nobody is to be mentioned.',
  mentioned: 'Mentioned',
  firstIs: (title: string, place: string) => `Next is “${title}”, ${place}.`,
  noneFits: 'No talk still to come fits that.',
  muted: 'Nothing will be posted there any more.',
  answersEverywhere: 'Whoever mentions Hallway in a channel is answered there.',
  answersNowhere: 'Mentions in channels are no longer answered; direct messages and commands are.',
  answersIn: 'Whoever mentions Hallway is answered only in',
  /** Where, goes before. */
  alertsIn: (language: string) => `is where organisers are told, in ${language}, what to look at.`,
  alertsNowhere: 'Organisers are told nowhere what to look at.',
  /** Where, follows. */
  alertsBeside: 'Alerts are not part of this: they come when there is something to look at, in',
  alertsOff: 'Organisers are no longer told anywhere what to look at.',
  alerts: 'Alerts',
  notAnnounced: 'Nothing was posted there anyway.',

  preview: (hours: number) => (hours === 1 ? 'The next hour' : `The next ${hours} hours`),
  previewSummary: (posts: number) =>
    posts === 0 ? 'Nothing will be posted.' : posts === 1 ? '1 post' : `${posts} posts`,
  tomorrow: 'tomorrow',
  digest: 'Digest of the day',
  morePosts: (count: number) => (count === 1 ? 'and 1 more post' : `and ${count} more posts`),
  /** Each of `direct`, after another. */
  notListed: (counted: string) => `Not listed, as direct messages: about ${counted}.`,
  direct: {
    lists: (count: number) => `${count} reminders of what is on lists`,
    followed: (count: number) => `${count} reminders of what is followed`,
    snoozed: (count: number) => `${count} reminders put off`,
    feedback: (count: number) => `${count} questions about how talks were`,
    recordings: (count: number) => `${count} about recordings`,
  },

  delayed: (room: string, minutes: number, talks: number) =>
    minutes === 0
      ? `${room} is on time again.`
      : `${organiserDelay(room, minutes)}: ${talksIn(talks)} still to come today ${talks === 1 ? 'is' : 'are'} shifted, and those concerned are told.`,

  interest: {
    title: (conference: string) => `Interest in ${conference}`,
    none: 'Nothing is on the lists of five people or more yet.',
    about: (moment: string) =>
      `As of ${moment}. Numbers are rounded to five, and what fewer than five people starred is left out. New numbers come once five more people have starred something.`,
    lists: (people: number) => `on about ${people} lists`,
    listsFor: (people: number, places: number) => `on about ${people} lists, ${places} places`,
    tooMany: 'more than it holds',
    clashes: 'Starred by the same people, and on at the same time',
    both: (people: number) => `about ${people} people`,
    csv: 'As CSV',
    files: 'Here are the talks and the clashes, each as a table.',
    talksFile: 'interest.csv',
    clashesFile: 'interest-clashes.csv',
  },

  log: 'Who did what',
  logSummary: (acts: number) =>
    acts === 0
      ? 'Nobody has done anything here yet.'
      : acts === 1
        ? '1 thing was done'
        : `${acts} things were done`,
  toStatus: 'Status',
  former: 'a former organiser',
  /** Before or after a change. */
  nothing: 'nothing',
  /** What was changed; where, may follow. */
  acts: {
    use: 'schedule',
    drop: 'dropped',
    announce: 'announcements in',
    mute: 'muted',
    answers: 'answers to mentions',
    delay: 'delay of',
    stream: 'stream of',
    say: 'said to',
    talk: 'talk',
    organisers: 'organisers',
    helpers: 'helpers',
    accept: 'version',
    room: 'room',
    alerts: 'alerts',
    speakers: 'speaker',
    web: 'pages',
  },

  doctor: (title: string) => `Check-up of ${title}`,
  healthy: 'Nothing is wrong.',
  found: (count: number) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
  moreFindings: (count: number) => `and ${count} more`,
  findings: {
    sourceUnreadable: (since: string, reason: string) =>
      `The source has failed since ${since}; the last good version stays in use. ${reason}`,
    sourceSetAside: (since: string) =>
      `At the start, ${since}, the last version of the schedule could not be loaded, so the one before is in use until the source is read again.`,
    sourceShrunken: (since: string, lost: number, of: number) =>
      `Since ${since} the source has lacked ${lost} of ${of} talks still to come. That looks broken, so the version before stays in use.`,
    sourcePast: (since: string, lost: number, of: number) =>
      `Since ${since} the source has had ${lost} of ${of} talks still to come in the past, as in last year’s schedule. The version before stays in use.`,
    sourceStale: (checked: string) =>
      `The source was last read: ${checked}. Changes since then are unknown.`,
    noTalks: 'The schedule has no talks.',
    over: (end: string) => `The conference ended ${end}. Is this the schedule of another year?`,
    farAhead: (start: string) =>
      `The conference does not begin until ${start}. Is this the right schedule?`,
    channelForbidden: (lacking: string) => `I cannot post there. What is missing: ${lacking}.`,
    channelRefused: (at: string, code: string) =>
      `the last message, ${at}, was refused (${code}); the log says why.`,
    roomFeedFails: (since: string, reason: string) =>
      `Since ${since} the state of rooms could not be read; only what helpers say counts. ${reason}`,
    unheardRooms: (rooms: string) => `Rooms that no channel hears of: ${rooms}.`,
    roomClash: (room: string, one: string, other: string) =>
      `${room} is taken twice: “${one}” and “${other}”.`,
    ungranted: (permissions: string) =>
      `This version asks for permissions that were not there when the app was installed: ${permissions}. Give the app its new manifest, save, and install it once more; until then, what needs none of them works as before.`,
    slow: (perMinute: number, remedy: string) =>
      `The server lets me send about ${perMinute} messages a minute, which no conference can live with. ${remedy}`,
    noTick: (last: string) =>
      `The clock that plans messages last ticked: ${last}. It should tick every minute; see the log.`,
  },
};

/** The pages at the end of an installation into a workspace, in a browser. */
export const installation = {
  done: {
    title: 'Hallway is installed',
    link: 'Open the workspace',
  },
  canceled: {
    title: 'Nothing was installed',
    text: 'The installation was canceled. Nothing of your workspace is kept here.',
    link: 'Install Hallway after all',
  },
  organisation: {
    title: 'Not for a whole organisation',
    text: 'Hallway is installed into workspaces one by one, since each has its own conference and organisers. Nothing was kept. Please remove the app from the organisation again, then choose one workspace.',
    link: 'Install Hallway into a workspace',
  },
  begunElsewhere: {
    title: 'This installation cannot be finished',
    text: 'It was begun in another browser, was finished already, or was left for too long. Each counts once, for ten minutes.',
    link: 'Begin again',
  },
  failed: {
    title: 'The installation failed',
    text: 'Nothing was installed. Try again in a minute; if it fails again, whoever runs this Hallway finds the reason in its log.',
    link: 'Begin again',
  },
};

export type InstallationMessages = typeof installation;

function organiserDelay(room: string, minutes: number): string {
  return minutes > 0 ? `${room} runs ${minutes} min late` : `${room} runs ${-minutes} min early`;
}

export type OrganiserMessages = typeof organiser;

/** What names commands, which each platform has its own way to type. */
export const organiserNaming = (slash: Slash) => ({
  sayAs: `Say which by ${slash('conference use')} … as:replace, or as:add.`,
  nothingToDrop: `This community has chosen no such conference. ${slash('conference use')} chooses one.`,
  noChannels: `Nothing is announced in any channel. ${slash('conference announce')} starts it.`,
  findings: {
    zoneIsUtc: `Times are taken as UTC. If the venue is elsewhere: ${slash('conference use')} SOURCE Europe/Brussels.`,
    noSubscription: `Nothing is announced in any channel. ${slash('conference announce')} starts it.`,
    channelMissing: `gone or hidden from me. Invite me, or ${slash('conference mute')} it.`,
    alertsMissing: `gone or hidden from me, and alerts go there. Invite me, or name another with ${slash('conference alerts')}.`,
    mentionGone: `the role to be mentioned no longer exists, so nobody is mentioned. ${slash('conference announce')} names another, or none.`,
    streamsGone: (rooms: string) =>
      `A stream is set for rooms that the schedule no longer has: ${rooms}. ${slash('conference stream')} sets it for their new names.`,
    unknownPlaces: (slugs: string) =>
      `waits for rooms or tracks that the schedule does not have: ${slugs}. ${slash('conference announce')} sets new ones.`,
  },
});

export type OrganiserNaming = ReturnType<typeof organiserNaming>;

/** What names commands, which each platform has its own way to type. */
export const installationNaming = (slash: Slash) => ({
  done: {
    text: `In your workspace, ${slash('help')} shows what it can do, and ${slash('conference use')} SOURCE gives it your schedule.`,
  },
});

export type InstallationNaming = ReturnType<typeof installationNaming>;
