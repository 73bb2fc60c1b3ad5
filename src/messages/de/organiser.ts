import type {
  InstallationMessages,
  InstallationNaming,
  OrganiserMessages,
  OrganiserNaming,
} from '../en/organiser.ts';
import type { Slash } from '../slash.ts';

function talksIn(count: number): string {
  return count === 1 ? '1 Vortrag' : `${count} Vorträge`;
}

export const organiser: OrganiserMessages = {
  title: 'Konferenz',
  onlyInCommunity: 'Das geht auf einem Server oder in einem Workspace, nicht in Direktnachrichten.',
  again: 'Noch einmal nachsehen',

  status: (title) => `Status: ${title}`,
  statusSummary: (talks, waiting) =>
    `${talksIn(talks)}, ${waiting} ${waiting === 1 ? 'Nachricht wartet' : 'Nachrichten warten'}`,
  source: 'Quelle',
  page: 'Gefunden auf',
  version: 'Fassung',
  zone: 'Zeitzone',
  programme: 'Programm',
  programmeCount: (talks, rooms, canceled) =>
    `${talksIn(talks)} in ${rooms === 1 ? '1 Raum' : `${rooms} Räumen`}${canceled === 0 ? '' : `, ${canceled === 1 ? '1 fällt' : `${canceled} fallen`} aus`}`,
  takenAt: 'Letzte Änderung',
  checkedAt: 'Zuletzt gelesen',
  failing: 'Gestört seit',
  lastTick: 'Letzter Takt',
  lastSent: 'Letzte Nachricht',
  lastHour: 'Letzte Stunde',
  nothingSent: 'nichts wurde gesendet',
  allOnTime: 'alles pünktlich',
  worst: (due, kind, lateness) => `${kind} von ${due}, ${lateness}`,
  never: 'nie',
  outbox: 'Nachrichten',
  counts: ({ pending, sending, sent, failed, expired }) =>
    `${pending} wartend, ${sending} unterwegs, ${sent} gesendet, ${failed} gescheitert, ${expired} verfallen`,
  delays: 'Verspätungen',
  delay: (room, minutes) =>
    minutes > 0 ? `${room} ${minutes} Min. später` : `${room} ${-minutes} Min. früher`,
  streams: 'Streams',
  withStream: 'mit Stream',
  streamSet: (room) => `Was in ${room} läuft, sieht man live auf`,
  streamCleared: (room, told) =>
    told
      ? `${room} hat keine eigene Adresse mehr; die des Programms gilt.`
      : `${room} hat keinen Stream mehr.`,
  noStreamAddress: (typed) =>
    `„${typed}“ ist keine Adresse eines Streams. Sie beginnt mit https:// und enthält kein Passwort; „none“ nimmt die des Raums weg.`,
  roomFeed: 'Raumlage',
  roomFeedFrom: (address) =>
    `Wie voll Räume sind, wird von ${address} gelesen, jede Minute, solange etwas läuft.`,
  noRoomFeed: 'Wie voll Räume sind, sagen allein die Helfenden.',
  noRoomFeedAddress: (typed) =>
    `„${typed}“ ist keine Adresse dafür, wie voll Räume sind. Sie beginnt mit https:// und enthält kein Passwort; „none“ nimmt die jetzige weg.`,
  roomFeedFails: (reason) => `Wie voll Räume sind, lässt sich nicht lesen. ${reason}`,
  roomFeedUnknown: (names) =>
    `Die Adresse dafür, wie voll Räume sind, nennt Räume, die das Programm nicht hat: ${names}.`,
  roomFeedReadAt: (address, at) => `${address}, gelesen ${at}`,
  roomStates: 'Räume jetzt',
  channels: 'Kanäle',
  ahead: (lead) => `${lead} Min. vorher`,
  kinds: { announcements: 'Ankündigungen', notices: 'Änderungen', digest: 'Tagesübersicht' },
  everything: 'alles',

  used: (title, talks, zone) =>
    `Diese Community folgt jetzt ${title}: ${talksIn(talks)}, Zeiten in ${zone}.`,
  added: (title, talks, zone) =>
    `Diese Community hat auch ${title}: ${talksIn(talks)}, Zeiten in ${zone}.`,
  asks: (title, talks, present) =>
    `${title} (${talksIn(talks)}) lässt sich lesen. Soll das ${present ?? 'die jetzige Konferenz'} ersetzen oder dazukommen?`,
  useAs: { replace: 'Ersetzen', add: 'Dazunehmen' },
  starsStay: 'Was Leute sich gemerkt haben, bleibt auf ihren Listen.',
  asksDrop: 'Welche Konferenz soll entfernt werden?',
  lost: (channels, changes) =>
    [
      channels === 0
        ? 'wird nirgends angekündigt.'
        : `wird in ${channels === 1 ? '1 Kanal' : `${channels} Kanälen`} nicht mehr angekündigt.`,
      ...(changes === 0
        ? []
        : [
            changes === 1
              ? 'Verloren geht, was ihr dort geändert habt: 1 Verspätung, Vortrag oder Stream.'
              : `Verloren geht, was ihr dort geändert habt: ${changes} Verspätungen, Vorträge und Streams.`,
          ]),
    ].join(' '),
  drop: (title) => `${title} entfernen`,
  dropped: (title) => `Diese Community hat ${title} nicht mehr.`,
  several:
    'Diese Seite bietet mehrere Programme an. Welches ist das der Konferenz? Das erste ließ sich lesen; die anderen werden gelesen, sobald eines gewählt ist.',
  take: (address) => `${address} nehmen`,
  noSuchZone: (zone) =>
    `Eine Zeitzone „${zone}“ gibt es nicht. Man schreibt sie wie Europe/Brussels.`,
  notUsed: (reason) => `Das Programm wurde nicht übernommen. ${reason}`,

  noSuchKind: (kind, kinds) => `Eine Art „${kind}“ gibt es nicht, nur ${kinds}.`,
  channelMissing:
    'Diesen Kanal gibt es nicht, oder ich sehe ihn nicht. Lade mich ein und versuche es noch einmal.',
  channelForbidden: (lacking) =>
    `Dort darf ich nicht schreiben. Es fehlt: ${lacking}. Gib mir das und versuche es noch einmal.`,
  lettingMention: (role) => `Jedem erlauben, diese Rolle zu @erwähnen (${role})`,
  unlocking: (permission) => `ein Thread, der nicht gesperrt ist (oder ${permission})`,
  mentioningAll: '@everyone, @here und alle Rollen erwähnen',
  announced: (language, what) => `erfährt auf ${language}: ${what}.`,
  mentions: 'Jede Ankündigung erwähnt',
  mentionsInNone: 'Erwähnt wird nur in Ankündigungen, und die kommen dort nicht.',
  mentionGone:
    'Die Rolle, die dort erwähnt werden soll, gibt es nicht mehr. Nenne eine andere, oder dass niemand erwähnt werden soll.',
  mentioned: 'Erwähnt',
  firstIs: (title, place) => `Als Nächstes kommt „${title}“, ${place}.`,
  noneFits: 'Kein Vortrag, der noch kommt, passt dazu.',
  muted: 'Dort wird nichts mehr angekündigt.',
  answersEverywhere: 'Wer Hallway in einem Kanal erwähnt, bekommt dort Antwort.',
  answersNowhere:
    'Erwähnungen in Kanälen werden nicht mehr beantwortet; Direktnachrichten und Befehle schon.',
  answersIn: 'Wer Hallway erwähnt, bekommt nur noch Antwort in',
  alertsIn: (language) =>
    `ist der Ort, an dem die Orga auf ${language} erfährt, was sie sich ansehen soll.`,
  alertsNowhere: 'Die Orga erfährt nirgends, was sie sich ansehen soll.',
  alertsBeside: 'Hinweise stehen hier nicht: Sie kommen, wenn es etwas anzusehen gibt, in',
  alertsOff: 'Die Orga erfährt nirgends mehr, was sie sich ansehen soll.',
  alerts: 'Hinweise',
  notAnnounced: 'Dort wurde ohnehin nichts angekündigt.',

  preview: (hours) => (hours === 1 ? 'Die nächste Stunde' : `Die nächsten ${hours} Stunden`),
  previewSummary: (posts) =>
    posts === 0 ? 'Es wird nichts angekündigt.' : posts === 1 ? '1 Beitrag' : `${posts} Beiträge`,
  tomorrow: 'morgen',
  digest: 'Übersicht des Tages',
  morePosts: (count) => (count === 1 ? 'und 1 weiterer Beitrag' : `und ${count} weitere Beiträge`),
  notListed: (counted) => `Nicht aufgeführt, als Direktnachrichten: etwa ${counted}.`,
  direct: {
    lists: (count) => `${count} Erinnerungen an Gemerktes`,
    followed: (count) => `${count} Erinnerungen an Abonniertes`,
    snoozed: (count) => `${count} verschobene Erinnerungen`,
    feedback: (count) => `${count} Fragen, wie Vorträge waren`,
    recordings: (count) => `${count} zu Aufzeichnungen`,
  },

  delayed: (room, minutes, talks) => {
    if (minutes === 0) return `${room} ist wieder pünktlich.`;
    const shift = minutes > 0 ? `${minutes} Min. später` : `${-minutes} Min. früher`;
    const count =
      talks === 1 ? '1 Vortrag, der heute noch kommt' : `${talks} Vorträge, die heute noch kommen`;
    return `${room}: ${shift}. Verschoben ${talks === 1 ? 'ist' : 'sind'} ${count}; wer betroffen ist, erfährt es.`;
  },

  interest: {
    title: (conference) => `Interesse an ${conference}`,
    none: 'Noch steht nichts auf den Listen von fünf Leuten oder mehr.',
    about: (moment) =>
      `Stand: ${moment}. Zahlen sind auf fünf gerundet, und was sich weniger als fünf Leute gemerkt haben, fehlt. Neue Zahlen kommen, sobald sich fünf Leute mehr etwas gemerkt haben.`,
    lists: (people) => `auf etwa ${people} Listen`,
    listsFor: (people, places) => `auf etwa ${people} Listen, ${places} Plätze`,
    tooMany: 'mehr, als hineinpassen',
    clashes: 'Von denselben Leuten gemerkt, und zur selben Zeit',
    both: (people) => `etwa ${people} Leute`,
    csv: 'Als CSV',
    files: 'Hier sind die Vorträge und was sich überschneidet, je als Tabelle.',
    talksFile: 'interesse.csv',
    clashesFile: 'interesse-ueberschneidungen.csv',
  },

  log: 'Wer hat was getan',
  logSummary: (acts) =>
    acts === 0
      ? 'Hier hat noch niemand etwas getan.'
      : acts === 1
        ? '1 Sache wurde getan'
        : `${acts} Dinge wurden getan`,
  toStatus: 'Status',
  former: 'jemand, der einmal zur Orga gehörte',
  nothing: 'nichts',
  acts: {
    use: 'Programm',
    drop: 'entfernt',
    announce: 'Ankündigungen in',
    mute: 'stummgeschaltet',
    answers: 'Antworten auf Erwähnungen',
    delay: 'Verspätung von',
    say: 'gesagt an',
    stream: 'Stream von',
    talk: 'Vortrag',
    organisers: 'Orga',
    helpers: 'Helfende',
    accept: 'Fassung',
    room: 'Raum',
    alerts: 'Hinweise',
    speakers: 'Vortragende',
    web: 'Seiten',
  },

  doctor: (title) => `Check-up: ${title}`,
  healthy: 'Alles in Ordnung.',
  found: (count) => (count === 1 ? '1 Auffälligkeit' : `${count} Auffälligkeiten`),
  moreFindings: (count) => `und ${count} weitere`,
  findings: {
    sourceUnreadable: (since, reason) =>
      `Die Quelle ist seit ${since} gestört; die letzte gute Fassung bleibt in Gebrauch. ${reason}`,
    sourceSetAside: (since) =>
      `Beim Start, ${since}, ließ sich die letzte Fassung des Programms nicht laden; bis die Quelle wieder gelesen ist, gilt die davor.`,
    sourceShrunken: (since, lost, of) =>
      `Seit ${since} fehlen in der Quelle ${lost} von ${of} kommenden Vorträgen. Das sieht kaputt aus, darum bleibt die Fassung davor in Gebrauch.`,
    sourcePast: (since, lost, of) =>
      `Seit ${since} liegen in der Quelle ${lost} von ${of} kommenden Vorträgen in der Vergangenheit, wie im Programm des letzten Jahres. Die Fassung davor bleibt in Gebrauch.`,
    sourceStale: (checked) =>
      `Die Quelle wurde zuletzt gelesen: ${checked}. Spätere Änderungen sind unbekannt.`,
    noTalks: 'Das Programm hat keine Vorträge.',
    over: (end) => `Die Konferenz endete ${end}. Ist das das Programm eines anderen Jahres?`,
    farAhead: (start) => `Die Konferenz beginnt erst ${start}. Ist das das richtige Programm?`,
    channelForbidden: (lacking) => `Dort darf ich nicht schreiben. Es fehlt: ${lacking}.`,
    channelRefused: (at, code) =>
      `Die letzte Nachricht, ${at}, wurde abgelehnt (${code}); das Log sagt, warum.`,
    roomFeedFails: (since, reason) =>
      `Wie voll Räume sind, lässt sich seit ${since} nicht lesen; es gilt allein, was Helfende sagen. ${reason}`,
    unheardRooms: (rooms) => `Räume, die kein Kanal ankündigt: ${rooms}.`,
    roomClash: (room, one, other) => `${room} ist doppelt belegt: „${one}“ und „${other}“.`,
    ungranted: (permissions) =>
      `Diese Version bittet um Rechte, die es bei der Installation der App noch nicht gab: ${permissions}. Gib der App ihr neues Manifest, speichere es und installiere sie noch einmal; bis dahin geht alles andere wie bisher.`,
    slow: (perMinute, remedy) =>
      `Der Server lässt mich etwa ${perMinute} Nachrichten in der Minute senden, womit keine Konferenz auskommt. ${remedy}`,
    noTick: (last) =>
      `Der Takt, der Nachrichten plant, kam zuletzt: ${last}. Er sollte jede Minute kommen; das Log sagt mehr.`,
  },
};

