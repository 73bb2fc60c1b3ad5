import type { SayMessages } from '../en/say.ts';
import { plural } from './counts.ts';

export const say: SayMessages = {
  from: (conference) => `De l’orga : ${conference}`,
  noMore: 'Ne plus recevoir ces messages',
  takenBack: 'L’orga a retiré ce message.',

  formTitle: 'Dire quelque chose',
  formLabel: 'Ce qu’il y a à dire',
  formHint: (longest) =>
    `Au plus ${longest} caractères, sur plusieurs lignes si tu veux. Tu le vois avant l’envoi.`,
  title: 'Un message à tout un groupe',
  list: 'Ce qui a été dit',
  listNone: 'Rien n’a encore été dit ici.',
  empty: 'Il n’y a pas de texte.',
  tooLong: (length, longest) =>
    `Ça fait ${length} caractères, et il n’en tient que ${longest}. Dis-le plus court.`,
  noChannels:
    'Aucun canal ne reçoit d’annonces, donc il n’y en a pas où le dire. Indique à qui : to=#canal, ou to="starred PRÉSENTATION", ou to=intervenants.',
  whichTalk: (text) =>
    `« ${text} » ne désigne pas une seule présentation. Écris-la comme dans sa liste, ou par son numéro.`,
  changed: 'Quelqu’un l’a réécrit entre-temps. Voici ce qui serait envoyé maintenant :',
  gone: 'Ce message n’est plus gardé.',

  toChannels: 'À',
  toStarred: (title, people) =>
    people === undefined
      ? `À moins de cinq personnes qui ont « ${title} » sur leur liste`
      : `Sur environ ${people} personnes qui ont « ${title} » sur leur liste, à celles que les messages privés atteignent et qui veulent de tels messages`,
  reach: (people) =>
    people === undefined ? 'Il en atteint moins de cinq.' : `Il en atteint environ ${people}.`,
  speakers: 'intervenants',
  toSpeakers: (people = 0) =>
    people === 1
      ? 'À la seule personne confirmée, si les messages privés l’atteignent et si elle veut de tels messages'
      : `Sur ${people} personnes confirmées qui présentent, à celles que les messages privés atteignent et qui veulent de tels messages`,
  noSpeakers:
    'Aucun·e intervenant·e n’est encore confirmé·e ici, donc il n’y a personne à qui le dire.',
  again: 'Ce qui est arrivé est modifié, et ce qui n’est pas encore parti part ainsi :',
  preview: 'Voici à quoi ça ressemblera :',
  send: 'Envoyer',
  sendAgain: 'Modifier',
  write: 'Réécrire',
  edit: 'Modifier',
  stop: 'Arrêter',
  remove: 'Retirer',
  look: 'Actualiser',

  progress: (sent, of, failed) =>
    `${sent} sur ${of} ${plural(sent, 'est arrivé', 'sont arrivés')}${failed === 0 ? '' : `, ${failed} n’${plural(failed, 'a pas pu être envoyé', 'ont pas pu être envoyés')}`}.`,
  progressEdited: (edited, of) => `Modifiés : ${edited} sur ${of}.`,
  progressRemoved: (removed, of) => `Retirés : ${removed} sur ${of}.`,
  progressFew: 'Cela va à moins de cinq personnes.',
  toNobody:
    'Aucune de ces personnes n’est joignable à coup sûr par message privé, donc personne ne le reçoit.',
  stopped: 'Arrêté : ce qui n’était pas parti ne part plus.',
  removed: 'Le message a été retiré, et disparaît partout où il était arrivé.',
};
