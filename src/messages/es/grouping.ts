import type { GroupingMessages } from '../en/grouping.ts';
import { plural } from './counts.ts';

export const grouping: GroupingMessages = {
  isNone: 'Eso no es un canal, pero contiene algunos: indica uno de ellos.',
  ofOne: (option) =>
    `Para todos los canales a la vez solo se puede dar la antelación; da ${option} después, para cada uno.`,
  proposed: (count, lead) =>
    count === 0
      ? 'Ningún canal de ahí se llama como una sala del programa, y ninguna charla enlaza a uno.'
      : `${plural(count, 'Un canal anunciaría su sala', `${count} canales anunciarían su sala`)}, ${lead} min antes:`,
  channelsLeft: 'Sin sala para:',
  roomsLeft: (rooms) => `Sin canal para: ${rooms}.`,
  take: 'Anunciar así',
  taken: (count) =>
    plural(
      count,
      'Desde ahora, un canal anuncia su sala.',
      `Desde ahora, ${count} canales anuncian su sala.`,
    ),
  closed: 'En estos no puedo escribir; invítame e inténtalo de nuevo:',
};
