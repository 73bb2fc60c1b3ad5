/** Of a group of channels, each of which is for a room. */
export const grouping = {
  isNone: 'That is not a channel, but holds some: name one of them.',
  ofOne: (option: string) =>
    `For all channels at once only a lead can be set; set ${option} for each one afterwards.`,
  proposed: (count: number, lead: number) =>
    count === 0
      ? 'No channel there is named after a room of the schedule, and no talk links to one.'
      : `${count === 1 ? 'One channel would hear of its room' : `${count} channels would hear of their rooms`}, ${lead} min ahead:`,
  channelsLeft: 'No room for:',
  roomsLeft: (rooms: string) => `No channel for: ${rooms}.`,
  take: 'Announce like this',
  taken: (count: number) =>
    count === 1
      ? 'One channel hears of its room from now on.'
      : `${count} channels hear of their rooms from now on.`,
  closed: 'I cannot post in these; invite me, then try again:',
};

export type GroupingMessages = typeof grouping;
