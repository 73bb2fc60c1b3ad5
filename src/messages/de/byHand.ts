import type { ByHandMessages, ByHandNaming } from '../en/byHand.ts';
import type { Slash } from '../slash.ts';

export const byHand: ByHandMessages = {
  byOrganisers: 'Von der Orga geändert',
  canceled: 'fällt aus',
  scheduled: 'findet statt',
  one: (title, own) => `„${title}“: ${own}`,
  whileSource: (source) => ` (im Programm steht jetzt: ${source})`,

  willTell: (channels, members) =>
    channels + members === 0
      ? 'Niemand würde davon hören: Kein Kanal kündigt ihn an, und niemand hat ihn sich gemerkt.'
      : `Davon ${channels + members === 1 ? 'hört' : 'hören'} ${audience(channels, members)}.`,
  told: (channels, members) => `Erledigt. ${toldWords(channels, members)}`,
  same: (title) => `„${title}“ ist schon so. Niemand wird benachrichtigt.`,
  taken: (room, title) => `${room} ist dann belegt: „${title}“.`,
  doIt: 'So ändern',
  enterTitle: 'Neuen Titel eingeben',
  titleLabel: 'Neuer Titel',
  titleHint: 'Abgeschickt gilt er sofort, und wen es angeht, der hört davon.',

  noTalk: (typed) =>
    `Kein Vortrag heißt „${typed}“. Nenne seine Kennung oder Wörter seines Titels, mehrere in Anführungszeichen.`,
  whichTalk: (typed, titles) => `„${typed}“ kann ${titles} sein. Welcher?`,
  noTime: (typed) =>
    typed === ''
      ? 'Sage, wann er beginnen soll: 15:30 oder Sonntag 15:30, dahinter den Raum, wenn es ein anderer ist.'
      : `„${typed}“ nennt keine Zeit. Schreibe sie wie 15:30 oder Sonntag 15:30, dahinter den Raum, wenn es ein anderer ist.`,
  onNoDay: (typed) => `„${typed}“ liegt an keinem Tag der Konferenz.`,
  noTitle: 'Sage, wie er heißen soll.',
};

export function toldWords(channels: number, members: number): string {
  return channels + members === 0
    ? 'Zu benachrichtigen war niemand.'
    : `Davon ${channels + members === 1 ? 'hört' : 'hören'} ${audience(channels, members)}.`;
}

function audience(channels: number, members: number): string {
  const parts = [
    ...(channels === 0 ? [] : [channels === 1 ? '1 Kanal' : `${channels} Kanäle`]),
    ...(members === 0 ? [] : [members === 1 ? '1 Person' : `${members} Personen`]),
  ];
  return parts.join(' und ');
}

export const byHandNaming = (slash: Slash): ByHandNaming => ({
  contradicted: (title, own, source) =>
    `„${title}“ ist so, wie ihr es geändert habt (${own}), im Programm steht inzwischen: ${source}. ${slash('conference talk')} … restore nimmt, was im Programm steht; soll eure Änderung bleiben, gebt sie noch einmal ein.`,
});
