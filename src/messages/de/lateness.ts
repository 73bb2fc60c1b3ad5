import type { LatenessMessages } from '../en/lateness.ts';

export const lateness: LatenessMessages = {
  onTime: 'pünktlich',
  late: (span) => `${span} zu spät`,
  notSent: (span) => `nicht gesendet, nach ${span} aufgegeben`,
  because: (words, why) => `${words}: ${why}`,
  kinds: {
    announcement: 'Ankündigung',
    reminder: 'Erinnerung',
    notice: 'Nachricht von einer Änderung',
    changes: 'Nachricht von vielen Änderungen',
    digest: 'Tagesübersicht',
    list: 'eigene Liste',
    formerList: 'Ende einer früheren Liste',
    correction: 'Berichtigung einer Ankündigung',
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
