import type {
  EventMessages,
  ListMessages,
  ListsNaming,
  MarkMessages,
  NameMessages,
  TalkMessages,
  TimeMessages,
} from '../en/talk.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const talk: TalkMessages = {
  when: 'Cuándo',
  room: 'Sala',
  track: 'Track',
  speakers: (count) => plural(count, 'Ponente', 'Ponentes'),
  type: 'Tipo',
  language: 'Idioma',
  links: 'Enlaces',
  feedback: 'Opiniones',
  watchLive: 'Ver en directo',
  recording: 'Grabación',
  conference: 'Conferencia',
  notRecorded: 'no se graba',
  places: (count) => `${count} ${plural(count, 'plaza', 'plazas')}`,
  page: 'Página de la charla',
  noRoom: 'sala aún por saber',
  star: '☆ Guardar',
  unstar: '★ Guardada',
  starSpoken: (title) => `Guardar: ${title}`,
  unstarSpoken: (title) => `Guardada: ${title}`,
  share: 'Compartir en el canal',
  details: 'Detalles',
  addToCalendar: 'Añadir al calendario',
  remindAt: 'Recordármela…',
  canceled: 'Esta charla está cancelada.',
  canceledMark: 'cancelada',
  starredMark: '★',
  overMark: 'terminada',
  more: '… más',
  readOn: 'Texto completo',
  andMore: (names, count) => `${names} y ${count} más`,
  alsoInSlot: 'A la misma hora',
  allInSlot: (count) => `Las ${count} a la misma hora`,
  allMatches: (count) => `Los ${count} resultados`,
  matchedIn: (field, excerpt) => `aparece en ${field}: ${excerpt}`,
  fields: {
    title: 'el título',
    subtitle: 'el subtítulo',
    speakers: 'los ponentes',
    track: 'el track',
    room: 'la sala',
    abstract: 'la descripción',
    type: 'el tipo',
  },
  starredConfirmed: (title) => `★ ${title} está en tu lista.`,
  unstarredConfirmed: (title) => `${title} ya no está en tu lista.`,
};

export const lists: ListMessages = {
  found: (words, total) => `${plural(total, 'Una charla', talks(total))} sobre «${words}»`,
  foundThere: (total) => plural(total, 'Una charla', talks(total)),
  notWell: (query) => `Nada encaja bien con «${query}»`,
  nearest: 'Lo más cercano:',
  nothing: (query) => `Nada encaja con «${query}»`,
  nothingYet: (query) => `De momento nada encaja con «${query}»`,
  nothingThere: 'Ninguna charla',
  onlyTitles:
    'El programa aún se está leyendo: de momento solo se busca en títulos y ponentes. Pregunta otra vez en un momento para el resto.',
  justChanged: 'El programa acaba de cambiar: lo nuevo se encontrará en un momento.',
  narrow: (total) => `Encajan ${total} charlas. Dilo con menos palabras para pasar páginas.`,
  leftOut: (name, value) =>
    `${name}:${value} no significa nada en esta conferencia y se buscó como palabra.`,
  meant: (meant) => `Parece que querías decir «${meant}».`,
  alsoAt: (times) => `también ${times}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  more: 'Más',
  back: 'Atrás',
  open: 'Abrir una charla…',
  now: (clock) => `Ahora, ${clock}`,
  nowInRoom: (room, clock) => `Ahora en ${room}, ${clock}`,
  nothingNow: 'Ahora mismo no hay nada. Después:',
  breakUntil: (title, clock) => `${title} hasta las ${clock}`,
  breakThen: (breaks) => `${breaks}, y después:`,
  breakLast: (breaks) => `${breaks}. Después ya no queda nada.`,
  next: 'Después, sala por sala',
  afterThat: 'Más tarde',
  nextInRoom: (room) => `Después en ${room}`,
  nothingNext: 'Ya no queda nada.',
  noTalks: 'Ahí no hay charlas.',
  schedule: (day, places) => (places === '' ? day : `${day} · ${places}`),
  slot: (title) => `Durante «${title}»`,
  nothingElse: 'A esa hora no hay nada más.',
  otherDays: 'Otros días',
};

export const marks: MarkMessages = {
  colon: ': ',
  semicolon: '; ',
};

export const time: TimeMessages = {
  locale: 'es-ES',
  yourTime: (clock) => `${clock} en tu zona`,
  elsewhere: (venue, own) => `Las ${venue} del lugar son las ${own} donde estás.`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
  days: (count) => `${count} ${plural(count, 'día', 'días')}`,
  startsIn: (span) => `empieza en ${span}`,
  stillRuns: (span) => `quedan ${span}`,
  day: (index, date) => `Día ${index}, ${date}`,
};

export const names: NameMessages = {
  remindMe: 'Recuérdamelo',
  // Los comandos conservan su nombre inglés, pues todas las frases los llaman así.
  filters: {
    ...{
      conf: 'conferencia',
      room: 'sala',
      by: 'por con',
      day: 'día dia',
      type: 'tipo',
      lang: 'idioma',
    },
    ...{ after: 'después despues', before: 'antes', at: 'a', from: 'desde' },
    ...{ is: 'en está', starred: 'lista guardada' },
    ...{
      next: 'próxima proxima siguiente',
      first: 'primera',
      last: 'última ultima',
      longest: 'larga',
      shortest: 'corta',
    },
  },
  choices: {
    on: 'sí',
    off: 'no',
    en: 'Inglés',
    de: 'Alemán',
    fr: 'Francés',
    nl: 'Neerlandés',
    es: 'Español',
    cancel: 'cancelar',
    move: 'reprogramar',
    rename: 'renombrar',
    restore: 'restaurar',
  },
  own: {
    query: 'busca',
    room: 'sala',
    rooms: 'salas',
    day: 'día',
    channel: 'canal',
    lead: 'antelación',
    kinds: 'tipos',
    mention: 'mención',
    'mention-none': 'mención-ninguna',
    language: 'idioma',
    source: 'fuente',
    zone: 'zona',
    hours: 'horas',
    minutes: 'minutos',
  },
  noTalkThere: 'Ese mensaje no habla de ninguna charla. Esto funciona con mensajes sobre charlas.',
  whichTalk: '¿Qué charla?',
};

export const events: EventMessages = {
  on: 'Los eventos están activados',
  willFollow: (count) =>
    count === 1
      ? 'Una charla pasa a ser un evento. Desde ahora sigue el programa.'
      : `${talks(count)} pasan a ser eventos, lo que tarda unos minutos. Desde ahora siguen el programa.`,
  capped: (most) => `Caben ${most} eventos a la vez: los demás entran cuando pasan los primeros.`,
  nothingToCome: 'Ahí ya no queda ninguna charla, así que no hay eventos que crear.',
  off: 'Los eventos están desactivados',
  removed: 'Se están quitando todos los eventos hechos de charlas.',
  lacking: (permissions) =>
    `Aquí no puedo crear ni quitar eventos. Dale a mi rol este permiso: ${permissions}.`,
  notHere: 'Se pueden crear eventos en una comunidad a la que me hayan invitado.',
  kept: (title) => `Sigue el programa de ${title}.`,
};

export const listsNaming = (slash: Slash): ListsNaming => ({
  tryInstead: `Prueba con una palabra del título, un nombre o un tema; ${slash('schedule')} lo muestra todo.`,
});
