/** What is served for the public: the address of one's list, and a community's pages. */
export const web = {
  address: {
    title: 'Your list in your calendar',
    follow: 'At this address your calendar follows your list:',
    renewed: 'This is your new address; the old one no longer works:',
    page: 'To look at, with its clashes:',
    where:
      'Add it by its address. Google Calendar: Other calendars, From URL. Apple: File, New Calendar Subscription. Outlook: Add calendar, Subscribe from web. Thunderbird: New Calendar, On the Network.',
    caution:
      'Google looks only every 8 to 24 hours and ignores alarms: rely on the reminders here. Whoever has the address sees your list; a new address ends this one.',
    unreadable: (since: string) =>
      `Your list has had an address since ${since}, and calendars that have it keep following. It cannot be shown again; a new address ends that one.`,
    renew: 'New address',
    offer: 'Let my calendar follow',
    none: 'There is no address here: nothing is served on the web. Use the calendar file.',
  },
  /** What organisers are told. */
  pages: {
    label: 'On the web',
    on: 'The programme is on the web, as this community has it:',
    whatIsSeen:
      'Everybody who has the address sees the schedule with your delays and changes, and which rooms are full; nothing of any member. Each room has a page for its door.',
    off: 'The programme is not on the web.',
    notServed:
      'Nothing is served on the web here: whoever runs Hallway has to set WEB_ADDRESS first.',
    noName: (name: string) =>
      `“${name}” cannot be the name of an address: at most 40 lower-case letters, digits and hyphens, such as fosdem-2027.`,
    taken: (name: string) =>
      `Another community’s pages are at “${name}”. Choose another one, after “on”.`,
  },
  /** On the pages themselves. */
  page: {
    programme: 'Programme',
    grid: 'Rooms and hours',
    nowNext: 'Now and next',
    toContent: 'Skip to the content',
    search: 'Search',
    searchLabel: 'Title, speaker, topic …',
    found: (query: string) => `Search: ${query}`,
    days: 'Days',
    door: 'Page for the door',
    time: 'Time',
    nothing: 'Nothing is on.',
    nothingNow: 'Nothing is on now.',
    now: 'Now',
    next: 'Next',
    nothingNext: 'Nothing more here today.',
    late: (minutes: number) => `runs ${minutes} min late`,
    early: (minutes: number) => `runs ${minutes} min early`,
    add: 'Add to my list',
    addHow: (command: string) =>
      `Write ${command} in the chat and press “☆ Star”: you are reminded, and hear when it moves.`,
    openChat: 'Open the chat',
    calendars: 'Calendars',
    calendarOf: (what: string) => `Calendar: ${what}`,
    mine: 'My talks',
    mineEmpty: 'Nothing is on this list.',
    mineCaution:
      'Whoever has this address sees this list. A new address in the chat (mytalks calendar) ends this one.',
    follow: 'Follow in my calendar',
    gone: 'There is no such page.',
    zone: (zone: string) => `Times are those of ${zone}.`,
  },
};

export type WebMessages = typeof web;
