import type { ByHandMessages, ByHandNaming } from '../en/byHand.ts';
import type { Slash } from '../slash.ts';
import { list, plural } from './counts.ts';

export const byHand: ByHandMessages = {
  byOrganisers: 'De la organización',
  canceled: 'cancelada',
  scheduled: 'sigue en pie',
  one: (title, own) => `«${title}»: ${own}`,
  whileSource: (source) => ` (el programa dice ahora: ${source})`,

  willTell: (channels, members) =>
    channels + members === 0
      ? 'No se avisaría a nadie: ningún canal se entera, y nadie la ha guardado.'
      : `Se avisará a ${audience(channels, members)}.`,
  told: (channels, members) => `Hecho. ${toldWords(channels, members)}`,
  same: (title) => `«${title}» ya está así. No se avisa a nadie.`,
  taken: (room, title) => `${room} está ocupada a esa hora: «${title}».`,
  doIt: 'Cambiar así',
  enterTitle: 'Escribe el título nuevo',
  titleLabel: 'Título nuevo',
  titleHint: 'Una vez enviado, vale al momento, y se avisa a quien le toque.',

  noTalk: (typed) =>
    `Ninguna charla es «${typed}». Da su identificador o palabras de su título, entre comillas si son varias.`,
  whichTalk: (typed, titles) => `«${typed}» podría ser ${titles}. ¿Cuál?`,
  noTime: (typed) =>
    typed === ''
      ? 'Di cuándo ha de empezar: 15:30, o domingo 15:30, y luego la sala si es otra.'
      : `«${typed}» no dice ninguna hora. Escríbela como 15:30, o domingo 15:30, y luego la sala si es otra.`,
  onNoDay: (typed) => `«${typed}» no cae en ningún día de la conferencia.`,
  noTitle: 'Di cómo ha de llamarse.',
};

export function toldWords(channels: number, members: number): string {
  return channels + members === 0
    ? 'No había nadie a quien avisar.'
    : `Se avisa a ${audience(channels, members)}.`;
}

function audience(channels: number, members: number): string {
  return list([
    ...(channels === 0 ? [] : [`${channels} ${plural(channels, 'canal', 'canales')}`]),
    ...(members === 0 ? [] : [`${members} ${plural(members, 'persona', 'personas')}`]),
  ]);
}

export const byHandNaming = (slash: Slash): ByHandNaming => ({
  contradicted: (title, own, source) =>
    `«${title}» está como se cambió a mano (${own}), pero el programa dice ahora: ${source}. ${slash('conference talk')} … restore recupera lo que dice el programa; el cambio a mano, dado otra vez, se queda.`,
});