export const installation: InstallationMessages = {
  done: {
    title: 'Hallway ist installiert',
    link: 'Workspace öffnen',
  },
  canceled: {
    title: 'Es wurde nichts installiert',
    text: 'Die Installation wurde abgebrochen. Von eurem Workspace ist hier nichts gespeichert.',
    link: 'Hallway doch installieren',
  },
  organisation: {
    title: 'Nicht für eine ganze Organisation',
    text: 'Hallway wird in jeden Workspace einzeln installiert, da jeder seine eigene Konferenz und sein eigenes Organisationsteam hat. Gespeichert wurde nichts. Bitte entferne die App wieder aus der Organisation und wähle dann einen Workspace.',
    link: 'Hallway in einen Workspace installieren',
  },
  begunElsewhere: {
    title: 'Diese Installation lässt sich nicht abschließen',
    text: 'Sie wurde in einem anderen Browser begonnen, ist schon abgeschlossen oder lag zu lange. Jede gilt einmal, zehn Minuten lang.',
    link: 'Neu beginnen',
  },
  failed: {
    title: 'Die Installation ist fehlgeschlagen',
    text: 'Es wurde nichts installiert. Versuche es in einer Minute noch einmal; scheitert es wieder, findet, wer dieses Hallway betreibt, den Grund im Log.',
    link: 'Neu beginnen',
  },
};

