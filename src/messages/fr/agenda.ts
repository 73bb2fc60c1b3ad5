import type {
  AfterwardsMessages,
  AgendaMessages,
  AgendaNaming,
  HomeMessages,
  HomeNaming,
  SettingsMessages,
} from '../en/agenda.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const agenda: AgendaMessages = {
  title: 'Mes présentations',
  summary: (count, clashing) => {
    const listed = `${talks(count)} sur ta liste`;
    if (clashing === 0) return listed;
    if (clashing < count) return `${listed}, dont ${clashing} qui se chevauchent`;
    return `${listed}, et ${count === 2 ? 'les deux' : 'toutes'} se chevauchent`;
  },
  empty: 'Ta liste est vide. Appuie sur « ☆ Ajouter » à côté d’une présentation pour l’y mettre.',
  clash: (titles) => `⚠ en même temps que ${titles}`,
  quoted: (title) => `« ${title} »`,
  reminders: (minutes) =>
    minutes === 0
      ? 'Les rappels arrivent quand une présentation commence.'
      : `Les rappels arrivent ${minutes} min avant le début d’une présentation.`,
  volume: {
    quiet:
      'Discret ici : ni rappels, ni message du matin. Tu restes au courant de ce qui arrive à ces présentations.',
    silent: 'Muet ici : rien n’est envoyé, pas même quand une présentation est annulée.',
  },
  sendList: 'En message privé',
  calendar: 'Fichier d’agenda',
  whatToSee: 'Que devrais-je voir ?',

  started: 'Ta liste est maintenant dans tes messages privés, et y reste à jour.',
  alreadyStarred: (title) => `${title} est déjà sur ta liste.`,
  notStarred: 'Cette présentation n’est pas sur ta liste.',
  listIsBelow: 'Ta liste est maintenant dans un message plus récent, plus bas.',
  listArrived: 'Ta liste est dans tes messages privés.',
  listSent: 'Ta liste est en route vers tes messages privés.',

  leadTitle: 'Quand rappeler',
  leadTitleOf: 'Rappel pour celle-ci',
  leadLabel: 'Minutes avant le début d’une présentation',
  leadLabelOf: 'Minutes avant le début',
  leadHint: (most) => `Un nombre entier de 0 à ${most}`,
  leadForAll: 'Pour toutes les présentations sans délai propre',
  leadForOne: 'Pour cette présentation seulement',
  reminder: (minutes) =>
    minutes === 0
      ? 'Tu auras un rappel quand elle commence.'
      : `Tu auras un rappel ${minutes} min avant le début.`,
  ownLead: (minutes) => (minutes === 0 ? 'rappel au début' : `rappel ${minutes} min avant`),
  ownLeads: (count) =>
    `${talks(count)} ${plural(count, 'a son propre délai', 'ont leur propre délai')}.`,
  snooze: (minutes) => `Encore dans ${minutes} min`,
  snoozed: (clock) => `Tu auras un nouveau rappel à ${clock}.`,
  snoozedAlready: 'Tu as déjà demandé un nouveau rappel.',
  snoozeTooLate: (clock) => `Trop tard pour ça : ça commence à ${clock}.`,
  snoozeGone: 'Ce rappel est trop ancien pour revenir.',
  sharedTitle: 'Présentations choisies',
  shared: (count, who = 'Quelqu’un ici') =>
    count === 1
      ? `${who} partage la présentation de sa liste qui est encore à venir.`
      : `${who} partage les ${count} présentations de sa liste encore à venir.`,
  nothingToShare: 'Aucune présentation de ta liste n’est encore à venir.',
  sharePreview:
    'Voici ce que tout le monde verra : ces présentations, et rien d’autre de toi. Pour l’instant, personne ne les voit.',
  postHere: 'Publier ici',
  leadWrong: (value, most) => `« ${value} » n’est pas un nombre de minutes de 0 à ${most}.`,

  calendarReady: (count) =>
    `${plural(count, 'Une présentation', `${count} présentations`)} pour ton agenda. Réimporte le fichier après un changement : les entrées sont remplacées, pas dupliquées.`,
  calendarFile: 'mes-presentations.ics',
  calendarTalkFile: 'presentation.ics',

  digestOn: 'À 08:00, chaque jour de la conférence, tu reçois tes présentations du jour.',
  digestHeld:
    'Mais pas tant que ta liste est discrète ou muette ici : choisis « Tout » dans les réglages.',
  digestOff: 'Le message du matin ne viendra plus.',

  exported: 'Voici tout ce qui est gardé sur toi.',
  exportFile: 'hallway-export.json',
  nothingKept: 'Rien n’est gardé sur toi.',
  forgotten:
    'Tout ce qui était gardé sur toi est effacé : ta liste, tes réglages, tes comptes liés.',

  linked:
    'Comptes liés : une seule liste pour tous. Choisis « Discret » dans les réglages là où tu ne veux pas de rappels.',
  linkOwn: 'Ces comptes sont déjà liés.',
  linkTooMany: 'Trop de codes erronés. Réessaie dans 10 minutes.',
  unlinked:
    'Dissocié : ce compte garde sa propre copie de la liste ; ailleurs, la liste reste comme elle était.',
  notLinked: 'Aucun autre compte n’est lié.',
};

