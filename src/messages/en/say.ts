/** What organisers say to many, and what they are told of it. */
export const say = {
  from: (conference: string) => `From the organisers of ${conference}`,
  noMore: 'No more of these',
  takenBack: 'The organisers have taken this message back.',

  formTitle: 'Say something',
  formLabel: 'What to say',
  formHint: (longest: number) =>
    `At most ${longest} characters, in as many lines as you like. It is shown to you before it is sent.`,
  title: 'A message to many',
  list: 'What was said',
  listNone: 'Nothing has been said here yet.',
  empty: 'There is no text.',
  tooLong: (length: number, longest: number) =>
    `That is ${length} characters, and ${longest} fit. Say it in fewer.`,
  noChannels:
    'Nothing is announced in any channel, so there is none to say it in. Name some: to=#channel, or to="starred TALK", or to=speakers.',
  whichTalk: (text: string) =>
    `“${text}” does not mean just one talk. Name it as its list does, or by its number.`,
  changed: 'Somebody has rewritten it meanwhile. This is what would be sent now:',
  gone: 'This message is no longer kept.',

  toChannels: 'To',
  toStarred: (title: string, people: number | undefined) =>
    people === undefined
      ? `To fewer than five people, who have “${title}” on their list`
      : `To those of about ${people} people with “${title}” on their list whom direct messages reach and who want such messages`,
  /** Of those who have it on their list. */
  reach: (people: number | undefined) =>
    people === undefined
      ? 'It reaches fewer than five of them.'
      : `It reaches about ${people} of them.`,
  /** What is typed for them, besides “speakers”. */
  speakers: 'speakers',
  toSpeakers: (people = 0) =>
    people === 1
      ? 'To the one confirmed speaker, if direct messages reach them and they want such messages'
      : `To those of ${people} confirmed speakers whom direct messages reach and who want such messages`,
  noSpeakers: 'No speaker is confirmed here yet, so there is nobody to say it to.',
  again: 'What has arrived is edited, and what has not left yet goes out like this:',
  preview: 'This is how it will look:',
  send: 'Send it',
  sendAgain: 'Change it',
  write: 'Rewrite',
  edit: 'Edit',
  stop: 'Stop',
  remove: 'Take it back',
  look: 'Look again',

  progress: (sent: number, of: number, failed: number) =>
    `${sent} of ${of} have arrived${failed === 0 ? '' : `, ${failed} could not be sent`}.`,
  progressEdited: (edited: number, of: number) => `Edited: ${edited} of ${of}.`,
  progressRemoved: (removed: number, of: number) => `Removed: ${removed} of ${of}.`,
  progressFew: 'It goes to fewer than five.',
  toNobody: 'None of them can be reached by direct message for sure, so nobody gets it.',
  stopped: 'It was stopped: what had not left will not go out.',
  removed: 'It was taken back, and is removed wherever it had arrived.',
};

export type SayMessages = typeof say;
