import type { ScheduleMessages } from '../en/schedule.ts';
import { type Counted, megabytes } from '../refusalWords.ts';
import { shorten } from '../shorten.ts';
import { plural, talks } from './counts.ts';

const COUNTED: Readonly<Record<Counted, string>> = {
  talks: 'charlas',
  lines: 'líneas',
  elements: 'elementos',
  values: 'valores',
  entries: 'ponentes, enlaces, días, salas, tracks y similares',
  characters: 'caracteres de texto',
};

export const schedule: ScheduleMessages = {
  found: (system, address) =>
    system === ''
      ? `Programa encontrado: ${address}`
      : `Programa de ${system} encontrado: ${address}`,
  findings: {
    'zone-unknown': (_count, example) =>
      `«${example}» no es una zona horaria IANA y se ha pasado por alto.`,
    'zone-differs': (_count, example) =>
      `El programa indica su propia zona horaria, ${example}; la configurada se ha pasado por alto.`,
    'zone-unnamed': (_count, example) =>
      `El programa no indica ninguna zona horaria IANA; las horas se muestran en ${example}. Di la zona del lugar si es otra.`,
    'date-start-differ': (count, example) =>
      `${talks(count)} cuya fecha y comienzo no concuerdan en la zona del lugar; se creyó el comienzo${first(example)}.`,
    'id-missing': (count, example) =>
      `${talks(count)} sin identificador; se hizo uno con el resto de los datos${first(example)}.`,
    'id-duplicate': (count, example) =>
      `${talks(count)} con un identificador que ya tiene otra; se les dio uno propio${first(example)}.`,
    'guid-duplicate': (count, example) =>
      `${talks(count)} con un guid que ya tiene otra${first(example)}.`,
    'title-missing': (count) => `${talks(count)} sin título.`,
    'talk-unscheduled': (count, example) =>
      `${talks(count)} sin un comienzo legible, ${plural(count, 'omitida', 'omitidas')}${first(example)}.`,
    'duration-unreadable': (count, example) =>
      `${talks(count)} con una duración ilegible, tomada como ninguna${first(example)}.`,
    'end-missing': (count, example) =>
      `${talks(count)} sin final, ${plural(count, 'tomada', 'tomadas')} como sin duración${first(example)}.`,
    'end-before-start': (count, example) =>
      `${talks(count)} con el final antes del comienzo, ${plural(count, 'tomada', 'tomadas')} como sin duración${first(example)}.`,
    'talk-long': (count, example) => `${talks(count)} de más de un día${first(example)}.`,
    'talk-outside-day': (count, example) =>
      `${talks(count)} fuera de las horas del día en que figuran${first(example)}.`,
    'talk-recurring': (count, example) =>
      `${talks(count)} que se repiten; cada vez cuenta como una charla${first(example)}.`,
    'recurrence-endless': (count, example) =>
      `${talks(count)} que se repiten sin fin; se tomaron las de los días de la conferencia${first(example)}.`,
    'recurrence-unread': (count, example) =>
      `${talks(count)} con una repetición que no se puede seguir; se tomó la primera vez${first(example)}.`,
    'occurrences-left-out': (count, example) =>
      `${count} ${plural(count, 'repetición omitida', 'repeticiones omitidas')}, por ser demasiadas o no caer en los días de la conferencia${first(example)}.`,
    'speakers-missing': (count, example) => `${talks(count)} sin ponentes${first(example)}.`,
    'speaker-unknown': (count, example) =>
      `${count} ${plural(count, 'referencia', 'referencias')} a ponentes que el programa no da${first(example)}.`,
    'room-missing': (count, example) => `${talks(count)} sin sala${first(example)}.`,
    'room-empty': (count, example) =>
      `${count} ${plural(count, 'sala', 'salas')} sin charlas${first(example)}.`,
    'day-empty': (count, example) =>
      `${count} ${plural(count, 'día', 'días')} sin charlas${first(example)}.`,
    'day-zero-width': (count, example) =>
      `${count} ${plural(count, 'día', 'días')} sin duración, hasta la mañana siguiente${first(example)}.`,
    'link-unusable': (count, example) =>
      `${count} ${plural(count, 'enlace omitido', 'enlaces omitidos')} por no tener dirección web${first(example)}.`,
    'links-private': (count) =>
      `${count} ${plural(count, 'enlace omitido', 'enlaces omitidos')}: esta versión de pretalx da los privados sin marcarlos.`,
    'characters-forbidden': () => 'Se han omitido caracteres que XML prohíbe.',
    'abstract-plain': (count) =>
      `${count} ${plural(count, 'resumen', 'resúmenes')} con demasiado formato, ${plural(count, 'tomado', 'tomados')} como texto simple.`,
  },
  refusals: {
    tooLarge: (bytes, limit) =>
      `El programa ocupa ${megabytes(bytes)} MB; Hallway lee hasta ${megabytes(limit)} MB.`,
    empty: () => 'El programa está vacío.',
    notText: () => 'El programa no es texto en UTF-8 ni en una codificación que declare.',
    unknownEncoding: (label) =>
      `El programa declara la codificación «${shorten(label)}», que Hallway no sabe leer; UTF-8 siempre funciona.`,
    webPage: () =>
      'Esto es una página web (HTML), no un programa; busca su exportación en XML, JSON o iCalendar.',
    pageWithoutSchedule: (asked) =>
      `En esta página web no se encuentra ningún programa. Se ha buscado: un sistema de conferencias que Hallway conozca, la misma dirección como JSON, enlaces a una exportación (schedule.json, schedule.xml, .ics). Se ha preguntado a: ${asked}. Da la dirección de la exportación.`,
    unknownFormat: () =>
      'No es ninguno de los formatos que lee Hallway: XML de Pentabarf/frab, JSON de c3voc/frab/pretalx, Sessionize, PyCon US, ConClár, Indico, iCalendar (también el de Sched), xCal o el CSV de pretalx.',
    otherXml: (root) =>
      `Este XML no es un programa: su raíz es <${shorten(root)}>, no <schedule> ni <iCalendar>.`,
    otherJson: () =>
      'Este JSON no es un programa de c3voc, frab, pretalx, Sessionize, PyCon US (symposion), ConClár/KonOpas o Indico.',
    onlyPeople: () =>
      'Aquí hay personas, no charlas; da mejor la dirección del programa: en Sessionize la vista All, Sessions o GridSmart, o en ConClár program.',
    otherCsv: () => 'Este CSV no es un programa: no tiene columna para el comienzo.',
    brokenXml: (reason) => `El XML está roto o cortado: ${shorten(reason)}.`,
    brokenJson: (reason) => `El JSON está roto o cortado: ${shorten(reason)}.`,
    brokenIcs: (reason) => `El iCalendar está roto o cortado: ${shorten(reason)}.`,
    brokenCsv: (reason) => `El CSV está roto o cortado: ${shorten(reason)}.`,
    declarations: () =>
      'El XML declara entidades o un tipo de documento propio, que Hallway se niega a expandir.',
    tooDeep: (limit) => `El programa está anidado en más de ${limit} niveles.`,
    tooMany: (what, limit) =>
      `El programa tiene más de ${limit.toLocaleString('es')} ${COUNTED[what]}.`,
    tooCostly: (seconds, megabytes) =>
      `Leer el programa necesita más de ${seconds} s o ${megabytes} MB de memoria.`,
    noTalks: () => 'El programa no tiene charlas.',
    noneScheduled: () => 'Ninguna charla del programa tiene un comienzo que Hallway sepa leer.',
    zoneNeeded: () =>
      'El programa no dice en qué zona horaria está; di la del lugar, como --zone Europe/Brussels.',
    zoneInvalid: (name) => `«${shorten(name)}» no es una zona horaria IANA, como Europe/Brussels.`,
    shape: (expected) => `Algo no es como pide este formato: ${shorten(expected)}.`,

    noSuchFile: () => 'Ese archivo no existe.',
    notAFile: () => 'Esto es una carpeta, no un archivo.',
    forbiddenFile: () => 'Este archivo no se puede leer.',
    notHttps: (address) =>
      `«${address}» no empieza por https://; da la dirección del programa como en un navegador.`,
    withPassword: () =>
      'La dirección lleva un nombre o una contraseña; da una que no los necesite.',
    privateAddress: (host) => `«${host}» está en una red privada, donde Hallway no entra.`,
    badStatus: (status) => `La fuente respondió con el estado HTTP ${status}.`,
    notPublic: (status) =>
      `La fuente respondió con el estado HTTP ${status}; así lo hace pretalx hasta que un programa se publica.`,
    redirectNowhere: (status) =>
      `La fuente respondió con el estado HTTP ${status}, una redirección, y no dijo adónde.`,
    badRedirect: (location) => `La fuente redirige a «${location}», que no es una dirección web.`,
    tooManyRedirects: (most) => `La fuente redirige más de ${most} veces.`,
    tooSlow: (seconds) => `La fuente no respondió en ${seconds} s.`,
    unreachable: (address, reason) => `No se puede llegar a «${address}»: ${reason}`,
    nothingSent: () => 'La fuente no envió nada.',

    underWay: () =>
      'Ya se está leyendo otro programa para esta comunidad; espera esa respuesta e inténtalo de nuevo.',
    queueFull: (waiting) =>
      `${waiting} programas más esperan a ser leídos; inténtalo de nuevo en un minuto.`,
    communityFull: (most) =>
      `Esta comunidad ha elegido ${most} programas con charlas que alguien ha guardado; elige uno de esos, o quita de tu lista las que ya pasaron.`,
    full: (most) =>
      `Hallway ya sigue ${most} programas, todos los que puede; pregunta a quien lo mantiene.`,
  },
  at: (sentence, path) => `${sentence.replace(/\.$/, '')} (en ${path}).`,
};

function first(example: string): string {
  return example === '' ? '' : ` (el primero: ${example})`;
}
