import type { Mood } from './recorder.ts';

const MOODS: readonly (readonly [Mood, number])[] = [
  ['answers', 0.8],
  ['answers late', 0.05],
  ['hangs after storing', 0.03],
  ['hangs before storing', 0.03],
  ['fails after storing', 0.03],
  ['fails before storing', 0.03],
  ['limits', 0.03],
];

/** A platform that mostly answers. */
export function createMoods(chance: () => number): () => Mood {
  return () => {
    let left = chance();
    for (const [mood, share] of MOODS) {
      left -= share;
      if (left < 0) return mood;
    }
    return 'answers';
  };
}
