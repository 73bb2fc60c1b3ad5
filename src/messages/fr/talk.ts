import type {
  EventMessages,
  ListMessages,
  ListsNaming,
  MarkMessages,
  NameMessages,
  TalkMessages,
  TimeMessages,
} from '../en/talk.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const talk: TalkMessages = {
  when: 'Quand',
  room: 'Salle',
  track: 'Thématique',
  speakers: () => 'Avec',
  type: 'Type',
  language: 'Langue',
  links: 'Liens',
  feedback: 'Avis',
  watchLive: 'Regarder en direct',
  recording: 'Vidéo',
  conference: 'Conférence',
  notRecorded: 'non filmée',
  places: (count) => `${count} ${plural(count, 'place', 'places')}`,
  page: 'Page de la présentation',
  noRoom: 'salle pas encore connue',
  star: '☆ Ajouter',
  unstar: '★ Ajoutée',
  starSpoken: (title) => `Ajouter à ma liste : ${title}`,
  unstarSpoken: (title) => `Sur ma liste : ${title}`,
  share: 'Partager dans le canal',
  details: 'Détails',
  addToCalendar: 'Dans mon agenda',
  remindAt: 'Me le rappeler…',
  canceled: 'Cette présentation est annulée.',
  canceledMark: 'annulée',
  starredMark: '★',
  overMark: 'finie',
  more: '… suite',
  readOn: 'Tout le texte',
  andMore: (names, count) => `${names} et ${count} ${plural(count, 'autre', 'autres')}`,
  alsoInSlot: 'En même temps',
  allInSlot: (count) => `Les ${count} en même temps`,
  allMatches: (count) => `Les ${count} résultats`,
  matchedIn: (field, excerpt) => `trouvé ${field} : ${excerpt}`,
  fields: {
    title: 'dans le titre',
    subtitle: 'dans le sous-titre',
    speakers: 'dans les noms',
    track: 'dans la thématique',
    room: 'dans la salle',
    abstract: 'dans la description',
    type: 'dans le type',
  },
  starredConfirmed: (title) => `★ ${title} est sur ta liste.`,
  unstarredConfirmed: (title) => `${title} n’est plus sur ta liste.`,
};

export const lists: ListMessages = {
  found: (words, total) => `${plural(total, 'Une présentation', talks(total))} sur « ${words} »`,
  foundThere: (total) => plural(total, 'Une présentation', talks(total)),
  notWell: (query) => `Rien ne correspond bien à « ${query} »`,
  nearest: 'Le plus proche :',
  nothing: (query) => `Rien ne correspond à « ${query} »`,
  nothingYet: (query) => `Rien ne correspond à « ${query} » pour l’instant`,
  nothingThere: 'Aucune présentation',
  onlyTitles:
    'Le programme est encore en cours de lecture : pour l’instant, seuls les titres et les noms sont cherchés. Redemande dans un instant pour le reste.',
  justChanged: 'Le programme vient de changer : on y trouvera ses nouveautés dans un instant.',
  narrow: (total) =>
    `${total} présentations correspondent. Dis-le en moins de mots pour tourner les pages.`,
  leftOut: (name, value) =>
    `${name}:${value} ne veut rien dire dans cette conférence et a été cherché comme un mot.`,
  meant: (meant) => `Tu voulais sans doute dire « ${meant} ».`,
  alsoAt: (times) => `aussi ${times}`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
  more: 'Suite',
  back: 'Retour',
  open: 'Ouvrir une présentation…',
  now: (clock) => `En ce moment, ${clock}`,
  nowInRoom: (room, clock) => `En ce moment en ${room}, ${clock}`,
  nothingNow: 'Rien en ce moment. Ensuite :',
  breakUntil: (title, clock) => `${title} jusqu’à ${clock}`,
  breakThen: (breaks) => `${breaks}, puis :`,
  breakLast: (breaks) => `${breaks}. Après, plus rien.`,
  next: 'Ensuite, salle par salle',
  afterThat: 'Et après',
  nextInRoom: (room) => `Ensuite en ${room}`,
  nothingNext: 'Il n’y a plus rien à venir.',
  noTalks: 'Il n’y a pas de présentation là.',
  schedule: (day, places) => (places === '' ? day : `${day} · ${places}`),
  slot: (title) => `Pendant « ${title} »`,
  nothingElse: 'Rien d’autre n’a lieu en même temps.',
  otherDays: 'Autres jours',
};

