import { setTimeout as pause } from 'node:timers/promises';
import { createChance, pick } from './chance.ts';
import { LEASE_MS, openStage } from './stage.ts';
import { count, finish, type Toll } from './toll.ts';

/** Two programs on one database; again and again one of them stands still for longer than a lease. */
export async function pauseAgainAndAgain(
  databaseUrl: string,
  {
    pauses,
    seed,
    niceness,
  }: {
    readonly pauses: number;
    readonly seed: number;
    readonly niceness?: number;
  },
): Promise<Toll> {
  const chance = createChance(seed);
  const stage = await openStage(databaseUrl, 20 + pauses * 4, chance, { niceness });
  const blows = new Map<string, number>();
  try {
    const lives = [await stage.start(), await stage.start()] as const;
    await Promise.all(lives.map(({ started }) => started));
    for (let index = 0; index < pauses; index += 1) {
      await pause(chance() * LEASE_MS);
      const life = pick(chance, lives);
      life.signal('SIGSTOP');
      await pause((1.2 + chance()) * LEASE_MS);
      life.signal('SIGCONT');
      count(blows, life === lives[0] ? 'the first' : 'the second');
    }
    return await finish(stage, lives, blows);
  } finally {
    await stage.close();
  }
}
