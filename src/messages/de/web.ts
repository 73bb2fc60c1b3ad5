import type { WebMessages } from '../en/web.ts';

export const web: WebMessages = {
  address: {
    title: 'Deine Liste in deinem Kalender',
    follow: 'Unter dieser Adresse folgt dein Kalender deiner Liste:',
    renewed: 'Das ist deine neue Adresse; unter der alten ist nichts mehr zu finden:',
    where:
      'Füge sie als Adresse hinzu. Google Kalender: Weitere Kalender, Per URL. Apple: Ablage, Neues Kalenderabonnement. Outlook: Kalender hinzufügen, Aus dem Internet abonnieren. Thunderbird: Neuer Kalender, Im Netzwerk.',
    caution:
      'Google sieht nur alle 8 bis 24 Stunden nach und übergeht Alarme: Verlass dich auf die Erinnerungen hier. Wer die Adresse hat, sieht deine Liste; eine neue Adresse beendet diese.',
    unreadable: (since) =>
      `Deine Liste hat seit ${since} eine Adresse, und Kalender, die sie haben, folgen weiter. Sie lässt sich nicht noch einmal zeigen; eine neue Adresse beendet sie.`,
    renew: 'Neue Adresse',
    offer: 'Kalender folgen lassen',
    none: 'Hier gibt es keine Adresse: Im Web wird nichts angeboten. Nimm die Kalenderdatei.',
  },
};
