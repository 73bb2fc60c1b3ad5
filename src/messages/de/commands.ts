import type {
  ChangedMessages,
  CommandMessages,
  ErrorMessages,
  ErrorsNaming,
  HelpMessages,
  HelpNaming,
} from '../en/commands.ts';
import type { Slash } from '../slash.ts';

/** Höchstens 100 Zeichen je Beschreibung. */
export const commands: CommandMessages = {
  talk: 'Einen Vortrag finden, oder fragen, was als Nächstes kommt',
  'talk query': 'Titel, Person oder Thema; auch raum: track: art: von: tag: nach: vor: ist:gemerkt',
  now: 'Was gerade läuft, Raum für Raum',
  'now room': 'Nur dieser Raum',
  next: 'Der nächste Vortrag in jedem Raum',
  'next room': 'Nur dieser Raum',
  schedule: 'Das Programm, Seite für Seite',
  'schedule day': 'Ein Tag: 1, sa oder ein Datum',
  'schedule room': 'Nur dieser Raum',
  'schedule track': 'Nur dieser Track',
  room: 'Wie es um einen Raum steht; für Helfende: full, busy, free oder late mit Minuten',
  'room room': 'Welcher Raum',
  'room state': 'Für Helfende: wie es um ihn steht',
  'room minutes': 'Nach late: um wie viele Minuten (0: wieder pünktlich)',
  changes: 'Was sich im Programm geändert hat',
  'changes since':
    'Seit wann und wovon: 9, Frühstück, gestern raum:janson, ist:gemerkt (sonst heute)',
  help: 'Was Hallway kann',
  'help command': 'Nur ein Befehl, etwa follow',
  follow:
    'Von jedem Vortrag einer Person, eines Tracks oder Themas hören; ohne Angabe: die Übersicht',
  'follow what': 'Person, Track, Raum, Art oder beliebige Wörter',
  mytalks: 'Deine Liste gemerkter Vorträge',
  'mytalks list': 'Deine Liste nach Tagen, mit Überschneidungen',
  'mytalks settings': 'Erinnerungen, Morgennachricht und was sich sonst einstellen lässt',
  'mytalks zone': 'Zeiten neben der Ortszeit in einer eigenen Zeitzone lesen',
  'mytalks zone zone': 'etwa Europe/Lisbon',
  'mytalks share': 'Deine Liste hier posten, nach einem Blick auf das, was alle sehen',
  'mytalks calendar': 'Eine Adresse, unter der dein Kalender deiner Liste folgt, oder eine Datei',
  'mytalks picture': 'Ein Tag deiner Liste als Bild',
  'mytalks digest': 'Jeden Morgen um 08:00 deine Vorträge des Tages',
  'mytalks digest when': 'an oder aus',
  'mytalks recordings': 'Aufzeichnungen gemerkter Vorträge melden',
  'mytalks recordings when': 'an oder aus',
  'mytalks feedback': 'Gefragt werden, wie gemerkte Vorträge waren',
  'mytalks feedback when': 'an oder aus',
  'mytalks link': 'Eine Liste für zwei Konten: Code holen oder eingeben',
  'mytalks link code': 'Der Code, den dein anderes Konto bekommen hat',
  'mytalks unlink': 'Verknüpfte Konten trennen; beide behalten die Liste',
  'mytalks export': 'Alles, was Hallway über dich speichert, als JSON',
  'mytalks forget': 'Alles löschen, was Hallway über dich speichert',
  speaker: 'Für Vortragende: sag, welcher Vortrag deiner ist, und erfahre alles dazu',
  'speaker list': 'Als wen du dich hier gemeldet hast',
  'speaker claim': 'Sagen, dass ein Vortrag deiner ist; die Orga bestätigt es',
  'speaker claim talk': 'Dein Vortrag',
  'speaker drop': 'Als Vortragende:r nichts mehr bekommen',
  conference: 'Für die Orga: das Programm, und was wo angekündigt wird',
  'conference status': 'Programm, letzte Prüfungen und was auf den Versand wartet',
  'conference status show': 'Stattdessen: das Protokoll, wer was getan hat',
  'conference use': 'Ein Programm von einer Webadresse übernehmen',
  'conference use source': 'Die https-Adresse des Programms',
  'conference use zone': 'Zeitzone des Ortes, etwa Europe/Brussels',
  'conference use name': 'Wie die Konferenz heißt, wo das Programm es nicht sagt',
  'conference use rooms': 'https-Adresse, die sagt, welche Räume voll sind, oder „none“',
  'conference use as': 'Neben der vorhandenen oder an ihrer Stelle; ohne Angabe wird gefragt',
  'conference drop': 'Eine Konferenz entfernen; vorher steht da, was verloren geht',
  'conference announce':
    'Vorträge in einem Kanal ankündigen; kinds: announcements, notices, digest (um 08:00)',
  'conference announce channel': 'In welchem Kanal',
  'conference announce lead': 'Minuten vor Beginn (sonst 10)',
  'conference announce rooms': 'Nur diese Räume, durch Kommas getrennt',
  'conference announce tracks': 'Nur diese Tracks, durch Kommas getrennt',
  'conference announce kinds': 'Was geschrieben wird: announcements, notices, digest',
  'conference announce mention':
    'Eine Rolle oder Gruppe, die jede Ankündigung erwähnt; none: niemand',
  'conference announce mention-none': 'Niemanden mehr erwähnen',
  'conference announce language': 'In welcher Sprache (sonst die der Community oder Englisch)',
  'conference mute': 'In einem Kanal nichts mehr ankündigen',
  'conference mute channel': 'Welcher Kanal',
  'conference preview': 'Was in den nächsten Stunden angekündigt wird',
  'conference preview hours': 'Wie viele Stunden (sonst 3)',
  'conference doctor': 'Nachsehen, was gern schiefgeht',
  'conference say':
    'Kanälen, Vortragenden oder allen mit einem Vortrag auf der Liste etwas sagen; du siehst es vorher',
  'conference say text': 'Was gesagt wird; ohne Angabe fragt ein Formular',
  'conference say to':
    'Kanäle, oder: starred VORTRAG, oder: vortragende (sonst die mit Ankündigungen)',
  'conference interest': 'Wie viele sich was gemerkt haben, und was die Räume fassen',
  'conference interest day': 'Nur dieser Tag',
  'conference web': 'Seiten und Kalender des Programms im Web: an oder aus',
  'conference web when': 'an oder aus',
  'conference web name': 'Worauf ihre Adresse endet',
  'conference answers': 'In welchen Kanälen Erwähnungen von Hallway beantwortet werden',
  'conference answers where': 'all (alle), off (keine) oder die Kanäle',
  'conference alerts': 'Wo die Orga erfährt, was sie sich ansehen soll',
  'conference alerts where': 'Der Kanal, oder off (nirgends); ohne Angabe: wo das jetzt ist',
  'conference alerts language': 'In dieser Sprache (sonst in der der Community)',
  'conference delay': 'Verschieben, was heute in einem Raum noch kommt',
  'conference delay room': 'Welcher Raum',
  'conference delay minutes': 'Minuten später (negativ: früher; 0: wieder pünktlich)',
  'conference talk': 'Einen Vortrag von Hand ändern; vorher steht da, wer davon hört',
  'conference talk talk': 'Welcher Vortrag: seine Kennung oder Wörter seines Titels',
  'conference talk act': 'Was aus ihm wird',
  'conference talk to': 'move: Zeit, und Raum, wenn es ein anderer ist; rename: der Titel',
  'conference accept': 'Eine Fassung ansehen, die nicht übernommen wurde, und sie übernehmen',
  'conference stream': 'Sagen, wo ein Raum live zu sehen ist',
  'conference stream room': 'Welcher Raum',
  'conference stream url': 'Eine https-Adresse oder none',
  'conference organisers': 'Sagen, wer neben den Admins zur Orga gehört; ohne Angabe: wer das ist',
  'conference organisers who': 'Rollen oder Leute',
  'conference organisers remove': 'Rollen oder Leute, die nicht mehr dazugehören',
  'conference helpers': 'Sagen, wer melden darf, wie es um Räume steht; ohne Angabe: wer es darf',
  'conference helpers who': 'Rollen oder Leute',
  'conference helpers remove': 'Rollen oder Leute, die es nicht mehr dürfen',
  'conference events': 'Vorträge als Events dieser Community',
  'conference events on': 'Kommende Vorträge zu Events machen, die dem Programm folgen',
  'conference events on room': 'Nur dieser Raum',
  'conference events on track': 'Nur dieser Track',
  'conference events off': 'Die Events wieder entfernen',
};

