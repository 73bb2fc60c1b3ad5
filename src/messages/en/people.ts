/** Who is named what in a community. */
export const naming = {
  label: { organiser: 'Organisers', helper: 'Helpers' },
  listed: {
    organiser: 'Organisers, besides whoever manages this community:',
    helper: 'Helpers, who may say what state rooms are in, besides the organisers:',
  },
  nobody: 'nobody yet.',
  byAdmins: 'Whoever manages this community says who else organises.',
  everybody: 'That would be everybody. Name a role that only your team has, or people.',
  notNamed: {
    organiser: 'was not named an organiser, so nothing was changed.',
    helper: 'was not named a helper, so nothing was changed.',
  },
  noGroups: (group: string) =>
    `I am not told here who is in a group, so ${group} cannot be named. Name its people, with an @ before each.`,
  noPerson: (word: string) => `Nobody here is called “${word}”. Name people with an @ before each.`,
};

export type NamingMessages = typeof naming;

/** The state of rooms, as helpers tell it. */
export const room = {
  title: (name: string) => `Room ${name}`,
  /** At a time of day. */
  said: {
    full: (clock: string) => `full at ${clock}`,
    busy: (clock: string) => `nearly full at ${clock}`,
  },
  states: { full: 'Full', busy: 'Nearly full', free: 'Free' },
  unsaid: 'Nobody has said that it is full.',
  late: (minutes: number) =>
    minutes > 0 ? `It runs ${minutes} min late.` : `It runs ${-minutes} min early.`,
  later: (minutes: number) => `${minutes} min later`,
  onTime: 'On time again',
  look: 'Look again',
  running: (title: string, until: string) => `Until ${until}: ${title}`,
  next: (title: string, clock: string) => `Next, at ${clock}: ${title}`,
  isFull: (name: string) => `${name} is full`,
  nextThere: (clock: string, title: string) => `Next there, at ${clock}, on your list: ${title}`,
  meanwhile: 'At the same time',
  over: (name: string) => `Nothing more is on in ${name} today, so there is nothing to say.`,
  helpersOnly:
    'The state of rooms is told by helpers, whom the organisers of this community name. Anybody can look.',
  lateHowMuch: 'How late? Give the minutes, too: late 10.',
};

export type RoomMessages = typeof room;
