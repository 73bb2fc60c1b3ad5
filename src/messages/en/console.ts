/** The terminal's own words. */
export const console = {
  welcome: (conference: string) => `Hallway: ${conference}`,
  invitation:
    'Words find talks; /help lists the commands; !2 presses the second button; Ctrl+D leaves.',
  clockStarts: (moment: string) =>
    `The conference is over, so this clock starts at ${moment}, ten minutes before the first talk.`,
  keptFrom: (moment: string, reason: string) =>
    `The schedule is the one kept on ${moment}, as its source cannot be read now: ${reason}`,
  loading: (source: string) => `Reading ${source} …`,
  noSuchButton: (number: number, count: number) =>
    count === 0
      ? `There is no button ${number}; the last card has none.`
      : `There is no button ${number}; the last card has ${count === 1 ? 'only !1' : `!1 to !${count}`}.`,
  edited: 'edited',
  saved: (path: string) => `Saved as ${path}`,
  unsaved: (name: string, code: string) => `${name} cannot be saved here (${code}), so here it is:`,
};

export type ConsoleMessages = typeof console;
