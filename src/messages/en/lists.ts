/** Lists of talks: search, now, next, schedule, and turning their pages. */
export const lists = {
  found: (query: string, total: number) =>
    total === 1 ? `One talk for “${query}”` : `${total} talks for “${query}”`,
  notWell: (query: string) => `Nothing fits “${query}” well`,
  nearest: 'The nearest:',
  nothing: (query: string) => `Nothing fits “${query}”.`,
  nothingYet: (query: string) => `Nothing fits “${query}” so far.`,
  onlyTitles:
    'The programme is still being read: so far only titles and speakers are searched. Ask again in a moment for the rest.',
  justChanged: 'The schedule has just changed: what is new in it is found in a moment.',
  tryInstead: 'Try a word of the title, a speaker’s name or a topic; /schedule shows everything.',
  narrow: (total: number) => `${total} talks fit. Say it in fewer words to turn the pages.`,
  leftOut: (name: string, value: string) =>
    `${name}:${value} means nothing at this conference and was left out.`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  more: 'More',
  back: 'Back',
  open: 'Open a talk …',
  now: (clock: string) => `Now, ${clock}`,
  nowInRoom: (room: string, clock: string) => `Now in ${room}, ${clock}`,
  nothingNow: 'Nothing runs right now. Next:',
  next: 'Next in each room',
  afterThat: 'After that',
  nextInRoom: (room: string) => `Next in ${room}`,
  nothingNext: 'Nothing is still to come.',
  noTalks: 'No talks there.',
  schedule: (day: string, places: string) => (places === '' ? day : `${day} · ${places}`),
  slot: (title: string) => `While “${title}” runs`,
  nothingElse: 'Nothing else runs in that slot.',
  otherDays: 'Other days',
};

export type ListMessages = typeof lists;
