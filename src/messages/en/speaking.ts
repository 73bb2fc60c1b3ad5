import type { Slash } from '../slash.ts';

/** Who speaks: what speakers say of themselves, what organisers make of it, what speakers are told. */
export const speaking = {
  fromTalk: 'I am this speaker …',
  title: 'You as a speaker',
  which: 'Which of them are you? The organisers are asked to confirm it.',
  iAm: (name: string) => `I am ${name}`,
  nobody: 'The schedule does not say who gives this talk.',
  gone: 'That is no longer in the schedule.',
  claimed: (name: string) =>
    `Thank you. The organisers are asked to confirm that you are ${name}, and you will be told.`,
  open: (name: string) => `You have said that you are ${name}; it waits to be confirmed.`,
  confirmed: (name: string) => `You are already confirmed as ${name}.`,
  tooMany: (most: number) =>
    `${most} of your claims are still to be confirmed, and that is the most at a time.`,
  nowhere: 'Say it where the conference is: in its community, whose organisers confirm it.',
  dropped: (name: string) => `You will hear nothing more as ${name}.`,
  notYours: 'That was already dropped or refused.',
  states: { open: 'waits to be confirmed', confirmed: 'confirmed' },
  drop: 'That is not me',
  lead: 'Before you are on',
  hears:
    'Once confirmed, you hear before you are on, of each change to your talk, and of its recording.',
  silent:
    'You have silenced Hallway, so nothing of it reaches you until you turn messages on again.',
  closed: 'Direct messages do not reach you, so nothing of it does either.',

  decide: 'Speakers to confirm',
  /** Who, goes before. */
  saysToBe: (name: string) => `says they are ${name}.`,
  saysSoToo: 'says so, too.',
  isConfirmedAlready: 'is already confirmed as that speaker.',
  confirm: (name: string) => `Confirm ${name}`,
  refuse: (name: string) => `Refuse ${name}`,
  didConfirm: (name: string) => `Confirmed: ${name}. They are told.`,
  didRefuse: (name: string) => `Refused: ${name}. They are told, kindly.`,
  decided: 'That is already decided, or was dropped.',
  moreToDecide: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),

  onIn: (span: string, place: string) => `You are on in ${span}: ${place}`,
  onNow: (place: string) => `You are on now: ${place}`,
  starred: (people: number) => `On about ${people} lists.`,
  yours: (title: string) => `Your talk: ${title}`,
  recorded: (talks: number): string =>
    talks === 1 ? 'The recording of your talk is up' : 'The recordings of your talks are up',

  /** Of messages to come. */
  previewed: (messages: number): string =>
    messages === 1
      ? 'Not listed: one direct message that tells a speaker when they are on.'
      : `Not listed: ${messages} direct messages that tell speakers when they are on.`,

  youAre: (name: string) => `You are confirmed as ${name}`,
  youAreNot: (name: string) => `Not confirmed as ${name}`,
  hearsNow:
    'From now on you hear before you are on, of each change to your talk, and of its recording.',
  kindly: (name: string) =>
    `The organisers could not confirm that you are ${name}. If it is a mistake, please talk to them; nothing else changes for you here.`,
};

export type SpeakingMessages = typeof speaking;

/** What names commands, which each platform has its own way to type. */
export const speakingNaming = (slash: Slash) => ({
  waiting: (count: number) =>
    `${count === 1 ? 'Somebody is waiting' : `${count} people are waiting`} to be confirmed as a speaker. ${slash('conference status')} shows who, with the buttons that decide.`,
  nothing: `You have not said that you speak here. ${slash('speaker claim')} takes the talk that is yours.`,
  howToEnd: `${slash('speaker drop')} ends it.`,
});

export type SpeakingNaming = ReturnType<typeof speakingNaming>;
