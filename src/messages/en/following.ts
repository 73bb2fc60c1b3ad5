import type { Slash } from '../slash.ts';

/** What a member follows: speakers, tracks, rooms, kinds of talk, words. */
export const following = {
  title: 'What you follow',
  summary: (count: number) => (count === 1 ? 'You follow 1 thing.' : `You follow ${count} things.`),
  atEnd: (names: string) => `You follow ${names}.`,
  kinds: {
    speaker: 'speaker',
    track: 'track',
    room: 'room',
    type: 'kind of talk',
    words: 'topic',
  },
  toCome: (talks: number) =>
    talks === 0 ? 'nothing to come' : talks === 1 ? '1 talk to come' : `${talks} talks to come`,
  because: (names: string) => `because you follow ${names}`,

  fromTalk: 'Follow …',
  choose:
    'You are told of every talk of what you follow: before it starts, and when a new one is added.',
  follow: (name: string) => `Follow ${name}`,
  unfollow: (name: string) => `Unfollow ${name}`,
  stop: 'Unfollow',

  followed: (name: string, talks: number | undefined) => {
    if (talks === undefined) return `You follow ${name}. Its talks will be found in a moment.`;
    if (talks === 0) {
      return `You follow ${name}. Nothing is to come so far; you are told of a new talk at once.`;
    }
    return talks === 1
      ? `You follow ${name}: 1 talk is to come.`
      : `You follow ${name}: ${talks} talks are to come.`;
  },
  already: (name: string) => `You already follow ${name}.`,
  unfollowed: (name: string) => `You no longer follow ${name}.`,
  notFollowed: 'You do not follow that.',
  tooMany: (most: number) =>
    `You follow ${most} things, at all conferences together, and that is the most. Unfollow something first.`,
  tooLong: (most: number) =>
    `That is too long to follow: up to ${most} characters can be looked for.`,
  nothingMeant: (text: string) => `“${text}” has no word that could be looked for.`,
  gone: 'That is no longer in the schedule.',
  which: (text: string) => `“${text}” could be several. Which one?`,
  otherwise: 'Meant something else?',

  news: (talks: number) =>
    talks === 1 ? 'New in what you follow' : `${talks} new talks in what you follow`,
  digest: (day: string) => `More of what you follow · ${day}`,
  /** A button. */
  ofTheDay: 'All of that day',
  digestIntro: (most: number) =>
    `You had ${most} messages about what you follow today. The rest of the day is here, kept up to date; star what you want to be reminded of.`,

  /** To organisers, in rounded numbers. */
  inVain: 'Follows that match no talk',
  about: (count: number) => `about ${count}`,
};

export type FollowingMessages = typeof following;

/** What names commands, which each platform has its own way to type. */
export const followingNaming = (slash: Slash) => ({
  nothing: `You follow nothing. ${slash('follow')} takes a speaker, a track or words, and you are told of every talk that fits.`,
});

export type FollowingNaming = ReturnType<typeof followingNaming>;
