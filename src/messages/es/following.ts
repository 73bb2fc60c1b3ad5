import type { FollowingMessages, FollowingNaming } from '../en/following.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const following: FollowingMessages = {
  title: 'Lo que sigues',
  summary: (count) => `Sigues ${count} ${plural(count, 'cosa', 'cosas')}.`,
  atEnd: (names) => `Sigues: ${names}.`,
  kinds: {
    speaker: 'ponente',
    track: 'track',
    room: 'sala',
    type: 'tipo de charla',
    words: 'tema',
  },
  toCome: (count) =>
    count === 0 ? 'ya no queda nada' : `${plural(count, 'queda', 'quedan')} ${talks(count)}`,
  because: (names) => `porque sigues: ${names}`,

  fromTalk: 'Seguir…',
  choose:
    'Se te avisa de cada charla de lo que sigues: antes de que empiece, y cuando hay una nueva.',
  follow: (name) => `Seguir: ${name}`,
  unfollow: (name) => `Dejar de seguir: ${name}`,
  stop: 'Dejar de seguir',

  followed: (name, count) => {
    if (count === undefined) return `Ahora sigues: ${name}. Sus charlas salen en un momento.`;
    if (count === 0) {
      return `Ahora sigues: ${name}. De momento no hay nada; si hay una charla nueva, te enteras enseguida.`;
    }
    return `Ahora sigues: ${name}. ${plural(count, 'Queda', 'Quedan')} ${talks(count)}.`;
  },
  already: (name) => `Ya sigues: ${name}.`,
  unfollowed: (name) => `Ya no sigues: ${name}.`,
  notFollowed: 'Eso no lo sigues.',
  tooMany: (most) =>
    `Sigues ${most} cosas, contando todas las conferencias, y no caben más. Deja antes de seguir alguna.`,
  tooLong: (most) => `Es demasiado largo para seguirlo: se pueden buscar hasta ${most} caracteres.`,
  nothingMeant: (text) => `«${text}» no tiene ninguna palabra que se pueda buscar.`,
  gone: 'Eso ya no está en el programa.',
  which: (text) => `«${text}» podría ser varias cosas. ¿Cuál?`,
  otherwise: '¿Querías otra cosa?',

  news: (count) =>
    count === 1 ? 'Novedad en lo que sigues' : `${count} charlas nuevas en lo que sigues`,
  digest: (day) => `Más de lo que sigues · ${day}`,
  ofTheDay: 'Todo ese día',
  digestIntro: (most) =>
    `Hoy has recibido ${most} mensajes sobre lo que sigues. El resto del día está aquí, al día; guarda aquello de lo que quieras un recordatorio.`,

  inVain: 'Seguidos, pero sin ninguna charla',
  about: (count) => `unas ${count}`,
};

export const followingNaming = (slash: Slash): FollowingNaming => ({
  nothing: `No sigues nada. ${slash('follow')} admite un ponente, un track o palabras, y se te avisa de cada charla que encaje.`,
});
