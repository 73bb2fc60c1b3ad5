import type {
  ChangedMessages,
  CommandMessages,
  ErrorMessages,
  ErrorsNaming,
  HelpMessages,
  HelpNaming,
} from '../en/commands.ts';
import type { Slash } from '../slash.ts';
import { plural } from './counts.ts';

/** Au plus 100 caractères par description. */
export const commands: CommandMessages = {
  talk: 'Trouver une présentation, ou demander la suite',
  'talk query':
    'Titre, nom ou sujet ; aussi salle: thème: genre: par: jour: après: avant: sur:liste',
  now: 'Ce qui se passe en ce moment, salle par salle',
  'now room': 'Seulement cette salle',
  next: 'La prochaine présentation dans chaque salle',
  'next room': 'Seulement cette salle',
  schedule: 'Le programme, page par page',
  'schedule day': 'Un jour : 1, sam ou une date',
  'schedule room': 'Seulement cette salle',
  'schedule track': 'Seulement cette thématique',
  room: 'L’état d’une salle ; pour les bénévoles : full, busy, free, ou late et des minutes',
  'room room': 'Quelle salle',
  'room state': 'Pour les bénévoles : son état',
  'room minutes': 'Après late : combien de minutes (0 : de nouveau à l’heure)',
  changes: 'Ce qui a changé dans le programme',
  'changes since':
    'Depuis quand et de quoi : 9, petit déjeuner, hier salle:janson, sur:liste (sinon, aujourd’hui)',
  help: 'Ce que Hallway sait faire',
  'help command': 'Une seule commande, par exemple follow',
  follow: 'Suivre une personne, une thématique ou un sujet ; sans rien : ce que tu suis',
  'follow what': 'Une personne, une thématique, une salle, un type, ou des mots',
  mytalks: 'Ta liste de présentations',
  'mytalks list': 'Ta liste jour par jour, avec ce qui se chevauche',
  'mytalks settings': 'Rappels, message du matin et tout ce que tu peux régler',
  'mytalks zone': 'Lire les heures dans ton fuseau, à côté de celui du lieu',
  'mytalks zone zone': 'comme Europe/Lisbon',
  'mytalks share': 'Publier ta liste ici, après avoir vu ce qui sera visible',
  'mytalks calendar': 'Une adresse où ton agenda suit ta liste, ou un fichier',
  'mytalks picture': 'Un jour de ta liste en image',
  'mytalks digest': 'Tes présentations du jour, chaque matin à 08:00',
  'mytalks digest when': 'oui ou non',
  'mytalks recordings': 'Savoir quand les présentations de ta liste ont une vidéo',
  'mytalks recordings when': 'oui ou non',
  'mytalks feedback': 'Qu’on te demande comment étaient les présentations de ta liste',
  'mytalks feedback when': 'oui ou non',
  'mytalks link': 'Une liste pour deux comptes : recevoir un code, ou en donner un',
  'mytalks link code': 'Le code qu’a reçu ton autre compte',
  'mytalks unlink': 'Dissocier les comptes liés ; chacun garde la liste',
  'mytalks export': 'Tout ce que Hallway garde sur toi, en JSON',
  'mytalks forget': 'Effacer tout ce que Hallway garde sur toi',
  speaker:
    'Pour qui présente : dis quelle présentation est la tienne, et suis tout ce qui la touche',
  'speaker list': 'Sous quel nom tu t’es présenté·e',
  'speaker claim': 'Dire qu’une présentation est la tienne ; l’orga le confirme',
  'speaker claim talk': 'Ta présentation',
  'speaker drop': 'Ne plus rien recevoir en tant qu’intervenant·e',
  conference: 'Pour l’orga : le programme, et ce qui est annoncé où',
  'conference status': 'Programme, derniers contrôles et ce qui attend d’être envoyé',
  'conference status show': 'À la place : le journal, qui a fait quoi',
  'conference use': 'Prendre un programme à une adresse web',
  'conference use source': 'L’adresse https du programme',
  'conference use zone': 'Fuseau horaire du lieu, comme Europe/Brussels',
  'conference use name': 'Le nom de la conférence, si le programme ne le dit pas',
  'conference use rooms': 'L’adresse https qui dit quelles salles sont pleines, ou « none »',
  'conference use as': 'À côté de l’actuelle, ou à sa place ; sinon, on te le demande',
  'conference drop': 'Retirer une conférence ; tu vois d’abord ce qui est perdu',
  'conference announce':
    'Annoncer dans un canal ; kinds : announcements, notices, digest (à 08:00)',
  'conference announce channel': 'Où publier',
  'conference announce lead': 'Minutes avant le début (10 sinon)',
  'conference announce rooms': 'Seulement ces salles, séparées par des virgules',
  'conference announce tracks': 'Seulement ces thématiques, séparées par des virgules',
  'conference announce kinds': 'Ce qui est publié : announcements, notices, digest',
  'conference announce mention':
    'Un rôle ou groupe à mentionner à chaque annonce ; none : personne',
  'conference announce mention-none': 'Ne plus mentionner personne',
  'conference announce language': 'Dans quelle langue (sinon celle de la communauté, ou l’anglais)',
  'conference mute': 'Ne plus rien publier dans un canal',
  'conference mute channel': 'Quel canal',
  'conference preview': 'Ce qui sera publié dans les prochaines heures',
  'conference preview hours': 'Combien d’heures (3 sinon)',
  'conference doctor': 'Chercher les problèmes courants',
  'conference say':
    'Dire quelque chose à des canaux, à qui suit une présentation, ou à qui présente',
  'conference say text': 'Ce qu’il faut dire ; sinon, un formulaire le demande',
  'conference say to':
    'Canaux, ou : starred PRÉSENTATION, ou : intervenants (sinon les canaux avec annonces)',
  'conference interest': 'Ce que les gens ont sur leur liste, et les places des salles',
  'conference interest day': 'Seulement ce jour',
  'conference answers': 'Dans quels canaux Hallway répond quand on le mentionne',
  'conference answers where': 'all (tous), off (aucun), ou les canaux',
  'conference alerts': 'Où l’orga est prévenue de ce qu’elle doit regarder',
  'conference alerts where': 'Le canal, ou off ; sans rien : où c’est maintenant',
  'conference alerts language': 'La langue de ces alertes (sinon celle de la communauté)',
  'conference delay': 'Décaler ce qui est encore à venir dans une salle aujourd’hui',
  'conference delay room': 'Quelle salle',
  'conference delay minutes': 'Minutes de retard (négatif : d’avance ; 0 : de nouveau à l’heure)',
  'conference talk': 'Modifier une présentation à la main ; tu vois d’abord qui sera prévenu',
  'conference talk talk': 'Quelle présentation : son identifiant, ou des mots de son titre',
  'conference talk act': 'Ce qu’elle devient',
  'conference talk to': 'move : une heure, et une salle si elle change ; rename : le titre',
  'conference accept': 'Voir une version du programme qui n’a pas été reprise, et la reprendre',
  'conference stream': 'Dire où une salle se regarde en direct',
  'conference stream room': 'Quelle salle',
  'conference stream url': 'Une adresse https, ou none',
  'conference web': 'Pages et calendriers du programme sur le web : oui ou non',
  'conference web when': 'oui ou non',
  'conference web name': 'La fin de leur adresse',
  'conference organisers': 'Nommer l’orga, en plus des admins ; sans rien : qui en fait partie',
  'conference organisers who': 'Rôles ou personnes',
  'conference organisers remove': 'Rôles ou personnes qui n’en sont plus',
  'conference helpers': 'Nommer qui peut dire l’état des salles ; sans rien : qui le peut',
  'conference helpers who': 'Rôles ou personnes',
  'conference helpers remove': 'Rôles ou personnes qui ne le peuvent plus',
  'conference events': 'Les présentations comme événements de cette communauté',
  'conference events on': 'Créer des événements pour ce qui est à venir, et les tenir à jour',
  'conference events on room': 'Seulement cette salle',
  'conference events on track': 'Seulement cette thématique',
  'conference events off': 'Retirer ces événements',
};

