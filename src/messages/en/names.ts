/** What platforms with named commands call them, beside the English words that all of them know. */
export const names = {
  /** In the menu of a message. */
  remindMe: 'Remind me',
  /** Names of commands, subcommands and options in this language, by the English one; lower case. */
  own: {} as Readonly<Record<string, string>>,
  noTalkThere: 'That message speaks of no talk. This works on messages about talks.',
  whichTalk: 'Which talk?',
};

export type NameMessages = typeof names;
