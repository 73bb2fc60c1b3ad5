import type { HelpMessages } from '../en/help.ts';

export const help: HelpMessages = {
  title: 'Hallway',
  lead: (conference) => `Dein Begleiter bei ${conference}.`,
  commands: 'Befehle',
  organisers: 'Für die Orga',
  filters: 'Filter für /talk',
  filterExamples: [
    ['room:H.1302', 'in einem Raum'],
    ['track:containers', 'in einem Track'],
    ['by:graber', 'von einer Person'],
    ['day:sa', 'an einem Tag: Wochentag, Nummer oder Datum'],
    ['after:14:00 before:16:00', 'zwischen Uhrzeiten'],
    ['is:starred', 'nur was du dir gemerkt hast'],
  ],
  meaning: (words) => ` – ${words}`,
};
