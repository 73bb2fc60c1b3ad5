import type { ScheduleMessages } from '../en/schedule.ts';
import { type Counted, megabytes } from '../refusalWords.ts';
import { shorten } from '../shorten.ts';
import { plural, talks } from './counts.ts';

const COUNTED: Readonly<Record<Counted, string>> = {
  talks: 'présentations',
  lines: 'lignes',
  elements: 'éléments',
  values: 'valeurs',
  entries: 'personnes, liens, jours, salles, thématiques et autres',
  characters: 'caractères de texte',
};

export const schedule: ScheduleMessages = {
  found: (system, address) =>
    system === '' ? `Programme trouvé : ${address}` : `Programme ${system} trouvé : ${address}`,
  findings: {
    'zone-unknown': (_count, example) =>
      `« ${example} » n’est pas un fuseau horaire IANA et a été ignoré.`,
    'zone-differs': (_count, example) =>
      `Le programme donne son propre fuseau horaire, ${example} ; celui qui était réglé a été ignoré.`,
    'zone-unnamed': (_count, example) =>
      `Le programme ne donne pas de fuseau horaire IANA ; les heures sont en ${example}. Donne le fuseau du lieu s’il est différent.`,
    'date-start-differ': (count, example) =>
      `${talks(count)} dont la date et le début ne s’accordent pas dans le fuseau du lieu ; le début a été cru${first(example)}.`,
    'id-missing': (count, example) =>
      `${talks(count)} sans identifiant ; il a été tiré du reste des données${first(example)}.`,
    'id-duplicate': (count, example) =>
      `${talks(count)} avec un identifiant qu’une autre a déjà ; un nouveau lui a été donné${first(example)}.`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} avec un guid qu’une autre a déjà${first(example)}.`,
    'title-missing': (count) => `${talks(count)} sans titre.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} sans début lisible, ${plural(count, 'laissée', 'laissées')} de côté${first(example)}.`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} avec une durée illisible, prise comme nulle${first(example)}.`,
    'end-missing': (count, example) =>
      `${talks(count)} sans fin, ${plural(count, 'prise', 'prises')} comme sans durée${first(example)}.`,
    'end-before-start': (count, example) =>
      `${talks(count)} dont la fin est avant le début, ${plural(count, 'prise', 'prises')} comme sans durée${first(example)}.`,
    'talk-long': (count, example) => `${talks(count)} de plus d’un jour${first(example)}.`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} hors des heures du jour qui ${plural(count, 'la', 'les')} liste${first(example)}.`,
    'talk-recurring': (count, example) =>
      `${talks(count)} avec répétition ; chaque fois est devenue une présentation${first(example)}.`,
    'recurrence-endless': (count, example) =>
      `${talks(count)} avec répétition sans fin ; celles des jours de la conférence ont été prises${first(example)}.`,
    'recurrence-unread': (count, example) =>
      `${talks(count)} dont la répétition ne peut pas être suivie ; la première fois a été prise${first(example)}.`,
    'occurrences-left-out': (count, example) =>
      `${count} ${plural(count, 'répétition laissée', 'répétitions laissées')} de côté, trop nombreuses ou hors des jours de la conférence${first(example)}.`,
    'speakers-missing': (count, example) => `${talks(count)} sans intervenant·e${first(example)}.`,
    'speaker-unknown': (count, example) =>
      `${count} ${plural(count, 'renvoi', 'renvois')} à des personnes que le programme ne donne pas${first(example)}.`,
    'room-missing': (count, example) => `${talks(count)} sans salle${first(example)}.`,
    'room-empty': (count, example) =>
      `${count} ${plural(count, 'salle', 'salles')} sans présentation${first(example)}.`,
    'day-empty': (count, example) =>
      `${count} ${plural(count, 'jour', 'jours')} sans présentation${first(example)}.`,
    'day-zero-width': (count, example) =>
      `${count} ${plural(count, 'jour', 'jours')} sans durée, jusqu’au lendemain matin${first(example)}.`,
    'link-unusable': (count, example) =>
      `${count} ${plural(count, 'lien laissé', 'liens laissés')} de côté, faute d’adresse web${first(example)}.`,
    'links-private': (count) =>
      `${count} ${plural(count, 'lien laissé', 'liens laissés')} de côté : cette version de pretalx donne les liens privés sans les marquer.`,
    'characters-forbidden': () => 'Des caractères interdits en XML ont été laissés de côté.',
    'abstract-plain': (count) =>
      `${count} ${plural(count, 'résumé', 'résumés')} avec trop de balisage, pris comme texte simple.`,
  },
  refusals: {
    tooLarge: (bytes, limit) =>
      `Le programme fait ${megabytes(bytes)} Mo ; Hallway lit jusqu’à ${megabytes(limit)} Mo.`,
    empty: () => 'Le programme est vide.',
    notText: () => 'Le programme n’est ni du texte en UTF-8, ni dans un encodage qu’il déclare.',
    unknownEncoding: (label) =>
      `Le programme déclare l’encodage « ${shorten(label)} », que Hallway ne sait pas lire ; UTF-8 marche toujours.`,
    webPage: () =>
      'C’est une page web (HTML), pas un programme ; cherche son export en XML, JSON ou iCalendar.',
    pageWithoutSchedule: (asked) =>
      `Aucun programme n’a été trouvé sur cette page web. Cherché : un système de conférence que Hallway connaît, la même adresse en JSON, des liens vers un export (schedule.json, schedule.xml, .ics). Demandé : ${asked}. Donne l’adresse de l’export.`,
    unknownFormat: () =>
      'Ce n’est aucun des formats que Hallway lit : XML de Pentabarf/frab, JSON de c3voc/frab/pretalx, Sessionize, PyCon US, ConClár, Indico, iCalendar (celui de Sched aussi), xCal ou le CSV de pretalx.',
    otherXml: (root) =>
      `Ce XML n’est pas un programme : sa racine est <${shorten(root)}>, pas <schedule> ni <iCalendar>.`,
    otherJson: () =>
      'Ce JSON n’est pas un programme de c3voc, frab, pretalx, Sessionize, PyCon US (symposion), ConClár/KonOpas ou Indico.',
    onlyPeople: () =>
      'Ce sont des personnes, pas des présentations ; donne plutôt l’adresse du programme : la vue All, Sessions ou GridSmart de Sessionize, ou program de ConClár.',
    otherCsv: () => 'Ce CSV n’est pas un programme : il n’a pas de colonne pour le début.',
    brokenXml: (reason) => `Le XML est abîmé ou coupé : ${shorten(reason)}.`,
    brokenJson: (reason) => `Le JSON est abîmé ou coupé : ${shorten(reason)}.`,
    brokenIcs: (reason) => `L’iCalendar est abîmé ou coupé : ${shorten(reason)}.`,
    brokenCsv: (reason) => `Le CSV est abîmé ou coupé : ${shorten(reason)}.`,
    declarations: () =>
      'Le XML déclare des entités ou un type de document à lui, que Hallway refuse de développer.',
    tooDeep: (limit) => `Le programme est imbriqué sur plus de ${limit} niveaux.`,
    tooMany: (what, limit) =>
      `Le programme a plus de ${limit.toLocaleString('fr')} ${COUNTED[what]}.`,
    tooCostly: (seconds, megabytes) =>
      `Lire le programme demande plus de ${seconds} s ou ${megabytes} Mo de mémoire.`,
    noTalks: () => 'Le programme n’a aucune présentation.',
    noneScheduled: () => 'Aucune présentation du programme n’a de début que Hallway sache lire.',
    zoneNeeded: () =>
      'Le programme ne dit pas dans quel fuseau horaire il est ; donne celui du lieu, comme --zone Europe/Brussels.',
    zoneInvalid: (name) =>
      `« ${shorten(name)} » n’est pas un fuseau horaire IANA, comme Europe/Brussels.`,
    shape: (expected) => `Quelque chose n’est pas comme le veut ce format : ${shorten(expected)}.`,

    noSuchFile: () => 'Ce fichier n’existe pas.',
    notAFile: () => 'C’est un dossier, pas un fichier.',
    forbiddenFile: () => 'La lecture de ce fichier n’est pas permise.',
    notHttps: (address) =>
      `« ${address} » ne commence pas par https:// ; donne l’adresse du programme comme dans un navigateur.`,
    withPassword: () =>
      'L’adresse contient un nom ou un mot de passe ; donnes-en une qui n’en a pas besoin.',
    privateAddress: (host) => `« ${host} » est dans un réseau privé, où Hallway ne va pas.`,
    badStatus: (status) => `La source a répondu avec le statut HTTP ${status}.`,
    notPublic: (status) =>
      `La source a répondu avec le statut HTTP ${status} ; pretalx fait ainsi tant qu’un programme n’est pas publié.`,
    redirectNowhere: (status) =>
      `La source a répondu avec le statut HTTP ${status}, une redirection, sans dire vers où.`,
    badRedirect: (location) =>
      `La source redirige vers « ${location} », qui n’est pas une adresse web.`,
    tooManyRedirects: (most) => `La source redirige plus de ${most} fois.`,
    tooSlow: (seconds) => `La source n’a pas répondu en ${seconds} s.`,
    unreachable: (address, reason) => `« ${address} » est injoignable : ${reason}`,
    nothingSent: () => 'La source n’a rien envoyé.',

    underWay: () =>
      'Un autre programme est en cours de lecture pour cette communauté ; attends cette réponse, puis réessaie.',
    queueFull: (waiting) =>
      `${waiting} autres programmes attendent d’être lus ; réessaie dans une minute.`,
    communityFull: (most) =>
      `Cette communauté a choisi ${most} programmes dont des présentations sont sur des listes ; prends l’un d’eux, ou enlève de ta liste ce qui est fini.`,
    full: (most) =>
      `Hallway suit déjà ${most} programmes, le maximum ; demande à qui le fait tourner.`,
  },
  at: (sentence, path) => `${sentence.replace(/\.$/, '')} (à ${path}).`,
};

function first(example: string): string {
  return example === '' ? '' : ` (le premier cas : ${example})`;
}
