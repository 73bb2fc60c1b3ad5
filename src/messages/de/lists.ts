import type { ListMessages } from '../en/lists.ts';

export const lists: ListMessages = {
  found: (query, total) =>
    total === 1 ? `Ein Vortrag zu „${query}“` : `${total} Vorträge zu „${query}“`,
  notWell: (query) => `Zu „${query}“ passt nichts so recht`,
  nearest: 'Am nächsten kommt:',
  nothing: (query) => `Zu „${query}“ passt nichts.`,
  nothingYet: (query) => `Zu „${query}“ passt bisher nichts.`,
  onlyTitles:
    'Das Programm wird noch gelesen: Bisher wird nur in Titeln und Namen gesucht. Frag gleich noch einmal nach dem Rest.',
  justChanged: 'Der Plan hat sich eben geändert: Was neu darin ist, wird gleich gefunden.',
  tryInstead: 'Versuch ein Wort aus dem Titel, einen Namen oder ein Thema; /schedule zeigt alles.',
  narrow: (total) => `${total} Vorträge passen. Mit weniger Wörtern lässt sich blättern.`,
  leftOut: (name, value) =>
    `${name}:${value} bedeutet bei dieser Konferenz nichts und blieb unbeachtet.`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  more: 'Weiter',
  back: 'Zurück',
  open: 'Vortrag öffnen …',
  now: (clock) => `Jetzt, ${clock}`,
  nowInRoom: (room, clock) => `Jetzt in ${room}, ${clock}`,
  nothingNow: 'Gerade läuft nichts. Als Nächstes:',
  next: 'Als Nächstes, Raum für Raum',
  afterThat: 'Danach',
  nextInRoom: (room) => `Als Nächstes in ${room}`,
  nothingNext: 'Es kommt nichts mehr.',
  noTalks: 'Da sind keine Vorträge.',
  schedule: (day, places) => (places === '' ? day : `${day} · ${places}`),
  slot: (title) => `Während „${title}“ läuft`,
  nothingElse: 'Sonst läuft dann nichts.',
  otherDays: 'Andere Tage',
};
