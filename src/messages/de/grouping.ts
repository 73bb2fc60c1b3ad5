import type { GroupingMessages } from '../en/grouping.ts';

export const grouping: GroupingMessages = {
  isNone: 'Das ist kein Kanal, sondern enthält welche: Nenne einen davon.',
  ofOne: (option) =>
    `Für alle Kanäle auf einmal gibt es nur eine Vorlaufzeit; ${option} bitte danach für jeden einzeln.`,
  proposed: (count, lead) =>
    count === 0
      ? 'Kein Kanal dort heißt wie ein Raum im Programm, und kein Vortrag verweist auf einen.'
      : `${count === 1 ? 'Ein Kanal' : `${count} Kanäle`} mit dem jeweiligen Raum, ${lead} Min. vorher:`,
  channelsLeft: 'Kein Raum für:',
  roomsLeft: (rooms) => `Kein Kanal für: ${rooms}.`,
  take: 'So ankündigen',
  taken: (count) =>
    count === 1
      ? 'Ein Kanal erfährt ab jetzt von seinem Raum.'
      : `${count} Kanäle erfahren ab jetzt von ihren Räumen.`,
  closed: 'In diesen darf ich nicht schreiben; lade mich ein und versuche es noch einmal:',
};
