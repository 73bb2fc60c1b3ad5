/** `/help`. */
export const help = {
  title: 'Hallway',
  lead: (conference: string) => `Your companion at ${conference}.`,
  commands: 'Commands',
  organisers: 'For organisers',
  filters: 'Filters for /talk',
  filterExamples: [
    ['room:H.1302', 'in a room'],
    ['track:containers', 'in a track'],
    ['by:graber', 'by a speaker'],
    ['day:sat', 'on a day: a weekday, a number or a date'],
    ['after:14:00 before:16:00', 'within hours'],
    ['is:starred', 'only what you starred'],
  ],
  meaning: (words: string) => ` – ${words}`,
};

export type HelpMessages = typeof help;
