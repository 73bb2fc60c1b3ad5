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

export const talk: TalkMessages = {
  when: 'Wann',
  room: 'Raum',
  track: 'Track',
  speakers: () => 'Mit',
  type: 'Art',
  language: 'Sprache',
  links: 'Links',
  feedback: 'Rückmeldung',
  watchLive: 'Live ansehen',
  recording: 'Aufzeichnung',
  conference: 'Konferenz',
  notRecorded: 'wird nicht aufgezeichnet',
  places: (count) => (count === 1 ? '1 Platz' : `${count} Plätze`),
  page: 'Seite des Vortrags',
  noRoom: 'Raum noch unbekannt',
  star: '☆ Merken',
  unstar: '★ Gemerkt',
  starSpoken: (title) => `Merken: ${title}`,
  unstarSpoken: (title) => `Gemerkt: ${title}`,
  share: 'Im Kanal teilen',
  details: 'Einzelheiten',
  addToCalendar: 'In den Kalender',
  remindAt: 'Erinnern …',
  canceled: 'Dieser Vortrag fällt aus.',
  canceledMark: 'fällt aus',
  starredMark: '★',
  overMark: 'vorbei',
  more: '… mehr',
  readOn: 'Ganzer Text',
  andMore: (names, count) => `${names} und ${count} weitere`,
  alsoInSlot: 'Zur selben Zeit',
  allInSlot: (count) => `Alle ${count} zur selben Zeit`,
  allMatches: (count) => (count === 2 ? 'Beide Treffer' : `Alle ${count} Treffer`),
  matchedIn: (field, excerpt) => `gefunden ${field}: ${excerpt}`,
  fields: {
    title: 'im Titel',
    subtitle: 'im Untertitel',
    speakers: 'bei den Namen',
    track: 'im Track',
    room: 'beim Raum',
    abstract: 'in der Beschreibung',
    type: 'bei der Art',
  },
  starredConfirmed: (title) => `★ ${title} steht auf deiner Liste.`,
  unstarredConfirmed: (title) => `${title} steht nicht mehr auf deiner Liste.`,
};

export const lists: ListMessages = {
  found: (words, total) =>
    total === 1 ? `Ein Vortrag zu „${words}“` : `${total} Vorträge zu „${words}“`,
  foundThere: (total) => (total === 1 ? 'Ein Vortrag' : `${total} Vorträge`),
  notWell: (query) => `Zu „${query}“ passt nichts so recht`,
  nearest: 'Am nächsten kommt:',
  nothing: (query) => `Zu „${query}“ passt nichts`,
  nothingYet: (query) => `Zu „${query}“ passt bisher nichts`,
  nothingThere: 'Kein Vortrag',
  onlyTitles:
    'Das Programm wird noch gelesen: Bisher wird nur in Titeln und Namen gesucht. Frag gleich noch einmal nach dem Rest.',
  justChanged: 'Das Programm hat sich eben geändert: Was darin neu ist, wird gleich gefunden.',
  narrow: (total) => `${total} Vorträge passen. Mit weniger Wörtern lässt sich blättern.`,
  leftOut: (name, value) =>
    `${name}:${value} bedeutet bei dieser Konferenz nichts und wurde als Wort gesucht.`,
  meant: (meant) => `Gemeint ist wohl „${meant}“.`,
  alsoAt: (times) => `auch ${times}`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  more: 'Weiter',
  back: 'Zurück',
  open: 'Vortrag öffnen …',
  now: (clock) => `Jetzt, ${clock}`,
  nowInRoom: (room, clock) => `Jetzt in ${room}, ${clock}`,
  nothingNow: 'Gerade läuft nichts. Als Nächstes:',
  breakUntil: (title, clock) => `${title} bis ${clock}`,
  breakThen: (breaks) => `${breaks}, danach:`,
  breakLast: (breaks) => `${breaks}. Danach kommt nichts mehr.`,
  next: 'Als Nächstes, Raum für Raum',
  afterThat: 'Danach',
  nextInRoom: (room) => `Als Nächstes in ${room}`,
  nothingNext: 'Es kommt nichts mehr.',
  noTalks: 'Dort gibt es keine Vorträge.',
  schedule: (day, places) => (places === '' ? day : `${day} · ${places}`),
  slot: (title) => `Während „${title}“ läuft`,
  nothingElse: 'Sonst läuft dann nichts.',
  otherDays: 'Andere Tage',
};

