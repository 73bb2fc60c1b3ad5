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

/** Hoogstens 100 tekens per beschrijving. */
export const commands: CommandMessages = {
  talk: 'Een lezing zoeken, of vragen wat er hierna komt',
  'talk query':
    'Titel, spreker of onderwerp; ook zaal: track: soort: door: dag: na: voor: op:lijst',
  now: 'Wat er nu bezig is, zaal voor zaal',
  'now room': 'Alleen deze zaal',
  next: 'De volgende lezing in elke zaal',
  'next room': 'Alleen deze zaal',
  schedule: 'Het programma, pagina voor pagina',
  'schedule day': 'Een dag: 1, za of een datum',
  'schedule room': 'Alleen deze zaal',
  'schedule track': 'Alleen deze track',
  room: 'Hoe het met een zaal staat; voor vrijwilligers: full, busy, free, of late met minuten',
  'room room': 'Welke zaal',
  'room state': 'Voor vrijwilligers: hoe het er met de zaal voor staat',
  'room minutes': 'Na late: hoeveel minuten (0: weer op tijd)',
  changes: 'Wat er in het programma veranderd is',
  'changes since':
    'Sinds wanneer en waarvan: 9, ontbijt, gisteren zaal:janson, op:lijst (anders vandaag)',
  help: 'Wat Hallway kan',
  'help command': 'Eén commando, zoals follow',
  follow: 'Een spreker, track of onderwerp volgen; zonder iets: wat je volgt',
  'follow what': 'Een spreker, track, zaal, soort lezing, of woorden',
  mytalks: 'Je lijst van bewaarde lezingen',
  'mytalks list': 'Je lijst per dag, met wat elkaar overlapt',
  'mytalks settings': 'Herinneringen, ochtendbericht en al het andere dat je kunt instellen',
  'mytalks zone': 'Tijden in je eigen tijdzone lezen, naast die ter plaatse',
  'mytalks zone zone': 'zoals Europe/Lisbon',
  'mytalks share': 'Je lijst hier plaatsen, nadat je hebt gezien wat iedereen ziet',
  'mytalks calendar': 'Een adres waar je agenda je lijst volgt, of een bestand',
  'mytalks picture': 'Eén dag van je lijst als plaatje',
  'mytalks digest': 'Je lezingen van de dag, elke ochtend om 08:00',
  'mytalks digest when': 'aan of uit',
  'mytalks recordings': 'Horen wanneer lezingen op je lijst een opname hebben',
  'mytalks recordings when': 'aan of uit',
  'mytalks feedback': 'De vraag krijgen hoe lezingen op je lijst waren',
  'mytalks feedback when': 'aan of uit',
  'mytalks link': 'Eén lijst voor twee accounts: vraag een code, of vul er een in',
  'mytalks link code': 'De code die je andere account kreeg',
  'mytalks unlink': 'Gekoppelde accounts ontkoppelen; beide houden de lijst',
  'mytalks export': 'Alles wat Hallway over je bewaart, als JSON',
  'mytalks forget': 'Alles wissen wat Hallway over je bewaart',
  speaker: 'Voor sprekers: zeg welke lezing van jou is, en hoor alles erover',
  'speaker list': 'Als wie je je hier hebt gemeld',
  'speaker claim': 'Zeggen dat een lezing van jou is; de organisatie bevestigt het',
  'speaker claim talk': 'Jouw lezing',
  'speaker drop': 'Als spreker niets meer horen',
  conference: 'Voor de organisatie: het programma, en wat waar wordt aangekondigd',
  'conference status': 'Programma, laatste controles en wat wacht om verstuurd te worden',
  'conference status show': 'In plaats daarvan: het logboek, wie deed wat',
  'conference use': 'Een programma van een webadres overnemen',
  'conference use source': 'Het https-adres van het programma',
  'conference use zone': 'Tijdzone ter plaatse, zoals Europe/Brussels',
  'conference use name': 'Hoe de conferentie heet, als het programma dat niet zegt',
  'conference use rooms': 'Het https-adres dat zegt welke zalen vol zijn, of “none”',
  'conference use as': 'Naast de huidige, of in plaats daarvan; zonder dit wordt het gevraagd',
  'conference drop': 'Een conferentie weghalen; je ziet eerst wat er verloren gaat',
  'conference announce':
    'Lezingen in een kanaal aankondigen; kinds: announcements, notices, digest (om 08:00)',
  'conference announce channel': 'In welk kanaal',
  'conference announce lead': 'Minuten voor het begin (anders 10)',
  'conference announce rooms': 'Alleen deze zalen, met komma’s ertussen',
  'conference announce tracks': 'Alleen deze tracks, met komma’s ertussen',
  'conference announce kinds': 'Wat geplaatst wordt: announcements, notices, digest',
  'conference announce mention':
    'Een rol of groep om bij elke aankondiging te vermelden; none: niemand',
  'conference announce mention-none': 'Niemand meer vermelden',
  'conference announce language': 'In welke taal (anders die van de community, of Engels)',
  'conference mute': 'In een kanaal niets meer plaatsen',
  'conference mute channel': 'Welk kanaal',
  'conference preview': 'Wat de komende uren geplaatst wordt',
  'conference preview hours': 'Hoeveel uur (anders 3)',
  'conference doctor': 'Zoeken wat er meestal misgaat',
  'conference say':
    'Iets zeggen tegen kanalen, wie een lezing bewaarde, of sprekers; je ziet het eerst',
  'conference say text': 'Wat je wilt zeggen; zonder dit vraagt een formulier erom',
  'conference say to':
    'Kanalen, of: starred LEZING, of: sprekers (anders de kanalen met aankondigingen)',
  'conference interest': 'Hoeveel mensen wat bewaarden, en hoeveel er in zalen kunnen',
  'conference interest day': 'Alleen deze dag',
  'conference answers': 'In welke kanalen Hallway antwoordt als iemand het vermeldt',
  'conference answers where': 'all (alle), off (geen), of de kanalen',
  'conference alerts': 'Waar de organisatie hoort waar ze naar moet kijken',
  'conference alerts where': 'Het kanaal, of off; zonder dit: waar dat nu is',
  'conference alerts language': 'De taal van die meldingen (anders die van de community)',
  'conference delay': 'Verschuiven wat vandaag in een zaal nog komt',
  'conference delay room': 'Welke zaal',
  'conference delay minutes': 'Minuten later (negatief: eerder; 0: weer op tijd)',
  'conference talk': 'Eén lezing met de hand wijzigen; je ziet eerst wie het hoort',
  'conference talk talk': 'Welke lezing: de id, of woorden uit de titel',
  'conference talk act': 'Wat ermee gebeurt',
  'conference talk to': 'move: een tijd, en een zaal als het een andere is; rename: de titel',
  'conference accept': 'Een versie bekijken die niet is overgenomen, en ze overnemen',
  'conference stream': 'Zeggen waar een zaal live te zien is',
  'conference stream room': 'Welke zaal',
  'conference stream url': 'Een https-adres, of none',
  'conference web': 'Pagina’s en agenda’s van het programma op het web: aan of uit',
  'conference web when': 'aan of uit',
  'conference web name': 'Waar hun adres op eindigt',
  'conference organisers': 'Zeggen wie naast de beheerders organiseert; zonder iets: wie dat zijn',
  'conference organisers who': 'Rollen of mensen',
  'conference organisers remove': 'Rollen of mensen die dat niet meer doen',
  'conference helpers': 'Zeggen wie mag melden hoe het met zalen staat; zonder iets: wie dat mag',
  'conference helpers who': 'Rollen of mensen',
  'conference helpers remove': 'Rollen of mensen die dat niet meer mogen',
  'conference events': 'Lezingen als evenementen van deze community',
  'conference events on': 'Maak evenementen van wat nog komt, en houd ze bij',
  'conference events on room': 'Alleen deze zaal',
  'conference events on track': 'Alleen deze track',
  'conference events off': 'De evenementen weer verwijderen',
};

