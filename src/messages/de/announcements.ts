import type { AnnouncementMessages, LatenessMessages } from '../en/announcements.ts';

export const announcements: AnnouncementMessages = {
  startsIn: (count, span) =>
    count === 1 ? `Beginnt in ${span}` : `${count} Vorträge beginnen in ${span}`,
  startsNow: (count) => (count === 1 ? 'Beginnt jetzt' : `${count} Vorträge beginnen jetzt`),
  startedAgo: (count, span) =>
    count === 1 ? `Hat vor ${span} begonnen` : `${count} Vorträge haben vor ${span} begonnen`,
  one: (when, title) => `${when}: ${title}`,
  onYourList: (when) => `Auf deiner Liste: ${lowerFirst(when)}`,
  alsoStarting: (entries) => `Außerdem: ${entries.join('; ')}`,
  andMoreTalks: (count) => (count === 1 ? 'und noch einer' : `und ${count} weitere`),

  corrected: (clock) => `Angekündigt für ${clock}, seither geändert`,
  otherRoom: (before) => `anderer Raum, vorher ${before}`,
  movedTo: (place) => `verschoben auf ${place}`,

  change: {
    new: (title) => `Neu: ${title}`,
    canceled: (title) => `Fällt aus: ${title}`,
    reinstated: (title) => `Findet doch statt: ${title}`,
    moved: (title) => `Verschoben: ${title}`,
    edited: (title) => `Geändert: ${title}`,
  },
  heading: {
    new: 'Neuer Vortrag',
    canceled: 'Fällt aus',
    reinstated: 'Findet doch statt',
    moved: 'Verschoben',
    edited: 'Geändert',
  },
  kinds: {
    new: (count) => `${count} neu`,
    canceled: (count) => (count === 1 ? '1 fällt aus' : `${count} fallen aus`),
    reinstated: (count) => (count === 1 ? '1 findet doch statt' : `${count} finden doch statt`),
    moved: (count) => `${count} verschoben`,
    edited: (count) => `${count} geändert`,
  },
  changes: (count) => `${count} Änderungen am Programm`,
  later: (count, room, span) => `${count} Vorträge in ${room}: ${span} später`,
  earlier: (count, room, span) => `${count} Vorträge in ${room}: ${span} früher`,
  late: (room, minutes) => {
    if (minutes === 0) return `${room} ist wieder pünktlich`;
    return minutes > 0
      ? `${room}: ${minutes} Min. Verspätung`
      : `${room}: ${-minutes} Min. früher als geplant`;
  },
  nextThere: (when, title) => `Dort als Nächstes, um ${when}: ${title}`,
  nothingThere: 'Dort kommt heute nichts mehr.',
  wholeRoom: 'Alles in diesem Raum',
  changesOfYours: (count) => `${count} Änderungen bei Vorträgen auf deiner Liste`,
  arrow: (before, after) => `${before} → ${after}`,
  wasTitled: (title) => `vorher „${title}“`,
  otherSpeakers: 'andere Vortragende',
  speakers: (names) => `Vortragende: ${names}`,
  nobody: 'niemand',
  renamed: (before, after) => `${before} heißt jetzt ${after}`,
  severalRenamed: (count) => `${count} Räume und Tracks heißen jetzt anders`,
  placesGone: (names) => `Nicht mehr im Programm: ${names}`,
  chooseOthers:
    'Dieser Kanal hatte das abonniert. Die Orga kann ihm andere Räume oder Tracks geben.',
  noRoom: 'kein Raum',
  wholeSchedule: 'Ganzes Programm',
  allChanges: 'Alle Änderungen',
  edited: (target) => `${target} (geändert)`,
  shrunken: (source, lost, of) =>
    `In ${source} fehlen ${lost} der ${of} Vorträge, die noch kommen; diese Fassung wird nicht übernommen.`,
  past: (source, lost, of) =>
    `In ${source} liegen ${lost} der ${of} Vorträge, die noch kommen, in der Vergangenheit; diese Fassung wird nicht übernommen.`,

  digest: (day) => `Guten Morgen! ${day}`,
  digestTalks: (count, rooms, first) =>
    `${count === 1 ? 'Ein Vortrag' : `${count} Vorträge`} in ${
      rooms === 1 ? 'einem Raum' : `${rooms} Räumen`
    }, ab ${first}.`,
  digestMine: (count, first) =>
    count === 1
      ? `Ein Vortrag auf deiner Liste heute, um ${first}.`
      : `${count} Vorträge auf deiner Liste heute, ab ${first}.`,
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const lateness: LatenessMessages = {
  onTime: 'pünktlich',
  late: (span) => `${span} zu spät`,
  notSent: (span) => `nicht gesendet, nach ${span} aufgegeben`,
  because: (words, why) => `${words}: ${why}`,
  kinds: {
    announcement: 'Ankündigung',
    reminder: 'Erinnerung',
    recording: 'Nachricht über eine Aufzeichnung',
    feedback: 'Frage, wie es war',
    notice: 'Nachricht über eine Änderung',
    changes: 'Nachricht über viele Änderungen',
    say: 'Nachricht der Orga',
    roomDelay: 'Nachricht über einen verspäteten Raum',
    roomFull: 'Nachricht, dass ein Raum voll ist',
    onStage: 'Erinnerung an den eigenen Vortrag',
    ownChange: 'Nachricht über eine Änderung des eigenen Vortrags',
    ownRecording: 'Nachricht über die Aufzeichnung des eigenen Vortrags',
    claimDecided: 'Nachricht, ob jemand als Vortragende:r bestätigt ist',
    renamed: 'Mitteilung eines neuen Namens',
    placesGone: 'Mitteilung, dass ein Raum oder Track fehlt',
    digest: 'Tagesübersicht',
    followNews: 'Nachricht über neue Vorträge aus einem Abo',
    followDigest: 'Übersicht der Abos',
    list: 'eigene Liste',
    formerList: 'Ende einer früheren Liste',
    correction: 'Berichtigung einer Ankündigung',
    alert: 'Hinweis an die Orga',
    operator: 'Nachricht an die Betreiber',
  },
  waits: {
    'no-tick': (until) =>
      `bis ${until} wurde nichts geplant, weil Hallway nicht lief oder seine Datenbank nicht erreichte`,
    'next-tick': (until) => `der Takt von ${until} hat sie geplant`,
    'no-sender': (until) => `bis ${until} hat dort kein laufendes Hallway gesendet`,
    'sender-died': (until) =>
      `der Prozess, der sie sendete, brach ab; ein anderer konnte sie um ${until} übernehmen`,
    'lane-resting': (until) => `die Plattform bat um eine Pause bis ${until}`,
    'target-resting': (until) => `bis ${until} gingen andere Nachrichten an denselben Ort`,
    'target-silent': (until) =>
      `bis ${until} hatte die Plattform für denselben Ort nicht geantwortet`,
    queue: (until) => `bis ${until} ging vor, was früher fällig war`,
    slow: (until) => `Hallway oder seine Datenbank war bis ${until} langsam`,
    'slow-platform': (until) => `die Plattform antwortete erst um ${until}`,
    retry: (until, code) => `${code}; um ${until} wurde es noch einmal versucht`,
    doubt: (until, code) => `${code}; ob sie angekommen war, wurde um ${until} gefragt`,
  },
  codes: {
    'rate-limited': 'die Plattform bat zu warten',
    unavailable: 'die Plattform war nicht erreichbar',
    'direct-messages-closed': 'Direktnachrichten sind abgeschaltet',
    'channel-gone': 'den Kanal gibt es nicht mehr',
    'message-gone': 'die Nachricht gibt es nicht mehr',
    forbidden: 'die Plattform erlaubt es nicht',
    'community-gone': 'Hallway wurde aus der Community entfernt',
    invalid: 'die Plattform nahm sie nicht an',
    'no-answer': 'die Plattform antwortete nicht rechtzeitig',
    mistake: 'in Hallway ging etwas schief; das Log sagt, was',
  },
  reasons: {
    late: 'sie war nicht mehr von Nutzen',
    outdated: 'sie war nicht mehr wahr',
    'out-of-time': 'sie wäre beim nächsten Versuch nicht mehr von Nutzen gewesen',
    'fate-unknown': 'ob sie ankam, ist nicht zu erfahren, also wird sie nicht zweimal gesagt',
  },
};
