import type {
  AfterwardsMessages,
  AgendaMessages,
  AgendaNaming,
  HomeMessages,
  HomeNaming,
  SettingsMessages,
} from '../en/agenda.ts';
import type { Slash } from '../slash.ts';

export const agenda: AgendaMessages = {
  title: 'Meine Vorträge',
  summary: (talks, clashing) => {
    const count = talks === 1 ? '1 Vortrag auf deiner Liste' : `${talks} Vorträge auf deiner Liste`;
    if (clashing === 0) return count;
    if (clashing < talks) return `${count}, ${clashing} davon überschneiden sich`;
    return `${count}, ${talks === 2 ? 'beide' : 'alle'} überschneiden sich`;
  },
  empty: 'Deine Liste ist leer. Drücke bei einem Vortrag auf „☆ Merken“, dann steht er hier.',
  clash: (titles) => `⚠ überschneidet sich mit ${titles}`,
  quoted: (title) => `„${title}“`,
  reminders: (minutes) =>
    minutes === 0
      ? 'Erinnert wird zum Beginn eines Vortrags.'
      : `Erinnert wird ${minutes} Min. vor Beginn eines Vortrags.`,
  volume: {
    quiet:
      'Leise: Hier kommen weder Erinnerungen noch die Morgennachricht. Was mit diesen Vorträgen geschieht, erfährst du weiterhin.',
    silent: 'Stumm: Hier wird nichts gesendet, auch nicht, dass ein Vortrag ausfällt.',
  },
  sendList: 'Als Direktnachricht',
  calendar: 'Kalenderdatei',
  whatToSee: 'Was soll ich sehen?',

  started: 'Deine Liste steht jetzt in deinen Direktnachrichten und bleibt dort aktuell.',
  alreadyStarred: (title) => `${title} steht schon auf deiner Liste.`,
  notStarred: 'Dieser Vortrag steht nicht auf deiner Liste.',
  listIsBelow: 'Deine Liste steht jetzt in einer neueren Nachricht weiter unten.',
  listArrived: 'Deine Liste steht in deinen Direktnachrichten.',
  listSent: 'Deine Liste ist unterwegs in deine Direktnachrichten.',

  leadTitle: 'Vorlauf der Erinnerungen',
  leadTitleOf: 'Daran erinnern',
  leadLabel: 'Minuten vor Beginn eines Vortrags',
  leadLabelOf: 'Minuten vor Beginn',
  leadHint: (most) => `Eine ganze Zahl von 0 bis ${most}`,
  leadForAll: 'Für alle Vorträge ohne eigenen Vorlauf',
  leadForOne: 'Nur für diesen Vortrag',
  reminder: (minutes) =>
    minutes === 0
      ? 'Du wirst zum Beginn erinnert.'
      : `Du wirst ${minutes} Min. vor Beginn erinnert.`,
  ownLead: (minutes) =>
    minutes === 0 ? 'Erinnerung zum Beginn' : `Erinnerung ${minutes} Min. vorher`,
  ownLeads: (talks) =>
    talks === 1
      ? '1 Vortrag hat einen eigenen Vorlauf.'
      : `${talks} Vorträge haben einen eigenen Vorlauf.`,
  snooze: (minutes: number) => `In ${minutes} Min. noch einmal`,
  snoozed: (clock: string) => `Um ${clock} kommt die Erinnerung noch einmal.`,
  snoozedAlready: 'Diese Erinnerung kommt bereits noch einmal.',
  snoozeTooLate: (clock: string) => `Dafür ist es zu spät: Es beginnt um ${clock}.`,
  snoozeGone: 'Diese Erinnerung ist zu alt, um noch einmal zu kommen.',
  sharedTitle: 'Ausgesuchte Vorträge',
  shared: (talks, who = 'Jemand') =>
    talks === 1
      ? `${who} teilt hier den Vortrag der eigenen Liste, der noch kommt.`
      : `${who} teilt hier die ${talks} Vorträge der eigenen Liste, die noch kommen.`,
  nothingToShare: 'Kein Vortrag auf deiner Liste kommt noch.',
  sharePreview: 'So sehen es alle: diese Vorträge und sonst nichts von dir. Noch sieht es niemand.',
  postHere: 'Hier posten',
  leadWrong: (value, most) => `„${value}“ ist keine Anzahl Minuten von 0 bis ${most}.`,

  calendarReady: (talks) =>
    talks === 1
      ? 'Ein Vortrag für deinen Kalender. Nach einer Änderung einfach neu importieren: Einträge werden ersetzt, nicht verdoppelt.'
      : `${talks} Vorträge für deinen Kalender. Nach einer Änderung einfach neu importieren: Einträge werden ersetzt, nicht verdoppelt.`,
  calendarFile: 'meine-vortraege.ics',
  calendarTalkFile: 'vortrag.ics',

  digestOn: 'An jedem Konferenztag um 08:00 bekommst du deine Vorträge des Tages.',
  digestHeld:
    'Aber nicht, solange deine Liste hier leise oder stumm ist: Wähle „Alles“ in den Einstellungen.',
  digestOff: 'Keine Morgennachricht mehr.',

  exported: 'Das ist alles, was über dich gespeichert ist.',
  exportFile: 'hallway-export.json',
  nothingKept: 'Über dich ist nichts gespeichert.',
  forgotten:
    'Alles über dich Gespeicherte ist gelöscht: deine Liste, Einstellungen und verknüpften Konten.',

  linked:
    'Verknüpft: Eine Liste gilt für alle diese Konten. Wähle in den Einstellungen „Leise“, wo du keine Erinnerungen möchtest.',
  linkOwn: 'Diese Konten sind schon verknüpft.',
  linkTooMany: 'Zu viele falsche Codes. Versuche es in 10 Minuten wieder.',
  unlinked:
    'Getrennt: Dieses Konto behält eine eigene Kopie der Liste; anderswo bleibt sie, wie sie war.',
  notLinked: 'Kein anderes Konto ist verknüpft.',
};

