import type { NumberedMessages } from '../en/numbered.ts';

export const numbered: NumberedMessages = {
  inDirectRoom: 'C’est pour toi seul·e : j’ai répondu dans notre salon privé.',
  posted: (room) => `Publié dans ${room}.`,
  postFromWhere:
    'Je ne publie que dans un salon où tu es et où tu me le demandes. Demande dans le salon qui doit le voir, puis choisis-le ici.',
  writeIt: 'Écris-le ici dans ton prochain message, ou en réponse à celui-ci.',
  now: (value) => `Actuellement : ${value}`,
  choose: 'Pour choisir, réponds par le numéro.',
  noSuchNumber: (number, count) =>
    count === 0
      ? 'Ce message ne propose aucun choix.'
      : `Il n’y a pas de choix ${number} ; ce message en propose de 1 à ${count}.`,
  whichCommunity:
    'Tu organises plusieurs communautés. De laquelle s’agit-il ? Réponds par son numéro.',
  cannotRead: (self) =>
    `Je ne peux pas lire les messages chiffrés, donc personne n’a de réponse dans ce salon. Écris-moi (${self}) dans un salon non chiffré.`,
  cannotReadDirect:
    'Je ne peux pas lire les messages chiffrés. J’ai ouvert un salon non chiffré pour nous deux et je t’y ai invité·e : pose-moi ta question là-bas.',
  anotherSpace: 'une place dans l’espace géré ici',
  encrypted: 'un salon sans chiffrement',
  power: (own, needed) => `un rang de ${needed}, alors qu’il a ${own}`,
  liftLimit: (self) =>
    `La personne qui le gère peut lever cette limite pour mon compte ; avec Synapse : POST /_synapse/admin/v1/users/${self}/override_ratelimit avec {"messages_per_second": 0, "burst_count": 0}.`,
};
