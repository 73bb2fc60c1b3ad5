import type { ByHandMessages, ByHandNaming } from '../en/byHand.ts';
import type { Slash } from '../slash.ts';
import { list, plural } from './counts.ts';

export const byHand: ByHandMessages = {
  byOrganisers: 'Modifié par l’orga',
  canceled: 'annulée',
  scheduled: 'a lieu',
  one: (title, own) => `« ${title} » : ${own}`,
  whileSource: (source) => ` (le programme dit maintenant : ${source})`,

  willTell: (channels, members) =>
    channels + members === 0
      ? 'Personne ne serait prévenu : aucun canal ne l’annonce, et personne ne l’a sur sa liste.'
      : `Seront prévenus : ${audience(channels, members)}.`,
  told: (channels, members) => `C’est fait. ${toldWords(channels, members)}`,
  same: (title) => `« ${title} » est déjà ainsi. Personne n’est prévenu.`,
  taken: (room, title) => `${room} est prise à cette heure : « ${title} ».`,
  doIt: 'Modifier ainsi',
  enterTitle: 'Saisir un nouveau titre',
  titleLabel: 'Nouveau titre',
  titleHint: 'Une fois envoyé, il compte aussitôt, et les personnes concernées sont prévenues.',

  noTalk: (typed) =>
    `Je ne trouve aucune présentation « ${typed} ». Donne son identifiant ou des mots de son titre, entre guillemets s’il y en a plusieurs.`,
  whichTalk: (typed, titles) => `« ${typed} », ce peut être ${titles}. Laquelle ?`,
  noTime: (typed) =>
    typed === ''
      ? 'Dis quand elle doit commencer : 15:30, ou dimanche 15:30, puis la salle si c’en est une autre.'
      : `« ${typed} » ne donne aucune heure. Écris-la comme 15:30, ou dimanche 15:30, puis la salle si c’en est une autre.`,
  onNoDay: (typed) => `« ${typed} » ne tombe sur aucun jour de la conférence.`,
  noTitle: 'Dis comment elle doit s’appeler.',
};

export function toldWords(channels: number, members: number): string {
  return channels + members === 0
    ? 'Il n’y avait personne à prévenir.'
    : `Prévenus : ${audience(channels, members)}.`;
}

function audience(channels: number, members: number): string {
  return list([
    ...(channels === 0 ? [] : [`${channels} ${plural(channels, 'canal', 'canaux')}`]),
    ...(members === 0 ? [] : [`${members} ${plural(members, 'personne', 'personnes')}`]),
  ]);
}

export const byHandNaming = (slash: Slash): ByHandNaming => ({
  contradicted: (title, own, source) =>
    `« ${title} » est comme vous l’avez voulu (${own}), mais le programme dit maintenant : ${source}. ${slash('conference talk')} … restore reprend ce que dit le programme ; pour garder votre changement, refaites-le.`,
});
