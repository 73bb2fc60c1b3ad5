import type { FollowingMessages, FollowingNaming } from '../en/following.ts';
import type { Slash } from '../slash.ts';
import { plural, talks } from './counts.ts';

export const following: FollowingMessages = {
  title: 'Wat je volgt',
  summary: (count) => `Je volgt ${count} ${plural(count, 'ding', 'dingen')}.`,
  atEnd: (names) => `Je volgt ${names}.`,
  kinds: {
    speaker: 'spreker',
    track: 'track',
    room: 'zaal',
    type: 'soort lezing',
    words: 'onderwerp',
  },
  toCome: (count) => (count === 0 ? 'er komt niets meer' : `nog ${talks(count)}`),
  because: (names) => `omdat je ${names} volgt`,

  fromTalk: 'Volgen …',
  choose:
    'Je hoort over elke lezing van wat je volgt: voor ze begint, en als er een nieuwe bijkomt.',
  follow: (name) => `${name} volgen`,
  unfollow: (name) => `${name} niet meer volgen`,
  stop: 'Niet meer volgen',

  followed: (name, count) => {
    if (count === undefined) return `Je volgt ${name}. De lezingen zijn er zo.`;
    if (count === 0) {
      return `Je volgt ${name}. Daar staat nog niets voor gepland; van een nieuwe lezing hoor je meteen.`;
    }
    return `Je volgt ${name}: nog ${talks(count)}.`;
  },
  already: (name) => `Je volgt ${name} al.`,
  unfollowed: (name) => `Je volgt ${name} niet meer.`,
  notFollowed: 'Dat volg je niet.',
  tooMany: (most) =>
    `Je volgt ${most} dingen, bij alle conferenties samen, en meer kan niet. Stop eerst met een ervan.`,
  tooLong: (most) => `Dat is te lang om te volgen: tot ${most} tekens kan ik zoeken.`,
  nothingMeant: (text) => `In “${text}” staat geen woord om naar te zoeken.`,
  gone: 'Dat staat niet meer in het programma.',
  which: (text) => `“${text}” kan van alles zijn. Wat bedoel je?`,
  otherwise: 'Anders bedoeld?',

  news: (count) =>
    count === 1 ? 'Nieuw in wat je volgt' : `${count} nieuwe lezingen in wat je volgt`,
  digest: (day) => `Meer van wat je volgt · ${day}`,
  ofTheDay: 'Alles van die dag',
  digestIntro: (most) =>
    `Je kreeg vandaag ${most} berichten over wat je volgt. De rest van de dag staat hier en blijft actueel; bewaar waar je een herinnering voor wilt.`,

  inVain: 'Gevolgd, maar zonder passende lezing',
  about: (count) => `ongeveer ${count}`,
};

export const followingNaming = (slash: Slash): FollowingNaming => ({
  nothing: `Je volgt niets. ${slash('follow')} neemt een spreker, een track of woorden, en je hoort over elke lezing die past.`,
});