/** What names commands, which each platform has its own way to type. */
export const organiserNaming = (slash: Slash): OrganiserNaming => ({
  sayAs: `Sag es mit ${slash('conference use')} … as:replace oder as:add.`,
  nothingToDrop: `Eine solche Konferenz hat diese Community nicht gewählt. ${slash('conference use')} nimmt eine.`,
  noChannels: `In keinem Kanal wird angekündigt. ${slash('conference announce')} fängt damit an.`,
  findings: {
    zoneIsUtc: `Zeiten gelten als UTC. Liegt der Ort woanders: ${slash('conference use')} QUELLE Europe/Brussels.`,
    noSubscription: `In keinem Kanal wird angekündigt. ${slash('conference announce')} fängt damit an.`,
    channelMissing: `gibt es nicht mehr, oder ich sehe ihn nicht. Lade mich ein, oder beende es mit ${slash('conference mute')}.`,
    alertsMissing: `gibt es nicht mehr, oder ich sehe ihn nicht, und Hinweise gehen dorthin. Lade mich ein, oder nenne mit ${slash('conference alerts')} einen anderen.`,
    mentionGone: `die Rolle, die erwähnt werden soll, gibt es nicht mehr, also wird niemand erwähnt. ${slash('conference announce')} nennt eine andere, oder keine.`,
    streamsGone: (rooms) =>
      `Für Räume, die das Programm nicht mehr hat, ist ein Stream gesetzt: ${rooms}. ${slash('conference stream')} setzt ihn unter ihren neuen Namen.`,
    unknownPlaces: (slugs) =>
      `wartet auf Räume oder Tracks, die das Programm nicht hat: ${slugs}. ${slash('conference announce')} setzt neue.`,
  },
});

/** What names commands, which each platform has its own way to type. */
export const installationNaming = (slash: Slash): InstallationNaming => ({
  done: {
    text: `Im Workspace zeigt ${slash('help')}, was es kann, und ${slash('conference use')} QUELLE gibt ihm euer Programm.`,
  },
});
