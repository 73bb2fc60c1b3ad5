import type { CliMessages, ConsoleMessages } from '../en/cli.ts';
import { plural } from './counts.ts';

export const cli: CliMessages = {
  description: 'De conferentiegids voor de chat van je community.',
  commands: {
    serve:
      'elk platform starten waarvan de tokens in de omgeving staan, anders de terminal (standaard)',
    check: 'programma’s lezen en zeggen wat erin staat',
    ask: 'een gewone vraag beantwoorden zoals in de chat; zonder TEXT één per regel van de standaardinvoer',
    search: 'lezingen vinden; zonder QUERY één zoekopdracht per regel van de standaardinvoer',
    rehearse:
      'een stuk van de conferentie op volle snelheid doorlopen en elk bericht tonen dat zou komen',
    trace: 'tonen waarom een bericht te laat was: op sleutel, of alles over een lezing',
    backup: 'de SQLite-database naar FILE kopiëren, ook terwijl Hallway draait',
    restored:
      'zeggen, voor Hallway start, dat de database een eerdere kopie is: dan wordt niets twee keer gezegd',
    manifest: 'het manifest tonen waaruit een chatplatform de app maakt',
  },
  titles: { usage: 'Gebruik:', options: 'Opties:', commands: 'Commando’s:' },
  help: 'deze hulp tonen, of die van een commando',
  ownVersion: 'tonen welke versie dit is',
  byDefault: (value) => `anders: ${value}`,
  misused: {
    unknownOption: (option, nearest) =>
      nearest === undefined
        ? `Er is geen optie ${option}; hallway --help toont wat er is.`
        : `Er is geen optie ${option}. Bedoelde je ${nearest}?`,
    unknownSubcommand: (word, names) => `“${word}” is geen van de commando’s: ${names}.`,
    tooManyWords: (words) =>
      `Dat is een woord te veel: ${words}. Aanhalingstekens houden woorden bij elkaar.`,
    withoutValue: (option) => `De waarde van ${option} ontbreekt.`,
    missing: (name) => `${name} ontbreekt; hallway --help toont wat nodig is.`,
  },
  options: {
    schedule: 'pad of adres van het programma',
    schedules: 'pad of adres van het programma; nog een bij elke herhaling, samen bevraagd',
    zone: 'tijdzone ter plaatse, als het programma er geen noemt',
    from: 'de klok op dit moment laten beginnen, zoals 2020-02-01T10:15+01:00',
    to: 'daar stoppen',
    speed: 'de klok zoveel keer zo snel laten lopen',
    json: 'één JSON-object per regel',
    at: 'wanneer de vraag gesteld wordt, zoals 2020-02-01T10:15+01:00; anders als de eerste lezing begint',
    language: 'de taal van wie vraagt, zoals nl',
    conversation: 'elke regel gaat verder waar de vorige ophield',
    starOf: 'een lezing met deze id staat op de lijst van wie vraagt (herhaalbaar)',
    limit: 'hoogstens zoveel lezingen per antwoord',
    changes: 'op dat moment deze andere versie van het programma overnemen',
    follow: 'dit lid volgt een spreker, een track of woorden (herhaalbaar)',
    star: 'ook een lid dat de lezing met deze id heeft bewaard, luistert mee (herhaalbaar)',
    recordings: 'dit lid hoort ook van opnames',
    feedback: 'dit lid wordt ook gevraagd hoe lezingen waren',
    snooze: 'dit lid laat elke herinnering na zoveel minuten nog één keer komen',
    speaks: 'dit lid geeft de lezing met deze id zelf (herhaalbaar)',
    full: 'dan zegt iemand dat deze zaal vol is (herhaalbaar)',
    url: 'waar het platform Hallway over HTTP bereikt; zonder dat maakt Hallway zelf verbinding met het platform',
    prefix: 'wat voor de namen van commando’s staat, zoals fosdem-',
    domain: 'pagina’s van deze site die lezingen zijn, krijgen een voorvertoning (herhaalbaar)',
  },
  notAZone: (value) => `“${value}” is geen IANA-tijdzone; die ziet eruit als Europe/Brussels.`,
  notAnInstant: (value) =>
    `“${value}” is geen moment met tijdverschil, zoals 2020-02-01T10:15+01:00.`,
  notANumber: (value, min, max) => `“${value}” is geen getal van ${min} tot ${max}.`,
  notASnooze: (value, some) => `“${value}” is geen aantal minuten om uit te stellen: ${some}.`,
  notAChange: (value) => `“${value}” is geen BRON@MOMENT, zoals nieuw.xml@2020-02-01T12:00+01:00.`,
  notACrowd: (value) => `“${value}” is geen ZAAL@MOMENT, zoals h-1308@2020-02-01T12:00+01:00.`,
  noRoomToFill: (room) => `Geen zaal heet “${room}”, of er is daar dan niets meer.`,
  rehearsedOutside: (first, last) =>
    `Tussen --from en --to ligt niets van de conferentie: die loopt van ${first} tot ${last}.`,
  endsBefore: '--to ligt voor --from, dus er valt niets te oefenen.',
  noSuchTalk: (id, source) =>
    `Geen lezing in ${source} heeft de id “${id}”; hallway check ${source} --json noemt ze.`,
  asked: (address, asJson) => `Gevraagd: ${address}${asJson ? ' als JSON' : ''}`,
  alsoOffered: (address) => `De pagina biedt nog een programma aan: ${address}`,
  unreadable: (source, reason) => `${source}: ${reason}`,
  backup: {
    done: (file, bytes) =>
      `${file} is een kopie van de database, ${Math.ceil(bytes / 1024)} kB. Er staan persoonlijke gegevens in.`,
    postgres: (file) =>
      `DATABASE_URL noemt een PostgreSQL-database, en die kopieer je met het eigen programma ervan: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  },
  restored: {
    noted: (from) =>
      `Genoteerd: de database is zoals ze om ${from} was. Wat sindsdien aan de beurt was, wordt op het platform gezocht voor het wordt verstuurd.`,
    neverRan: 'Hallway heeft nooit met deze database gedraaid, dus er valt niets te zoeken.',
  },
  format: 'Formaat',
  zone: 'Tijdzone',
  version: 'Versie',
  days: (count) => plural(count, 'Dag', 'Dagen'),
  dayCount: (count, first, last) => (count === 1 ? first : `${count}, van ${first} tot ${last}`),
  rooms: 'Zalen',
  tracks: 'Tracks',
  talks: 'Lezingen',
  breaks: 'Pauzes',
  talkCount: (count, canceled) =>
    canceled === 0
      ? String(count)
      : `${count}, waarvan ${canceled} ${plural(canceled, 'niet doorgaat', 'niet doorgaan')}`,
  speakers: 'Sprekers',
  warnings: 'Waarschuwingen',
  noWarnings: 'geen',
  trace: {
    key: 'Sleutel',
    due: 'Aan de beurt',
    planned: 'Gepland',
    claimed: 'Opgepakt',
    waited: 'Wachtte',
    since: (from, why) => `sinds ${from}: ${why}`,
    attempts: 'Pogingen',
    outcome: 'Afloop',
    message: 'Bericht',
    lateness: 'Stiptheid',
    pending: (until) => `wacht tot ${until}`,
    sending: (until) => `onderweg; vanaf ${until} wordt ernaar gevraagd`,
    sent: (at) => `verstuurd ${at}`,
    notSent: (at, reason) => `niet verstuurd, ${at}: ${reason}`,
    channel: (platform, id) => `${platform}, kanaal ${id}`,
    member: (platform, id) => `${platform}, lid ${id}`,
    deliveries: (count) =>
      plural(count, '1 bericht', `${count} berichten, wat het meest te laat was eerst`),
    more: (count) => `en nog ${count}; --json toont ze allemaal`,
    snoozed: (times) => (times === 1 ? 'één keer uitgesteld' : `${times} keer uitgesteld`),
    noSuchKey: (key) =>
      `Geen bericht in de database heeft de sleutel “${key}”, of een die zo begint.`,
    noSuchTalk: (words) =>
      `Geen lezing in de database heeft de id of de code “${words}”, of deze woorden in de titel.`,
    whichTalk: (words, count, some) =>
      `Bij “${words}” passen ${count} lezingen: ${some} … Noem er een met de id.`,
    nothingPlanned: (title) => `Over “${title}” is nog niets gepland.`,
  },
};

export const console: ConsoleMessages = {
  welcome: (conference) => `Hallway: ${conference}`,
  invitation:
    'Woorden vinden lezingen; /help zegt wat je kunt proberen; !2 drukt op de tweede knop; Ctrl+D stopt.',
  clockStarts: (moment) =>
    `De conferentie is voorbij, dus deze klok begint op ${moment}, tien minuten voor de eerste lezing.`,
  keptFrom: (moment, reason) =>
    `Het programma is dat van ${moment}, want de bron is nu niet te lezen: ${reason}`,
  loading: (source) => `${source} wordt gelezen …`,
  untilDot: 'Schrijf zoveel regels als je wilt; een losse punt sluit af.',
  noSuchButton: (letter, number, count) => {
    const card = letter === '' ? 'de laatste kaart' : `bericht ${letter}`;
    const there = count === 1 ? `alleen !${letter}1` : `!${letter}1 tot !${letter}${count}`;
    return `Er is geen knop ${letter}${number}; ${card} heeft ${count === 0 ? 'er geen' : there}.`;
  },
  edited: 'bewerkt',
  removed: 'verwijderd',
  saved: (path) => `Opgeslagen als ${path}`,
  unsaved: (name, code) => `${name} kan hier niet worden opgeslagen (${code}), dus hier staat het:`,
};
