import type { FollowingMessages, FollowingNaming } from '../en/following.ts';
import type { Slash } from '../slash.ts';

export const following: FollowingMessages = {
  title: 'Deine Abos',
  summary: (count) => (count === 1 ? 'Du hast 1 Abo.' : `Du hast ${count} Abos.`),
  atEnd: (names) => `Abonniert: ${names}.`,
  kinds: {
    speaker: 'Person',
    track: 'Track',
    room: 'Raum',
    type: 'Art',
    words: 'Thema',
  },
  toCome: (talks) =>
    talks === 0
      ? 'kein Vortrag mehr'
      : talks === 1
        ? '1 Vortrag kommt noch'
        : `${talks} Vorträge kommen noch`,
  because: (names) => `weil du ${names} abonniert hast`,

  fromTalk: 'Abonnieren …',
  choose:
    'Du erfährst von jedem Vortrag, der dazugehört: bevor er beginnt, und wenn ein neuer dazukommt.',
  follow: (name) => `${name} abonnieren`,
  unfollow: (name) => `${name} nicht mehr abonnieren`,
  stop: 'Abo beenden',

  followed: (name, talks) => {
    if (talks === undefined) return `${name} ist abonniert. Die Vorträge dazu finden sich gleich.`;
    if (talks === 0) {
      return `${name} ist abonniert. Bisher kommt dazu nichts mehr; von einem neuen Vortrag erfährst du sofort.`;
    }
    return talks === 1
      ? `${name} ist abonniert: 1 Vortrag kommt noch.`
      : `${name} ist abonniert: ${talks} Vorträge kommen noch.`;
  },
  already: (name) => `${name} ist schon abonniert.`,
  unfollowed: (name) => `${name} ist nicht mehr abonniert.`,
  notFollowed: 'Das ist nicht abonniert.',
  tooMany: (most) =>
    `Du hast ${most} Abos, auf allen Konferenzen zusammen, und mehr geht nicht. Beende erst eines davon.`,
  tooLong: (most) => `Das ist zu lang für ein Abo: Bis zu ${most} Zeichen lassen sich suchen.`,
  nothingMeant: (text) => `„${text}“ enthält kein Wort, nach dem sich suchen ließe.`,
  gone: 'Das steht nicht mehr im Programm.',
  which: (text) => `„${text}“ könnte mehreres sein. Was davon?`,
  otherwise: 'Anders gemeint?',

  news: (talks) => (talks === 1 ? 'Neu in deinen Abos' : `${talks} neue Vorträge in deinen Abos`),
  digest: (day) => `Mehr aus deinen Abos · ${day}`,
  ofTheDay: 'Der ganze Tag',
  digestIntro: (most) =>
    `Heute kamen schon ${most} Nachrichten aus deinen Abos. Der Rest des Tages steht hier und bleibt aktuell; merk dir, woran du erinnert werden willst.`,

  inVain: 'Abos ohne passenden Vortrag',
  about: (count) => `etwa ${count}`,
};

/** What names commands, which each platform has its own way to type. */
export const followingNaming = (slash: Slash): FollowingNaming => ({
  nothing: `Du hast noch kein Abo. ${slash('follow')} nimmt eine Person, einen Track oder Wörter, und du erfährst von jedem Vortrag, der passt.`,
});
