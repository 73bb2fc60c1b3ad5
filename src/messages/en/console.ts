/** The terminal's own words. */
export const console = {
  welcome: (conference: string) => `Hallway: ${conference}`,
  invitation: 'Type /help for the commands, !2 to press the second button, Ctrl+D to leave.',
  clockStarts: (moment: string) =>
    `The conference is over, so this clock starts at ${moment}, ten minutes before the first talk.`,
  loading: (source: string) => `Reading ${source} …`,
  noSuchButton: (number: string, count: number) =>
    count === 0
      ? `There is no button ${number}; the last card has none.`
      : `There is no button ${number}; the last card has ${count === 1 ? 'only !1' : `!1 to !${count}`}.`,
  notACommand: (line: string) => `“${line}” is no command. Try /talk ${line} or /help.`,
  formNeedsValue: (number: string, hint: string) => `Say it after the number: !${number} ${hint}`,
  edited: 'edited',
  directMessage: 'DM',
  attachment: (name: string, bytes: number) => `[file ${name}, ${bytes} bytes]`,
};

export type ConsoleMessages = typeof console;
