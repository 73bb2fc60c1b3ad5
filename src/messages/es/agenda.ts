import type {
  AfterwardsMessages,
  AgendaMessages,
  AgendaNaming,
  HomeMessages,
  HomeNaming,
  SettingsMessages,
} from '../en/agenda.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const agenda: AgendaMessages = {
  title: 'Mis charlas',
  summary: (count, clashing) => {
    const listed = `${talks(count)} en tu lista`;
    if (clashing === 0) return listed;
    if (clashing < count) return `${listed}, ${clashing} de ellas coinciden con otra`;
    return `${listed}, y ${count === 2 ? 'las dos coinciden' : 'todas coinciden con alguna'}`;
  },
  empty: 'Tu lista está vacía. Pulsa «☆ Guardar» en una charla para ponerla aquí.',
  clash: (titles) => `⚠ coincide con ${titles}`,
  quoted: (title) => `«${title}»`,
  reminders: (minutes) =>
    minutes === 0
      ? 'Los recordatorios llegan cuando empieza una charla.'
      : `Los recordatorios llegan ${minutes} min antes de que empiece una charla.`,
  volume: {
    quiet:
      'Aquí en modo discreto: sin recordatorios ni mensaje de la mañana. Si algo pasa con estas charlas, te enteras.',
    silent: 'Aquí en silencio: no se envía nada, ni siquiera que una charla se cancela.',
  },
  sendList: 'Por mensaje directo',
  calendar: 'Archivo de calendario',
  whatToSee: '¿Qué me conviene ver?',

  started: 'Tu lista está ahora en tus mensajes directos, y allí se mantiene al día.',
  alreadyStarred: (title) => `${title} ya está en tu lista.`,
  notStarred: 'Esa charla no está en tu lista.',
  listIsBelow: 'Tu lista está ahora en un mensaje más nuevo, más abajo.',
  listArrived: 'Tu lista está en tus mensajes directos.',
  listSent: 'Tu lista va camino de tus mensajes directos.',

  leadTitle: 'Cuándo recordar',
  leadTitleOf: 'Recordarme esta charla',
  leadLabel: 'Minutos antes de que empiece una charla',
  leadLabelOf: 'Minutos antes de que empiece',
  leadHint: (most) => `Un número entero de 0 a ${most}`,
  leadForAll: 'Para todas las charlas sin antelación propia',
  leadForOne: 'Solo para esta charla',
  reminder: (minutes) =>
    minutes === 0
      ? 'Te lo recordaré cuando empiece.'
      : `Te lo recordaré ${minutes} min antes de que empiece.`,
  ownLead: (minutes) =>
    minutes === 0 ? 'recordatorio al empezar' : `recordatorio ${minutes} min antes`,
  ownLeads: (count) =>
    `${talks(count)} ${plural(count, 'tiene su propia antelación', 'tienen su propia antelación')}.`,
  snooze: (minutes) => `Otra vez dentro de ${minutes} min`,
  snoozed: (clock) => `Te lo recordaré otra vez a las ${clock}.`,
  snoozedAlready: 'Ya has pedido que te lo recuerde otra vez.',
  snoozeTooLate: (clock) => `Ya es tarde para eso: empieza a las ${clock}.`,
  snoozeGone: 'Este recordatorio es demasiado antiguo para repetirlo.',
  sharedTitle: 'Charlas elegidas',
  shared: (count, who = 'Alguien de aquí') =>
    count === 1
      ? `${who} comparte la charla de su lista que aún queda.`
      : `${who} comparte las ${count} charlas de su lista que aún quedan.`,
  nothingToShare: 'En tu lista ya no queda ninguna charla.',
  sharePreview:
    'Así lo verá todo el mundo: estas charlas, y nada más de ti. Todavía no lo ve nadie.',
  postHere: 'Publicar aquí',
  leadWrong: (value, most) => `«${value}» no es un número de minutos de 0 a ${most}.`,

  calendarReady: (count) =>
    `${plural(count, 'Una charla', `${count} charlas`)} para tu calendario. Importa el archivo de nuevo tras un cambio: las entradas se sustituyen, no se duplican.`,
  calendarFile: 'mis-charlas.ics',
  calendarTalkFile: 'charla.ics',

  digestOn: 'A las 08:00 de cada día de la conferencia recibes tus charlas del día.',
  digestHeld:
    'Pero no mientras tu lista esté aquí en modo discreto o en silencio: elige «Todo» en los ajustes.',
  digestOff: 'Ya no llegará el mensaje de la mañana.',

  exported: 'Esto es todo lo que se guarda sobre ti.',
  exportFile: 'hallway-export.json',
  nothingKept: 'No se guarda nada sobre ti.',
  forgotten:
    'Todo lo que se guardaba sobre ti está borrado: tu lista, tus ajustes y tus cuentas vinculadas.',

  linked:
    'Vinculadas: una sola lista para todas estas cuentas. Elige «Discreto» en los ajustes donde no quieras recordatorios.',
  linkOwn: 'Estas cuentas ya están vinculadas.',
  linkTooMany: 'Demasiados códigos erróneos. Inténtalo de nuevo en 10 minutos.',
  unlinked:
    'Desvinculada: esta cuenta conserva una copia propia de la lista; en las demás sigue como estaba.',
  notLinked: 'No hay otra cuenta vinculada.',
};

