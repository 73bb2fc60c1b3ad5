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
  when: 'Wanneer',
  room: 'Zaal',
  track: 'Track',
  speakers: (count) => plural(count, 'Spreker', 'Sprekers'),
  type: 'Soort',
  language: 'Taal',
  links: 'Links',
  feedback: 'Feedback',
  watchLive: 'Live kijken',
  recording: 'Opname',
  conference: 'Conferentie',
  notRecorded: 'wordt niet opgenomen',
  places: (count) => `${count} ${plural(count, 'plaats', 'plaatsen')}`,
  page: 'Pagina van de lezing',
  noRoom: 'zaal nog niet bekend',
  star: '☆ Bewaren',
  unstar: '★ Bewaard',
  starSpoken: (title) => `Bewaren: ${title}`,
  unstarSpoken: (title) => `Bewaard: ${title}`,
  share: 'Deel in het kanaal',
  details: 'Meer hierover',
  addToCalendar: 'In mijn agenda',
  remindAt: 'Herinner me …',
  canceled: 'Deze lezing gaat niet door.',
  canceledMark: 'gaat niet door',
  starredMark: '★',
  overMark: 'voorbij',
  more: '… meer',
  readOn: 'Hele tekst',
  andMore: (names, count) => `${names} en nog ${count}`,
  alsoInSlot: 'Tegelijkertijd',
  allInSlot: (count) => `Alle ${count} tegelijkertijd`,
  allMatches: (count) => (count === 2 ? 'Beide resultaten' : `Alle ${count} resultaten`),
  matchedIn: (field, excerpt) => `gevonden ${field}: ${excerpt}`,
  fields: {
    title: 'in de titel',
    subtitle: 'in de ondertitel',
    speakers: 'bij de sprekers',
    track: 'in de track',
    room: 'bij de zaal',
    abstract: 'in de beschrijving',
    type: 'bij de soort',
  },
  starredConfirmed: (title) => `★ ${title} staat op je lijst.`,
  unstarredConfirmed: (title) => `${title} staat niet meer op je lijst.`,
};

export const lists: ListMessages = {
  found: (words, total) => `${plural(total, 'Eén lezing', talks(total))} over “${words}”`,
  foundThere: (total) => plural(total, 'Eén lezing', talks(total)),
  notWell: (query) => `Niets past echt bij “${query}”`,
  nearest: 'Het dichtst in de buurt:',
  nothing: (query) => `Niets past bij “${query}”`,
  nothingYet: (query) => `Voorlopig past niets bij “${query}”`,
  nothingThere: 'Geen lezing',
  onlyTitles:
    'Het programma wordt nog gelezen: tot nu toe wordt alleen in titels en namen gezocht. Vraag het zo nog eens voor de rest.',
  justChanged: 'Het programma is net gewijzigd: wat er nieuw is, wordt zo gevonden.',
  narrow: (total) => `Er passen ${total} lezingen. Zeg het in minder woorden om te bladeren.`,
  leftOut: (name, value) =>
    `${name}:${value} betekent niets bij deze conferentie en is als woord gezocht.`,
  meant: (meant) => `Je bedoelde vast “${meant}”.`,
  alsoAt: (times) => `ook ${times}`,
  page: (page, pages) => `Pagina ${page} van ${pages}`,
  more: 'Meer',
  back: 'Terug',
  open: 'Open een lezing …',
  now: (clock) => `Nu, ${clock}`,
  nowInRoom: (room, clock) => `Nu in ${room}, ${clock}`,
  nothingNow: 'Er is nu niets bezig. Hierna:',
  breakUntil: (title, clock) => `${title} tot ${clock}`,
  breakThen: (breaks) => `${breaks}, daarna:`,
  breakLast: (breaks) => `${breaks}. Daarna komt niets meer.`,
  next: 'Hierna, zaal voor zaal',
  afterThat: 'Daarna',
  nextInRoom: (room) => `Hierna in ${room}`,
  nothingNext: 'Er komt niets meer.',
  noTalks: 'Daar zijn geen lezingen.',
  schedule: (day, places) => (places === '' ? day : `${day} · ${places}`),
  slot: (title) => `Tijdens “${title}”`,
  nothingElse: 'Verder is er dan niets.',
  otherDays: 'Andere dagen',
};

export const marks: MarkMessages = {
  colon: ': ',
  semicolon: '; ',
};

export const time: TimeMessages = {
  locale: 'nl-NL',
  yourTime: (clock) => `${clock} bij jou`,
  elsewhere: (venue, own) => `${venue} ter plaatse is bij jou ${own}.`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} uur` : `${hours} uur ${minutes} min`),
  days: (count) => `${count} ${plural(count, 'dag', 'dagen')}`,
  startsIn: (span) => `begint over ${span}`,
  stillRuns: (span) => `nog ${span}`,
  day: (index, date) => `Dag ${index}, ${date}`,
};

export const names: NameMessages = {
  remindMe: 'Herinner me',
  // Commando’s houden hun Engelse naam, want alle zinnen noemen ze zo.
  filters: {
    ...{
      conf: 'conferentie',
      room: 'zaal',
      by: 'door van',
      day: 'dag',
      type: 'soort',
      lang: 'taal',
    },
    ...{ after: 'na', before: 'voor', at: 'om', from: 'vanaf' },
    ...{ is: 'op', starred: 'lijst bewaard' },
    ...{ next: 'volgende', first: 'eerste', last: 'laatste' },
    ...{ longest: 'langste', shortest: 'kortste' },
  },
  choices: {
    on: 'aan',
    off: 'uit',
    en: 'Engels',
    de: 'Duits',
    fr: 'Frans',
    nl: 'Nederlands',
    es: 'Spaans',
    cancel: 'afgelasten',
    move: 'verplaatsen',
    rename: 'hernoemen',
    restore: 'terugzetten',
  },
  own: {
    query: 'zoek',
    room: 'zaal',
    rooms: 'zalen',
    day: 'dag',
    channel: 'kanaal',
    lead: 'vooraf',
    kinds: 'soorten',
    mention: 'vermelding',
    'mention-none': 'vermelding-geen',
    language: 'taal',
    source: 'bron',
    zone: 'tijdzone',
    hours: 'uren',
    minutes: 'minuten',
  },
  noTalkThere: 'Dat bericht gaat niet over een lezing. Dit werkt bij berichten over lezingen.',
  whichTalk: 'Welke lezing?',
};

export const events: EventMessages = {
  on: 'Evenementen staan aan',
  willFollow: (count) =>
    count === 1
      ? 'Eén lezing wordt een evenement. Het volgt vanaf nu het programma.'
      : `${talks(count)} worden evenementen; dat duurt een paar minuten. Ze volgen vanaf nu het programma.`,
  capped: (most) =>
    `Er is plaats voor ${most} evenementen tegelijk: de andere volgen als de eerste voorbij zijn.`,
  nothingToCome: 'Daar komt geen lezing meer, dus er valt geen evenement te maken.',
  off: 'Evenementen staan uit',
  removed: 'Alle evenementen die van lezingen zijn gemaakt, worden verwijderd.',
  lacking: (permissions) =>
    `Ik mag hier geen evenementen maken of verwijderen. Geef mijn rol dit recht: ${permissions}.`,
  notHere: 'Evenementen gaan in een community waar ik voor ben uitgenodigd.',
  kept: (title) => `Volgt het programma van ${title}.`,
};

export const listsNaming = (slash: Slash): ListsNaming => ({
  tryInstead: `Probeer een woord uit de titel, een naam of een onderwerp; ${slash('schedule')} laat alles zien.`,
});