export const help: HelpMessages = {
  title: 'Hallway',
  lead: (conference) => `Ton compagnon à ${conference}.`,
  ask: (question) =>
    `Pose-moi tes questions avec tes mots, comme « ${question} ». Trois choses à essayer :`,
  nextIn: (room) => `quelle est la suite en ${room} ?`,
  next: 'quelle est la suite ?',
  hello: (conference, question) =>
    `Au fait, je suis ton compagnon à ${conference}. Pose-moi tes questions avec tes mots, comme « ${question} ».`,
  more: 'Ce que je sais faire d’autre',
  organisersStart: 'L’orga commence ici',
  runningNow: 'En ce moment',
  talksBy: (name) => `Présentations par ${name}`,
  programme: 'Le programme',
  everything: 'Toutes les commandes',
  byCommand: 'Par commande :',
  kept: 'Rien n’est gardé sur toi tant que tu n’ajoutes pas de présentation ni ne changes de réglage :',
  docs: 'Comment marche Hallway',
  privacy: 'Confidentialité',
  steps: 'L’orga commence ici : quatre étapes pour une conférence qui tourne',
  check: 'Chercher ce qui ne va pas',
  preview: 'Voir ce qui sera publié',
  commands: 'Commandes',
  organisers: 'Pour l’orga',
  filterExamples: [
    ['salle:H.1302', 'dans une salle'],
    ['thème:containers', 'dans une thématique'],
    ['par:graber', 'par une personne'],
    ['jour:sam', 'un jour : jour de la semaine, numéro ou date'],
    ['après:14:00 avant:16:00', 'entre deux heures'],
    ['sur:liste', 'seulement ce qui est sur ta liste'],
  ],
  meaning: (words) => ` – ${words}`,
};