export const afterwards: AfterwardsMessages = {
  offer: {
    recordings: 'Aufzeichnungen melden (Liste bleibt dafür bis zu 180 Tage)',
    feedback: 'Danach fragen, wie Vorträge waren',
  },
  on: {
    recordings:
      'Sobald das Programm auf die Aufzeichnung eines Vortrags aus deiner Liste oder deinen Abos verweist, erfährst du es. Dafür bleibt beides bis dahin gespeichert, höchstens 180 Tage nach der Konferenz.',
    feedback:
      'Ist ein Vortrag aus deiner Liste vorbei, wirst du gefragt, wie er war, wo die Orga das wissen will.',
    says: 'Du bekommst, was die Orga an viele schreibt.',
  },
  off: {
    recordings: 'Aufzeichnungen werden dir nicht mehr gemeldet.',
    feedback: 'Du wirst nicht mehr gefragt, wie Vorträge waren.',
    says: 'Du bekommst nicht mehr, was die Orga an viele schreibt. Was sich bei Vorträgen auf deiner Liste ändert, erfährst du wie bisher.',
  },
  held: 'Nicht, solange deine Liste hier so leise ist: Wähle „Alles“ in den Einstellungen.',
  recordings: (count) =>
    count === 1 ? 'Eine Aufzeichnung ist da' : `${count} Aufzeichnungen sind da`,
  howWasIt: (count) => (count === 1 ? 'Wie war es?' : 'Wie waren sie?'),
  stopRecordings: 'Keine Aufzeichnungen mehr',
  stopFeedback: 'Nicht mehr fragen',
};

