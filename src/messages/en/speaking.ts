import type { Slash } from '../slash.ts';

/** Who speaks: what speakers say of themselves, what organisers make of it, what speakers are told. */
export const speaking = {
  fromTalk: 'I am this speaker …',
  title: 'You as a speaker',
  which: 'Who of them are you? Whoever organises is asked to confirm it.',
  iAm: (name: string) => `I am ${name}`,
  nobody: 'The schedule names nobody who gives this talk.',
  gone: 'That is not in the schedule any more.',
  claimed: (name: string) =>
    `Thank you. Whoever organises is asked to confirm that you are ${name}, and you are told.`,
  open: (name: string) => `You have said that you are ${name}; it waits to be confirmed.`,
  confirmed: (name: string) => `You are confirmed as ${name} already.`,
  tooMany: (most: number) =>
    `${most} of what you said is still to be confirmed, and more it cannot be at a time.`,
  nowhere: 'Say it where the conference is: in its community, whose organisers confirm it.',
  dropped: (name: string) => `You are told nothing more as ${name}.`,
  notYours: 'That was dropped, or refused, already.',
  states: { open: 'waits to be confirmed', confirmed: 'confirmed' },
  drop: 'That is not me',
  lead: 'Before you are on',
  hears:
    'Confirmed, you hear before you are on, of each change of your talk, and of its recording.',
  silent:
    'You have silenced Hallway, so nothing of it reaches you until you turn messages on again.',
  closed: 'Direct messages do not reach you, so nothing of it does either.',

  decide: 'Speakers to confirm',
  /** Who, goes before. */
  saysToBe: (name: string) => `says to be ${name}.`,
  saysSoToo: 'says so, too.',
  isConfirmedAlready: 'is confirmed as that speaker already.',
  confirm: (name: string) => `Confirm ${name}`,
  refuse: (name: string) => `Refuse ${name}`,
  didConfirm: (name: string) => `Confirmed: ${name}. They are told.`,
  didRefuse: (name: string) => `Refused: ${name}. They are told, kindly.`,
  decided: 'That is decided already, or was dropped.',
  moreToDecide: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),

  onIn: (span: string, place: string) => `You are on in ${span}: ${place}`,
  onNow: (place: string) => `You are on now: ${place}`,
  starred: (people: number) => `On about ${people} lists.`,
  yours: (title: string) => `Your talk: ${title}`,
  recorded: (talks: number): string =>
    talks === 1 ? 'Your talk can be seen again' : 'Your talks can be seen again',

  /** Of messages to come. */
  previewed: (messages: number): string =>
    messages === 1
      ? 'Not listed: one direct message that tells a speaker when they are on.'
      : `Not listed: ${messages} direct messages that tell speakers when they are on.`,

  youAre: (name: string) => `You are confirmed as ${name}`,
  youAreNot: (name: string) => `Not confirmed as ${name}`,
  hearsNow:
    'From now on you hear before you are on, of each change of your talk, and of its recording.',
  kindly: (name: string) =>
    `The organisers could not confirm that you are ${name}. If it is a mistake, please talk to them; nothing else changes for you here.`,
};

export type SpeakingMessages = typeof speaking;

/** What names commands, which each platform has its own way to type. */
export const speakingNaming = (slash: Slash) => ({
  waiting: (count: number) =>
    `${count === 1 ? 'Somebody waits' : `${count} people wait`} to be confirmed as a speaker. ${slash('conference status')} shows whom, with the buttons that decide.`,
  nothing: `You have not said that you speak here. ${slash('speaker claim')} takes the talk that is yours.`,
  howToEnd: `${slash('speaker drop')} ends it.`,
});

export type SpeakingNaming = ReturnType<typeof speakingNaming>;