export const changed: ChangedMessages = {
  title: (count, when) => `${plural(count, 'Un changement', `${count} changements`)} ${when}`,
  nothing: (when) => `Pas de changement ${when} pour l’instant.`,
  inDay: 'aujourd’hui',
  since: (moment) => `depuis ${moment}`,
  ofYours: (counts, count) => `${counts}, dont ${plural(count, 'une', String(count))} sur ta liste`,
  at: (moment) => `modifiée : ${moment}`,
  mine: '★ sur ta liste',
  byOrganisers: (rooms) => `De l’orga : ${rooms}`,
  lastRead: (moment) => `Dernière lecture du programme : ${moment}.`,
  knownFrom: (moment) => `Les changements sont connus depuis ${moment}.`,
  unknown: 'On ne connaît pas de versions antérieures de ce programme.',
  today: 'Tout aujourd’hui',
  sinceYesterday: 'Depuis hier',
  lastWeek: 'Les 7 derniers jours',
};

export const errors: ErrorMessages = {
  problem: 'Ça n’a pas marché',
  bug: (reference) =>
    `Quelque chose a cassé de notre côté. C’est dans le journal sous ${reference} ; réessaie, s’il te plaît.`,
  oldButton: 'Ce bouton vient d’un message plus ancien et ne marche plus. Repose ta question.',
  otherConference:
    'Ce bouton appartient à une autre conférence que celle montrée ici maintenant. Repose ta question.',
  formTooLate: 'L’ouverture a pris un instant de trop. Appuie encore une fois.',
  tooLong: 'Cette liste demande plus de mots qu’un bouton ne peut en contenir. Retape la commande.',
  noSuchTalk: 'Cette présentation n’est plus dans le programme.',
  whichRoom: (text, rooms) => `« ${text} » peut désigner ${rooms}. Laquelle ?`,
  whichTrack: (text, tracks) => `« ${text} » peut désigner ${tracks}. Laquelle ?`,
  noSuchDay: (text, days) => `Il n’y a pas de jour « ${text} » (seulement ${days}).`,
  noSuchMoment: (text) =>
    `Je ne sais pas quand est « ${text} ». Essaie 9:00, petit déjeuner, hier ou 2 heures.`,
  unknownOption: (name, names) =>
    names === ''
      ? `Il n’y a pas d’option « ${name} » ici.`
      : `Il n’y a pas d’option « ${name} » ici, seulement ${names}.`,
  optionTwice: (name) => `« ${name} » est donné deux fois.`,
  missingOption: (name, usage) => `Il manque « ${name} » : ${usage}`,
  tooManyWords: (word) =>
    `Je ne sais pas ce que vient faire « ${word} ». Les guillemets gardent les mots ensemble : "Grande salle".`,
  notAnInteger: (name, value) => `« ${name} » est un nombre entier, pas « ${value} ».`,
  outOfRange: (name, value, min, max) =>
    `« ${name} » va de ${min} à ${max} ; ${value} n’est pas entre les deux.`,
  notAChoice: (name, value, choices) =>
    `Pour « ${name} », il y a ${choices}, mais pas « ${value} ».`,
  unclosedQuote: (text) => `Le guillemet devant « ${text} » n’est jamais fermé.`,
};

export const helpNaming = (slash: Slash): HelpNaming => ({
  filters: `Filtres pour ${slash('talk')}`,
});

export const errorsNaming = (slash: Slash): ErrorsNaming => ({
  unknownCommand: (name, names) => `La commande ${slash(name)} n’existe pas. Il y a ${names}.`,
  organisersOnly: (name) =>
    `${slash(name)} est pour l’orga. Qui gère cette communauté peut l’utiliser.`,
  noSchedule: (reason) =>
    `Le programme de cette communauté est illisible. ${reason} L’orga peut en choisir un autre avec ${slash('conference use')}.`,
  changesGone: `Ce qui a changé à ce moment-là n’est plus gardé. ${slash('schedule')} montre le programme tel qu’il est maintenant.`,
  noSuchRoom: (text) =>
    `Il n’y a pas de salle « ${text} ». ${slash('now')} et ${slash('schedule')} montrent celles qui existent.`,
  noSuchTrack: (text) =>
    `Il n’y a pas de thématique « ${text} ». ${slash('schedule')} montre ce qu’il y a.`,
  unknownSubcommand: (command, word, names) =>
    `${slash(command)} ne connaît pas « ${word} », seulement ${names}.`,
});
