import type {
  AfterwardsMessages,
  AgendaMessages,
  AgendaNaming,
  HomeMessages,
  HomeNaming,
  SettingsMessages,
} from '../en/agenda.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const agenda: AgendaMessages = {
  title: 'Mijn lezingen',
  summary: (count, clashing) => {
    const listed = `${talks(count)} op je lijst`;
    if (clashing === 0) return listed;
    if (clashing < count) return `${listed}, waarvan ${clashing} elkaar overlappen`;
    return `${listed}, die elkaar ${count === 2 ? 'overlappen' : 'allemaal overlappen'}`;
  },
  empty: 'Je lijst is leeg. Druk bij een lezing op “☆ Bewaren”, dan staat ze hier.',
  clash: (titles) => `⚠ tegelijk met ${titles}`,
  quoted: (title) => `“${title}”`,
  reminders: (minutes) =>
    minutes === 0
      ? 'Herinneringen komen als een lezing begint.'
      : `Herinneringen komen ${minutes} min voor een lezing begint.`,
  volume: {
    quiet:
      'Rustig hier: geen herinneringen en geen ochtendbericht. Wat er met deze lezingen gebeurt, hoor je wel.',
    silent: 'Stil hier: er wordt niets gestuurd, ook niet als een lezing niet doorgaat.',
  },
  sendList: 'Als privébericht',
  calendar: 'Agendabestand',
  whatToSee: 'Wat moet ik zien?',

  started: 'Je lijst staat nu in je privéberichten en blijft daar actueel.',
  alreadyStarred: (title) => `${title} staat al op je lijst.`,
  notStarred: 'Die lezing staat niet op je lijst.',
  listIsBelow: 'Je lijst staat nu in een nieuwer bericht, verder naar onderen.',
  listArrived: 'Je lijst staat in je privéberichten.',
  listSent: 'Je lijst is onderweg naar je privéberichten.',

  leadTitle: 'Wanneer herinneren',
  leadTitleOf: 'Herinner me hieraan',
  leadLabel: 'Minuten voor een lezing begint',
  leadLabelOf: 'Minuten voor het begin',
  leadHint: (most) => `Een heel getal van 0 tot ${most}`,
  leadForAll: 'Voor alle lezingen zonder eigen tijd',
  leadForOne: 'Alleen voor deze lezing',
  reminder: (minutes) =>
    minutes === 0
      ? 'Je krijgt een herinnering als ze begint.'
      : `Je krijgt ${minutes} min voor het begin een herinnering.`,
  ownLead: (minutes) =>
    minutes === 0 ? 'herinnering bij het begin' : `herinnering ${minutes} min van tevoren`,
  ownLeads: (count) => `${talks(count)} ${plural(count, 'heeft', 'hebben')} een eigen tijd.`,
  snooze: (minutes) => `Nog eens over ${minutes} min`,
  snoozed: (clock) => `Om ${clock} krijg je nog een herinnering.`,
  snoozedAlready: 'Je hebt al om nog een herinnering gevraagd.',
  snoozeTooLate: (clock) => `Daar is het te laat voor: het begint om ${clock}.`,
  snoozeGone: 'Deze herinnering is te oud om nog eens te komen.',
  sharedTitle: 'Gekozen lezingen',
  shared: (count, who = 'Iemand hier') =>
    count === 1
      ? `${who} deelt de lezing van de eigen lijst die nog komt.`
      : `${who} deelt de ${count} lezingen van de eigen lijst die nog komen.`,
  nothingToShare: 'Op je lijst staat geen lezing meer die nog komt.',
  sharePreview:
    'Zo ziet iedereen het: deze lezingen, en verder niets van jou. Nu ziet nog niemand het.',
  postHere: 'Hier plaatsen',
  leadWrong: (value, most) => `“${value}” is geen aantal minuten van 0 tot ${most}.`,

  calendarReady: (count) =>
    `${plural(count, 'Eén lezing', `${count} lezingen`)} voor je agenda. Importeer het bestand na een wijziging opnieuw: wat erin staat wordt vervangen, niet verdubbeld.`,
  calendarFile: 'mijn-lezingen.ics',
  calendarTalkFile: 'lezing.ics',

  digestOn: 'Elke conferentiedag krijg je om 08:00 je lezingen van die dag.',
  digestHeld: 'Maar niet zolang je lijst hier rustig of stil is: kies “Alles” in de instellingen.',
  digestOff: 'Geen ochtendbericht meer.',

  exported: 'Dit is alles wat over je wordt bewaard.',
  exportFile: 'hallway-export.json',
  nothingKept: 'Over jou wordt niets bewaard.',
  forgotten:
    'Alles wat over je werd bewaard is gewist: je lijst, instellingen en gekoppelde accounts.',

  linked:
    'Gekoppeld: één lijst voor al deze accounts. Kies “Rustig” in de instellingen waar je geen herinneringen wilt.',
  linkOwn: 'Deze accounts zijn al gekoppeld.',
  linkTooMany: 'Te veel verkeerde codes. Probeer het over 10 minuten nog eens.',
  unlinked:
    'Ontkoppeld: dit account houdt een eigen kopie van de lijst; elders blijft de lijst zoals ze was.',
  notLinked: 'Er is geen ander account gekoppeld.',
};