export const marks: MarkMessages = {
  colon: ': ',
  semicolon: '; ',
};

export const time: TimeMessages = {
  locale: 'de-DE',
  yourTime: (clock) => `${clock} bei dir`,
  elsewhere: (venue, own) => `${venue} vor Ort ist bei dir ${own}.`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} Min.`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} Std.` : `${hours} Std. ${minutes} Min.`),
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  startsIn: (span) => `beginnt in ${span}`,
  stillRuns: (span) => `noch ${span}`,
  day: (index, date) => `Tag ${index}, ${date}`,
};

export const names: NameMessages = {
  remindMe: 'Erinnere mich',
  // Commands keep their English names, since every other sentence calls them so.
  filters: {
    ...{
      conf: 'konf konferenz',
      room: 'raum',
      by: 'von',
      day: 'tag',
      type: 'art typ',
      lang: 'sprache',
    },
    ...{ after: 'nach', before: 'vor', at: 'um', from: 'ab' },
    ...{ is: 'ist', starred: 'gemerkt' },
    ...{ next: 'nächster nächste', first: 'erster erste', last: 'letzter letzte' },
    ...{ longest: 'längster längste', shortest: 'kürzester kürzeste' },
  },
  choices: {
    on: 'an',
    off: 'aus',
    en: 'Englisch',
    de: 'Deutsch',
    fr: 'Französisch',
    nl: 'Niederländisch',
    es: 'Spanisch',
    cancel: 'absagen',
    move: 'verlegen',
    rename: 'umbenennen',
    restore: 'zurücknehmen',
  },
  own: {
    query: 'suche',
    room: 'raum',
    rooms: 'räume',
    day: 'tag',
    channel: 'kanal',
    lead: 'vorlauf',
    kinds: 'arten',
    mention: 'erwähnung',
    'mention-none': 'erwähnung-keine',
    language: 'sprache',
    source: 'quelle',
    zone: 'zeitzone',
    hours: 'stunden',
    minutes: 'minuten',
  },
  noTalkThere:
    'Diese Nachricht handelt von keinem Vortrag. Das geht bei Nachrichten über Vorträge.',
  whichTalk: 'Welcher Vortrag?',
};

export const events: EventMessages = {
  on: 'Events sind an',
  willFollow: (count) =>
    count === 1
      ? 'Ein Vortrag wird zum Event und folgt von nun an dem Programm.'
      : `${count} Vorträge werden zu Events; das dauert einige Minuten. Sie folgen von nun an dem Programm.`,
  capped: (most) =>
    `Platz ist für ${most} Events auf einmal: Die übrigen folgen, wenn die ersten vorbei sind.`,
  nothingToCome: 'Dort steht kein Vortrag mehr bevor, also gibt es nichts für Events.',
  off: 'Events sind aus',
  removed: 'Alle Events, die aus Vorträgen entstanden, werden entfernt.',
  lacking: (permissions) =>
    `Ich darf hier Events weder erstellen noch entfernen. Gib meiner Rolle diese Berechtigung: ${permissions}.`,
  notHere: 'Events gehen nur in einer Community, in die ich eingeladen wurde.',
  kept: (title) => `Folgt dem Programm von ${title}.`,
};

/** What names commands, which each platform has its own way to type. */
export const listsNaming = (slash: Slash): ListsNaming => ({
  tryInstead: `Versuch ein Wort aus dem Titel, einen Namen oder ein Thema; ${slash('schedule')} zeigt alles.`,
});
