import type { AlertMessages, AlertNaming } from '../en/alerts.ts';
import type { Slash } from '../slash.ts';

export const alerts: AlertMessages = {
  titles: {
    sourceStale: 'Die Quelle des Programms lässt sich nicht lesen',
    sourceRefused: 'Eine neue Fassung des Programms ist unglaubwürdig',
    channel: 'Ein Kanal ist für Hallway zu',
    contradiction: 'Das Programm widerspricht einem von Hand geänderten Vortrag',
    claim: 'Jemand sagt, hier vorzutragen',
    roomFeedStale: 'Wie voll Räume sind, ist nicht zu lesen',
    late: 'Nachrichten hier verspäten sich',
  },
  over: (what) => `Vorbei: ${what}`,
  several: (count) => `${count} Dinge zum Ansehen`,
  more: (count) => (count === 1 ? 'und 1 weiteres' : `und ${count} weitere`),
  again: (returns) =>
    returns === 1 ? 'Das war schon einmal vorbei.' : `Das war schon ${returns}-mal vorbei.`,
  shrunken: (lost, of) => `Ihr fehlen ${lost} von ${of} kommenden Vorträgen.`,
  past: (lost, of) =>
    `In ihr liegen ${lost} von ${of} kommenden Vorträgen in der Vergangenheit, wie im Programm des letzten Jahres.`,
  here: 'Hinweise kommen hierher',
  hereIs:
    'Ab jetzt liest die Orga hier, was sie sich ansehen soll: eine Quelle, die sich nicht lesen lässt oder unglaubwürdig ist, Kanäle, die für Hallway zu sind, von Hand geänderte Vorträge, denen das Programm widerspricht, Vortragende, die zu bestätigen sind, verspätete Nachrichten. Jedes wird einmal gesagt, und die Nachricht zeigt, wenn es vorbei ist.',
  nowElsewhere: 'Hinweise kommen jetzt woanders',
  nowNowhere: 'Hinweise kommen jetzt nirgends mehr',
};

/** What names commands, which each platform has its own way to type. */
export const alertsNaming = (slash: Slash): AlertNaming => ({
  advice: {
    sourceStale: `Die letzte gute Fassung bleibt in Gebrauch, Änderungen sind unbekannt. ${slash('conference doctor')} sagt, was los ist.`,
    sourceRefused: `Das sieht kaputt aus, darum bleibt die Fassung davor in Gebrauch. ${slash('conference accept')} zeigt sie, und übernimmt sie, wenn sie doch stimmt.`,
    channel: `Ankündigungen kommen dort nicht mehr an. Lass Hallway dort schreiben, oder beende sie mit ${slash('conference mute')}.`,
    contradiction: `eure Änderung gilt, bis ihr entscheidet. ${slash('conference doctor')} nennt beides; ${slash('conference talk')} ändert noch einmal oder nimmt wieder, was im Programm steht.`,
    claim: 'wartet auf eure Antwort; erst bestätigt bekommt die Person etwas als Vortragende:r.',
    roomFeedStale: `Es gilt allein, was Helfende von Räumen sagen. ${slash('conference doctor')} sagt, woran es liegt; ${slash('conference use')} nennt eine andere Adresse, oder keine.`,
    late: `Manche warten seit zwei Minuten oder länger. ${slash('conference status')} sagt, worauf.`,
  },
});
