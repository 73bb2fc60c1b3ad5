import type { AnnouncementMessages, LatenessMessages } from '../en/announcements.ts';
import { plural, talks } from './counts.ts';

export const announcements: AnnouncementMessages = {
  startsIn: (count, span) =>
    count === 1 ? `Empieza en ${span}` : `${count} charlas empiezan en ${span}`,
  startsNow: (count) => (count === 1 ? 'Empieza ahora' : `${count} charlas empiezan ahora`),
  startedAgo: (count, span) =>
    count === 1 ? `Empezó hace ${span}` : `${count} charlas empezaron hace ${span}`,
  one: (when, title) => `${when}: ${title}`,
  onYourList: (when) => `En tu lista: ${lowerFirst(when)}`,
  alsoStarting: (entries) => `También: ${entries.join('; ')}`,
  andMoreTalks: (count) => plural(count, 'y una más', `y ${count} más`),

  corrected: (clock) => `Anunciada para las ${clock}, cambiada desde entonces`,
  movedTo: (place) => `pasa a ${place}`,
  otherRoom: (before) => `otra sala, antes ${before}`,

  change: {
    new: (title) => `Nueva: ${title}`,
    canceled: (title) => `Cancelada: ${title}`,
    reinstated: (title) => `Al final se mantiene: ${title}`,
    moved: (title) => `Reprogramada: ${title}`,
    edited: (title) => `Cambiada: ${title}`,
  },
  heading: {
    new: 'Charla nueva',
    canceled: 'Cancelada',
    reinstated: 'Al final se mantiene',
    moved: 'Reprogramada',
    edited: 'Cambiada',
  },
  kinds: {
    new: (count) => `${count} ${plural(count, 'nueva', 'nuevas')}`,
    canceled: (count) => `${count} ${plural(count, 'cancelada', 'canceladas')}`,
    reinstated: (count) => `${count} ${plural(count, 'se mantiene', 'se mantienen')}`,
    moved: (count) => `${count} ${plural(count, 'reprogramada', 'reprogramadas')}`,
    edited: (count) => `${count} ${plural(count, 'cambiada', 'cambiadas')}`,
  },
  changes: (count) => `${count} cambios en el programa`,
  later: (count, room, span) => `${talks(count)} en ${room}: ${span} más tarde`,
  earlier: (count, room, span) => `${talks(count)} en ${room}: ${span} antes`,
  late: (room, minutes) => {
    if (minutes === 0) return `${room} vuelve a ir en hora`;
    return minutes > 0
      ? `${room} va con ${minutes} min de retraso`
      : `${room} va con ${-minutes} min de adelanto`;
  },
  nextThere: (when, title) => `Después en esta sala, a las ${when}: ${title}`,
  nothingThere: 'Allí ya no queda nada hoy.',
  wholeRoom: 'Todo en esta sala',
  changesOfYours: (count) => `${count} cambios en charlas de tu lista`,
  arrow: (before, after) => `${before} → ${after}`,
  wasTitled: (title) => `antes «${title}»`,
  otherSpeakers: 'cambio de ponentes',
  speakers: (names) => `con ${names}`,
  nobody: 'nadie',
  renamed: (before, after) => `${before} ahora se llama ${after}`,
  severalRenamed: (count) => `${count} salas y tracks tienen otro nombre`,
  placesGone: (names) => `Ya no está en el programa: ${names}`,
  chooseOthers: 'Este canal lo seguía. La organización puede darle otras salas o tracks.',
  noRoom: 'sin sala',
  wholeSchedule: 'Todo el programa',
  allChanges: 'Todos los cambios',
  edited: (target) => `${target} (editado)`,
  shrunken: (source, lost, of) =>
    `A ${source} le faltan ${lost} de las ${of} charlas que aún quedan; no se adopta.`,
  past: (source, lost, of) =>
    `${source} pone en el pasado ${lost} de las ${of} charlas que aún quedan; no se adopta.`,

  digest: (day) => `¡Buenos días! ${day}`,
  digestTalks: (count, rooms, first) =>
    `${plural(count, 'Una charla', talks(count))} en ${plural(rooms, 'una sala', `${rooms} salas`)}, desde las ${first}.`,
  digestMine: (count, first) =>
    count === 1
      ? `Una charla en tu lista hoy, a las ${first}.`
      : `${talks(count)} en tu lista hoy, desde las ${first}.`,
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const lateness: LatenessMessages = {
  onTime: 'en hora',
  late: (span) => `${span} de retraso`,
  notSent: (span) => `no enviado, abandonado tras ${span}`,
  because: (words, why) => `${words}: ${why}`,
  kinds: {
    announcement: 'anuncio',
    reminder: 'recordatorio',
    recording: 'aviso de una grabación',
    feedback: 'pregunta «¿Qué tal estuvo?»',
    notice: 'aviso de un cambio',
    changes: 'aviso de muchos cambios',
    say: 'mensaje de la organización',
    roomDelay: 'aviso de una sala con retraso',
    roomFull: 'aviso de una sala llena',
    onStage: 'recordatorio de la charla propia',
    ownChange: 'aviso de un cambio en la charla propia',
    ownRecording: 'aviso de la grabación de la charla propia',
    claimDecided: 'respuesta a quien dice que es ponente',
    renamed: 'aviso de un nombre nuevo',
    placesGone: 'aviso de una sala o track que ya no está',
    digest: 'resumen del día',
    followNews: 'aviso de charlas nuevas que alguien sigue',
    followDigest: 'resumen de lo que alguien sigue',
    list: 'lista personal',
    formerList: 'fin de una lista anterior',
    correction: 'corrección de un anuncio',
    alert: 'aviso a la organización',
    operator: 'mensaje a quien mantiene Hallway',
  },
  waits: {
    'no-tick': (until) =>
      `no se planificó nada hasta las ${until}, porque Hallway no estaba en marcha o no podía usar su base de datos`,
    'next-tick': (until) => `lo planificó el ciclo de las ${until}`,
    'no-sender': (until) => `ningún Hallway en marcha envió nada allí hasta las ${until}`,
    'sender-died': (until) =>
      `el proceso que lo enviaba se cayó, y otro pudo seguir a las ${until}`,
    'lane-resting': (until) => `la plataforma pidió una pausa hasta las ${until}`,
    'target-resting': (until) => `otros mensajes iban al mismo sitio hasta las ${until}`,
    'target-silent': (until) =>
      `la plataforma no había respondido para el mismo sitio, hasta las ${until}`,
    queue: (until) => `pasó primero lo que tocaba antes, hasta las ${until}`,
    slow: (until) => `Hallway o su base de datos iban lentos hasta las ${until}`,
    'slow-platform': (until) => `la plataforma no respondió hasta las ${until}`,
    retry: (until, code) => `${code}; se intentó de nuevo a las ${until}`,
    doubt: (until, code) => `${code}; a las ${until} se preguntó si había llegado`,
  },
  codes: {
    'rate-limited': 'la plataforma pidió esperar',
    unavailable: 'no se podía llegar a la plataforma',
    'direct-messages-closed': 'los mensajes directos están cerrados',
    'channel-gone': 'el canal ya no existe',
    'message-gone': 'el mensaje ya no existe',
    forbidden: 'la plataforma no lo permite',
    'community-gone': 'se ha quitado a Hallway de la comunidad',
    invalid: 'la plataforma no lo aceptó',
    'no-answer': 'la plataforma no respondió a tiempo',
    mistake: 'algo se rompió en Hallway; el registro dice qué',
  },
  reasons: {
    late: 'ya no servía',
    outdated: 'ya no era cierto',
    'out-of-time': 'ya no habría servido en el siguiente intento',
    'fate-unknown': 'no se puede saber si llegó, así que no se dice dos veces',
  },
};
