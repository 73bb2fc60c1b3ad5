import type { ErrorMessages } from '../en/errors.ts';

export const errors: ErrorMessages = {
  problem: 'Das ging nicht',
  bug: (reference) =>
    `Bei uns ist etwas kaputtgegangen. Es steht als ${reference} im Protokoll; bitte versuch es noch einmal.`,
  unknownCommand: (name, names) => `Den Befehl /${name} gibt es nicht. Es gibt ${names}.`,
  organisersOnly: (name) =>
    `/${name} ist für die Orga. Wer diese Community verwaltet, kann es benutzen.`,
  oldButton:
    'Dieser Knopf ist aus einer älteren Nachricht und wirkt nicht mehr. Bitte frag noch einmal.',
  otherConference:
    'Dieser Knopf gehört zu einer anderen Konferenz als der, die jetzt gezeigt wird. Bitte frag noch einmal.',
  formTooLate: 'Das Öffnen hat einen Augenblick zu lange gedauert. Bitte drück noch einmal.',
  tooLong:
    'Diese Liste braucht mehr Wörter, als ein Knopf fasst. Bitte gib den Befehl noch einmal ein.',
  noSuchTalk: 'Dieser Vortrag steht nicht mehr im Programm.',
  noSuchRoom: (text) =>
    `Einen Raum „${text}“ gibt es nicht. /now und /schedule zeigen, welche es gibt.`,
  whichRoom: (text, rooms) => `„${text}“ könnte ${rooms} sein. Welcher Raum?`,
  noSuchTrack: (text) => `Einen Track „${text}“ gibt es nicht. /schedule zeigt, was es gibt.`,
  whichTrack: (text, tracks) => `„${text}“ könnte ${tracks} sein. Welcher Track?`,
  noSuchDay: (text, days) => `Einen Tag „${text}“ gibt es nicht (nur ${days}).`,
  unknownOption: (name, names) =>
    names === ''
      ? `Eine Angabe „${name}“ gibt es hier nicht.`
      : `Eine Angabe „${name}“ gibt es hier nicht, nur ${names}.`,
  optionTwice: (name) => `„${name}“ steht zweimal da.`,
  missingOption: (name, usage) => `„${name}“ fehlt: ${usage}`,
  tooManyWords: (word) =>
    `Wofür „${word}“ steht, ist nicht klar. Anführungszeichen halten Wörter zusammen: "Großer Saal".`,
  unknownSubcommand: (command, word, names) => `/${command} kennt „${word}“ nicht, nur ${names}.`,
  notAnInteger: (name, value) => `„${name}“ ist eine ganze Zahl, nicht „${value}“.`,
  outOfRange: (name, value, min, max) =>
    `„${name}“ geht von ${min} bis ${max}; ${value} liegt nicht dazwischen.`,
  notAChoice: (name, value, choices) => `„${name}“ ist eins von ${choices}, nicht „${value}“.`,
  unclosedQuote: (text) => `Das Anführungszeichen vor „${text}“ wird nie geschlossen.`,
};