export const marks: MarkMessages = {
  colon: ' : ',
  semicolon: ' ; ',
};

export const time: TimeMessages = {
  locale: 'fr-FR',
  yourTime: (clock) => `${clock} chez toi`,
  elsewhere: (venue, own) => `${venue} sur place, c’est ${own} chez toi.`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
  days: (count) => `${count} ${plural(count, 'jour', 'jours')}`,
  startsIn: (span) => `commence dans ${span}`,
  stillRuns: (span) => `encore ${span}`,
  day: (index, date) => `Jour ${index}, ${date}`,
};

export const names: NameMessages = {
  remindMe: 'Me le rappeler',
  // Les commandes gardent leur nom anglais, puisque toutes les phrases les nomment ainsi.
  filters: {
    ...{
      conf: 'conférence conference',
      room: 'salle',
      track: 'thématique thematique thème theme',
      by: 'par avec',
      day: 'jour',
      type: 'genre',
      lang: 'langue',
    },
    ...{ after: 'après apres', before: 'avant', at: 'à a', from: 'dès des' },
    ...{ is: 'est sur', starred: 'liste ajoutée ajoutee' },
    ...{
      next: 'prochaine prochain suivante suivant',
      first: 'première premiere premier',
      last: 'dernière derniere dernier',
      longest: 'longue longues',
      shortest: 'courte courtes',
    },
  },
  choices: {
    on: 'oui',
    off: 'non',
    en: 'Anglais',
    de: 'Allemand',
    fr: 'Français',
    nl: 'Néerlandais',
    es: 'Espagnol',
    cancel: 'annuler',
    move: 'déplacer',
    rename: 'renommer',
    restore: 'rétablir',
  },
  own: {
    query: 'recherche',
    room: 'salle',
    rooms: 'salles',
    track: 'thématique',
    tracks: 'thématiques',
    day: 'jour',
    channel: 'canal',
    lead: 'délai',
    kinds: 'genres',
    'mention-none': 'mention-aucune',
    language: 'langue',
    zone: 'fuseau',
    hours: 'heures',
  },
  noTalkThere:
    'Ce message ne parle d’aucune présentation. Ça marche avec les messages sur des présentations.',
  whichTalk: 'Quelle présentation ?',
};

export const events: EventMessages = {
  on: 'Les événements sont activés',
  willFollow: (count) =>
    count === 1
      ? 'Une présentation devient un événement. Elle suit désormais le programme.'
      : `${talks(count)} deviennent des événements, ce qui prend quelques minutes. Elles suivent désormais le programme.`,
  capped: (most) =>
    `Il y a de la place pour ${most} événements à la fois : les autres suivent quand les premiers sont passés.`,
  nothingToCome:
    'Aucune présentation n’y est encore à venir, donc il n’y a pas d’événement à créer.',
  off: 'Les événements sont désactivés',
  removed: 'Tous les événements créés à partir de présentations sont en cours de suppression.',
  lacking: (permissions) =>
    `Je ne peux ni créer ni retirer d’événements ici. Donne à mon rôle cette permission : ${permissions}.`,
  notHere: 'Je peux créer des événements dans une communauté où l’on m’a invité.',
  kept: (title) => `Suit le programme : ${title}.`,
};

export const listsNaming = (slash: Slash): ListsNaming => ({
  tryInstead: `Essaie un mot du titre, un nom ou un sujet ; ${slash('schedule')} montre tout.`,
});
