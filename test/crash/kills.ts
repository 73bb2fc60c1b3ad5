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
/** Two leases: the first may still be its predecessor's. Lives that miss their moment end after twice that. */
const LONGEST_LIFE_MS = 2 * LEASE_MS;
const STARTING_MS = 300;
const MOST_MEETINGS = 6;

/** Kills the program again and again, lets the last one finish, and holds the platform's record against the story. */
export async function killAgainAndAgain(
  databaseUrl: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
  progress: (kill: number, place: string, stage: Stage) => void = () => undefined,
): Promise<Toll> {
  const chance = createChance(seed);
  const stage = await openStage(databaseUrl, Math.ceil(20 + kills * 2), chance);
  const blows = new Map<string, number>();
  try {
    for (let index = 0; index < kills; index += 1) {
      const place = await liveAndDie(stage, chance);
      count(blows, place);
      progress(index + 1, place, stage);
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
  const life = await stage.start(moment && { moment, count: meetings });
  if (place === 'before it is stored') stage.recorder.ambush('before', () => kill(life));
  if (place === 'before it is answered') stage.recorder.ambush('after', () => kill(life));
  if (place !== 'at its start') await life.started;
  const longestMs =
    place === 'at its start' ? STARTING_MS : LONGEST_LIFE_MS * (place === 'some time' ? 1 : 2);
  const isOverdue = !(await within(life.ended, longestMs * (isAimed(place) ? 1 : chance())));
  kill(life);
  const end = await life.ended;
  if (end !== 'SIGKILL') throw new Error(`The program ended by itself: ${end}`);
  return isOverdue && isAimed(place) ? 'some time' : place;
}

async function within(ended: Promise<unknown>, ms: number): Promise<boolean> {
  const over = new AbortController();
  const overdue = pause(ms, false, { signal: over.signal }).catch(() => true);
  const isOver = await Promise.race([ended.then(() => true), overdue]);
  over.abort();
  return isOver;
}

function isAimed(place: string): boolean {
  return place !== 'some time' && place !== 'at its start';
}

/** A tick and a takeover come about once a life, messages by the dozen. */
function isFrequent(place: string): boolean {
  return !place.includes('tick') && !place.includes('taken') && !place.includes('takeover');
}

function kill(life: Life): void {
  life.signal('SIGKILL');
}
