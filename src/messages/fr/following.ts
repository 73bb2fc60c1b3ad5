import type { FollowingMessages, FollowingNaming } from '../en/following.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const following: FollowingMessages = {
  title: 'Ce que tu suis',
  summary: (count) => `Tu suis ${count} ${plural(count, 'chose', 'choses')}.`,
  atEnd: (names) => `Tu suis ${names}.`,
  kinds: {
    speaker: 'personne',
    track: 'thématique',
    room: 'salle',
    type: 'type de présentation',
    words: 'sujet',
  },
  toCome: (count) => (count === 0 ? 'rien à venir' : `${talks(count)} à venir`),
  because: (names) => `parce que tu suis ${names}`,

  fromTalk: 'Suivre…',
  choose:
    'Tu es au courant de chaque présentation de ce que tu suis : avant qu’elle commence, et quand il s’en ajoute une.',
  follow: (name) => `Suivre ${name}`,
  unfollow: (name) => `Ne plus suivre ${name}`,
  stop: 'Ne plus suivre',

  followed: (name, count) => {
    if (count === undefined) return `Tu suis ${name}. Ses présentations seront là dans un instant.`;
    if (count === 0) {
      return `Tu suis ${name}. Rien à venir pour l’instant ; si une présentation s’ajoute, tu le sauras aussitôt.`;
    }
    return `Tu suis ${name} : ${talks(count)} à venir.`;
  },
  already: (name) => `Tu suis déjà ${name}.`,
  unfollowed: (name) => `Tu ne suis plus ${name}.`,
  notFollowed: 'Tu ne suis pas cela.',
  tooMany: (most) =>
    `Tu suis ${most} choses, toutes conférences confondues, et c’est le maximum. Arrête d’abord d’en suivre une.`,
  tooLong: (most) => `C’est trop long à suivre : on peut chercher ${most} caractères au plus.`,
  nothingMeant: (text) => `« ${text} » ne contient aucun mot à chercher.`,
  gone: 'Ce n’est plus dans le programme.',
  which: (text) => `« ${text} » peut désigner plusieurs choses. Laquelle ?`,
  otherwise: 'Autre chose, peut-être ?',

  news: (count) =>
    count === 1 ? 'Du nouveau dans ce que tu suis' : `${count} nouveautés dans ce que tu suis`,
  digest: (day) => `Plus de ce que tu suis · ${day}`,
  ofTheDay: 'Toute la journée',
  digestIntro: (most) =>
    `Tu as eu aujourd’hui ${most} messages sur ce que tu suis. Le reste de la journée est ici, tenu à jour ; ajoute à ta liste ce dont tu veux un rappel.`,

  inVain: 'Suivis sans présentation correspondante',
  about: (count) => `environ ${count}`,
};

export const followingNaming = (slash: Slash): FollowingNaming => ({
  nothing: `Tu ne suis rien. ${slash('follow')} prend une personne, une thématique ou des mots, et tu es au courant de chaque présentation qui correspond.`,
});
