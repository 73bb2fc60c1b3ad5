import type { WebMessages } from '../en/web.ts';

export const web: WebMessages = {
  address: {
    title: 'Deine Liste in deinem Kalender',
    follow: 'Unter dieser Adresse folgt dein Kalender deiner Liste:',
    renewed: 'Das ist deine neue Adresse; unter der alten ist nichts mehr zu finden:',
    page: 'Zum Ansehen, mit Überschneidungen:',
    where:
      'Füge sie als Adresse hinzu. Google Kalender: Weitere Kalender, Per URL. Apple: Ablage, Neues Kalenderabonnement. Outlook: Kalender hinzufügen, Aus dem Internet abonnieren. Thunderbird: Neuer Kalender, Im Netzwerk.',
    caution:
      'Google sieht nur alle 8 bis 24 Stunden nach und übergeht Alarme: Verlass dich auf die Erinnerungen hier. Wer die Adresse hat, sieht deine Liste; eine neue Adresse beendet diese.',
    unreadable: (since) =>
      `Deine Liste hat seit ${since} eine Adresse, und Kalender, die sie kennen, folgen ihr weiter. Die Adresse lässt sich nicht noch einmal zeigen; eine neue Adresse beendet sie.`,
    renew: 'Neue Adresse',
    offer: 'Kalender folgen lassen',
    none: 'Hier gibt es keine Adresse: Im Web wird nichts angeboten. Nimm die Kalenderdatei.',
  },
  pages: {
    label: 'Im Web',
    on: 'Das Programm steht im Web, so wie diese Community es hat:',
    whatIsSeen:
      'Wer die Adresse hat, sieht das Programm mit euren Verspätungen und Änderungen und welche Räume voll sind; nichts von Mitgliedern. Jeder Raum hat eine Seite für seine Tür.',
    off: 'Das Programm steht nicht im Web.',
    notServed:
      'Hier wird nichts im Web angeboten: Wer Hallway betreibt, muss zuerst WEB_ADDRESS setzen.',
    noName: (name) =>
      `„${name}“ ist kein Name für eine Adresse: höchstens 40 Kleinbuchstaben, Ziffern und Bindestriche, etwa fosdem-2027.`,
    taken: (name) =>
      `Unter „${name}“ stehen die Seiten einer anderen Community. Wähle einen anderen, nach „on“.`,
  },
  page: {
    programme: 'Programm',
    grid: 'Räume und Stunden',
    nowNext: 'Jetzt und danach',
    toContent: 'Zum Inhalt',
    search: 'Suchen',
    searchLabel: 'Titel, Person, Thema …',
    found: (query) => `Suche: ${query}`,
    days: 'Tage',
    door: 'Seite für die Tür',
    time: 'Zeit',
    nothing: 'Hier findet nichts statt.',
    nothingNow: 'Jetzt läuft nichts.',
    now: 'Jetzt',
    next: 'Danach',
    nothingNext: 'Heute folgt hier nichts mehr.',
    late: (minutes) => `${minutes} Min. Verspätung`,
    early: (minutes) => `${minutes} Min. früher`,
    add: 'Auf meine Liste',
    addHow: (command) =>
      `Schreib ${command} im Chat und drück „☆ Merken“: Du wirst erinnert und erfährst, wenn sich etwas ändert.`,
    openChat: 'Chat öffnen',
    calendars: 'Kalender',
    calendarOf: (what) => `Kalender: ${what}`,
    mine: 'Meine Vorträge',
    mineEmpty: 'Auf dieser Liste steht nichts.',
    mineCaution:
      'Wer diese Adresse hat, sieht diese Liste. Eine neue Adresse im Chat (mytalks calendar) beendet diese.',
    follow: 'Im Kalender folgen',
    gone: 'Diese Seite gibt es nicht.',
    zone: (zone) => `Die Zeiten gelten in ${zone}.`,
  },
};
