import type { AnnouncementMessages } from '../en/announcements.ts';

export const announcements: AnnouncementMessages = {
  startsIn: (count, span) =>
    count === 1 ? `Beginnt in ${span}` : `${count} Vorträge beginnen in ${span}`,
  startsNow: (count) => (count === 1 ? 'Beginnt jetzt' : `${count} Vorträge beginnen jetzt`),
  startedAgo: (count, span) =>
    count === 1 ? `Hat vor ${span} begonnen` : `${count} Vorträge haben vor ${span} begonnen`,
  one: (when, title) => `${when}: ${title}`,
  onYourList: (when) => `Auf deiner Liste: ${lowerFirst(when)}`,
  alsoStarting: (entries) => `Außerdem: ${entries.join('; ')}`,
  andMoreTalks: (count) => (count === 1 ? 'und noch einer' : `und ${count} weitere`),

  corrected: (clock) => `Angekündigt für ${clock}, seither geändert`,
  otherRoom: (before) => `anderer Raum, vorher ${before}`,
  movedTo: (place) => `verschoben auf ${place}`,

  change: {
    new: (title) => `Neu: ${title}`,
    canceled: (title) => `Fällt aus: ${title}`,
    reinstated: (title) => `Findet doch statt: ${title}`,
    moved: (title) => `Verschoben: ${title}`,
    edited: (title) => `Geändert: ${title}`,
  },
  heading: {
    new: 'Neuer Vortrag',
    canceled: 'Fällt aus',
    reinstated: 'Findet doch statt',
    moved: 'Verschoben',
    edited: 'Geändert',
  },
  kinds: {
    new: (count) => `${count} neu`,
    canceled: (count) => (count === 1 ? '1 fällt aus' : `${count} fallen aus`),
    reinstated: (count) => (count === 1 ? '1 findet doch statt' : `${count} finden doch statt`),
    moved: (count) => `${count} verschoben`,
    edited: (count) => `${count} geändert`,
  },
  changes: (count) => `${count} Änderungen am Programm`,
  later: (count, room, span) => `${count} Vorträge in ${room}: ${span} später`,
  earlier: (count, room, span) => `${count} Vorträge in ${room}: ${span} früher`,
  changesOfYours: (count) => `${count} Änderungen bei Vorträgen auf deiner Liste`,
  arrow: (before, after) => `${before} → ${after}`,
  wasTitled: (title) => `vorher „${title}“`,
  otherSpeakers: 'andere Vortragende',
  noRoom: 'kein Raum',
  wholeSchedule: 'Ganzes Programm',
  edited: (target) => `${target} (geändert)`,
  shrunken: (source, lost, of) =>
    `In ${source} fehlen ${lost} der ${of} Vorträge, die noch kommen; diese Fassung wird nicht übernommen.`,

  digest: (day) => `Guten Morgen! ${day}`,
  digestTalks: (count, rooms, first) =>
    `${count === 1 ? 'Ein Vortrag' : `${count} Vorträge`} in ${
      rooms === 1 ? 'einem Raum' : `${rooms} Räumen`
    }, ab ${first}.`,
  digestMine: (count, first) =>
    count === 1
      ? `Ein Vortrag auf deiner Liste heute, um ${first}.`
      : `${count} Vorträge auf deiner Liste heute, ab ${first}.`,
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
