import type { CliMessages, ConsoleMessages } from '../en/cli.ts';

export const cli: CliMessages = {
  description: 'Der Konferenzbegleiter für Community-Chats.',
  commands: {
    serve:
      'jede Plattform starten, deren Token in der Umgebung stehen, sonst das Terminal (Standard)',
    check: 'Programme lesen und sagen, was darin steht',
    ask: 'eine Frage in eigenen Worten beantworten wie im Chat; ohne TEXT eine je Zeile der Standardeingabe',
    search: 'Vorträge finden; ohne QUERY eine Anfrage je Zeile der Standardeingabe',
    rehearse:
      'eine Spanne der Konferenz in voller Geschwindigkeit durchlaufen und jede Nachricht zeigen',
    trace:
      'zeigen, warum eine Nachricht zu spät kam: nach ihrem Schlüssel, oder alle zu einem Vortrag',
    backup: 'die SQLite-Datenbank nach FILE kopieren, auch während Hallway läuft',
    restored:
      'vor dem Start sagen, dass die Datenbank eine frühere Kopie ist: dann wird nichts zweimal gesagt',
    manifest: 'das Manifest zeigen, aus dem eine Chat-Plattform die App macht',
  },
  titles: { usage: 'Aufruf:', options: 'Optionen:', commands: 'Befehle:' },
  help: 'diese Hilfe zeigen, oder die eines Befehls',
  ownVersion: 'zeigen, welche Version das ist',
  byDefault: (value) => `sonst: ${value}`,
  misused: {
    unknownOption: (option, nearest) =>
      nearest === undefined
        ? `Eine Option ${option} gibt es nicht; hallway --help zeigt, was es gibt.`
        : `Eine Option ${option} gibt es nicht. War ${nearest} gemeint?`,
    unknownSubcommand: (word, names) => `„${word}“ ist keiner der Befehle: ${names}.`,
    tooManyWords: (words) =>
      `Das ist ein Wort zu viel: ${words}. Anführungszeichen halten Wörter zusammen.`,
    withoutValue: (option) => `Bei ${option} fehlt der Wert.`,
    missing: (name) => `${name} fehlt; hallway --help zeigt, was nötig ist.`,
  },
  options: {
    schedule: 'Pfad oder Adresse des Programms',
    schedules:
      'Pfad oder Adresse des Programms; mit jeder weiteren noch eines, alle zusammen werden gefragt',
    zone: 'Zeitzone des Ortes, wo das Programm keine nennt',
    from: 'die Uhr hier beginnen lassen, etwa 2020-02-01T10:15+01:00',
    to: 'dort aufhören',
    speed: 'die Uhr so viele Male schneller laufen lassen',
    json: 'ein JSON-Objekt je Zeile',
    at: 'wann gefragt wird, etwa 2020-02-01T10:15+01:00; sonst zu Beginn des ersten Vortrags',
    language: 'die Sprache, in der gefragt wird, etwa de',
    conversation: 'jede Zeile knüpft an die vorige an',
    starOf: 'ein Vortrag mit dieser Kennung steht auf der Liste (wiederholbar)',
    limit: 'höchstens so viele Vorträge je Antwort',
    changes: 'in jenem Moment diese andere Fassung des Programms übernehmen',
    follow: 'dieses Mitglied hat eine Person, einen Track oder Wörter abonniert (wiederholbar)',
    star: 'auch ein Mitglied hört zu, das sich den Vortrag mit dieser Kennung gemerkt hat (mehrfach)',
    recordings: 'dieses Mitglied erfährt auch von Aufzeichnungen',
    feedback: 'dieses Mitglied wird auch gefragt, wie Vorträge waren',
    snooze: 'dieses Mitglied lässt jede Erinnerung nach so vielen Minuten noch einmal kommen',
    speaks: 'der Vortrag mit dieser Kennung ist der eigene dieses Mitglieds (mehrfach)',
    full: 'dann sagt jemand, dass dieser Raum voll ist (mehrfach)',
    url: 'wo die Plattform Hallway über HTTP erreicht; ohne das wählt Hallway die Plattform an',
    prefix: 'was vor den Namen der Befehle steht, etwa fosdem-',
    domain: 'Seiten dieser Site, die Vorträge sind, bekommen eine Vorschau (mehrfach)',
  },
  notAZone: (value) => `„${value}“ ist keine IANA-Zeitzone; eine sieht aus wie Europe/Brussels.`,
  notAnInstant: (value) => `„${value}“ ist kein Zeitpunkt mit Versatz wie 2020-02-01T10:15+01:00.`,
  notANumber: (value, min, max) => `„${value}“ ist keine Zahl von ${min} bis ${max}.`,
  notASnooze: (value, some) => `„${value}“ ist keine Zahl von Minuten zum Verschieben: ${some}.`,
  notAChange: (value) => `„${value}“ ist kein QUELLE@ZEITPUNKT wie neu.xml@2020-02-01T12:00+01:00.`,
  notACrowd: (value) => `„${value}“ ist kein RAUM@ZEITPUNKT wie h-1308@2020-02-01T12:00+01:00.`,
  noRoomToFill: (room) => `Kein Raum heißt „${room}“, oder es läuft dort bis dahin nichts mehr.`,
  rehearsedOutside: (first, last) =>
    `Zwischen --from und --to liegt nichts von der Konferenz: Sie dauert von ${first} bis ${last}.`,
  endsBefore: '--to liegt vor --from, also gibt es nichts zu proben.',
  noSuchTalk: (id, source) =>
    `Kein Vortrag in ${source} hat die Kennung „${id}“; hallway check ${source} --json nennt sie alle.`,
  asked: (address, asJson) => `Gefragt: ${address}${asJson ? ' als JSON' : ''}`,
  alsoOffered: (address) => `Die Seite bietet noch ein Programm an: ${address}`,
  unreadable: (source, reason) => `${source}: ${reason}`,
  backup: {
    done: (file, bytes) =>
      `${file} ist eine Kopie der Datenbank, ${Math.ceil(bytes / 1024)} kB. Sie enthält persönliche Daten.`,
    postgres: (file) =>
      `DATABASE_URL nennt eine PostgreSQL-Datenbank; die kopiert ihr eigenes Werkzeug: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  },
  restored: {
    noted: (from) =>
      `Vermerkt: Die Datenbank ist so, wie sie um ${from} war. Was seither fällig wurde, wird auf der Plattform gesucht, bevor es gesendet wird.`,
    neverRan: 'Mit dieser Datenbank ist Hallway nie gelaufen, also gibt es nichts zu suchen.',
  },
  format: 'Format',
  zone: 'Zeitzone',
  version: 'Fassung',
  days: (count) => (count === 1 ? 'Tag' : 'Tage'),
  dayCount: (count, first, last) => (count === 1 ? first : `${count}, von ${first} bis ${last}`),
  rooms: 'Räume',
  tracks: 'Tracks',
  talks: 'Vorträge',
  breaks: 'Pausen',
  talkCount: (count, canceled) =>
    canceled === 0 ? String(count) : `${count}, davon ${canceled} ausgefallen`,
  speakers: 'Personen',
  warnings: 'Warnungen',
  noWarnings: 'keine',
  trace: {
    key: 'Schlüssel',
    due: 'Fällig',
    planned: 'Geplant',
    claimed: 'Aufgenommen',
    waited: 'Gewartet',
    since: (from, why) => `seit ${from}: ${why}`,
    attempts: 'Versuche',
    outcome: 'Ausgang',
    message: 'Nachricht',
    lateness: 'Pünktlichkeit',
    pending: (until) => `wartet bis ${until}`,
    sending: (until) => `unterwegs; ab ${until} wird nach ihr gefragt`,
    sent: (at) => `gesendet ${at}`,
    notSent: (at, reason) => `nicht gesendet, ${at}: ${reason}`,
    channel: (platform, id) => `${platform}, Kanal ${id}`,
    member: (platform, id) => `${platform}, Mitglied ${id}`,
    deliveries: (count) =>
      count === 1 ? '1 Nachricht' : `${count} Nachrichten, die verspätetste zuerst`,
    more: (count) => `und ${count} weitere; --json zeigt alle`,
    snoozed: (times) => (times === 1 ? 'einmal verschoben' : `${times}-mal verschoben`),
    noSuchKey: (key) =>
      `Keine Nachricht in der Datenbank hat den Schlüssel „${key}“ oder einen, der so beginnt.`,
    noSuchTalk: (words) =>
      `Kein Vortrag in der Datenbank hat die Kennung oder den Code „${words}“ oder diese Wörter im Titel.`,
    whichTalk: (words, count, some) =>
      `Auf „${words}“ passen ${count} Vorträge: ${some} … Nenne einen mit seiner Kennung.`,
    nothingPlanned: (title) => `Zu „${title}“ wurde noch nichts geplant.`,
  },
};

export const console: ConsoleMessages = {
  welcome: (conference) => `Hallway: ${conference}`,
  invitation:
    'Wörter finden Vorträge; /help sagt, was sich versuchen lässt; !2 drückt den zweiten Knopf; Strg+D beendet.',
  clockStarts: (moment) =>
    `Die Konferenz ist vorbei; deshalb beginnt die Uhr am ${moment}, zehn Minuten vor dem ersten Vortrag.`,
  keptFrom: (moment, reason) =>
    `Das Programm ist der Stand vom ${moment}, denn seine Quelle ist gerade nicht lesbar: ${reason}`,
  loading: (source) => `Lese ${source} …`,
  untilDot: 'Schreib beliebig viele Zeilen; ein einzelner Punkt beendet sie.',
  noSuchButton: (letter, number, count) => {
    const card = letter === '' ? 'die letzte Karte' : `die Nachricht ${letter}`;
    const there = count === 1 ? `nur !${letter}1` : `!${letter}1 bis !${letter}${count}`;
    return `Einen Knopf ${letter}${number} gibt es nicht; ${card} hat ${count === 0 ? 'keinen' : there}.`;
  },
  edited: 'geändert',
  removed: 'entfernt',
  saved: (path) => `Gespeichert als ${path}`,
  unsaved: (name, code) =>
    `${name} lässt sich hier nicht speichern (${code}), darum steht es hier:`,
};
