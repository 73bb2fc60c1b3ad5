import type {
  InstallationMessages,
  InstallationNaming,
  OrganiserMessages,
  OrganiserNaming,
} from '../en/organiser.ts';
import type { Slash } from '../slash.ts';
import { more, plural, talks } from './counts.ts';

export const organiser: OrganiserMessages = {
  title: 'Conferencia',
  onlyInCommunity: 'Esto funciona en un servidor o espacio de trabajo, no en mensajes directos.',
  again: 'Actualizar',

  status: (title) => `Estado de ${title}`,
  statusSummary: (count, waiting) =>
    `${talks(count)}, ${waiting} ${plural(waiting, 'mensaje en espera', 'mensajes en espera')}`,
  source: 'Fuente',
  page: 'Encontrado en',
  version: 'Versión',
  zone: 'Zona horaria',
  programme: 'Programa',
  programmeCount: (count, rooms, canceled) =>
    `${talks(count)} en ${rooms} ${plural(rooms, 'sala', 'salas')}${canceled === 0 ? '' : `, ${canceled} ${plural(canceled, 'cancelada', 'canceladas')}`}`,
  takenAt: 'Último cambio',
  checkedAt: 'Última lectura',
  failing: 'Falla desde',
  lastTick: 'Último ciclo',
  lastSent: 'Último mensaje',
  lastHour: 'Última hora',
  nothingSent: 'no se envió nada',
  allOnTime: 'todo en hora',
  worst: (due, kind, lateness) => `${kind} de ${due}, ${lateness}`,
  never: 'nunca',
  outbox: 'Mensajes',
  counts: ({ pending, sending, sent, failed, expired }) =>
    `${pending} en espera, ${sending} en camino, ${sent} ${plural(sent, 'enviado', 'enviados')}, ${failed} ${plural(failed, 'fallido', 'fallidos')}, ${expired} ${plural(expired, 'caducado', 'caducados')}`,
  delays: 'Retrasos',
  delay: (room, minutes) =>
    minutes > 0 ? `${room} ${minutes} min de retraso` : `${room} ${-minutes} min de adelanto`,
  streams: 'Directos',
  withStream: 'en directo',
  streamSet: (room) => `Lo que hay en ${room} se ve en directo en`,
  streamCleared: (room, told) =>
    told
      ? `${room} ya no tiene dirección propia; vale la del programa.`
      : `${room} ya no tiene directo.`,
  noStreamAddress: (typed) =>
    `«${typed}» no es la dirección de un directo. Empieza por https:// y no lleva contraseña; «none» quita la de la sala.`,
  roomFeed: 'Estado de las salas',
  roomFeedFrom: (address) =>
    `El estado de las salas se lee de ${address}, cada minuto mientras hay algo en marcha.`,
  noRoomFeed: 'El estado de las salas lo dice solo el voluntariado.',
  noRoomFeedAddress: (typed) =>
    `«${typed}» no es una dirección para el estado de las salas. Empieza por https:// y no lleva contraseña; «none» quita la actual.`,
  roomFeedFails: (reason) => `El estado de las salas no se puede leer. ${reason}`,
  roomFeedUnknown: (names) =>
    `La dirección del estado de las salas incluye salas que el programa no tiene: ${names}.`,
  roomFeedReadAt: (address, at) => `${address}, leído ${at}`,
  roomStates: 'Salas ahora',
  channels: 'Canales',
  ahead: (lead) => `${lead} min antes`,
  kinds: { announcements: 'anuncios', notices: 'cambios', digest: 'resumen del día' },
  everything: 'todo',

  used: (title, count, zone) =>
    `Esta comunidad sigue ahora ${title}: ${talks(count)}, horas en ${zone}.`,
  added: (title, count, zone) =>
    `Esta comunidad tiene también ${title}: ${talks(count)}, horas en ${zone}.`,
  asks: (title, count, present) =>
    `${title} (${talks(count)}) se puede leer. ¿Debe sustituir a ${present ?? 'la conferencia actual'}, o añadirse?`,
  useAs: { replace: 'Sustituir', add: 'Añadir' },
  starsStay: 'Lo que la gente ha guardado sigue en su lista.',
  asksDrop: '¿Qué conferencia se quita?',
  lost: (channels, changes) =>
    [
      channels === 0
        ? 'no se anuncia en ningún sitio.'
        : `ya no se anuncia en ${channels} ${plural(channels, 'canal', 'canales')}.`,
      ...(changes === 0
        ? []
        : [
            changes === 1
              ? 'Se pierde lo que se cambió allí a mano: 1 retraso, charla o directo.'
              : `Se pierde lo que se cambió allí a mano: ${changes} retrasos, charlas y directos.`,
          ]),
    ].join(' '),
  drop: (title) => `Quitar ${title}`,
  dropped: (title) => `Esta comunidad ya no tiene ${title}.`,
  several:
    'Esta página ofrece varios programas. ¿Cuál es el de la conferencia? El primero se pudo leer; los demás se leen al elegirlos.',
  take: (address) => `Elegir ${address}`,
  noSuchZone: (zone) => `No existe la zona horaria «${zone}». Se escribe como Europe/Brussels.`,
  notUsed: (reason) => `El programa no se ha adoptado. ${reason}`,

  noSuchKind: (kind, kinds) => `No existe el tipo «${kind}», solo ${kinds}.`,
  channelMissing: 'Ese canal no existe, o no lo veo. Invítame e inténtalo de nuevo.',
  channelForbidden: (lacking) =>
    `No puedo publicar allí. Falta: ${lacking}. Concédelo e inténtalo de nuevo.`,
  lettingMention: (role) => `Permitir que cualquiera @mencione este rol (${role})`,
  unlocking: (permission) => `un hilo que no esté bloqueado (o ${permission})`,
  mentioningAll: 'Mencionar @everyone, @here y todos los roles',
  announced: (language, what) => `recibirá en ${language}: ${what}.`,
  mentions: 'Cada anuncio menciona a',
  mentionsInNone: 'Solo los anuncios mencionan a alguien, y allí no llega ninguno.',
  mentionGone:
    'El rol que había que mencionar allí ya no existe. Elige otro, o di que no se mencione a nadie.',
  mentioned: 'Menciona a',
  firstIs: (title, place) => `La próxima es «${title}», ${place}.`,
  noneFits: 'Ninguna de las charlas que quedan encaja con eso.',
  muted: 'Allí ya no se publica nada.',
  answersEverywhere: 'Quien menciona a Hallway en un canal recibe respuesta allí.',
  answersNowhere:
    'Las menciones en canales ya no tienen respuesta; los mensajes directos y los comandos, sí.',
  answersIn: 'Quien menciona a Hallway solo recibe respuesta en',
  alertsIn: (language) =>
    `es donde se avisa a la organización, en ${language}, de lo que tiene que mirar.`,
  alertsNowhere: 'No se avisa a la organización en ningún sitio de lo que tiene que mirar.',
  alertsBeside: 'Los avisos van aparte: llegan cuando hay algo que mirar, en',
  alertsOff: 'Ya no se avisa a la organización en ningún sitio de lo que tiene que mirar.',
  alerts: 'Avisos',
  notAnnounced: 'Allí no se publicaba nada de todos modos.',

  preview: (hours) => plural(hours, 'La próxima hora', `Las próximas ${hours} horas`),
  previewSummary: (posts) =>
    posts === 0
      ? 'No se publicará nada.'
      : `${posts} ${plural(posts, 'publicación', 'publicaciones')}`,
  tomorrow: 'mañana',
  digest: 'Resumen del día',
  morePosts: (count) => `y ${count} ${plural(count, 'publicación', 'publicaciones')} más`,
  notListed: (counted) => `Sin incluir, como mensajes directos: unos ${counted}.`,
  direct: {
    lists: (count) => `${count} recordatorios de lo que está en las listas`,
    followed: (count) => `${count} recordatorios de lo que se sigue`,
    snoozed: (count) => `${count} recordatorios pospuestos`,
    feedback: (count) => `${count} preguntas sobre charlas terminadas`,
    recordings: (count) => `${count} sobre grabaciones`,
  },

  delayed: (room, minutes, count) => {
    if (minutes === 0) return `${room} vuelve a ir en hora.`;
    const shift = minutes > 0 ? `${minutes} min de retraso` : `${-minutes} min de adelanto`;
    return `${room} va con ${shift}: ${plural(count, 'cambia', 'cambian')} ${talks(count)} de hoy, y se avisa a quien corresponda.`;
  },

  interest: {
    title: (conference) => `Interés por ${conference}`,
    none: 'Aún no hay nada en las listas de cinco personas o más.',
    about: (moment) =>
      `A fecha de ${moment}. Las cifras se redondean de cinco en cinco, y no sale lo que han guardado menos de cinco personas. Habrá cifras nuevas cuando cinco personas más hayan guardado algo.`,
    lists: (people) => `en unas ${people} listas`,
    listsFor: (people, places) => `en unas ${people} listas, ${places} plazas`,
    tooMany: 'más de lo que cabe',
    clashes: 'Guardadas por la misma gente, y a la vez',
    both: (people) => `unas ${people} personas`,
    csv: 'Como CSV',
    files: 'Aquí están las charlas y las coincidencias, cada cosa en una tabla.',
    talksFile: 'interes.csv',
    clashesFile: 'interes-coincidencias.csv',
  },

  log: 'Quién hizo qué',
  logSummary: (acts) =>
    acts === 0
      ? 'Aquí nadie ha hecho nada todavía.'
      : plural(acts, 'Se hizo 1 cosa', `Se hicieron ${acts} cosas`),
  toStatus: 'Estado',
  former: 'alguien que organizaba antes',
  nothing: 'nada',
  acts: {
    use: 'programa',
    drop: 'quitada',
    announce: 'anuncios en',
    mute: 'silenciado',
    answers: 'respuestas a menciones',
    delay: 'retraso de',
    stream: 'directo de',
    say: 'dicho a',
    talk: 'charla',
    organisers: 'organización',
    helpers: 'voluntariado',
    accept: 'versión',
    room: 'sala',
    alerts: 'avisos',
    web: 'páginas',
    speakers: 'ponente',
  },

  doctor: (title) => `Revisión de ${title}`,
  healthy: 'Todo está bien.',
  found: (count) => `${count} ${plural(count, 'cosa', 'cosas')} que mirar`,
  moreFindings: more,
  findings: {
    sourceUnreadable: (since, reason) =>
      `La fuente falla desde ${since}; la última versión buena sigue en uso. ${reason}`,
    sourceSetAside: (since) =>
      `Al arrancar, ${since}, no se pudo cargar la última versión del programa; hasta que se lea otra vez la fuente, vale la anterior.`,
    sourceShrunken: (since, lost, of) =>
      `Desde ${since}, a la fuente le faltan ${lost} de las ${of} charlas que quedan. Parece rota, así que sigue en uso la versión anterior.`,
    sourcePast: (since, lost, of) =>
      `Desde ${since}, la fuente pone en el pasado ${lost} de las ${of} charlas que quedan, como en el programa del año pasado. Sigue en uso la versión anterior.`,
    sourceStale: (checked) =>
      `Última lectura de la fuente: ${checked}. Los cambios desde entonces no se conocen.`,
    noTalks: 'El programa no tiene charlas.',
    over: (end) => `La conferencia terminó ${end}. ¿Es este el programa de otro año?`,
    farAhead: (start) => `La conferencia no empieza hasta ${start}. ¿Es este el programa correcto?`,
    channelForbidden: (lacking) => `No puedo publicar allí. Falta: ${lacking}.`,
    channelRefused: (at, code) =>
      `el último mensaje, ${at}, fue rechazado (${code}); el registro dice por qué.`,
    roomFeedFails: (since, reason) =>
      `El estado de las salas no se puede leer desde ${since}; solo vale lo que dice el voluntariado. ${reason}`,
    unheardRooms: (rooms) => `Salas que no anuncia ningún canal: ${rooms}.`,
    roomClash: (room, one, other) => `${room} está ocupada dos veces: «${one}» y «${other}».`,
    ungranted: (permissions) =>
      `Esta versión pide permisos que no existían cuando se instaló la app: ${permissions}. Dale a la app su nuevo manifiesto, guarda, e instálala otra vez; hasta entonces, lo que no los necesita funciona como antes.`,
    slow: (perMinute, remedy) =>
      `El servidor me deja enviar unos ${perMinute} mensajes por minuto, y con eso no puede funcionar ninguna conferencia. ${remedy}`,
    noTick: (last) =>
      `Último ciclo de planificación de mensajes: ${last}. Debería haber uno por minuto; mira el registro.`,
  },
};

