/** Talks in a community's own calendar of events. */
export const events = {
  on: 'Events are on',
  willFollow: (count: number) =>
    count === 1
      ? 'One talk is becoming an event. It follows the schedule from here on.'
      : `${count} talks are becoming events, which takes a few minutes. They follow the schedule from here on.`,
  capped: (most: number) =>
    `There is room for ${most} events at a time: the others follow as the first pass.`,
  nothingToCome: 'No talk is still to come there, so there is nothing to make events of.',
  off: 'Events are off',
  removed: 'All events made of talks are being removed.',
  lacking: (permissions: string) =>
    `I may neither make nor remove events here. Give my role this permission: ${permissions}.`,
  notHere: 'Events can be made in a community that I was invited to.',
  kept: (title: string) => `Kept in step with the schedule of ${title}.`,
};

export type EventMessages = typeof events;