export const afterwards: AfterwardsMessages = {
  offer: {
    recordings: 'Meld me nieuwe opnames (bewaart mijn lijst tot 180 dagen)',
    feedback: 'Vraag me achteraf hoe lezingen waren',
  },
  on: {
    recordings:
      'Zodra het programma verwijst naar de opname van een lezing die op je lijst staat of die je volgt, hoor je dat. Daarvoor blijven je lijst en wat je volgt tot dan bewaard, hoogstens 180 dagen na de conferentie.',
    feedback:
      'Is een lezing van je lijst voorbij, dan wordt je gevraagd hoe ze was, als de organisatie dat wil weten.',
    says: 'Je krijgt wat de organisatie aan een hele groep schrijft.',
  },
  off: {
    recordings: 'Opnames worden je niet meer gemeld.',
    feedback: 'Er wordt je niet meer gevraagd hoe lezingen waren.',
    says: 'Je krijgt niet meer wat de organisatie aan een hele groep schrijft. Wat er verandert aan lezingen op je lijst, hoor je als voorheen.',
  },
  held: 'Niet zolang je lijst hier zo rustig is: kies “Alles” in de instellingen.',
  recordings: (count) => plural(count, 'Er is een opname', `Er zijn ${count} opnames`),
  howWasIt: (count) => plural(count, 'Hoe was het?', 'Hoe waren ze?'),
  stopRecordings: 'Geen opnames meer',
  stopFeedback: 'Vraag het me niet',
};

export const home: HomeMessages = {
  findTitle: 'Een lezing zoeken',
  findPlaceholder: 'Titel, spreker, onderwerp …',
  addPlaceholder: 'Zoek een lezing voor je lijst …',
  shareTitle: 'Delen',
  shareWhere: 'Waar?',
  organisersPlaceholder: 'Kies mensen …',
  forget: 'Vergeet mij',
  forgetTitle: 'Alles vergeten?',
  forgetAsk:
    'Je lijst, instellingen en gekoppelde accounts worden gewist, en er komt geen herinnering meer.',
  keep: 'Behouden',
  fileSent: 'Het bestand staat in je privéberichten met Hallway.',
  fileRefused: (reason) =>
    `Het bestand kon niet naar je privéberichten: het platform zegt “${reason}”. Wie Hallway hier draait, kan dat verhelpen.`,
  exportData: 'Mijn gegevens',
  settings: 'Instellingen',
  group: 'een gebruikersgroep, @here of @channel om te vermelden',
  invite: (name) => `een uitnodiging: schrijf “/invite ${name}” in dat kanaal`,
};

/** Wat commando’s noemt. */
export const agendaNaming = (slash: Slash): AgendaNaming => ({
  directMessagesClosed: `Mijn privéberichten bereiken je niet, dus herinneringen ook niet. Sta privéberichten uit deze community toe, of vraag wie haar beheert of ik je mag schrijven; druk dan in ${slash('mytalks')} op “Als privébericht”.`,
  // Wordt getypt waar het andere account is, hoe commando’s hier ook heten.
  linkCode: (code) =>
    `Typ binnen 10 minuten /mytalks link ${code} waar je andere account is. Wie dat typt, deelt je lijst: laat het niemand zien.`,
  linkUnknown: `Deze code is verkeerd, gebruikt of ouder dan 10 minuten. ${slash('mytalks link')} maakt een nieuwe.`,
});

export const homeNaming = (slash: Slash): HomeNaming => ({
  organisers: `Wie naast de beheerders ${slash('conference')} mag gebruiken`,
});

/** Wat iemand instelt. */
export const settings: SettingsMessages = {
  title: 'Instellingen',
  about:
    'Herinneringen, taal en tijdzone gelden voor al je gekoppelde accounts, de rest voor dit account. Alleen jij ziet dit.',
  lead: 'Herinneringen',
  leadAsk: 'Wanneer?',
  leadOf: (minutes) => (minutes === 0 ? 'bij het begin' : `${minutes} min van tevoren`),
  leadOther: 'Een andere tijd …',
  volume: 'Wat hier komt',
  volumeAsk: 'Hoeveel?',
  volumes: {
    full: { label: 'Alles' },
    quiet: {
      label: 'Rustig',
      description: 'geen herinneringen, alleen wat er met mijn lezingen gebeurt',
    },
    silent: { label: 'Stil', description: 'niets, ook niet als een lezing niet doorgaat' },
  },
  language: 'Taal',
  languageAsk: 'Welke?',
  asTold: (told) => `Zoals in de app (${told})`,
  zone: 'Tijdzone',
  zoneAsk: 'In welke tijdzone, naast die ter plaatse?',
  untold: 'Zoals de app het toont',
  venueZone: (zone) => `Alleen die ter plaatse (${zone})`,
  zoneOther: 'Een andere …',
  zoneLabel: 'Tijdzone',
  zoneHint: 'Een naam als Europe/Lisbon, of de stad',
  zoneSet: (zone) => `Tijden staan nu ook in de tijdzone ${zone}, naast die ter plaatse.`,
  noSuchZone: (typed) => `“${typed}” is geen tijdzone: die hebben namen als Europe/Lisbon.`,
  zoneMeant: 'Bedoelde je een van deze?',
  switches: {
    digest: 'Ochtendbericht',
    recordings: 'Opnames',
    feedback: 'Hoe was het?',
    says: 'Van de organisatie',
  },
  switchOf: (what, isOn) => (isOn ? `✓ ${what}: aan` : `${what}: uit`),
};