export const help: HelpMessages = {
  title: 'Hallway',
  lead: (conference) => `Je gids bij ${conference}.`,
  ask: (question) =>
    `Vraag me iets in je eigen woorden, zoals “${question}”. Drie dingen om te proberen:`,
  nextIn: (room) => `wat komt hierna in ${room}?`,
  next: 'wat komt hierna?',
  hello: (conference, question) =>
    `Trouwens: ik ben je gids bij ${conference}. Vraag me iets in je eigen woorden, zoals “${question}”.`,
  more: 'Wat ik nog meer kan',
  organisersStart: 'Organiseer je? Begin hier',
  runningNow: 'Wat er nu bezig is',
  talksBy: (name) => `Lezingen van ${name}`,
  programme: 'Het programma',
  everything: 'Alle commando’s',
  byCommand: 'Met commando’s:',
  kept: 'Over jou wordt niets bewaard tot je een lezing bewaart of iets instelt:',
  docs: 'Hoe Hallway werkt',
  privacy: 'Privacy',
  steps: 'Organiseer je? Begin hier: vier stappen naar een conferentie die draait',
  check: 'Kijken wat er misgaat',
  preview: 'Zien wat er geplaatst wordt',
  commands: 'Commando’s',
  organisers: 'Voor de organisatie',
  filterExamples: [
    ['zaal:H.1302', 'in een zaal'],
    ['track:containers', 'in een track'],
    ['door:graber', 'van een spreker'],
    ['dag:za', 'op een dag: een weekdag, een nummer of een datum'],
    ['na:14:00 voor:16:00', 'tussen twee tijden'],
    ['op:lijst', 'alleen wat je hebt bewaard'],
  ],
  meaning: (words) => ` – ${words}`,
};