export const help: HelpMessages = {
  title: 'Hallway',
  lead: (conference) => `Dein Begleiter bei ${conference}.`,
  ask: (question) =>
    `Frag mich mit eigenen Worten, etwa „${question}“. Drei Dinge zum Ausprobieren:`,
  nextIn: (room) => `was kommt als Nächstes in ${room}?`,
  next: 'was kommt als Nächstes?',
  hello: (conference, question) =>
    `Übrigens: Ich bin dein Begleiter bei ${conference}. Frag mich mit eigenen Worten, etwa „${question}“.`,
  more: 'Was ich noch kann',
  organisersStart: 'Orga: Hier geht es los',
  runningNow: 'Was jetzt läuft',
  talksBy: (name) => `Vorträge von ${name}`,
  programme: 'Das Programm',
  everything: 'Alle Befehle',
  byCommand: 'Mit Befehlen:',
  kept: 'Solange du dir keinen Vortrag merkst und nichts einstellst, wird nichts über dich gespeichert:',
  docs: 'Wie Hallway funktioniert',
  privacy: 'Datenschutz',
  steps: 'Für die Orga: vier Schritte zur laufenden Konferenz',
  check: 'Nachsehen, was schiefgeht',
  preview: 'Sehen, was angekündigt wird',
  commands: 'Befehle',
  organisers: 'Für die Orga',
  filterExamples: [
    ['raum:H.1302', 'in einem Raum'],
    ['track:containers', 'in einem Track'],
    ['von:graber', 'von einer Person'],
    ['tag:sa', 'an einem Tag: Wochentag, Nummer oder Datum'],
    ['nach:14:00 vor:16:00', 'zwischen Uhrzeiten'],
    ['ist:gemerkt', 'nur was du dir gemerkt hast'],
  ],
  meaning: (words) => ` – ${words}`,
};

