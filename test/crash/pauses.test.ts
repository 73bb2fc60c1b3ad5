import { expect, it } from 'vitest';
import { forEachDatabase } from '../contracts/databases.ts';
import { pauseAgainAndAgain } from './pauses.ts';

const ANSWERED_WITHIN_MS = 240_000;

forEachDatabase(
  'Two programs at once, one standing still for longer than its lease',
  (databases) => {
    it(
      'lose nothing and say nothing twice',
      async () => {
        const url = await databases.createUrl();
        const { findings, ends } = await pauseAgainAndAgain(url, { pauses: 2, seed: 3 });

        expect(findings).toEqual({ lost: [], doubled: [], lying: [] });
        expect(ends).toEqual([0, 0]);
      },
      ANSWERED_WITHIN_MS,
    );
  },
);
