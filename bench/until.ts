import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(20);
}
