import type { CliMessages, ConsoleMessages } from '../en/cli.ts';
import { plural } from './counts.ts';

export const cli: CliMessages = {
  description: 'El acompañante de conferencias para el chat de tu comunidad.',
  commands: {
    serve:
      'arrancar cada plataforma que tenga sus tokens en el entorno, o si no la terminal (por defecto)',
    check: 'leer programas y decir qué se ha encontrado',
    ask: 'responder a una pregunta como lo haría el chat; sin TEXT, una por línea de la entrada estándar',
    search: 'buscar charlas; sin QUERY, una búsqueda por línea de la entrada estándar',
    rehearse:
      'recorrer a toda velocidad un tramo de la conferencia y mostrar cada mensaje que se enviaría',
    trace: 'mostrar por qué un mensaje llegó tarde: por su clave, o todos los de una charla',
    backup: 'copiar la base de datos SQLite en FILE, también mientras Hallway está en marcha',
    restored:
      'decir, antes de arrancar Hallway, que la base es una copia de antes: así no se dice nada dos veces',
    manifest: 'mostrar el manifiesto con el que una plataforma crea la app',
  },
  titles: { usage: 'Uso:', options: 'Opciones:', commands: 'Comandos:' },
  help: 'mostrar esta ayuda, o la de un comando',
  ownVersion: 'mostrar qué versión es',
  byDefault: (value) => `si no se dice: ${value}`,
  misused: {
    unknownOption: (option, nearest) =>
      nearest === undefined
        ? `No existe la opción ${option}; hallway --help muestra las que hay.`
        : `No existe la opción ${option}. ¿Querías decir ${nearest}?`,
    unknownSubcommand: (word, names) => `«${word}» no es ninguno de los comandos: ${names}.`,
    tooManyWords: (words) => `Sobra una palabra: ${words}. Las comillas mantienen palabras juntas.`,
    withoutValue: (option) => `Falta el valor de ${option}.`,
    missing: (name) => `Falta ${name}; hallway --help muestra lo que hace falta.`,
  },
  options: {
    schedule: 'ruta o dirección del programa',
    schedules: 'ruta o dirección del programa; otro con cada repetición, se consultan juntos',
    zone: 'zona horaria del lugar, si el programa no la dice',
    from: 'poner el reloj en este momento, como 2020-02-01T10:15+01:00',
    to: 'parar allí',
    speed: 'hacer correr el reloj tantas veces más rápido',
    json: 'un objeto JSON por línea',
    at: 'cuándo se pregunta, como 2020-02-01T10:15+01:00; si no, al empezar la primera charla',
    language: 'el idioma de quien pregunta, como es',
    conversation: 'cada línea sigue a la anterior',
    starOf:
      'una charla con este identificador está en la lista de quien pregunta (se puede repetir)',
    limit: 'cuántas charlas caben en una respuesta',
    changes: 'adoptar en ese momento esta otra versión del programa',
    follow: 'ese miembro sigue a un ponente, un track o palabras (se puede repetir)',
    star: 'escucha también un miembro que ha guardado esta charla (se puede repetir)',
    recordings: 'ese miembro se entera también de las grabaciones',
    feedback: 'a ese miembro se le pregunta también qué tal las charlas',
    snooze: 'a ese miembro le vuelve cada recordatorio una vez, tras tantos minutos',
    speaks: 'ese miembro da la charla con este identificador (se puede repetir)',
    full: 'alguien dice entonces que esta sala está llena (se puede repetir)',
    url: 'dónde alcanza la plataforma a Hallway por HTTP; si no, Hallway llama a la plataforma',
    prefix: 'lo que va delante de los nombres de comandos, como fosdem-',
    domain: 'las páginas de este sitio que son charlas tienen vista previa (se puede repetir)',
  },
  notAZone: (value) => `«${value}» no es una zona horaria IANA, como Europe/Brussels.`,
  notAnInstant: (value) => `«${value}» no es un momento con desfase, como 2020-02-01T10:15+01:00.`,
  notANumber: (value, min, max) => `«${value}» no es un número de ${min} a ${max}.`,
  notASnooze: (value, some) => `«${value}» no es un número de minutos para posponer: ${some}.`,
  notAChange: (value) => `«${value}» no es FUENTE@MOMENTO, como nuevo.xml@2020-02-01T12:00+01:00.`,
  notACrowd: (value) => `«${value}» no es SALA@MOMENTO, como h-1308@2020-02-01T12:00+01:00.`,
  noRoomToFill: (room) => `Ninguna sala se llama «${room}», o ya no hay nada allí entonces.`,
  rehearsedOutside: (first, last) =>
    `Entre --from y --to no hay nada de la conferencia: va de ${first} a ${last}.`,
  endsBefore: '--to va antes que --from, así que no hay nada que ensayar.',
  noSuchTalk: (id, source) =>
    `Ninguna charla de ${source} tiene el identificador «${id}»; hallway check ${source} --json los da.`,
  asked: (address, asJson) => `Preguntado a ${address}${asJson ? ' como JSON' : ''}`,
  alsoOffered: (address) => `La página ofrece otro programa: ${address}`,
  unreadable: (source, reason) => `${source}: ${reason}`,
  backup: {
    done: (file, bytes) =>
      `${file} es una copia de la base de datos, ${Math.ceil(bytes / 1024)} kB. Contiene datos personales.`,
    postgres: (file) =>
      `DATABASE_URL nombra una base PostgreSQL, que copia su propia herramienta: pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
  },
  restored: {
    noted: (from) =>
      `Anotado: la base está como estaba el ${from}. Lo que debía salir desde entonces se busca en la plataforma antes de enviarlo.`,
    neverRan: 'Hallway nunca ha funcionado con esta base, así que no hay nada que buscar.',
  },
  format: 'Formato',
  zone: 'Zona horaria',
  version: 'Versión',
  days: (count) => plural(count, 'Día', 'Días'),
  dayCount: (count, first, last) => (count === 1 ? first : `${count}, del ${first} al ${last}`),
  rooms: 'Salas',
  tracks: 'Tracks',
  talks: 'Charlas',
  breaks: 'Pausas',
  talkCount: (count, canceled) =>
    canceled === 0
      ? String(count)
      : `${count}, de ellas ${canceled} ${plural(canceled, 'cancelada', 'canceladas')}`,
  speakers: 'Ponentes',
  warnings: 'Advertencias',
  noWarnings: 'ninguna',
  trace: {
    key: 'Clave',
    due: 'Previsto',
    planned: 'Planificado',
    claimed: 'Tomado',
    waited: 'Espera',
    since: (from, why) => `desde ${from}: ${why}`,
    attempts: 'Intentos',
    outcome: 'Resultado',
    message: 'Mensaje',
    lateness: 'Puntualidad',
    pending: (until) => `espera hasta ${until}`,
    sending: (until) => `en camino; desde ${until} se preguntará por él`,
    sent: (at) => `enviado ${at}`,
    notSent: (at, reason) => `no enviado, ${at}: ${reason}`,
    channel: (platform, id) => `${platform}, canal ${id}`,
    member: (platform, id) => `${platform}, miembro ${id}`,
    deliveries: (count) => plural(count, '1 envío', `${count} envíos, primero los más tardíos`),
    more: (count) => `y ${count} más; --json los muestra todos`,
    snoozed: (times) => (times === 1 ? 'pospuesto una vez' : `pospuesto ${times} veces`),
    noSuchKey: (key) => `Ningún envío de la base tiene la clave «${key}», ni una que empiece así.`,
    noSuchTalk: (words) =>
      `Ninguna charla de la base tiene el identificador o el código «${words}», ni estas palabras en el título.`,
    whichTalk: (words, count, some) =>
      `${count} charlas encajan con «${words}»: ${some} … Da el identificador de una.`,
    nothingPlanned: (title) => `Aún no se ha planificado nada sobre «${title}».`,
  },
};

export const console: ConsoleMessages = {
  welcome: (conference) => `Hallway: ${conference}`,
  invitation:
    'Con palabras se buscan charlas; /help dice qué probar; !2 pulsa el segundo botón; Ctrl+D para salir.',
  clockStarts: (moment) =>
    `La conferencia ya ha terminado, así que este reloj empieza en ${moment}, diez minutos antes de la primera charla.`,
  keptFrom: (moment, reason) =>
    `El programa es el guardado el ${moment}, pues ahora su fuente no se puede leer: ${reason}`,
  loading: (source) => `Leyendo ${source}…`,
  untilDot: 'Escribe tantas líneas como quieras; un punto solo las termina.',
  noSuchButton: (letter, number, count) => {
    const card = letter === '' ? 'la última tarjeta' : `el mensaje ${letter}`;
    const there = count === 1 ? `solo !${letter}1` : `de !${letter}1 a !${letter}${count}`;
    return `No hay botón ${letter}${number}; ${card} ${count === 0 ? 'no tiene ninguno' : `tiene ${there}`}.`;
  },
  edited: 'editado',
  removed: 'quitado',
  saved: (path) => `Guardado como ${path}`,
  unsaved: (name, code) => `${name} no se puede guardar aquí (${code}), así que aquí está:`,
};
