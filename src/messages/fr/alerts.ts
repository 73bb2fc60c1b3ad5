import type { AlertMessages, AlertNaming } from '../en/alerts.ts';
import type { Slash } from '../slash.ts';
import { more } from './counts.ts';

export const alerts: AlertMessages = {
  titles: {
    sourceStale: 'La source du programme est illisible',
    sourceRefused: 'Une nouvelle version du programme n’est pas crédible',
    channel: 'Un canal est fermé à Hallway',
    contradiction: 'Le programme contredit une présentation modifiée à la main',
    claim: 'Quelqu’un dit présenter ici',
    roomFeedStale: 'L’état des salles est illisible',
    late: 'Des messages sont en retard ici',
  },
  over: (what) => `Terminé : ${what}`,
  several: (count) => `${count} choses à regarder`,
  more,
  again: (returns) =>
    returns === 1 ? 'C’est déjà revenu une fois.' : `C’est déjà revenu ${returns} fois.`,
  shrunken: (lost, of) => `Il y manque ${lost} des ${of} présentations encore à venir.`,
  past: (lost, of) =>
    `${lost} des ${of} présentations encore à venir y sont dans le passé, comme dans le programme de l’an dernier.`,
  here: 'Les alertes arrivent ici',
  hereIs:
    'Désormais, l’orga lit ici ce qu’elle doit regarder : une source illisible ou peu crédible, des canaux fermés à Hallway, des présentations modifiées à la main que le programme contredit, des intervenant·es à confirmer, des messages en retard. Chaque chose est dite une fois, et le message dit quand c’est fini.',
  nowElsewhere: 'Les alertes arrivent désormais ailleurs',
  nowNowhere: 'Les alertes n’arrivent plus nulle part',
};

export const alertsNaming = (slash: Slash): AlertNaming => ({
  advice: {
    sourceStale: `La dernière bonne version reste utilisée, et les changements sont inconnus. ${slash('conference doctor')} dit ce qui ne va pas.`,
    sourceRefused: `Elle a l’air cassée, donc la version d’avant reste utilisée. ${slash('conference accept')} la montre, et la reprend si elle est bonne malgré tout.`,
    channel: `les annonces n’y arrivent plus. Laisse Hallway y écrire, ou arrête-les avec ${slash('conference mute')}.`,
    contradiction: `votre version compte jusqu’à ce que vous décidiez. ${slash('conference doctor')} dit ce qu’il y a de chaque côté ; ${slash('conference talk')} change encore, ou reprend ce que dit le programme.`,
    claim: 'attend votre réponse ; seules les personnes confirmées reçoivent ce qui les concerne.',
    roomFeedStale: `Seul compte ce que les bénévoles disent des salles. ${slash('conference doctor')} dit ce qui ne va pas ; ${slash('conference use')} nomme une autre adresse, ou aucune.`,
    late: `Certains attendent depuis deux minutes ou plus. ${slash('conference status')} dit quoi.`,
  },
});
