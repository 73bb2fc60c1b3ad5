import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from './process.ts';
import type { Answers } from './questions.ts';
import type { Findings } from './said.ts';
import { LEASE_MS, type Stage } from './stage.ts';

/** What became of a stage after all that was done to its programs. */
export interface Toll {
  readonly findings: Findings;
  /** What struck, and how often. */
  readonly blows: ReadonlyMap<string, number>;
  readonly messages: number;
  readonly counts: Stage['recorder']['counts'];
  /** Where people asked meanwhile. */
  readonly answers?: Answers;
  /** How the programs ended that were asked to stop. */
  readonly ends: readonly (string | number | null)[];
}

const ANSWERED_WITHIN_MS = 45_000;

/** Lets the programs say what is due, waits for what they might say twice, and asks them to stop. */
export async function finish(
  stage: Stage,
  lives: readonly Life[],
  blows: ReadonlyMap<string, number>,
): Promise<Toll> {
  stage.freeze();
  const { lost, lying } = await stage.complete(stage.now(), ANSWERED_WITHIN_MS);
  await pause(2 * LEASE_MS);
  const { doubled } = stage.findings();
  for (const life of lives) life.signal('SIGTERM');
  const ends = await Promise.all(lives.map(({ ended }) => ended));
  const { kept, counts } = stage.recorder;
  return { findings: { lost, doubled, lying }, blows, messages: kept.length, counts, ends };
}

export function count(blows: Map<string, number>, place: string): void {
  blows.set(place, (blows.get(place) ?? 0) + 1);
}
