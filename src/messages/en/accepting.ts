import { toldWords } from './byHand.ts';

/** What organisers are told of a version that was not believed. */
export const accepting = {
  title: 'A version that was not taken over',
  see: 'See what it would change',
  wouldChange: (count: number, counts: string) =>
    count === 0
      ? 'It would change nothing that is still to come.'
      : `It would change ${count === 1 ? 'one talk' : `${count} talks`}: ${counts}.`,
  forAll: 'It is taken as you see it here, for everyone who uses this schedule.',
  take: 'Take this version',
  taken: (channels: number, members: number) =>
    `The version is taken over. ${toldWords(channels, members)}`,
  another: 'The source has moved on to another version. This is what that one would change.',
  nothing: 'The schedule in use is the one that its source shows. There is nothing to accept.',
};

export type AcceptingMessages = typeof accepting;
