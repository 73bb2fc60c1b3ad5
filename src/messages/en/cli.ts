/** The command line: options, `check` and `search`. */
export const cli = {
  description: 'The conference companion for community chat.',
  commands: {
    serve:
      'start every platform that has its tokens in the environment, else the terminal (default)',
    check: 'read schedules and say what was found',
    ask: 'answer a plain question as the chat would; without TEXT, one a line from standard input',
    search: 'find talks; without QUERY, one query a line from standard input',
    rehearse: 'run a span of the conference at full speed and print each post that would be made',
    trace: 'show why a delivery was late: by its key, or all about a talk',
    backup: 'copy the SQLite database into FILE, also while Hallway runs',
    restored:
      'say, before Hallway starts, that the database is a copy from before: nothing is said twice then',
    manifest: 'print the manifest that a chat platform makes the app from',
  },
  titles: { usage: 'Usage:', options: 'Options:', commands: 'Commands:' },
  help: 'show this help, or that of a command',
  ownVersion: 'show which version this is',
  byDefault: (value: string) => `unless told: ${value}`,
  misused: {
    unknownOption: (option: string, nearest: string | undefined) =>
      nearest === undefined
        ? `There is no option ${option}; hallway --help shows what there is.`
        : `There is no option ${option}. Did you mean ${nearest}?`,
    unknownSubcommand: (word: string, names: string) =>
      `“${word}” is not one of the commands: ${names}.`,
    tooManyWords: (words: string) =>
      `That is a word too many: ${words}. Quotation marks hold words together.`,
    withoutValue: (option: string) => `${option} is given without its value.`,
    missing: (name: string) => `${name} is missing; hallway --help shows what is needed.`,
  },
  options: {
    schedule: 'path or address of the schedule',
    schedules:
      'path or address of the schedule; another with each further one, all are asked as one',
    zone: 'the venue’s time zone, where the schedule names none',
    from: 'start the clock at this moment, such as 2020-02-01T10:15+01:00',
    to: 'stop there',
    speed: 'run the clock this many times as fast',
    json: 'one JSON object a line',
    at: 'when it is asked, such as 2020-02-01T10:15+01:00; unless told, as the first talk begins',
    language: 'the asker’s language, such as de',
    conversation: 'each line carries on from the last',
    starOf: 'a talk with this id is on the asker’s list (repeatable)',
    limit: 'most talks an answer holds',
    changes: 'take over this other version of the schedule at that moment',
    follow: 'that member follows a speaker, a track or words (repeatable)',
    star: 'a member who starred the talk with this id listens too (repeatable)',
    recordings: 'that member hears of recordings, too',
    feedback: 'that member is asked how talks were, too',
    snooze: 'that member has each reminder come again after so many minutes, once',
    speaks: 'the talk with this id is that member’s own, who is told as its speaker (repeatable)',
    full: 'a helper says then that this room is full (repeatable)',
    url: 'where the platform reaches Hallway over HTTP; without it, Hallway dials the platform',
    prefix: 'what precedes the names of commands, such as fosdem-',
    domain: 'pages of this site that are talks get a preview (repeatable)',
  },
  notAZone: (value: string) =>
    `“${value}” is not an IANA time zone; one looks like Europe/Brussels.`,
  notAnInstant: (value: string) =>
    `“${value}” is not a moment with an offset, such as 2020-02-01T10:15+01:00.`,
  notANumber: (value: string, min: number, max: number) =>
    `“${value}” is not a number from ${min} to ${max}.`,
  notASnooze: (value: string, some: string) =>
    `“${value}” is not a number of minutes to snooze: ${some}.`,
  notAChange: (value: string) =>
    `“${value}” is not SOURCE@MOMENT, such as new.xml@2020-02-01T12:00+01:00.`,
  notACrowd: (value: string) =>
    `“${value}” is not ROOM@MOMENT, such as h-1308@2020-02-01T12:00+01:00.`,
  noRoomToFill: (room: string) =>
    `No room is called “${room}”, or nothing is on there any more by then.`,
  rehearsedOutside: (first: string, last: string) =>
    `Nothing of the conference lies between --from and --to: it runs from ${first} to ${last}.`,
  endsBefore: '--to lies before --from, so there is nothing to rehearse.',
  noSuchTalk: (id: string, source: string) =>
    `No talk in ${source} has the id “${id}”; hallway check ${source} --json lists them.`,
  asked: (address: string, asJson: boolean) => `Asked ${address}${asJson ? ' for JSON' : ''}`,
  alsoOffered: (address: string) => `The page offers another schedule: ${address}`,
  unreadable: (source: string, reason: string) => `${source}: ${reason}`,
  backup: {
    done: (file: string, bytes: number) =>
      `${file} is a copy of the database, ${Math.ceil(bytes / 1024)} kB. It holds personal data.`,
    postgres: (file: string) =>
      `DATABASE_URL names a PostgreSQL database, which its own tool copies: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  },
  restored: {
    noted: (from: string) =>
      `Noted: the database is as it was at ${from}. What has fallen due since is looked for on the platform before it is sent.`,
    neverRan: 'Hallway never ran with this database, so there is nothing to look for.',
  },
  format: 'Format',
  zone: 'Time zone',
  version: 'Version',
  days: (count: number): string => (count === 1 ? 'Day' : 'Days'),
  dayCount: (count: number, first: string, last: string) =>
    count === 1 ? first : `${count}, from ${first} to ${last}`,
  rooms: 'Rooms',
  tracks: 'Tracks',
  talks: 'Talks',
  breaks: 'Breaks',
  talkCount: (count: number, canceled: number) =>
    canceled === 0 ? String(count) : `${count}, of which ${canceled} canceled`,
  speakers: 'Speakers',
  warnings: 'Warnings',
  noWarnings: 'none',
  trace: {
    key: 'Key',
    due: 'Due',
    planned: 'Planned',
    claimed: 'First taken up',
    waited: 'Waited',
    since: (from: string, why: string) => `since ${from}: ${why}`,
    attempts: 'Tries',
    outcome: 'Outcome',
    message: 'Message',
    lateness: 'Lateness',
    pending: (until: string) => `waits until ${until}`,
    sending: (until: string) => `under way; to be asked about from ${until}`,
    sent: (at: string) => `sent ${at}`,
    notSent: (at: string, reason: string) => `not sent, ${at}: ${reason}`,
    channel: (platform: string, id: string) => `${platform}, channel ${id}`,
    member: (platform: string, id: string) => `${platform}, member ${id}`,
    deliveries: (count: number) =>
      count === 1 ? '1 delivery' : `${count} deliveries, the latest first`,
    more: (count: number) => `and ${count} more; --json shows them all`,
    snoozed: (times: number) => (times === 1 ? 'snoozed once' : `snoozed ${times} times`),
    noSuchKey: (key: string) =>
      `No delivery in the database has the key “${key}” or one that begins so.`,
    noSuchTalk: (words: string) =>
      `No talk in the database has the id or the code “${words}”, or these words in its title.`,
    whichTalk: (words: string, count: number, some: string) =>
      `${count} talks fit “${words}”: ${some} … Name one by its id.`,
    nothingPlanned: (title: string) => `Nothing was planned about “${title}” yet.`,
  },
};

export type CliMessages = typeof cli;

/** The terminal's own words. */
export const console = {
  welcome: (conference: string) => `Hallway: ${conference}`,
  invitation:
    'Words find talks; /help says what to try; !2 presses the second button; Ctrl+D leaves.',
  clockStarts: (moment: string) =>
    `The conference is over, so this clock starts at ${moment}, ten minutes before the first talk.`,
  keptFrom: (moment: string, reason: string) =>
    `The schedule is the one kept on ${moment}, as its source cannot be read now: ${reason}`,
  loading: (source: string) => `Reading ${source} …`,
  untilDot: 'Write as many lines as you like; a single dot ends them.',
  /** With a letter, of a message that appeared by itself. */
  noSuchButton: (letter: string, number: number, count: number) => {
    const card = letter === '' ? 'the last card' : `what was lettered ${letter}`;
    const there = count === 1 ? `only !${letter}1` : `!${letter}1 to !${letter}${count}`;
    return `There is no button ${letter}${number}; ${card} has ${count === 0 ? 'none' : there}.`;
  },
  edited: 'edited',
  removed: 'removed',
  saved: (path: string) => `Saved as ${path}`,
  unsaved: (name: string, code: string) => `${name} cannot be saved here (${code}), so here it is:`,
};

export type ConsoleMessages = typeof console;
