import type { GroupingMessages } from '../en/grouping.ts';
import { plural } from './counts.ts';

export const grouping: GroupingMessages = {
  isNone: 'Ce n’est pas un canal, mais ça en contient : indique l’un d’eux.',
  ofOne: (option) =>
    `Pour tous les canaux à la fois, il n’y a que le délai ; donne ${option} ensuite, pour chacun.`,
  proposed: (count, lead) =>
    count === 0
      ? 'Aucun canal n’y porte le nom d’une salle du programme, et aucune présentation n’y renvoie.'
      : `${plural(count, 'Un canal annoncerait sa salle', `${count} canaux annonceraient leur salle`)}, ${lead} min avant :`,
  channelsLeft: 'Pas de salle pour :',
  roomsLeft: (rooms) => `Pas de canal pour : ${rooms}.`,
  take: 'Annoncer ainsi',
  taken: (count) =>
    plural(
      count,
      'Désormais, un canal annonce sa salle.',
      `Désormais, ${count} canaux annoncent leur salle.`,
    ),
  closed: 'Je ne peux pas écrire dans ceux-ci ; invite-moi, puis réessaie :',
};