export const installation: InstallationMessages = {
  done: {
    title: 'Hallway está instalado',
    link: 'Abrir el espacio de trabajo',
  },
  canceled: {
    title: 'No se ha instalado nada',
    text: 'La instalación se canceló. Aquí no se guarda nada de tu espacio de trabajo.',
    link: 'Instalar Hallway de todos modos',
  },
  organisation: {
    title: 'No para una organización entera',
    text: 'Hallway se instala en cada espacio de trabajo por separado, porque cada uno tiene su conferencia y su organización. No se ha guardado nada. Quita la app de la organización y luego elige un espacio de trabajo.',
    link: 'Instalar Hallway en un espacio de trabajo',
  },
  begunElsewhere: {
    title: 'Esta instalación no se puede terminar',
    text: 'Se empezó en otro navegador, ya estaba terminada, o esperó demasiado. Cada una vale una vez, durante diez minutos.',
    link: 'Empezar de nuevo',
  },
  failed: {
    title: 'La instalación ha fallado',
    text: 'No se ha instalado nada. Inténtalo de nuevo en un minuto; si vuelve a fallar, quien mantiene este Hallway encuentra el motivo en su registro.',
    link: 'Empezar de nuevo',
  },
};

export const organiserNaming = (slash: Slash): OrganiserNaming => ({
  sayAs: `Dilo con ${slash('conference use')} … as:replace, o as:add.`,
  nothingToDrop: `Esta comunidad no ha elegido una conferencia así. ${slash('conference use')} toma una.`,
  noChannels: `No se anuncia nada en ningún canal. ${slash('conference announce')} elige uno.`,
  findings: {
    zoneIsUtc: `Las horas se toman como UTC. Si el lugar está en otra parte: ${slash('conference use')} FUENTE Europe/Brussels.`,
    noSubscription: `No se anuncia nada en ningún canal. ${slash('conference announce')} elige uno.`,
    channelMissing: `ya no existe, o no lo veo. Invítame, o páralo con ${slash('conference mute')}.`,
    alertsMissing: `ya no existe, o no lo veo, y los avisos van allí. Invítame, o elige otro con ${slash('conference alerts')}.`,
    mentionGone: `el rol que había que mencionar ya no existe, así que no se menciona a nadie. ${slash('conference announce')} elige otro, o ninguno.`,
    streamsGone: (rooms) =>
      `Hay un directo puesto para salas que el programa ya no tiene: ${rooms}. ${slash('conference stream')} lo pone con sus nombres nuevos.`,
    unknownPlaces: (slugs) =>
      `espera salas o tracks que el programa no tiene: ${slugs}. ${slash('conference announce')} pone otros.`,
  },
});

export const installationNaming = (slash: Slash): InstallationNaming => ({
  done: {
    text: `En tu espacio de trabajo, ${slash('help')} muestra lo que sabe hacer, y ${slash('conference use')} FUENTE le da tu programa.`,
  },
});
