import type { FollowingMessages, FollowingNaming } from '../en/following.ts';
import type { Slash } from '../slash.ts';

export const following: FollowingMessages = {
  title: 'Was du verfolgst',
  summary: (count) => (count === 1 ? 'Du folgst einer Sache.' : `Du folgst ${count} Sachen.`),
  atEnd: (names) => `Du folgst: ${names}.`,
  kinds: {
    speaker: 'Person',
    track: 'Track',
    room: 'Raum',
    type: 'Art',
    words: 'Thema',
  },
  toCome: (talks) =>
    talks === 0
      ? 'nichts mehr zu erwarten'
      : talks === 1
        ? '1 Vortrag kommt noch'
        : `${talks} Vorträge kommen noch`,
  because: (names) => `weil du ${names} folgst`,

  fromTalk: 'Folgen …',
  choose:
    'Du erfährst von jedem Vortrag, der dazugehört: bevor er beginnt, und wenn ein neuer dazukommt.',
  follow: (name) => `${name} folgen`,
  unfollow: (name) => `${name} nicht mehr folgen`,
  stop: 'Nicht mehr folgen',

  followed: (name, talks) => {
    if (talks === undefined) return `Du folgst ${name}. Die Vorträge dazu finden sich gleich.`;
    if (talks === 0) {
      return `Du folgst ${name}. Bisher kommt dazu nichts mehr; von einem neuen Vortrag erfährst du sofort.`;
    }
    return talks === 1
      ? `Du folgst ${name}: 1 Vortrag kommt noch.`
      : `Du folgst ${name}: ${talks} Vorträge kommen noch.`;
  },
  already: (name) => `Du folgst ${name} schon.`,
  unfollowed: (name) => `Du folgst ${name} nicht mehr.`,
  notFollowed: 'Dem folgst du nicht.',
  tooMany: (most) =>
    `Du folgst ${most} Sachen, und mehr geht nicht. Höre erst bei einer damit auf.`,
  tooLong: (most) => `Das ist zu lang: bis zu ${most} Zeichen lassen sich suchen.`,
  nothingMeant: (text) => `„${text}“ enthält kein Wort, nach dem sich suchen ließe.`,
  gone: 'Das steht nicht mehr im Programm.',
  which: (text) => `„${text}“ könnte mehreres sein. Was davon?`,
  otherwise: 'Anders gemeint?',

  news: (talks) =>
    talks === 1
      ? 'Neu bei dem, was du verfolgst'
      : `${talks} neue Vorträge zu dem, was du verfolgst`,
  digest: (day) => `Mehr zu dem, was du verfolgst · ${day}`,
  digestIntro: (most) =>
    `Heute kamen schon ${most} Nachrichten zu dem, was du verfolgst. Der Rest des Tages steht hier und bleibt aktuell; merke dir, woran du erinnert werden willst.`,
};

/** What names commands, which each platform has its own way to type. */
export const followingNaming = (slash: Slash): FollowingNaming => ({
  nothing: `Du folgst noch niemandem. ${slash('follow')} nimmt eine Person, einen Track oder Wörter, und du erfährst von jedem Vortrag, der passt.`,
});
