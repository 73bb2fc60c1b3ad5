import { expect, it } from 'vitest';
import { forEachDatabase } from '../contracts/databases.ts';
import { killAgainAndAgain } from './kills.ts';

const ANSWERED_WITHIN_MS = 240_000;

forEachDatabase('A program that is killed at any moment', ({ createUrl }) => {
  it(
    'loses nothing and says nothing twice once it is started again',
    async () => {
      const { findings, ends } = await killAgainAndAgain(await createUrl(), { kills: 3, seed: 7 });

      expect(findings).toEqual({ lost: [], doubled: [], lying: [] });
      expect(ends).toEqual([0]);
    },
    ANSWERED_WITHIN_MS,
  );
});
