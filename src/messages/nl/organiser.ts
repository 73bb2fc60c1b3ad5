import type {
  InstallationMessages,
  InstallationNaming,
  OrganiserMessages,
  OrganiserNaming,
} from '../en/organiser.ts';
import type { Slash } from '../slash.ts';
import { more, plural, talks } from './counts.ts';

export const organiser: OrganiserMessages = {
  title: 'Conferentie',
  onlyInCommunity: 'Dit werkt op een server of in een werkruimte, niet in privéberichten.',
  again: 'Vernieuwen',

  status: (title) => `Stand van ${title}`,
  statusSummary: (count, waiting) =>
    `${talks(count)}, ${waiting} ${plural(waiting, 'bericht wacht', 'berichten wachten')}`,
  source: 'Bron',
  page: 'Gevonden op',
  version: 'Versie',
  zone: 'Tijdzone',
  programme: 'Programma',
  programmeCount: (count, rooms, canceled) =>
    `${talks(count)} in ${rooms} ${plural(rooms, 'zaal', 'zalen')}${canceled === 0 ? '' : `, ${canceled} ${plural(canceled, 'gaat', 'gaan')} niet door`}`,
  takenAt: 'Laatste wijziging',
  checkedAt: 'Laatst gelezen',
  failing: 'Lukt niet sinds',
  lastTick: 'Laatste tik',
  lastSent: 'Laatste bericht',
  lastHour: 'Laatste uur',
  nothingSent: 'niets verstuurd',
  allOnTime: 'alles op tijd',
  worst: (due, kind, lateness) => `${kind} van ${due}, ${lateness}`,
  never: 'nooit',
  outbox: 'Berichten',
  counts: ({ pending, sending, sent, failed, expired }) =>
    `${pending} ${plural(pending, 'wacht', 'wachten')}, ${sending} onderweg, ${sent} verstuurd, ${failed} mislukt, ${expired} verlopen`,
  delays: 'Uitloop',
  delay: (room, minutes) =>
    minutes > 0 ? `${room} ${minutes} min later` : `${room} ${-minutes} min eerder`,
  streams: 'Streams',
  withStream: 'met stream',
  streamSet: (room) => `Wat er in ${room} bezig is, kun je live zien op`,
  streamCleared: (room, told) =>
    told
      ? `${room} heeft geen adres van jullie meer; dat van het programma geldt.`
      : `${room} heeft geen stream meer.`,
  noStreamAddress: (typed) =>
    `“${typed}” is geen adres van een stream. Dat begint met https:// en bevat geen wachtwoord; “none” haalt dat van de zaal weg.`,
  roomFeed: 'Stand van zalen',
  roomFeedFrom: (address) =>
    `Hoe vol zalen zijn, wordt gelezen van ${address}, elke minuut zolang er iets bezig is.`,
  noRoomFeed: 'Hoe vol zalen zijn, zeggen alleen de vrijwilligers.',
  noRoomFeedAddress: (typed) =>
    `“${typed}” is geen adres voor hoe vol zalen zijn. Dat begint met https:// en bevat geen wachtwoord; “none” haalt het huidige weg.`,
  roomFeedFails: (reason) => `Hoe vol zalen zijn, is niet te lezen. ${reason}`,
  roomFeedUnknown: (names) =>
    `Het adres voor hoe vol zalen zijn noemt zalen die niet in het programma staan: ${names}.`,
  roomFeedReadAt: (address, at) => `${address}, gelezen ${at}`,
  roomStates: 'Zalen nu',
  channels: 'Kanalen',
  ahead: (lead) => `${lead} min van tevoren`,
  kinds: { announcements: 'aankondigingen', notices: 'wijzigingen', digest: 'dagoverzicht' },
  everything: 'alles',

  used: (title, count, zone) =>
    `Deze community volgt nu ${title}: ${talks(count)}, tijden in ${zone}.`,
  added: (title, count, zone) =>
    `Deze community heeft ook ${title}: ${talks(count)}, tijden in ${zone}.`,
  asks: (title, count, present) =>
    `${title} (${talks(count)}) is te lezen. Moet dit in de plaats komen van ${present ?? 'de huidige conferentie'}, of ernaast?`,
  useAs: { replace: 'Vervangen', add: 'Erbij' },
  starsStay: 'Wat mensen hebben bewaard, blijft op hun lijst.',
  asksDrop: 'Welke conferentie gaat weg?',
  lost: (channels, changes) =>
    [
      channels === 0
        ? 'wordt nergens aangekondigd.'
        : `wordt in ${channels} ${plural(channels, 'kanaal', 'kanalen')} niet meer aangekondigd.`,
      ...(changes === 0
        ? []
        : [
            changes === 1
              ? 'Verloren gaat wat jullie daar hebben gewijzigd: 1 uitloop, lezing of stream.'
              : `Verloren gaat wat jullie daar hebben gewijzigd: ${changes} keer uitloop, lezingen en streams.`,
          ]),
    ].join(' '),
  drop: (title) => `${title} weghalen`,
  dropped: (title) => `Deze community heeft ${title} niet meer.`,
  several:
    'Deze pagina biedt meerdere programma’s aan. Welk is dat van de conferentie? Het eerste was te lezen; de andere worden gelezen als je ze kiest.',
  take: (address) => `${address} kiezen`,
  noSuchZone: (zone) => `Er is geen tijdzone “${zone}”. Je schrijft ze als Europe/Brussels.`,
  notUsed: (reason) => `Het programma is niet overgenomen. ${reason}`,

  noSuchKind: (kind, kinds) => `Er is geen soort “${kind}”, alleen ${kinds}.`,
  channelMissing:
    'Dat kanaal is er niet, of ik zie het niet. Nodig me uit en probeer het nog eens.',
  channelForbidden: (lacking) =>
    `Daar kan ik niet schrijven. Wat ontbreekt: ${lacking}. Geef me dat en probeer het nog eens.`,
  lettingMention: (role) => `Iedereen deze rol laten @vermelden (${role})`,
  unlocking: (permission) => `een thread die niet op slot zit (of ${permission})`,
  mentioningAll: '@everyone, @here en alle rollen vermelden',
  announced: (language, what) => `hoort in het ${language}: ${what}.`,
  mentions: 'Elke aankondiging vermeldt',
  mentionsInNone: 'Alleen aankondigingen vermelden iemand, en die komen daar niet.',
  mentionGone:
    'De rol die daar vermeld moet worden, bestaat niet meer. Noem een andere, of zeg dat niemand vermeld moet worden.',
  mentioned: 'Vermeldt',
  firstIs: (title, place) => `De volgende is “${title}”, ${place}.`,
  noneFits: 'Daar past geen lezing bij die nog komt.',
  muted: 'Daar wordt niets meer geplaatst.',
  answersEverywhere: 'Wie Hallway in een kanaal vermeldt, krijgt daar antwoord.',
  answersNowhere:
    'Vermeldingen in kanalen krijgen geen antwoord meer; privéberichten en commando’s wel.',
  answersIn: 'Wie Hallway vermeldt, krijgt alleen antwoord in',
  alertsIn: (language) =>
    `is waar de organisatie in het ${language} hoort waar ze naar moet kijken.`,
  alertsNowhere: 'De organisatie hoort nergens waar ze naar moet kijken.',
  alertsBeside: 'Meldingen staan hier niet bij: die komen als er iets te bekijken is, in',
  alertsOff: 'De organisatie hoort nergens meer waar ze naar moet kijken.',
  alerts: 'Meldingen',
  notAnnounced: 'Daar werd toch al niets geplaatst.',

  preview: (hours) => plural(hours, 'Het komende uur', `De komende ${hours} uur`),
  previewSummary: (posts) =>
    posts === 0 ? 'Er wordt niets geplaatst.' : `${posts} ${plural(posts, 'bericht', 'berichten')}`,
  tomorrow: 'morgen',
  digest: 'Dagoverzicht',
  morePosts: (count) => `en nog ${count} ${plural(count, 'bericht', 'berichten')}`,
  notListed: (counted) => `Niet vermeld, als privéberichten: ongeveer ${counted}.`,
  direct: {
    lists: (count) => `${count} herinneringen aan wat op lijsten staat`,
    followed: (count) => `${count} herinneringen aan wat gevolgd wordt`,
    snoozed: (count) => `${count} uitgestelde herinneringen`,
    feedback: (count) => `${count} vragen hoe lezingen waren`,
    recordings: (count) => `${count} over opnames`,
  },

  delayed: (room, minutes, count) => {
    if (minutes === 0) return `${room} loopt weer op tijd.`;
    const shift = minutes > 0 ? `loopt ${minutes} min uit` : `loopt ${-minutes} min voor`;
    return `${room} ${shift}: ${talks(count)} van vandaag ${plural(count, 'verschuift', 'verschuiven')}, en wie het aangaat krijgt bericht.`;
  },

  interest: {
    title: (conference) => `Belangstelling voor ${conference}`,
    none: 'Er staat nog niets op de lijst van vijf mensen of meer.',
    about: (moment) =>
      `Stand van ${moment}. Getallen zijn afgerond op vijf, en wat minder dan vijf mensen hebben bewaard is weggelaten. Nieuwe getallen komen als nog vijf mensen iets hebben bewaard.`,
    lists: (people) => `op ongeveer ${people} lijsten`,
    listsFor: (people, places) => `op ongeveer ${people} lijsten, ${places} plaatsen`,
    tooMany: 'meer dan erin passen',
    clashes: 'Door dezelfde mensen bewaard, en tegelijk',
    both: (people) => `ongeveer ${people} mensen`,
    csv: 'Als CSV',
    files: 'Hier zijn de lezingen en wat elkaar overlapt, elk als tabel.',
    talksFile: 'belangstelling.csv',
    clashesFile: 'belangstelling-overlap.csv',
  },

  log: 'Wie deed wat',
  logSummary: (acts) =>
    acts === 0
      ? 'Hier heeft nog niemand iets gedaan.'
      : `${acts} ${plural(acts, 'ding', 'dingen')} gedaan`,
  toStatus: 'Stand',
  former: 'iemand die vroeger organiseerde',
  nothing: 'niets',
  acts: {
    use: 'programma',
    drop: 'weggehaald',
    announce: 'aankondigingen in',
    mute: 'stilgezet',
    answers: 'antwoorden op vermeldingen',
    delay: 'uitloop van',
    stream: 'stream van',
    say: 'gezegd aan',
    talk: 'lezing',
    organisers: 'organisatie',
    helpers: 'vrijwilligers',
    accept: 'versie',
    room: 'zaal',
    alerts: 'meldingen',
    web: 'pagina’s',
    speakers: 'spreker',
  },

  doctor: (title) => `Controle van ${title}`,
  healthy: 'Er is niets mis.',
  found: (count) => `${count} ${plural(count, 'ding', 'dingen')} om naar te kijken`,
  moreFindings: more,
  findings: {
    sourceUnreadable: (since, reason) =>
      `De bron is sinds ${since} niet te lezen; de laatste goede versie blijft in gebruik. ${reason}`,
    sourceSetAside: (since) =>
      `Bij de start, ${since}, kon de laatste versie van het programma niet worden geladen; tot de bron weer gelezen is, geldt die ervoor.`,
    sourceShrunken: (since, lost, of) =>
      `Sinds ${since} ontbreken in de bron ${lost} van de ${of} lezingen die nog komen. Dat lijkt kapot, dus de versie ervoor blijft in gebruik.`,
    sourcePast: (since, lost, of) =>
      `Sinds ${since} liggen in de bron ${lost} van de ${of} lezingen die nog komen in het verleden, zoals in het programma van vorig jaar. De versie ervoor blijft in gebruik.`,
    sourceStale: (checked) =>
      `De bron is laatst gelezen: ${checked}. Wijzigingen sindsdien zijn onbekend.`,
    noTalks: 'Het programma heeft geen lezingen.',
    over: (end) => `De conferentie eindigde ${end}. Is dit het programma van een ander jaar?`,
    farAhead: (start) => `De conferentie begint pas ${start}. Is dit het juiste programma?`,
    channelForbidden: (lacking) => `Daar kan ik niet schrijven. Wat ontbreekt: ${lacking}.`,
    channelRefused: (at, code) =>
      `het laatste bericht, ${at}, is geweigerd (${code}); het log zegt waarom.`,
    roomFeedFails: (since, reason) =>
      `Hoe vol zalen zijn, is sinds ${since} niet te lezen; alleen wat vrijwilligers zeggen telt. ${reason}`,
    unheardRooms: (rooms) => `Zalen die geen kanaal aankondigt: ${rooms}.`,
    roomClash: (room, one, other) => `${room} is dubbel bezet: “${one}” en “${other}”.`,
    ungranted: (permissions) =>
      `Deze versie vraagt om rechten die er niet waren toen de app werd geïnstalleerd: ${permissions}. Geef de app het nieuwe manifest, sla het op, en installeer de app nog eens; tot dan werkt al het andere als voorheen.`,
    slow: (perMinute, remedy) =>
      `De server laat me ongeveer ${perMinute} berichten per minuut sturen, en daar redt geen conferentie het mee. ${remedy}`,
    noTick: (last) =>
      `De klok die berichten plant, tikte voor het laatst: ${last}. Dat hoort elke minuut te zijn; zie het log.`,
  },
};

