import { setTimeout as pause } from 'node:timers/promises';
import { createChance, pick } from './chance.ts';
import { MOMENTS } from './moments.ts';
import type { Life } from './process.ts';
import { LEASE_MS, openStage, type Stage } from './stage.ts';
import { count, finish, type Toll } from './toll.ts';

/** Where a process is killed: in the program, at the platform as a message arrives, or just at some time. */
const PLACES = [
  ...MOMENTS,
  'before it is stored',
  'before it is answered',
  'at its start',
  'some time',
] as const;
/** Lives that do not come to their moment end by then. */
const LONGEST_LIFE_MS = 10 * LEASE_MS;
const LOOK_MS = 5;
const SOME_MS = 300;
const MOST_MESSAGES = 15;
const MOST_MEETINGS = 4;

/** Kills the program again and again, lets the last one finish, and holds the platform's record against the story. */
export async function killAgainAndAgain(
  databaseUrl: string,
  {
    kills,
    seed,
    niceness,
  }: {
    readonly kills: number;
    readonly seed: number;
    readonly niceness?: number;
  },
): Promise<Toll> {
  const chance = createChance(seed);
  const stage = await openStage(databaseUrl, Math.ceil(20 + kills * 2), chance, { niceness });
  const blows = new Map<string, number>();
  try {
    for (let index = 0; index < kills; index += 1) {
      count(blows, await liveAndDie(stage, chance));
    }
    return await finish(stage, [await stage.start()], blows);
  } finally {
    await stage.close();
  }
}

async function liveAndDie(stage: Stage, chance: () => number): Promise<string> {
  const place = pick(chance, PLACES);
  const moment = MOMENTS.find((one) => one === place);
  const meetings = 1 + Math.floor(chance() * MOST_MEETINGS ** (isFrequent(place) ? 1 : 0));
  const messages = stage.recorder.counts.sends + Math.floor(chance() * MOST_MESSAGES);
  const later = chance() * SOME_MS;
  const life = await stage.start(moment && { moment, count: meetings });
  if (place === 'before it is stored') stage.recorder.ambush('before', () => kill(life));
  if (place === 'before it is answered') stage.recorder.ambush('after', () => kill(life));
  if (place === 'at its start') await pause(later);
  else
    await within(
      life.ended,
      () => place === 'some time' && stage.recorder.counts.sends >= messages,
    );
  if (place === 'some time') await pause(later);
  const isEnded = life.hasEnded();
  kill(life);
  const end = await life.ended;
  if (end !== 'SIGKILL') throw new Error(`The program ended by itself: ${end}`);
  return isEnded || place === 'at its start' ? place : 'some time';
}

/** Waits for the end, or for `isTime`, or long enough. */
async function within(ended: Promise<unknown>, isTime: () => boolean): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const limit = performance.now() + LONGEST_LIFE_MS;
  while (!isOver && !isTime() && performance.now() < limit) await pause(LOOK_MS);
}

/** A tick and a takeover come about once a life, messages by the dozen. */
function isFrequent(place: string): boolean {
  return !place.includes('tick') && !place.includes('taken') && !place.includes('takeover');
}

function kill(life: Life): void {
  life.signal('SIGKILL');
}