export const home: HomeMessages = {
  findTitle: 'Vortrag finden',
  findPlaceholder: 'Titel, Vortragende, Thema …',
  addPlaceholder: 'Einen Vortrag für deine Liste finden …',
  shareTitle: 'Teilen',
  shareWhere: 'Wo?',
  organisersPlaceholder: 'Personen auswählen …',
  forget: 'Vergiss mich',
  forgetTitle: 'Alles vergessen?',
  forgetAsk:
    'Deine Liste, Einstellungen und verknüpften Konten werden gelöscht, und es kommt keine Erinnerung mehr.',
  keep: 'Behalten',
  fileSent: 'Die Datei ist in deinen Direktnachrichten mit Hallway.',
  fileRefused: (reason) =>
    `Die Datei ließ sich nicht in deine Direktnachrichten senden: Die Plattform sagt „${reason}“. Wer Hallway hier betreibt, kann das beheben.`,
  exportData: 'Meine Daten',
  settings: 'Einstellungen',
  group: 'eine Nutzergruppe, @here oder @channel zum Erwähnen',
  invite: (name) => `eine Einladung: schreibe „/invite ${name}“ in diesen Kanal`,
};

/** What names commands, which each platform has its own way to type. */
export const agendaNaming = (slash: Slash): AgendaNaming => ({
  directMessagesClosed: `Meine Direktnachrichten erreichen dich nicht, also auch keine Erinnerung. Erlaube Direktnachrichten aus dieser Community, oder bitte, wer sie betreut, dass ich dir schreiben darf; drücke dann in ${slash('mytalks')} auf „Als Direktnachricht“.`,
  // Typed where the other account is, whatever commands are called here.
  linkCode: (code) =>
    `Gib innerhalb von 10 Minuten bei deinem anderen Konto /mytalks link ${code} ein. Wer den Code eingibt, teilt deine Liste; zeig ihn niemandem.`,
  linkUnknown: `Dieser Code ist falsch, verbraucht oder älter als 10 Minuten. ${slash('mytalks link')} macht einen neuen.`,
});

/** What names commands, which each platform has its own way to type. */
export const homeNaming = (slash: Slash): HomeNaming => ({
  organisers: `Wer außer den Admins ${slash('conference')} benutzen darf`,
});

/** What a member sets, and how it stands. */
export const settings: SettingsMessages = {
  title: 'Einstellungen',
  about:
    'Erinnerungen, Sprache und Zeitzone gelten für alle verknüpften Konten, das Übrige für dieses. Nur du siehst das.',
  lead: 'Erinnerungen',
  leadAsk: 'Wann?',
  leadOf: (minutes: number) => (minutes === 0 ? 'zum Beginn' : `${minutes} Min. vorher`),
  leadOther: 'Andere Zeit …',
  volume: 'Was hier ankommt',
  volumeAsk: 'Wie viel?',
  volumes: {
    full: { label: 'Alles' },
    quiet: {
      label: 'Leise',
      description: 'keine Erinnerungen, nur was mit meinen Vorträgen geschieht',
    },
    silent: { label: 'Stumm', description: 'nichts, auch nicht, dass ein Vortrag ausfällt' },
  },
  language: 'Sprache',
  languageAsk: 'Welche?',
  asTold: (told) => `Wie in der App (${told})`,
  zone: 'Zeitzone',
  zoneAsk: 'In welcher Zeitzone, neben der Ortszeit?',
  untold: 'Wie die App sie zeigt',
  venueZone: (zone) => `Nur die Ortszeit (${zone})`,
  zoneOther: 'Eine andere …',
  zoneLabel: 'Zeitzone',
  zoneHint: 'Ein Name wie Europe/Lisbon oder die Stadt',
  zoneSet: (zone) => `Zeiten stehen jetzt neben der Ortszeit auch in der Zeitzone ${zone}.`,
  noSuchZone: (typed) => `„${typed}“ ist keine Zeitzone. Zeitzonen heißen etwa Europe/Lisbon.`,
  zoneMeant: 'War eine von diesen gemeint?',
  switches: {
    digest: 'Morgennachricht',
    recordings: 'Aufzeichnungen',
    feedback: 'Wie war es?',
    says: 'Von der Orga',
  },
  switchOf: (what: string, isOn: boolean) => (isOn ? `✓ ${what}: an` : `${what}: aus`),
};
