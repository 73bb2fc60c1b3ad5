/** What is served for the public: the address of one's list, and a community's pages. */
export const web = {
  address: {
    title: 'Your list in your calendar',
    follow: 'At this address your calendar follows your list:',
    renewed: 'This is your new address; at the one before, nothing is found any more:',
    where:
      'Add it by its address. Google Calendar: Other calendars, From URL. Apple: File, New Calendar Subscription. Outlook: Add calendar, Subscribe from web. Thunderbird: New Calendar, On the Network.',
    caution:
      'Google looks only every 8 to 24 hours and ignores alarms: rely on the reminders here. Whoever has the address sees your list; a new address ends this one.',
    unreadable: (since: string) =>
      `Your list has had an address since ${since}, and calendars that have it follow on. It cannot be shown again; a new address ends that one.`,
    renew: 'New address',
    offer: 'Let my calendar follow',
    none: 'No address is to be had here: nothing is served on the web. Take the calendar file.',
  },
};

export type WebMessages = typeof web;
