import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from '../client.ts';
import type { Asking } from './asking.ts';
import { BEGIN, END, NEXT_VERSIONS_AT, versionOf } from './plan.ts';

export interface DayParts {
  readonly hallway: Client;
  readonly healthUrl: string;
  readonly asking: Asking;
  readonly commands: number;
  /** Path of the schedule. */
  readonly schedule: string;
  readonly speed: number;
}

/** Deliveries waiting, or commands due at once, from which on the clock goes slower. */
const MANY = 100;
const SLOWER = 20;
const LOOK_EACH_MS = 200;

/**
 * Lets the day pass by Hallway's own clock: commands are asked evenly over it, new versions of the
 * schedule appear, and where Hallway falls behind the clock goes slower. Resolves when the day is
 * over and all is sent.
 */
export async function passDay(parts: DayParts): Promise<void> {
  const { hallway, healthUrl, asking, commands, schedule, speed } = parts;
  let asked = 0;
  let versions = 1;
  let isSlow = false;
  for (;;) {
    const { now, waiting } = await healthAt(healthUrl);
    if (now >= (NEXT_VERSIONS_AT[versions - 1] ?? Number.POSITIVE_INFINITY)) {
      versions += 1;
      await writeFile(schedule, versionOf(versions).json);
    }
    const due = Math.floor((commands * Math.min(now - BEGIN, END - BEGIN)) / (END - BEGIN)) - asked;
    const shouldBeSlow = waiting > MANY || due > MANY;
    if (shouldBeSlow !== isSlow) hallway.tell(shouldBeSlow ? speed / SLOWER : speed);
    isSlow = shouldBeSlow;
    await asking.ask(due);
    asked += due;
    if (now >= END && waiting === 0) return;
    await delay(LOOK_EACH_MS);
  }
}

const healthSchema = z.object({
  lastTick: z.iso.datetime().nullable(),
  outbox: z.object({ pending: z.number(), sending: z.number() }),
});

async function healthAt(url: string) {
  // A connection that is kept may end in the moment in which it is used again.
  const response = await fetch(url, { headers: { connection: 'close' } });
  const { lastTick, outbox } = healthSchema.parse(await response.json());
  return {
    now: lastTick === null ? BEGIN : Date.parse(lastTick),
    waiting: outbox.pending + outbox.sending,
  };
}