export const changed: ChangedMessages = {
  title: (count, when) => (count === 1 ? `Eine Änderung ${when}` : `${count} Änderungen ${when}`),
  nothing: (when) => `Es hat sich ${when} nichts geändert.`,
  inDay: 'heute',
  since: (moment) => `seit ${moment}`,
  ofYours: (counts, count) => `${counts}; ${count === 1 ? 'eine' : count} davon auf deiner Liste`,
  at: (moment) => `geändert: ${moment}`,
  mine: '★ auf deiner Liste',
  byOrganisers: (rooms) => `Von der Orga: ${rooms}`,
  lastRead: (moment) => `Zuletzt gelesen wurde das Programm: ${moment}.`,
  knownFrom: (moment) => `Änderungen sind seit ${moment} bekannt.`,
  unknown: 'Frühere Fassungen dieses Programms sind nicht bekannt.',
  today: 'Alles von heute',
  sinceYesterday: 'Seit gestern',
  lastWeek: 'Die letzten 7 Tage',
};

export const errors: ErrorMessages = {
  problem: 'Das ging nicht',
  bug: (reference) =>
    `Bei uns ist etwas kaputtgegangen. Es steht als ${reference} im Log; bitte versuch es noch einmal.`,
  oldButton:
    'Dieser Knopf ist aus einer älteren Nachricht und funktioniert nicht mehr. Bitte frag noch einmal.',
  otherConference:
    'Dieser Knopf gehört zu einer anderen Konferenz als der, die jetzt gezeigt wird. Bitte frag noch einmal.',
  formTooLate: 'Das Öffnen hat einen Augenblick zu lange gedauert. Bitte drück noch einmal.',
  tooLong:
    'Diese Liste braucht mehr Wörter, als ein Knopf fasst. Bitte gib den Befehl noch einmal ein.',
  noSuchTalk: 'Dieser Vortrag steht nicht mehr im Programm.',
  whichRoom: (text, rooms) => `„${text}“ könnte ${rooms} sein. Welcher Raum?`,
  whichTrack: (text, tracks) => `„${text}“ könnte ${tracks} sein. Welcher Track?`,
  noSuchDay: (text, days) => `Einen Tag „${text}“ gibt es nicht (nur ${days}).`,
  noSuchMoment: (text) =>
    `Wann „${text}“ ist, weiß ich nicht. Versuche 9:00, Frühstück, gestern oder 2 Stunden.`,
  unknownOption: (name, names) =>
    names === ''
      ? `Eine Angabe „${name}“ gibt es hier nicht.`
      : `Eine Angabe „${name}“ gibt es hier nicht, nur ${names}.`,
  optionTwice: (name) => `„${name}“ steht zweimal da.`,
  missingOption: (name, usage) => `„${name}“ fehlt: ${usage}`,
  tooManyWords: (word) =>
    `Ich weiß nicht, wofür „${word}“ steht. Anführungszeichen halten Wörter zusammen: "Großer Saal".`,
  notAnInteger: (name, value) => `„${name}“ ist eine ganze Zahl, nicht „${value}“.`,
  outOfRange: (name, value, min, max) =>
    `„${name}“ geht von ${min} bis ${max}; ${value} liegt nicht dazwischen.`,
  notAChoice: (name, value, choices) => `„${name}“ ist eins von ${choices}, nicht „${value}“.`,
  unclosedQuote: (text) => `Das Anführungszeichen vor „${text}“ wird nie geschlossen.`,
};

/** What names commands, which each platform has its own way to type. */
export const helpNaming = (slash: Slash): HelpNaming => ({
  filters: `Filter für ${slash('talk')}`,
});

/** What names commands, which each platform has its own way to type. */
export const errorsNaming = (slash: Slash): ErrorsNaming => ({
  unknownCommand: (name, names) => `Den Befehl ${slash(name)} gibt es nicht. Es gibt ${names}.`,
  organisersOnly: (name) =>
    `${slash(name)} ist für die Orga. Wer diese Community verwaltet, kann es benutzen.`,
  noSchedule: (reason) =>
    `Das Programm dieser Community lässt sich nicht lesen. ${reason} Die Orga wählt ein anderes mit ${slash('conference use')}.`,
  changesGone: `Was sich damals geändert hat, ist nicht mehr gespeichert. ${slash('schedule')} zeigt das Programm, wie es jetzt ist.`,
  noSuchRoom: (text) =>
    `Einen Raum „${text}“ gibt es nicht. ${slash('now')} und ${slash('schedule')} zeigen, welche es gibt.`,
  noSuchTrack: (text) =>
    `Einen Track „${text}“ gibt es nicht. ${slash('schedule')} zeigt, was es gibt.`,
  unknownSubcommand: (command, word, names) =>
    `${slash(command)} kennt „${word}“ nicht, nur ${names}.`,
});
