import type { ByHandMessages, ByHandNaming } from '../en/byHand.ts';
import type { Slash } from '../slash.ts';
import { list, plural } from './counts.ts';

export const byHand: ByHandMessages = {
  byOrganisers: 'Door de organisatie',
  canceled: 'gaat niet door',
  scheduled: 'gaat door',
  one: (title, own) => `“${title}”: ${own}`,
  whileSource: (source) => ` (in het programma staat nu: ${source})`,

  willTell: (channels, members) =>
    channels + members === 0
      ? 'Niemand zou het horen: geen kanaal kondigt deze lezing aan, en niemand heeft ze bewaard.'
      : `Dit gaat naar ${audience(channels, members)}.`,
  told: (channels, members) => `Gebeurd. ${toldWords(channels, members)}`,
  same: (title) => `“${title}” is al zo. Niemand krijgt bericht.`,
  taken: (room, title) => `${room} is dan bezet: “${title}”.`,
  doIt: 'Zo wijzigen',
  enterTitle: 'Geef de nieuwe titel',
  titleLabel: 'Nieuwe titel',
  titleHint: 'Eenmaal verstuurd geldt hij meteen, en wie het aangaat krijgt bericht.',

  noTalk: (typed) =>
    `Er is geen lezing “${typed}”. Geef de id of woorden uit de titel, tussen aanhalingstekens als het er meer zijn.`,
  whichTalk: (typed, titles) => `“${typed}” kan ${titles} zijn. Welke?`,
  noTime: (typed) =>
    typed === ''
      ? 'Zeg wanneer ze moet beginnen: 15:30, of zondag 15:30, en dan de zaal als dat een andere is.'
      : `“${typed}” noemt geen tijd. Zeg het als 15:30, of zondag 15:30, en dan de zaal als dat een andere is.`,
  onNoDay: (typed) => `“${typed}” valt op geen dag van de conferentie.`,
  noTitle: 'Zeg hoe ze moet heten.',
};

export function toldWords(channels: number, members: number): string {
  return channels + members === 0
    ? 'Er was niemand die bericht moest krijgen.'
    : `Dit gaat naar ${audience(channels, members)}.`;
}

function audience(channels: number, members: number): string {
  return list([
    ...(channels === 0 ? [] : [`${channels} ${plural(channels, 'kanaal', 'kanalen')}`]),
    ...(members === 0 ? [] : [`${members} ${plural(members, 'persoon', 'mensen')}`]),
  ]);
}

export const byHandNaming = (slash: Slash): ByHandNaming => ({
  contradicted: (title, own, source) =>
    `“${title}” is zoals jullie het hebben gewijzigd (${own}), maar het programma zegt intussen: ${source}. ${slash('conference talk')} … restore neemt wat het programma zegt; wijzig het nog eens om jullie wijziging te houden.`,
});
