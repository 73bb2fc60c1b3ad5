import { expect, it } from 'vitest';
import { onPostgres } from '../contracts/databases.ts';
import { killAndPauseAmong } from './processes.ts';

const ANSWERED_WITHIN_MS = 240_000;

onPostgres('Two programs at once, of which one stands still and one is killed', (databases) => {
  it(
    'take over from each other, say all once and answer nobody twice',
    async () => {
      const blows = ['stand still', 'kill'] as const;
      const url = await databases.createUrl();
      const { findings, ends, answers } = await killAndPauseAmong(2, url, { blows, seed: 3 });

      expect(findings).toEqual({ lost: [], doubled: [], lying: [] });
      expect(answers).toMatchObject({ doubled: [], contested: [] });
      expect(answers.connections).toBeGreaterThan(1);
      expect(ends).toEqual([0, 0]);
    },
    ANSWERED_WITHIN_MS,
  );
});