export const installation: InstallationMessages = {
  done: {
    title: 'Hallway is geïnstalleerd',
    link: 'Werkruimte openen',
  },
  canceled: {
    title: 'Er is niets geïnstalleerd',
    text: 'De installatie is afgebroken. Van je werkruimte wordt hier niets bewaard.',
    link: 'Hallway toch installeren',
  },
  organisation: {
    title: 'Niet voor een hele organisatie',
    text: 'Hallway wordt per werkruimte geïnstalleerd, want elke werkruimte heeft een eigen conferentie en organisatie. Er is niets bewaard. Verwijder de app weer uit de organisatie, en kies dan één werkruimte.',
    link: 'Hallway in een werkruimte installeren',
  },
  begunElsewhere: {
    title: 'Deze installatie kan niet worden afgemaakt',
    text: 'Ze is in een andere browser begonnen, was al af, of heeft te lang gewacht. Elke geldt één keer, tien minuten lang.',
    link: 'Opnieuw beginnen',
  },
  failed: {
    title: 'De installatie is mislukt',
    text: 'Er is niets geïnstalleerd. Probeer het over een minuut nog eens; mislukt het weer, dan vindt wie deze Hallway draait de reden in het log.',
    link: 'Opnieuw beginnen',
  },
};

export const organiserNaming = (slash: Slash): OrganiserNaming => ({
  sayAs: `Zeg het met ${slash('conference use')} … as:replace, of as:add.`,
  nothingToDrop: `Zo’n conferentie heeft deze community niet gekozen. ${slash('conference use')} neemt er een.`,
  noChannels: `Er wordt in geen enkel kanaal aangekondigd. ${slash('conference announce')} begint ermee.`,
  findings: {
    zoneIsUtc: `Tijden gelden als UTC. Is het ergens anders: ${slash('conference use')} BRON Europe/Brussels.`,
    noSubscription: `Er wordt in geen enkel kanaal aangekondigd. ${slash('conference announce')} begint ermee.`,
    channelMissing: `is er niet meer, of ik zie het niet. Nodig me uit, of stop ermee met ${slash('conference mute')}.`,
    alertsMissing: `is er niet meer, of ik zie het niet, en meldingen gaan daarheen. Nodig me uit, of noem een ander met ${slash('conference alerts')}.`,
    mentionGone: `de rol die vermeld moet worden bestaat niet meer, dus niemand wordt vermeld. ${slash('conference announce')} noemt een andere, of geen.`,
    streamsGone: (rooms) =>
      `Er staat een stream voor zalen die niet meer in het programma staan: ${rooms}. ${slash('conference stream')} zet hem onder hun nieuwe naam.`,
    unknownPlaces: (slugs) =>
      `wacht op zalen of tracks die niet in het programma staan: ${slugs}. ${slash('conference announce')} zet nieuwe.`,
  },
});

export const installationNaming = (slash: Slash): InstallationNaming => ({
  done: {
    text: `In je werkruimte laat ${slash('help')} zien wat het kan, en ${slash('conference use')} BRON geeft het jullie programma.`,
  },
});
