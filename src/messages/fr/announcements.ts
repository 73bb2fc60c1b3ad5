import type { AnnouncementMessages, LatenessMessages } from '../en/announcements.ts';
import { plural, talks } from './counts.ts';

export const announcements: AnnouncementMessages = {
  startsIn: (count, span) =>
    count === 1 ? `Commence dans ${span}` : `${count} présentations commencent dans ${span}`,
  startsNow: (count) =>
    count === 1 ? 'Commence maintenant' : `${count} présentations commencent maintenant`,
  startedAgo: (count, span) =>
    count === 1
      ? `A commencé il y a ${span}`
      : `${count} présentations ont commencé il y a ${span}`,
  one: (when, title) => `${when} : ${title}`,
  onYourList: (when) => `Sur ta liste : ${lowerFirst(when)}`,
  alsoStarting: (entries) => `Aussi : ${entries.join(' ; ')}`,
  andMoreTalks: (count) => plural(count, 'et une autre', `et ${count} autres`),

  corrected: (clock) => `Annoncée pour ${clock}, modifiée depuis`,
  movedTo: (place) => `déplacée : ${place}`,
  otherRoom: (before) => `autre salle, avant : ${before}`,

  change: {
    new: (title) => `Nouveau : ${title}`,
    canceled: (title) => `Annulée : ${title}`,
    reinstated: (title) => `Finalement maintenue : ${title}`,
    moved: (title) => `Déplacée : ${title}`,
    edited: (title) => `Modifiée : ${title}`,
  },
  heading: {
    new: 'Nouvelle présentation',
    canceled: 'Annulée',
    reinstated: 'Finalement maintenue',
    moved: 'Déplacée',
    edited: 'Modifiée',
  },
  kinds: {
    new: (count) => `${count} ${plural(count, 'nouvelle', 'nouvelles')}`,
    canceled: (count) => `${count} ${plural(count, 'annulée', 'annulées')}`,
    reinstated: (count) => `${count} ${plural(count, 'maintenue', 'maintenues')}`,
    moved: (count) => `${count} ${plural(count, 'déplacée', 'déplacées')}`,
    edited: (count) => `${count} ${plural(count, 'modifiée', 'modifiées')}`,
  },
  changes: (count) => `${count} changements au programme`,
  later: (count, room, span) => `${room} : ${talks(count)} ${span} plus tard`,
  earlier: (count, room, span) => `${room} : ${talks(count)} ${span} plus tôt`,
  late: (room, minutes) => {
    if (minutes === 0) return `${room} est de nouveau à l’heure`;
    return minutes > 0
      ? `${room} a ${minutes} min de retard`
      : `${room} a ${-minutes} min d’avance`;
  },
  nextThere: (when, title) => `Ensuite dans cette salle, à ${when} : ${title}`,
  nothingThere: 'Plus rien n’y est prévu aujourd’hui.',
  wholeRoom: 'Tout dans cette salle',
  changesOfYours: (count) => `${count} changements aux présentations de ta liste`,
  arrow: (before, after) => `${before} → ${after}`,
  wasTitled: (title) => `avant : « ${title} »`,
  otherSpeakers: 'd’autres intervenant·es',
  speakers: (names) => `avec ${names}`,
  nobody: 'personne',
  renamed: (before, after) => `${before} s’appelle maintenant ${after}`,
  severalRenamed: (count) => `${count} salles et thématiques ont changé de nom`,
  placesGone: (names) => `N’est plus au programme : ${names}`,
  chooseOthers: 'Ce canal y était abonné. L’orga peut l’abonner à d’autres salles ou thématiques.',
  noRoom: 'pas de salle',
  wholeSchedule: 'Tout le programme',
  allChanges: 'Tous les changements',
  edited: (target) => `${target} (modifié)`,
  shrunken: (source, lost, of) =>
    `Dans ${source}, il manque ${lost} des ${of} présentations encore à venir ; cette version n’est pas reprise.`,
  past: (source, lost, of) =>
    `Dans ${source}, ${lost} des ${of} présentations encore à venir sont dans le passé ; cette version n’est pas reprise.`,

  digest: (day) => `Bonjour ! ${day}`,
  digestTalks: (count, rooms, first) =>
    `${plural(count, 'Une présentation', talks(count))} dans ${plural(rooms, 'une salle', `${rooms} salles`)}, à partir de ${first}.`,
  digestMine: (count, first) =>
    count === 1
      ? `Une présentation sur ta liste aujourd’hui, à ${first}.`
      : `${talks(count)} sur ta liste aujourd’hui, à partir de ${first}.`,
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const lateness: LatenessMessages = {
  onTime: 'à l’heure',
  late: (span) => `${span} de retard`,
  notSent: (span) => `pas envoyé, abandonné après ${span}`,
  because: (words, why) => `${words} : ${why}`,
  kinds: {
    announcement: 'annonce',
    reminder: 'rappel',
    recording: 'nouvelle d’une vidéo',
    feedback: 'question « C’était comment ? »',
    notice: 'avis d’un changement',
    changes: 'avis de plusieurs changements',
    say: 'message de l’orga',
    roomDelay: 'avis d’une salle en retard',
    roomFull: 'avis d’une salle pleine',
    onStage: 'rappel de sa propre présentation',
    ownChange: 'avis d’un changement de sa propre présentation',
    ownRecording: 'nouvelle de la vidéo de sa propre présentation',
    claimDecided: 'réponse à qui dit présenter',
    renamed: 'avis d’un nouveau nom',
    placesGone: 'avis d’une salle ou thématique disparue',
    digest: 'résumé du jour',
    followNews: 'avis de nouvelles présentations suivies',
    followDigest: 'résumé de ce que quelqu’un suit',
    list: 'liste personnelle',
    formerList: 'fin d’une ancienne liste',
    correction: 'correction d’une annonce',
    alert: 'alerte à l’orga',
    operator: 'message à qui fait tourner Hallway',
  },
  waits: {
    'no-tick': (until) =>
      `rien n’a été planifié jusqu’à ${until}, car Hallway ne tournait pas ou n’avait pas accès à sa base de données`,
    'next-tick': (until) => `c’est le cycle de ${until} qui l’a planifié`,
    'no-sender': (until) => `aucun Hallway en marche n’y a rien envoyé jusqu’à ${until}`,
    'sender-died': (until) =>
      `le processus qui l’envoyait s’est arrêté, et un autre a pu reprendre à ${until}`,
    'lane-resting': (until) => `la plateforme a demandé une pause jusqu’à ${until}`,
    'target-resting': (until) => `d’autres messages allaient au même endroit jusqu’à ${until}`,
    'target-silent': (until) =>
      `la plateforme n’avait pas répondu pour ce même endroit, jusqu’à ${until}`,
    queue: (until) => `ce qui était dû avant est passé d’abord, jusqu’à ${until}`,
    slow: (until) => `Hallway ou sa base de données était lent jusqu’à ${until}`,
    'slow-platform': (until) => `la plateforme n’a répondu qu’à ${until}`,
    retry: (until, code) => `${code} ; nouvel essai à ${until}`,
    doubt: (until, code) => `${code} ; à ${until}, on a demandé s’il était arrivé`,
  },
  codes: {
    'rate-limited': 'la plateforme a demandé d’attendre',
    unavailable: 'la plateforme était injoignable',
    'direct-messages-closed': 'les messages privés sont fermés',
    'channel-gone': 'le canal n’existe plus',
    'message-gone': 'le message n’existe plus',
    forbidden: 'la plateforme ne le permet pas',
    'community-gone': 'Hallway a été retiré de la communauté',
    invalid: 'la plateforme ne l’a pas accepté',
    'no-answer': 'la plateforme n’a pas répondu à temps',
    mistake: 'quelque chose a cassé dans Hallway ; le journal dit quoi',
  },
  reasons: {
    late: 'il ne servait plus à rien',
    outdated: 'il n’était plus vrai',
    'out-of-time': 'il n’aurait plus servi à rien au prochain essai',
    'fate-unknown': 'impossible de savoir s’il est arrivé, donc il n’est pas dit deux fois',
  },
};