export const changed: ChangedMessages = {
  title: (count, when) => `${plural(count, 'Eén wijziging', `${count} wijzigingen`)} ${when}`,
  nothing: (when) => `Er is ${when} niets veranderd.`,
  inDay: 'vandaag',
  since: (moment) => `sinds ${moment}`,
  ofYours: (counts, count) =>
    `${counts}, waarvan ${plural(count, 'één', String(count))} op je lijst`,
  at: (moment) => `gewijzigd ${moment}`,
  mine: '★ op je lijst',
  byOrganisers: (rooms) => `Van de organisatie: ${rooms}`,
  lastRead: (moment) => `Het programma is laatst gelezen: ${moment}.`,
  knownFrom: (moment) => `Wijzigingen zijn bekend sinds ${moment}.`,
  unknown: 'Van eerdere versies van dit programma is niets bekend.',
  today: 'Alles van vandaag',
  sinceYesterday: 'Sinds gisteren',
  lastWeek: 'De laatste 7 dagen',
};

export const errors: ErrorMessages = {
  problem: 'Dat lukte niet',
  bug: (reference) =>
    `Er ging bij ons iets stuk. Het staat in het log als ${reference}; probeer het nog eens.`,
  oldButton: 'Deze knop is van een ouder bericht en werkt niet meer. Vraag het nog eens.',
  otherConference:
    'Deze knop hoort bij een andere conferentie dan die hier nu getoond wordt. Vraag het nog eens.',
  formTooLate: 'Het openen duurde net te lang. Druk nog eens.',
  tooLong:
    'Deze lijst heeft meer woorden nodig dan er in een knop passen. Geef het commando nog eens.',
  noSuchTalk: 'Die lezing staat niet meer in het programma.',
  whichRoom: (text, rooms) => `“${text}” kan ${rooms} zijn. Welke?`,
  whichTrack: (text, tracks) => `“${text}” kan ${tracks} zijn. Welke?`,
  noSuchDay: (text, days) => `Er is geen dag “${text}”, alleen ${days}.`,
  noSuchMoment: (text) =>
    `Ik weet niet wanneer “${text}” is. Probeer 9:00, ontbijt, gisteren of 2 uur.`,
  unknownOption: (name, names) =>
    names === ''
      ? `Er is hier geen optie “${name}”.`
      : `Er is hier geen optie “${name}”, alleen ${names}.`,
  optionTwice: (name) => `“${name}” staat er twee keer.`,
  missingOption: (name, usage) => `“${name}” ontbreekt: ${usage}`,
  tooManyWords: (word) =>
    `Ik weet niet waar “${word}” voor is. Aanhalingstekens houden woorden bij elkaar: "Grote zaal".`,
  notAnInteger: (name, value) => `“${name}” is een heel getal, niet “${value}”.`,
  outOfRange: (name, value, min, max) =>
    `“${name}” loopt van ${min} tot ${max}; ${value} ligt daar niet tussen.`,
  notAChoice: (name, value, choices) => `“${name}” is een van ${choices}, niet “${value}”.`,
  unclosedQuote: (text) => `Het aanhalingsteken voor “${text}” wordt nooit gesloten.`,
};

export const helpNaming = (slash: Slash): HelpNaming => ({
  filters: `Filters voor ${slash('talk')}`,
});

export const errorsNaming = (slash: Slash): ErrorsNaming => ({
  unknownCommand: (name, names) =>
    `Er is geen commando ${slash(name)}. De commando’s zijn ${names}.`,
  organisersOnly: (name) =>
    `${slash(name)} is voor de organisatie. Wie deze community beheert, kan het gebruiken.`,
  noSchedule: (reason) =>
    `Het programma van deze community is niet te lezen. ${reason} De organisatie kan een ander kiezen met ${slash('conference use')}.`,
  changesGone: `Wat er toen veranderde, wordt niet meer bewaard. ${slash('schedule')} toont het programma zoals het nu is.`,
  noSuchRoom: (text) =>
    `Er is geen zaal “${text}”. ${slash('now')} en ${slash('schedule')} tonen de zalen die er zijn.`,
  noSuchTrack: (text) => `Er is geen track “${text}”. ${slash('schedule')} toont wat er is.`,
  unknownSubcommand: (command, word, names) =>
    `${slash(command)} kent “${word}” niet, alleen ${names}.`,
});
