import type { CliMessages, ConsoleMessages } from '../en/cli.ts';
import { plural } from './counts.ts';

export const cli: CliMessages = {
  description: 'Le compagnon de conférence pour les tchats de communautés.',
  commands: {
    serve:
      'démarrer chaque plateforme dont les jetons sont dans l’environnement, sinon le terminal (par défaut)',
    check: 'lire des programmes et dire ce qui s’y trouve',
    ask: 'répondre à une question comme dans le tchat ; sans TEXT, une par ligne de l’entrée standard',
    search: 'trouver des présentations ; sans QUERY, une requête par ligne de l’entrée standard',
    rehearse:
      'parcourir à toute vitesse un moment de la conférence et afficher chaque message qui partirait',
    trace:
      'montrer pourquoi un message était en retard : par sa clé, ou tous ceux d’une présentation',
    backup: 'copier la base SQLite dans FILE, même pendant que Hallway tourne',
    restored:
      'dire, avant de démarrer Hallway, que la base est une copie plus ancienne : rien n’est alors dit deux fois',
    manifest: 'afficher le manifeste à partir duquel une plateforme crée l’application',
  },
  titles: { usage: 'Utilisation :', options: 'Options :', commands: 'Commandes :' },
  help: 'afficher cette aide, ou celle d’une commande',
  ownVersion: 'afficher la version',
  byDefault: (value) => `sinon : ${value}`,
  misused: {
    unknownOption: (option, nearest) =>
      nearest === undefined
        ? `L’option ${option} n’existe pas ; hallway --help montre celles qui existent.`
        : `L’option ${option} n’existe pas. Tu voulais dire ${nearest} ?`,
    unknownSubcommand: (word, names) => `« ${word} » n’est pas une commande : il y a ${names}.`,
    tooManyWords: (words) =>
      `Il y a un mot de trop : ${words}. Les guillemets gardent les mots ensemble.`,
    withoutValue: (option) => `Il manque la valeur de ${option}.`,
    missing: (name) => `Il manque ${name} ; hallway --help montre ce qu’il faut.`,
  },
  options: {
    schedule: 'chemin ou adresse du programme',
    schedules:
      'chemin ou adresse du programme ; un autre à chaque répétition, tous interrogés ensemble',
    zone: 'fuseau horaire du lieu, si le programme n’en donne pas',
    from: 'faire partir l’horloge de cet instant, comme 2020-02-01T10:15+01:00',
    to: 's’arrêter là',
    speed: 'faire tourner l’horloge tant de fois plus vite',
    json: 'un objet JSON par ligne',
    at: 'quand la question est posée, comme 2020-02-01T10:15+01:00 ; sinon, au début de la première présentation',
    language: 'langue de qui demande, comme fr',
    conversation: 'chaque ligne continue la précédente',
    starOf: 'une présentation avec cet identifiant est sur la liste de qui demande (répétable)',
    limit: 'nombre maximal de présentations par réponse',
    changes: 'reprendre à cet instant cette autre version du programme',
    follow: 'ce membre suit une personne, une thématique ou des mots (répétable)',
    star: 'écoute aussi un membre dont la liste a la présentation avec cet identifiant (répétable)',
    recordings: 'ce membre apprend aussi qu’il y a des vidéos',
    feedback: 'on demande aussi à ce membre comment c’était',
    snooze: 'ce membre fait revenir chaque rappel une fois, après tant de minutes',
    speaks: 'ce membre donne la présentation avec cet identifiant (répétable)',
    full: 'quelqu’un dit alors que cette salle est pleine (répétable)',
    url: 'où la plateforme atteint Hallway en HTTP ; sans cela, Hallway appelle la plateforme',
    prefix: 'ce qui précède le nom des commandes, comme fosdem-',
    domain: 'les pages de ce site qui sont des présentations ont un aperçu (répétable)',
  },
  notAZone: (value) => `« ${value} » n’est pas un fuseau horaire IANA, comme Europe/Brussels.`,
  notAnInstant: (value) =>
    `« ${value} » n’est pas un instant avec décalage comme 2020-02-01T10:15+01:00.`,
  notANumber: (value, min, max) => `« ${value} » n’est pas un nombre de ${min} à ${max}.`,
  notASnooze: (value, some) =>
    `« ${value} » n’est pas un nombre de minutes pour repousser un rappel : ${some}.`,
  notAChange: (value) =>
    `« ${value} » n’est pas SOURCE@INSTANT, comme nouveau.xml@2020-02-01T12:00+01:00.`,
  notACrowd: (value) =>
    `« ${value} » n’est pas SALLE@INSTANT, comme h-1308@2020-02-01T12:00+01:00.`,
  noRoomToFill: (room) =>
    `Aucune salle ne s’appelle « ${room} », ou plus rien n’y a lieu à ce moment.`,
  rehearsedOutside: (first, last) =>
    `Rien de la conférence n’est entre --from et --to : elle va de ${first} à ${last}.`,
  endsBefore: '--to est avant --from, donc il n’y a rien à simuler.',
  noSuchTalk: (id, source) =>
    `Aucune présentation de ${source} n’a l’identifiant « ${id} » ; hallway check ${source} --json les donne.`,
  asked: (address, asJson) => `Demandé : ${address}${asJson ? ' en JSON' : ''}`,
  alsoOffered: (address) => `La page propose un autre programme : ${address}`,
  unreadable: (source, reason) => `${source}: ${reason}`,
  backup: {
    done: (file, bytes) =>
      `${file} est une copie de la base, ${Math.ceil(bytes / 1024)} ko. Elle contient des données personnelles.`,
    postgres: (file) =>
      `DATABASE_URL désigne une base PostgreSQL, que son propre outil copie : pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  },
  restored: {
    noted: (from) =>
      `C’est noté : la base est dans l’état du ${from}. Ce qui était dû depuis est cherché sur la plateforme avant d’être envoyé.`,
    neverRan: 'Hallway n’a jamais tourné avec cette base, donc il n’y a rien à chercher.',
  },
  format: 'Format',
  zone: 'Fuseau horaire',
  version: 'Version',
  days: (count) => plural(count, 'Jour', 'Jours'),
  dayCount: (count, first, last) => (count === 1 ? first : `${count}, de ${first} à ${last}`),
  rooms: 'Salles',
  tracks: 'Thématiques',
  talks: 'Présentations',
  breaks: 'Pauses',
  talkCount: (count, canceled) =>
    canceled === 0
      ? String(count)
      : `${count}, dont ${canceled} ${plural(canceled, 'annulée', 'annulées')}`,
  speakers: 'Intervenant·es',
  warnings: 'Avertissements',
  noWarnings: 'aucun',
  trace: {
    key: 'Clé',
    due: 'Dû',
    planned: 'Planifié',
    claimed: 'Pris en charge',
    waited: 'Attente',
    since: (from, why) => `depuis ${from} : ${why}`,
    attempts: 'Essais',
    outcome: 'Issue',
    message: 'Message',
    lateness: 'Ponctualité',
    pending: (until) => `attend jusqu’à ${until}`,
    sending: (until) => `en route ; à partir de ${until}, on demandera s’il est arrivé`,
    sent: (at) => `envoyé ${at}`,
    notSent: (at, reason) => `pas envoyé, ${at} : ${reason}`,
    channel: (platform, id) => `${platform}, canal ${id}`,
    member: (platform, id) => `${platform}, membre ${id}`,
    deliveries: (count) =>
      plural(count, `${count} envoi`, `${count} envois, les plus en retard d’abord`),
    more: (count) => `et ${count} ${plural(count, 'autre', 'autres')} ; --json les montre tous`,
    snoozed: (times) => (times === 1 ? 'repoussé une fois' : `repoussé ${times} fois`),
    noSuchKey: (key) =>
      `Aucun envoi de la base n’a la clé « ${key} », ni une clé qui commence ainsi.`,
    noSuchTalk: (words) =>
      `Aucune présentation de la base n’a l’identifiant ou le code « ${words} », ni ces mots dans son titre.`,
    whichTalk: (words, count, some) =>
      `${count} présentations correspondent à « ${words} » : ${some} … Donne l’identifiant de l’une d’elles.`,
    nothingPlanned: (title) => `Rien n’a encore été planifié pour « ${title} ».`,
  },
};

export const console: ConsoleMessages = {
  welcome: (conference) => `Hallway: ${conference}`,
  invitation:
    'Des mots trouvent des présentations ; /help dit quoi essayer ; !2 appuie sur le deuxième bouton ; Ctrl+D pour sortir.',
  clockStarts: (moment) =>
    `La conférence est finie, donc l’horloge part ici de ${moment}, dix minutes avant la première présentation.`,
  keptFrom: (moment, reason) =>
    `Le programme est celui gardé le ${moment}, car sa source est illisible pour l’instant : ${reason}`,
  loading: (source) => `Lecture : ${source}…`,
  untilDot: 'Écris autant de lignes que tu veux ; un point seul les termine.',
  noSuchButton: (letter, number, count) => {
    const card = letter === '' ? 'la dernière carte' : `le message ${letter}`;
    const there = count === 1 ? `seulement !${letter}1` : `!${letter}1 à !${letter}${count}`;
    return `Il n’y a pas de bouton ${letter}${number} : ${card} ${count === 0 ? 'n’en a aucun' : `a ${there}`}.`;
  },
  edited: 'modifié',
  removed: 'retiré',
  saved: (path) => `Enregistré : ${path}`,
  unsaved: (name, code) => `${name} ne peut pas être enregistré ici (${code}), donc le voici :`,
};
