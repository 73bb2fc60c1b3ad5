import type { ConsoleMessages } from '../en/console.ts';

export const console: ConsoleMessages = {
  welcome: (conference) => `Hallway: ${conference}`,
  invitation:
    'Wörter finden Vorträge; /help nennt die Befehle; !2 drückt den zweiten Knopf; Strg+D beendet.',
  clockStarts: (moment) =>
    `Die Konferenz ist vorbei; deshalb beginnt die Uhr am ${moment}, zehn Minuten vor dem ersten Vortrag.`,
  keptFrom: (moment, reason) =>
    `Das Programm ist der Stand vom ${moment}, denn seine Quelle ist gerade nicht lesbar: ${reason}`,
  loading: (source) => `Lese ${source} …`,
  noSuchButton: (number, count) =>
    count === 0
      ? `Einen Knopf ${number} gibt es nicht; die letzte Karte hat keinen.`
      : `Einen Knopf ${number} gibt es nicht; die letzte Karte hat ${count === 1 ? 'nur !1' : `!1 bis !${count}`}.`,
  edited: 'geändert',
  saved: (path) => `Gespeichert als ${path}`,
  unsaved: (name, code) =>
    `${name} lässt sich hier nicht speichern (${code}), darum steht es hier:`,
};
