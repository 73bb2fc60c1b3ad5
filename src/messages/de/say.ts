import type { SayMessages } from '../en/say.ts';

export const say: SayMessages = {
  from: (conference) => `Von der Orga: ${conference}`,
  noMore: 'Solche Nachrichten nicht mehr',
  takenBack: 'Die Orga hat diese Nachricht zurückgenommen.',

  formTitle: 'Etwas sagen',
  formLabel: 'Was gesagt werden soll',
  formHint: (longest) =>
    `Höchstens ${longest} Zeichen, in beliebig vielen Zeilen. Du siehst es, bevor es hinausgeht.`,
  title: 'Eine Nachricht an viele',
  list: 'Was gesagt wurde',
  listNone: 'Hier wurde noch nichts gesagt.',
  empty: 'Der Text fehlt.',
  tooLong: (length, longest) =>
    `Das sind ${length} Zeichen, und ${longest} passen hinein. Sag es kürzer.`,
  noChannels:
    'In keinem Kanal wird angekündigt, also gibt es keinen dafür. Nenne welche: to=#kanal, oder to="starred VORTRAG", oder to=vortragende.',
  whichTalk: (text) =>
    `Welcher Vortrag mit „${text}“ gemeint ist, ist nicht klar. Nenne ihn, wie seine Liste es tut, oder mit seiner Nummer.`,
  changed: 'Jemand hat es inzwischen neu geschrieben. So ginge es jetzt hinaus:',
  gone: 'Diese Nachricht ist nicht mehr da.',

  toChannels: 'An',
  toStarred: (title, people) =>
    people === undefined
      ? `An weniger als fünf Leute, die „${title}“ auf ihrer Liste haben`
      : `An die von etwa ${people} Leuten mit „${title}“ auf ihrer Liste, die Direktnachrichten erreichen und die solche Nachrichten wollen`,
  reach: (people) =>
    people === undefined
      ? 'Sie erreicht weniger als fünf davon.'
      : `Sie erreicht etwa ${people} davon.`,
  speakers: 'vortragende',
  toSpeakers: (people = 0) =>
    people === 1
      ? 'An die eine bestätigte Person, falls Direktnachrichten sie erreichen und sie solche Nachrichten will'
      : `An die von ${people} bestätigten Vortragenden, die Direktnachrichten erreichen und die solche Nachrichten wollen`,
  noSpeakers: 'Hier ist noch niemand als Vortragende:r bestätigt, also bekäme es niemand.',
  again: 'Was angekommen ist, wird geändert, und was noch nicht hinaus ist, geht so hinaus:',
  preview: 'So wird es aussehen:',
  send: 'Senden',
  sendAgain: 'Ändern',
  write: 'Neu schreiben',
  edit: 'Bearbeiten',
  stop: 'Anhalten',
  remove: 'Zurücknehmen',
  look: 'Noch einmal nachsehen',

  progress: (sent, of, failed) =>
    `${sent} von ${of} sind angekommen${failed === 0 ? '' : `, ${failed} waren nicht zu senden`}.`,
  progressEdited: (edited, of) => `Geändert: ${edited} von ${of}.`,
  progressRemoved: (removed, of) => `Entfernt: ${removed} von ${of}.`,
  progressFew: 'Es geht an weniger als fünf.',
  toNobody: 'Direktnachrichten erreichen niemanden davon sicher, also bekommt es niemand.',
  stopped: 'Es wurde angehalten: Was noch nicht hinaus war, geht nicht mehr hinaus.',
  removed: 'Es wurde zurückgenommen und wird überall entfernt, wo es angekommen war.',
};
