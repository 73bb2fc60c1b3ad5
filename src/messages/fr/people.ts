import type { NamingMessages, RoomMessages } from '../en/people.ts';

export const naming: NamingMessages = {
  label: { organiser: 'Orga', helper: 'Bénévoles' },
  listed: {
    organiser: 'Font partie de l’orga, en plus de qui gère cette communauté :',
    helper: 'Bénévoles qui peuvent dire l’état des salles, en plus de l’orga :',
  },
  nobody: 'personne pour l’instant.',
  byAdmins:
    'C’est la personne qui gère cette communauté qui dit qui d’autre fait partie de l’orga.',
  everybody: 'Ce serait tout le monde. Indique un rôle que seule ton équipe a, ou des personnes.',
  notNamed: {
    organiser: 'ne faisait pas partie de l’orga, donc rien n’a changé.',
    helper: 'ne faisait pas partie des bénévoles, donc rien n’a changé.',
  },
  noGroups: (group) =>
    `On ne me dit pas ici qui est dans un groupe, donc je ne peux pas prendre ${group}. Indique les personnes, avec @ devant.`,
  noPerson: (word) => `Personne ici ne s’appelle « ${word} ». Indique les gens avec @ devant.`,
};

export const room: RoomMessages = {
  title: (name) => `Salle ${name}`,
  said: {
    full: (clock) => `pleine à ${clock}`,
    busy: (clock) => `presque pleine à ${clock}`,
  },
  states: { full: 'Pleine', busy: 'Presque pleine', free: 'Libre' },
  unsaid: 'Personne n’a dit qu’elle était pleine.',
  late: (minutes) =>
    minutes > 0 ? `Elle a ${minutes} min de retard.` : `Elle a ${-minutes} min d’avance.`,
  later: (minutes) => `${minutes} min plus tard`,
  onTime: 'De nouveau à l’heure',
  look: 'Actualiser',
  running: (title, until) => `Jusqu’à ${until} : ${title}`,
  next: (title, clock) => `Ensuite, à ${clock} : ${title}`,
  isFull: (name) => `${name} est pleine`,
  nextThere: (clock, title) => `Ensuite là-bas, à ${clock}, sur ta liste : ${title}`,
  meanwhile: 'En même temps',
  over: (name) => `Il n’y a plus rien aujourd’hui en salle ${name}, donc rien à dire.`,
  helpersOnly:
    'L’état des salles, ce sont les bénévoles nommés par l’orga de cette communauté qui le disent. Tout le monde peut regarder.',
  lateHowMuch: 'De combien ? Donne aussi les minutes : late 10.',
};
