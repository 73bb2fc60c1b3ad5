import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_MS = 60_000;
const COMES_MS = 20_000;

/** Resolves when `holds`; rejects with what was waited for when it never does. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  longestMs = LONGEST_MS,
): Promise<void> {
  const deadline = performance.now() + longestMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await delay(50);
  }
}

/** Whether it holds before long. */
export async function comes(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  return until(holds, 'it came', COMES_MS).then(
    () => true,
    () => false,
  );
}
