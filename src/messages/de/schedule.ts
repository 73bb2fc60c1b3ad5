import type { ScheduleMessages } from '../en/schedule.ts';
import { type Counted, megabytes } from '../refusalWords.ts';
import { shorten } from '../shorten.ts';

const COUNTED: Readonly<Record<Counted, string>> = {
  talks: 'Vorträge',
  lines: 'Zeilen',
  elements: 'Elemente',
  values: 'Werte',
  entries: 'Personen, Links, Tage, Räume, Tracks und dergleichen',
  characters: 'Zeichen Text',
};

export const schedule: ScheduleMessages = {
  found: (system, address) =>
    system === '' ? `Programm gefunden: ${address}` : `Programm von ${system} gefunden: ${address}`,
  findings: {
    'zone-unknown': (_count, example) =>
      `„${example}“ ist keine IANA-Zeitzone und wurde übergangen.`,
    'zone-differs': (_count, example) =>
      `Das Programm nennt seine eigene Zeitzone, ${example}; die eingestellte wurde übergangen.`,
    'zone-unnamed': (_count, example) =>
      `Das Programm nennt keine IANA-Zeitzone; Zeiten stehen in ${example}. Nenne die Zone des Ortes, wenn es eine andere ist.`,
    'date-start-differ': (count, example) =>
      `${talks(count)}, bei denen Datum und Beginn in der Zone des Ortes nicht zusammenpassen; dem Beginn wurde geglaubt${first(example)}.`,
    'id-missing': (count, example) =>
      `${talks(count)} ohne Kennung; sie wurde aus dem gebildet, was sie sonst benennt${first(example)}.`,
    'id-duplicate': (count, example) =>
      `${talks(count)} mit einer Kennung, die ein anderer schon hat; sie bekamen eigene${first(example)}.`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} mit einer Guid, die ein anderer schon hat${first(example)}.`,
    'title-missing': (count) => `${talks(count)} ohne Titel.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} ohne lesbaren Beginn, ausgelassen${first(example)}.`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} mit unlesbarer Dauer, als ohne Dauer genommen${first(example)}.`,
    'end-missing': (count, example) =>
      `${talks(count)} ohne Ende, als ohne Dauer genommen${first(example)}.`,
    'end-before-start': (count, example) =>
      `${talks(count)} mit dem Ende vor dem Beginn, als ohne Dauer genommen${first(example)}.`,
    'talk-long': (count, example) => `${talks(count)} von mehr als einem Tag${first(example)}.`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} außerhalb des Tages, bei dem sie stehen${first(example)}.`,
    'talk-recurring': (count, example) =>
      `${talks(count)} mit Wiederholung; aus jedem Mal wurde ein Vortrag${first(example)}.`,
    'recurrence-endless': (count, example) =>
      `${talks(count)} mit Wiederholung ohne Ende; genommen wurde, was auf die Tage der Konferenz fällt${first(example)}.`,
    'recurrence-unread': (count, example) =>
      `${talks(count)} mit einer Wiederholung, der nicht zu folgen ist; genommen wurde das erste Mal${first(example)}.`,
    'occurrences-left-out': (count, example) =>
      `${count} ${count === 1 ? 'Wiederholung' : 'Wiederholungen'} ausgelassen, weil es zu viele sind oder sie nicht auf die Tage der Konferenz fallen${first(example)}.`,
    'speakers-missing': (count, example) => `${talks(count)} ohne Vortragende${first(example)}.`,
    'room-missing': (count, example) => `${talks(count)} ohne Raum${first(example)}.`,
    'speaker-unknown': (count, example) =>
      `${count} ${count === 1 ? 'Verweis' : 'Verweise'} auf Vortragende, die das Programm nicht nennt${first(example)}.`,
    'room-empty': (count, example) =>
      `${count} ${count === 1 ? 'Raum' : 'Räume'} ohne Vorträge${first(example)}.`,
    'day-empty': (count, example) =>
      `${count} ${count === 1 ? 'Tag' : 'Tage'} ohne Vorträge${first(example)}.`,
    'day-zero-width': (count, example) =>
      `${count} ${count === 1 ? 'Tag' : 'Tage'} ohne Länge, bis zum nächsten Morgen genommen${first(example)}.`,
    'link-unusable': (count, example) =>
      `${count} ${count === 1 ? 'Link' : 'Links'} ohne Webadresse ausgelassen${first(example)}.`,
    'links-private': (count) =>
      `${count} ${count === 1 ? 'Link' : 'Links'} ausgelassen: Diese Version von pretalx nennt private ohne Kennzeichen.`,
    'characters-forbidden': () => 'Zeichen, die XML verbietet, wurden ausgelassen.',
    'abstract-plain': (count) =>
      `${count} ${count === 1 ? 'Kurzfassung' : 'Kurzfassungen'} mit zu viel Auszeichnung, als reiner Text genommen.`,
  },
  refusals: {
    tooLarge: (bytes, limit) =>
      `Das Programm ist ${megabytes(bytes)} MB groß; Hallway liest bis zu ${megabytes(limit)} MB.`,
    empty: () => 'Das Programm ist leer.',
    notText: () =>
      'Das Programm ist weder Text in UTF-8 noch in einer Kodierung, die es selbst nennt.',
    unknownEncoding: (label) =>
      `Das Programm nennt die Kodierung „${shorten(label)}“, die Hallway nicht lesen kann; UTF-8 geht immer.`,
    webPage: () =>
      'Das ist eine Webseite (HTML), kein Programm; suche seinen Export als XML, JSON oder iCalendar.',
    pageWithoutSchedule: (asked) =>
      `Auf dieser Webseite ist kein Programm zu finden. Gesucht: ein Konferenzsystem, das Hallway kennt, dieselbe Adresse als JSON, Links zu einem Export (schedule.json, schedule.xml, .ics). Gefragt: ${asked}. Nenne die Adresse des Exports.`,
    unknownFormat: () =>
      'Das ist keines der Formate, die Hallway liest: XML von Pentabarf/frab, JSON von c3voc/frab/pretalx, Sessionize, PyCon US, ConClár, Indico, iCalendar (auch das von Sched), xCal oder das CSV von pretalx.',
    otherXml: (root) =>
      `Dieses XML ist kein Programm: Seine Wurzel ist <${shorten(root)}>, nicht <schedule> oder <iCalendar>.`,
    otherJson: () =>
      'Dieses JSON ist kein Programm von c3voc, frab, pretalx, Sessionize, PyCon US (symposion), ConClár/KonOpas oder Indico.',
    onlyPeople: () =>
      'Hier stehen Personen, keine Vorträge; nenne die Adresse des Programms daneben: bei Sessionize die Ansicht All, Sessions oder GridSmart, bei ConClár program.',
    otherCsv: () => 'Dieses CSV ist kein Programm: Es hat keine Spalte für den Beginn.',
    brokenXml: (reason) => `Das XML ist beschädigt oder abgeschnitten: ${shorten(reason)}.`,
    brokenJson: (reason) => `Das JSON ist beschädigt oder abgeschnitten: ${shorten(reason)}.`,
    brokenIcs: (reason) => `Das iCalendar ist beschädigt oder abgeschnitten: ${shorten(reason)}.`,
    brokenCsv: (reason) => `Das CSV ist beschädigt oder abgeschnitten: ${shorten(reason)}.`,
    declarations: () =>
      'Das XML bringt Entitäten oder einen Dokumenttyp mit, und die löst Hallway nicht auf.',
    tooDeep: (limit) => `Das Programm ist mehr als ${limit} Ebenen tief verschachtelt.`,
    tooMany: (what, limit) =>
      `Das Programm hat mehr als ${limit.toLocaleString('de')} ${COUNTED[what]}.`,
    tooCostly: (seconds, megabytes) =>
      `Das Programm zu lesen braucht mehr als ${seconds} s oder ${megabytes} MB Speicher.`,
    noTalks: () => 'Das Programm hat keine Vorträge.',
    noneScheduled: () => 'Keiner der Vorträge hat einen Beginn, den Hallway lesen kann.',
    zoneNeeded: () =>
      'Das Programm sagt nicht, in welcher Zeitzone es steht; nenne die Zone des Ortes, etwa mit --zone Europe/Brussels.',
    zoneInvalid: (name) =>
      `„${shorten(name)}“ ist keine IANA-Zeitzone; eine sieht aus wie Europe/Brussels.`,
    shape: (expected) => `Etwas ist anders, als dieses Format es hat: ${shorten(expected)}.`,

    noSuchFile: () => 'Diese Datei gibt es nicht.',
    notAFile: () => 'Das ist ein Verzeichnis, keine Datei.',
    forbiddenFile: () => 'Diese Datei darf nicht gelesen werden.',
    notHttps: (address) =>
      `„${address}“ beginnt nicht mit https://; gib die Adresse des Programms wie im Browser an.`,
    withPassword: () =>
      'Die Adresse enthält einen Namen oder ein Passwort; gib eine an, die beides nicht braucht.',
    privateAddress: (host) =>
      `„${host}“ liegt in einem privaten Netz, in das Hallway nicht hineingreift.`,
    badStatus: (status) => `Die Quelle hat mit HTTP-Status ${status} geantwortet.`,
    notPublic: (status) =>
      `Die Quelle antwortete mit HTTP-Status ${status}; so tut es pretalx, bis ein Programm veröffentlicht ist.`,
    redirectNowhere: (status) =>
      `Die Quelle antwortete mit HTTP-Status ${status}, einer Weiterleitung, und sagte nicht, wohin.`,
    badRedirect: (location) =>
      `Die Quelle leitet nach „${location}“ weiter, und das ist keine Webadresse.`,
    tooManyRedirects: (most) => `Die Quelle leitet mehr als ${most}-mal weiter.`,
    tooSlow: (seconds) => `Die Quelle hat nicht innerhalb von ${seconds} s geantwortet.`,
    unreachable: (address, reason) => `„${address}“ ist nicht erreichbar: ${reason}`,
    nothingSent: () => 'Die Quelle hat nichts geschickt.',
    underWay: () =>
      'Für diese Community wird gerade ein anderes Programm gelesen; warte auf diese Antwort und versuch es dann noch einmal.',
    queueFull: (waiting) =>
      `${waiting} andere Programme warten darauf, gelesen zu werden; versuch es in einer Minute noch einmal.`,
    communityFull: (most) =>
      `Diese Community hat ${most} Programme genannt, aus denen sich jemand Vorträge gemerkt hat; nimm eines davon, oder streich vergangene Vorträge von der Liste.`,
    full: (most) =>
      `Hallway folgt schon ${most} Programmen, mehr gehen nicht; frag, wer es betreibt.`,
  },
  at: (sentence, path) => `${sentence.replace(/\.$/, '')} (bei ${path}).`,
};

function first(example: string): string {
  return example === '' ? '' : ` (zuerst: ${example})`;
}

function talks(count: number): string {
  return count === 1 ? '1 Vortrag' : `${count} Vorträge`;
}