export const afterwards: AfterwardsMessages = {
  offer: {
    recordings: 'Me signaler les vidéos (ma liste est gardée 180 jours au plus)',
    feedback: 'Me demander ensuite comment c’était',
  },
  on: {
    recordings:
      'Dès que le programme renvoie à la vidéo d’une présentation de ta liste ou que tu suis, tu reçois un message. Pour cela, liste et suivis sont gardés jusque-là, au plus 180 jours après la conférence.',
    feedback:
      'Quand une présentation de ta liste est finie, on te demande comment c’était, si l’orga pose la question.',
    says: 'Tu reçois ce que l’orga écrit à tout un groupe.',
  },
  off: {
    recordings: 'Les vidéos ne te sont plus signalées.',
    feedback: 'On ne te demande plus comment c’était.',
    says: 'Tu ne reçois plus ce que l’orga écrit à tout un groupe. Pour ce qui change dans ta liste, tu es toujours au courant.',
  },
  held: 'Pas tant que ta liste est si discrète ici : choisis « Tout » dans les réglages.',
  recordings: (count) =>
    plural(count, 'Une vidéo est disponible', `${count} vidéos sont disponibles`),
  howWasIt: () => 'C’était comment ?',
  stopRecordings: 'Ne plus signaler les vidéos',
  stopFeedback: 'Ne plus me demander',
};

export const home: HomeMessages = {
  findTitle: 'Trouver une présentation',
  findPlaceholder: 'Titre, nom, sujet…',
  addPlaceholder: 'Trouver une présentation pour ta liste…',
  shareTitle: 'Partager',
  shareWhere: 'Où ?',
  organisersPlaceholder: 'Choisir des personnes…',
  forget: 'M’oublier',
  forgetTitle: 'Tout oublier ?',
  forgetAsk:
    'Ta liste, tes réglages et tes comptes liés sont effacés, et plus aucun rappel n’arrive.',
  keep: 'Garder',
  fileSent: 'Le fichier est dans tes messages privés avec Hallway.',
  fileRefused: (reason) =>
    `Le fichier n’a pas pu être envoyé dans tes messages privés : la plateforme dit « ${reason} ». La personne qui fait tourner Hallway ici peut y remédier.`,
  exportData: 'Exporter mes données',
  settings: 'Réglages',
  group: 'un groupe, @here ou @channel à mentionner',
  invite: (name) => `une invitation : écris « /invite ${name} » dans ce canal`,
};

/** Ce qui nomme des commandes. */
export const agendaNaming = (slash: Slash): AgendaNaming => ({
  directMessagesClosed: `Mes messages privés ne t’atteignent pas, donc aucun rappel non plus. Autorise les messages privés de cette communauté, ou demande à qui la gère que je puisse t’écrire ; puis appuie sur « En message privé » dans ${slash('mytalks')}.`,
  // Tapé là où est l’autre compte, quel que soit le nom des commandes ici.
  linkCode: (code) =>
    `Tape /mytalks link ${code} là où est ton autre compte, dans les 10 minutes. Qui le tape partage ta liste : ne le montre à personne.`,
  linkUnknown: `Ce code est faux, déjà utilisé ou vieux de plus de 10 minutes. ${slash('mytalks link')} en fait un nouveau.`,
});

export const homeNaming = (slash: Slash): HomeNaming => ({
  organisers: `Qui peut utiliser ${slash('conference')}, en plus des admins`,
});

/** Ce que chacun règle. */
export const settings: SettingsMessages = {
  title: 'Réglages',
  about:
    'Rappels, langue et fuseau horaire valent pour tous tes comptes liés, le reste pour celui-ci. Tu es seul·e à voir ceci.',
  lead: 'Rappels',
  leadAsk: 'Quand ?',
  leadOf: (minutes) => (minutes === 0 ? 'au début' : `${minutes} min avant`),
  leadOther: 'Un autre délai…',
  volume: 'Ce qui est envoyé ici',
  volumeAsk: 'Combien ?',
  volumes: {
    full: { label: 'Tout' },
    quiet: {
      label: 'Discret',
      description: 'pas de rappels, seulement ce qui arrive à mes présentations',
    },
    silent: { label: 'Muet', description: 'rien, pas même une annulation' },
  },
  language: 'Langue',
  languageAsk: 'Laquelle ?',
  asTold: (told) => `Comme l’appli (${told})`,
  zone: 'Fuseau horaire',
  zoneAsk: 'Dans quel fuseau, en plus de celui du lieu ?',
  untold: 'Comme l’appli l’affiche',
  venueZone: (zone) => `Celui du lieu seulement (${zone})`,
  zoneOther: 'Un autre…',
  zoneLabel: 'Fuseau horaire',
  zoneHint: 'Un nom comme Europe/Lisbon, ou la ville',
  zoneSet: (zone) =>
    `À côté de l’heure du lieu, les heures sont aussi données dans le fuseau ${zone}.`,
  noSuchZone: (typed) =>
    `« ${typed} » n’est pas un fuseau horaire : ils ont des noms comme Europe/Lisbon.`,
  zoneMeant: 'L’un de ceux-ci, peut-être ?',
  switches: {
    digest: 'Message du matin',
    recordings: 'Vidéos',
    feedback: 'C’était comment ?',
    says: 'De l’orga',
  },
  switchOf: (what, isOn) => (isOn ? `✓ ${what} : oui` : `${what} : non`),
};
