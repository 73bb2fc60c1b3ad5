import type { Slash } from '../slash.ts';
/** What organisers are told when they change a talk by hand. */
export const byHand = {
  byOrganisers: 'By the organisers',
  canceled: 'canceled',
  scheduled: 'takes place',
  one: (title: string, own: string) => `“${title}”: ${own}`,
  whileSource: (source: string) => ` (the schedule now says: ${source})`,

  willTell: (channels: number, members: number) =>
    channels + members === 0
      ? 'Nobody would be told: no channel hears of it, and nobody starred it.'
      : `${audience(channels, members)} will be told.`,
  told: (channels: number, members: number) => `Done. ${toldWords(channels, members)}`,
  same: (title: string) => `“${title}” is already like that. Nobody is told anything.`,
  taken: (room: string, title: string) => `${room} is taken at that time: “${title}”.`,
  doIt: 'Change it',
  enterTitle: 'Enter the new title',
  titleLabel: 'New title',
  titleHint: 'Sent, it counts at once, and those concerned are told.',

  noTalk: (typed: string) =>
    `There is no talk “${typed}”. Give its id or words of its title, in quotation marks if there are several.`,
  whichTalk: (typed: string, titles: string) => `“${typed}” could be ${titles}. Which one?`,
  noTime: (typed: string) =>
    typed === ''
      ? 'Say when it is to begin: 15:30, or Sunday 15:30, then the room if that changes.'
      : `“${typed}” is not a time. Say it like 15:30, or Sunday 15:30, then the room if that changes.`,
  onNoDay: (typed: string) => `“${typed}” is on no day of the conference.`,
  noTitle: 'Say what it is to be called.',
};

export type ByHandMessages = typeof byHand;

export function toldWords(channels: number, members: number): string {
  return channels + members === 0
    ? 'There was nobody to be told.'
    : `${audience(channels, members)} ${channels + members === 1 ? 'is' : 'are'} told.`;
}

function audience(channels: number, members: number): string {
  const parts = [
    ...(channels === 0 ? [] : [channels === 1 ? '1 channel' : `${channels} channels`]),
    ...(members === 0 ? [] : [members === 1 ? '1 person' : `${members} people`]),
  ];
  return parts.join(' and ');
}

/** What names commands, which each platform has its own way to type. */
export const byHandNaming = (slash: Slash) => ({
  contradicted: (title: string, own: string, source: string) =>
    `“${title}” is as you changed it (${own}), but the schedule now says: ${source}. ${slash('conference talk')} … restore takes the schedule’s word; to keep your change, make it again.`,
});

export type ByHandNaming = ReturnType<typeof byHandNaming>;
