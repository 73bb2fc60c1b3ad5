import type { SayMessages } from '../en/say.ts';
import { plural } from './counts.ts';

export const say: SayMessages = {
  from: (conference) => `De la organización de ${conference}`,
  noMore: 'No recibir más mensajes así',
  takenBack: 'La organización ha retirado este mensaje.',

  formTitle: 'Decir algo',
  formLabel: 'Qué hay que decir',
  formHint: (longest) =>
    `Como mucho ${longest} caracteres, en las líneas que quieras. Lo ves antes de enviarlo.`,
  title: 'Un mensaje a todo un grupo',
  list: 'Lo que se ha dicho',
  listNone: 'Aquí aún no se ha dicho nada.',
  empty: 'No hay texto.',
  tooLong: (length, longest) => `Son ${length} caracteres, y caben ${longest}. Dilo más corto.`,
  noChannels:
    'No se anuncia nada en ningún canal, así que no hay dónde decirlo. Indica a quién: to=#canal, o to="starred CHARLA", o to=ponentes.',
  whichTalk: (text) =>
    `«${text}» no es una sola charla. Escríbela como en su lista, o por su número.`,
  changed: 'Alguien lo ha reescrito mientras tanto. Esto es lo que se enviaría ahora:',
  gone: 'Este mensaje ya no se guarda.',

  toChannels: 'A',
  toStarred: (title, people) =>
    people === undefined
      ? `A menos de cinco personas que tienen «${title}» en su lista`
      : `De unas ${people} personas con «${title}» en su lista, a quienes les llegan mensajes directos y quieren mensajes así`,
  reach: (people) =>
    people === undefined ? 'Llega a menos de cinco de ellas.' : `Llega a unas ${people} de ellas.`,
  speakers: 'ponentes',
  toSpeakers: (people = 0) =>
    people === 1
      ? 'A la única persona confirmada como ponente, si le llegan mensajes directos y quiere mensajes así'
      : `De ${people} ponentes confirmados, a quienes les llegan mensajes directos y quieren mensajes así`,
  noSpeakers: 'Aquí aún no hay ponentes confirmados, así que no hay a quién decírselo.',
  again: 'Lo que ha llegado se edita, y lo que aún no ha salido sale así:',
  preview: 'Así se verá:',
  send: 'Enviar',
  sendAgain: 'Cambiar',
  write: 'Reescribir',
  edit: 'Editar',
  stop: 'Parar',
  remove: 'Retirar',
  look: 'Actualizar',

  progress: (sent, of, failed) =>
    `${plural(sent, 'Ha', 'Han')} llegado ${sent} de ${of}${failed === 0 ? '' : `; ${failed} no se ${plural(failed, 'pudo', 'pudieron')} enviar`}.`,
  progressEdited: (edited, of) => `Editados: ${edited} de ${of}.`,
  progressRemoved: (removed, of) => `Quitados: ${removed} de ${of}.`,
  progressFew: 'Va a menos de cinco.',
  toNobody:
    'No es seguro que los mensajes directos lleguen a ninguna de estas personas, así que no lo recibe nadie.',
  stopped: 'Se ha parado: lo que no había salido ya no sale.',
  removed: 'Se ha retirado, y se quita de todos los sitios adonde había llegado.',
};
