/** What went wrong, and what to do about it. */
export const errors = {
  problem: 'That did not work',
  bug: (reference: string) =>
    `Something broke on our side. It is in the log as ${reference}; please try again.`,
  unknownCommand: (name: string, names: string) =>
    `There is no command /${name}. Commands are ${names}.`,
  organisersOnly: (name: string) =>
    `/${name} is for organisers. Whoever manages this community can use it.`,
  oldButton: 'This button is from an older message and no longer works. Please ask again.',
  otherConference:
    'This button belongs to another conference than the one shown here now. Please ask again.',
  formTooLate: 'That took a moment too long to open. Please press once more.',
  tooLong: 'This list needs more words than a button can hold. Please give the command again.',
  noSuchTalk: 'That talk is no longer in the schedule.',
  noSuchRoom: (text: string) =>
    `There is no room “${text}”. /now and /schedule show the rooms there are.`,
  whichRoom: (text: string, rooms: string) => `“${text}” could be ${rooms}. Which one?`,
  noSuchTrack: (text: string) => `There is no track “${text}”. /schedule shows what there is.`,
  whichTrack: (text: string, tracks: string) => `“${text}” could be ${tracks}. Which one?`,
  noSuchDay: (text: string, days: string) => `There is no day “${text}”, only ${days}.`,
  unknownOption: (name: string, names: string) =>
    names === ''
      ? `There is no option “${name}” here.`
      : `There is no option “${name}” here, only ${names}.`,
  optionTwice: (name: string) => `“${name}” is given twice.`,
  missingOption: (name: string, usage: string) => `“${name}” is missing: ${usage}`,
  tooManyWords: (word: string) =>
    `I do not know what “${word}” is for. Quotation marks hold words together: "Main hall".`,
  unknownSubcommand: (command: string, word: string, names: string) =>
    `/${command} knows no “${word}”, only ${names}.`,
  notAnInteger: (name: string, value: string) => `“${name}” is a whole number, not “${value}”.`,
  outOfRange: (name: string, value: string, min: number, max: number) =>
    `“${name}” goes from ${min} to ${max}; ${value} is not between.`,
  notAChoice: (name: string, value: string, choices: string) =>
    `“${name}” is one of ${choices}, not “${value}”.`,
  unclosedQuote: (text: string) => `The quotation mark before “${text}” is never closed.`,
};

export type ErrorMessages = typeof errors;
