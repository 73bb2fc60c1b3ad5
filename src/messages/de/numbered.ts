import type { NumberedMessages } from '../en/numbered.ts';

export const numbered: NumberedMessages = {
  inDirectRoom: 'Das ist nur für dich: Ich habe in unserem direkten Raum geantwortet.',
  posted: (room) => `In ${room} gepostet.`,
  postFromWhere:
    'Ich poste nur in einem Raum, in dem du bist und mich fragst. Frag in dem Raum, der es sehen soll, und wähl es dann hier.',
  writeIt: 'Schreib es hier als nächste Nachricht oder als Antwort auf diese.',
  now: (value) => `Jetzt: ${value}`,
  choose: 'Zum Wählen antworte mit der Nummer.',
  noSuchNumber: (number, count) =>
    count === 0
      ? 'Diese Nachricht bietet keine Auswahl.'
      : `Eine Auswahl ${number} gibt es nicht; diese Nachricht bietet 1 bis ${count}.`,
  whichCommunity:
    'Du organisierst mehrere Communitys. Um welche geht es? Antworte mit ihrer Nummer.',
  cannotRead: (self) =>
    `Verschlüsselte Nachrichten kann ich nicht lesen, also wird in diesem Raum niemandem geantwortet. Schreib mir (${self}) in einem unverschlüsselten Raum.`,
  cannotReadDirect:
    'Verschlüsselte Nachrichten kann ich nicht lesen. Ich habe für uns beide einen unverschlüsselten Raum eröffnet und dich eingeladen: Frag mich dort.',
  anotherSpace: 'ein Platz in dem Space, der hier organisiert wird',
  encrypted: 'ein Raum ohne Verschlüsselung',
  power: (own, needed) => `ein Power-Level von ${needed}, wo es ${own} hat`,
  liftLimit: (self) =>
    `Wer ihn betreibt, kann das für mein Konto aufheben; bei Synapse: POST /_synapse/admin/v1/users/${self}/override_ratelimit mit {"messages_per_second": 0, "burst_count": 0}.`,
};
