import type { OperatorMessages } from '../en/operator.ts';

export const operator: OperatorMessages = {
  disk: {
    begun: 'Die Festplatte ist fast voll',
    over: 'Auf der Festplatte ist wieder Platz',
    advice:
      'Dort liegt die Datenbank: Ist sie voll, lässt sich nichts mehr festhalten, und so wird nichts geplant und nichts gesendet. Bitte Platz schaffen.',
  },
  database: {
    begun: 'Die Datenbank antwortet nicht',
    over: 'Die Datenbank antwortet wieder',
    advice:
      'Bis dahin wird nichts geplant und nichts gesendet, und Fragen bleiben ohne Antwort. Danach macht Hallway von selbst weiter: Kümmere dich um die Datenbank und starte Hallway nicht neu.',
  },
  ticks: {
    begun: 'Ein Takt ist ausgefallen',
    over: 'Die Takte kommen wieder jede Minute',
    advice:
      'In dieser Zeit wurde nichts geplant. Was noch nützt, wird nachgeholt. Das Log sagt, warum, es sei denn, Hallway lief nicht.',
  },
  platform: {
    begun: (platform) => `${platform} ist nicht erreichbar`,
    over: (platform) => `${platform} ist wieder erreichbar`,
    advice:
      'Dort bekommt niemand Antwort, und was fällig ist, wartet, solange es nützt. Hallway verbindet sich von selbst wieder; das Log und die Statusseite der Plattform sagen, warum.',
  },
  late: {
    begun: (platform) => `Nachrichten auf ${platform} verspäten sich`,
    over: (platform) => `Nachrichten auf ${platform} gehen wieder pünktlich hinaus`,
    advice:
      'Manche warten seit zwei Minuten oder länger. „hallway trace TALK“ sagt, worauf sie warten.',
  },
  sourceStale: {
    begun: 'Das Programm, das SCHEDULE nennt, lässt sich nicht lesen',
    over: 'Das Programm, das SCHEDULE nennt, lässt sich wieder lesen',
    advice:
      'Die letzte gute Fassung bleibt in Gebrauch, Änderungen sind unbekannt. „hallway check“ mit der Adresse sagt, was los ist.',
  },
  sourceRefused: {
    begun: 'Eine neue Fassung dessen, was SCHEDULE nennt, ist unglaubwürdig',
    over: 'Was SCHEDULE nennt, ist wieder so in Gebrauch, wie es ist',
    advice:
      'Ihr fehlt viel von dem, was noch kommt, oder es liegt in ihr in der Vergangenheit: Das Log sagt, wie viel. Die Fassung davor bleibt in Gebrauch. Stimmt die neue doch, übernimmt die Orga sie mit „conference accept“.',
  },
  since: 'Seit',
  span: 'Dauer',
  soFar: (since, span) => `${since}, seit ${span}`,
  from: (from, until, span) => `${span}, von ${from} bis ${until}`,
  one: (title, rest) => `${title}: ${rest}`,
};
