/** For chats without buttons, where choices have numbers and forms are written as messages. */
export const numbered = {
  inDirectRoom: 'That is for you alone: I have answered in our direct room.',
  /** Of what one saw in the room for two, and had posted where others read it. */
  posted: (room: string) => `Posted in ${room}.`,
  postFromWhere:
    'I post only in a room that you are in, when you ask me there. Ask in the room that is to see it, then choose that here.',
  /** Below what a form asks for. */
  writeIt: 'Write it as your next message here, or as a reply to this one.',
  now: (value: string) => `Now: ${value}`,
  /** Where one first sees choices. */
  choose: 'To choose, answer with the number.',
  noSuchNumber: (number: number, count: number) =>
    count === 0
      ? 'That message offers no choices.'
      : `There is no choice ${number}; that message offers 1 to ${count}.`,
  /** Names of rooms follow, each with its number. */
  whichCommunity:
    'You organise several communities. Which one is this about? Answer with its number.',
  cannotRead: (self: string) =>
    `I cannot read encrypted messages, so I answer nobody in this room. Write to me (${self}) in a room without encryption.`,
  cannotReadDirect:
    'I cannot read encrypted messages. I have opened a room without encryption for the two of us and invited you: ask me there.',
  /** What a channel lacks, after “Hallway lacks”-like words. */
  anotherSpace: 'a place in the space that is managed here',
  encrypted: 'a room without encryption',
  power: (own: number, needed: number) => `a power level of ${needed}, where it has ${own}`,
  /** How an administrator lets this account say as much as it has to. */
  liftLimit: (self: string) =>
    `Its administrator lifts that for my account; on Synapse: POST /_synapse/admin/v1/users/${self}/override_ratelimit with {"messages_per_second": 0, "burst_count": 0}.`,
};

export type NumberedMessages = typeof numbered;
