import type { ByHandMessages, ByHandNaming } from '../en/byHand.ts';
import type { Slash } from '../slash.ts';
import { list, plural } from './counts.ts';

export const byHand: ByHandMessages = {
  byOrganisers: 'Cambiado por la organización',
  canceled: 'cancelada',
  scheduled: 'se mantiene',
  one: (title, own) => `«${title}»: ${own}`,
  whileSource: (source) => ` (el programa dice ahora: ${source})`,

  willTell: (channels, members) =>
    channels + members === 0
      ? 'No se avisaría a nadie: ningún canal la anuncia, y nadie la ha guardado.'
      : `Se avisará a ${audience(channels, members)}.`,
  told: (channels, members) => `Hecho. ${toldWords(channels, members)}`,
  same: (title) => `«${title}» ya está así. No se avisa a nadie.`,
  taken: (room, title) => `${room} está ocupada a esa hora: «${title}».`,
  doIt: 'Cambiar así',
  enterTitle: 'Escribe el título nuevo',
  titleLabel: 'Título nuevo',
  titleHint: 'Una vez enviado, vale de inmediato, y se avisa a quien corresponda.',

  noTalk: (typed) =>
    `No encuentro ninguna charla «${typed}». Da su identificador o palabras de su título, entre comillas si son varias.`,
  whichTalk: (typed, titles) => `«${typed}» podría ser ${titles}. ¿Cuál?`,
  noTime: (typed) =>
    typed === ''
      ? 'Di cuándo debe empezar: 15:30, o domingo 15:30, y luego la sala si es otra.'
      : `«${typed}» no dice ninguna hora. Escríbela como 15:30, o domingo 15:30, y luego la sala si es otra.`,
  onNoDay: (typed) => `«${typed}» no cae en ningún día de la conferencia.`,
  noTitle: 'Di cómo debe llamarse.',
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
    `«${title}» está como se cambió a mano (${own}), pero el programa dice ahora: ${source}. ${slash('conference talk')} … restore recupera lo que dice el programa; para conservar el cambio a mano, hay que hacerlo otra vez.`,
});
