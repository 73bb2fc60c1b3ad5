import { setTimeout as pause } from 'node:timers/promises';
import { createChance } from './chance.ts';
import type { Life } from './process.ts';
import { type Answers, startQuestions } from './questions.ts';
import { LEASE_MS, openStage } from './stage.ts';
import { count, finish, type Toll } from './toll.ts';

/** One is killed, or the one that never is stands still for longer than all its leases. */
export type Blow = 'kill' | 'stand still';

const STORY_MINUTES_A_SECOND = 1 / 3;

/**
 * Several programs on one database, while people ask and messages fall due: again and again one is
 * killed and another started in its place, or the one that is never killed stands still.
 */
export async function killAndPauseAmong(
  programs: number,
  databaseUrl: string,
  options: {
    readonly blows: readonly Blow[];
    readonly seed: number;
    readonly niceness?: number | undefined;
  },
): Promise<Toll & { readonly answers: Answers }> {
  const chance = createChance(options.seed);
  const questions = await startQuestions();
  const { apiUrl, token } = questions.discord;
  const { niceness } = options;
  const waves = Math.ceil(60 + options.blows.length * LONGEST_BLOW_S * STORY_MINUTES_A_SECOND);
  const upbringing = { niceness, discord: { apiUrl, token } };
  const stage = await openStage(databaseUrl, waves, chance, upbringing);
  const blows = new Map<string, number>();
  try {
    const paused = await stage.start();
    const killed: Life[] = [];
    while (killed.length < programs - 1) killed.push(await stage.start());
    await questions.discord.gateway.ready();
    for (const blow of options.blows) {
      await pause((0.5 + chance()) * LEASE_MS);
      count(blows, blow);
      if (blow === 'stand still') {
        await standStill(paused, (1.2 + chance()) * LEASE_MS);
        continue;
      }
      const victim = Math.floor(chance() * killed.length);
      killed[victim]?.signal('SIGKILL');
      await killed[victim]?.ended;
      killed[victim] = await stage.start();
    }
    const answers = await questions.end();
    return { ...(await finish(stage, [paused, ...killed], blows)), answers };
  } finally {
    await stage.close();
    await questions.discord.stop();
  }
}

/** With the start of a program in the place of one that was killed. */
const LONGEST_BLOW_S = 6;

async function standStill(life: Life, ms: number): Promise<void> {
  life.signal('SIGSTOP');
  await pause(ms);
  life.signal('SIGCONT');
}
