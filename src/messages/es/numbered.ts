import type { NumberedMessages } from '../en/numbered.ts';

export const numbered: NumberedMessages = {
  inDirectRoom: 'Eso es solo para ti: te he respondido en nuestra sala privada.',
  posted: (room) => `Publicado en ${room}.`,
  postFromWhere:
    'Solo publico en una sala en la que estás y me lo pides. Pídelo en la sala que debe verlo, y elígelo después aquí.',
  writeIt: 'Escríbelo aquí en tu próximo mensaje, o como respuesta a este.',
  now: (value) => `Ahora: ${value}`,
  choose: 'Para elegir, responde con el número.',
  noSuchNumber: (number, count) =>
    count === 0
      ? 'Ese mensaje no ofrece nada que elegir.'
      : `No existe la opción ${number}; ese mensaje ofrece de 1 a ${count}.`,
  whichCommunity: 'Organizas varias comunidades. ¿De cuál se trata? Responde con su número.',
  cannotRead: (self) =>
    `No puedo leer mensajes cifrados, así que en esta sala nadie recibe respuesta. Escríbeme (${self}) en una sala sin cifrar.`,
  cannotReadDirect:
    'No puedo leer mensajes cifrados. He abierto una sala sin cifrar para ti y para mí y te he invitado: pregúntame allí.',
  anotherSpace: 'un lugar en el espacio que se gestiona aquí',
  encrypted: 'una sala sin cifrado',
  power: (own, needed) => `un nivel de poder de ${needed}, y tiene ${own}`,
  liftLimit: (self) =>
    `Quien lo lleva puede levantar ese límite para mi cuenta; en Synapse: POST /_synapse/admin/v1/users/${self}/override_ratelimit con {"messages_per_second": 0, "burst_count": 0}.`,
};