export const afterwards: AfterwardsMessages = {
  offer: {
    recordings: 'Avísame de las grabaciones (guarda mi lista hasta 180 días)',
    feedback: 'Pregúntame después qué tal estuvieron las charlas',
  },
  on: {
    recordings:
      'Cuando el programa enlace la grabación de una charla de tu lista o que sigues, se te avisa. Para eso tu lista y lo que sigues se guardan hasta entonces, como mucho 180 días después de la conferencia.',
    feedback:
      'Cuando acaba una charla de tu lista, se te pregunta qué tal estuvo, si la organización lo quiere saber.',
    says: 'Recibes lo que la organización escribe a todo un grupo.',
  },
  off: {
    recordings: 'Ya no se te avisa de las grabaciones.',
    feedback: 'Ya no se te pregunta qué tal estuvieron las charlas.',
    says: 'Ya no recibes lo que la organización escribe a todo un grupo. Lo que cambie en las charlas de tu lista te llega como antes.',
  },
  held: 'No mientras tu lista esté aquí en un modo tan discreto: elige «Todo» en los ajustes.',
  recordings: (count) => plural(count, 'Hay una grabación', `Hay ${count} grabaciones`),
  howWasIt: (count) => plural(count, '¿Qué tal estuvo?', '¿Qué tal estuvieron?'),
  stopRecordings: 'No más grabaciones',
  stopFeedback: 'No me preguntes',
};

export const home: HomeMessages = {
  findTitle: 'Buscar una charla',
  findPlaceholder: 'Título, ponente, tema…',
  addPlaceholder: 'Busca una charla para tu lista…',
  shareTitle: 'Compartir',
  shareWhere: '¿Dónde?',
  organisersPlaceholder: 'Elige personas…',
  forget: 'Olvídame',
  forgetTitle: '¿Olvidarlo todo?',
  forgetAsk:
    'Se borran tu lista, tus ajustes y tus cuentas vinculadas, y ya no llega ningún recordatorio.',
  keep: 'Conservar',
  fileSent: 'El archivo está en tus mensajes directos con Hallway.',
  fileRefused: (reason) =>
    `El archivo no se pudo enviar a tus mensajes directos: la plataforma dice «${reason}». Quien mantiene Hallway aquí puede arreglarlo.`,
  exportData: 'Exportar mis datos',
  settings: 'Ajustes',
  group: 'un grupo de usuarios, @here o @channel para mencionar',
  invite: (name) => `una invitación: escribe «/invite ${name}» en ese canal`,
};

/** Lo que nombra comandos. */
export const agendaNaming = (slash: Slash): AgendaNaming => ({
  directMessagesClosed: `Mis mensajes directos no te llegan, así que los recordatorios tampoco. Permite los mensajes directos de esta comunidad, o pide a quien la lleva que me deje escribirte; luego pulsa «Por mensaje directo» en ${slash('mytalks')}.`,
  // Se teclea donde está la otra cuenta, se llamen como se llamen aquí los comandos.
  linkCode: (code) =>
    `Escribe /mytalks link ${code} donde está tu otra cuenta, en menos de 10 minutos. Quien lo escriba comparte tu lista, así que no se lo enseñes a nadie.`,
  linkUnknown: `Este código es erróneo, ya se usó o tiene más de 10 minutos. ${slash('mytalks link')} crea uno nuevo.`,
});

export const homeNaming = (slash: Slash): HomeNaming => ({
  organisers: `Quién puede usar ${slash('conference')} además de quienes administran`,
});

/** Lo que cada cual ajusta. */
export const settings: SettingsMessages = {
  title: 'Ajustes',
  about:
    'Los recordatorios, el idioma y la zona horaria valen para todas tus cuentas vinculadas; lo demás, para esta. Esto solo lo ves tú.',
  lead: 'Recordatorios',
  leadAsk: '¿Cuándo?',
  leadOf: (minutes) => (minutes === 0 ? 'al empezar' : `${minutes} min antes`),
  leadOther: 'Otra antelación…',
  volume: 'Qué se envía aquí',
  volumeAsk: '¿Cuánto?',
  volumes: {
    full: { label: 'Todo' },
    quiet: {
      label: 'Discreto',
      description: 'sin recordatorios, solo lo que pasa con mis charlas',
    },
    silent: {
      label: 'Silencio',
      description: 'nada, ni siquiera que una charla se cancela',
    },
  },
  language: 'Idioma',
  languageAsk: '¿Cuál?',
  asTold: (told) => `Como dice la app (${told})`,
  zone: 'Zona horaria',
  zoneAsk: '¿En qué zona horaria, además de la del lugar?',
  untold: 'Como la muestra la app',
  venueZone: (zone) => `Solo la del lugar (${zone})`,
  zoneOther: 'Otra…',
  zoneLabel: 'Zona horaria',
  zoneHint: 'Un nombre como Europe/Lisbon, o su ciudad',
  zoneSet: (zone) => `Las horas se muestran también en la zona ${zone}, junto a la del lugar.`,
  noSuchZone: (typed) => `«${typed}» no es una zona horaria: tienen nombres como Europe/Lisbon.`,
  zoneMeant: '¿Querías decir una de estas?',
  switches: {
    digest: 'Mensaje de la mañana',
    recordings: 'Grabaciones',
    feedback: '¿Qué tal estuvo?',
    says: 'De la organización',
  },
  switchOf: (what, isOn) => (isOn ? `✓ ${what}: sí` : `${what}: no`),
};
