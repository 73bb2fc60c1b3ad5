/**
 * The floor `announcements`: what is said unasked, and when. Once a minute a tick (`tick.ts`) plans
 * what fell due (`plan.ts`, pure); a new version of a schedule is taken over with all that follows
 * from it (`takeover.ts`). It sends nothing and words nothing. Start here.
 */

import { type Clock, DAY_MS, type Instant, MINUTE_MS, stopwatch } from '../clock.ts';
import type { Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import { isWorthAWord } from '../outbox/wait.ts';
import type { Programmes } from '../programme/programme.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { AnnouncerStores, AnnouncerWork } from './announcerWork.ts';
import { createTickPlan, type TickPlan } from './tick.ts';

export interface AnnouncerPorts {
  readonly announcerWork: AnnouncerWork;
  readonly programmes: Pick<Programmes, 'view'>;
  readonly defaultConference: ConferenceKey;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
}

export interface Announcer {
  /** Plans what fell due since the last tick. Never rejects; during a tick, it has another one follow. */
  tick(): Promise<void>;
  status(): TickStatus;
}

export interface TickStatus {
  readonly lastTickAt: Instant | undefined;
  readonly failedTicks: number;
}

/** Looked at again with every tick: clocks of two processes differ a little. Keys keep it from being told twice. */
const OVERLAP_MS = MINUTE_MS;
/** Ticks come every minute; one may be late. */
const LONGEST_GAP_MS = 2 * MINUTE_MS;

export function createAnnouncer(ports: AnnouncerPorts): Announcer {
  const { announcerWork, clock, log, meter } = ports;
  const plan = createTickPlan(ports);
  let isTicking = false;
  let isAskedAgain = false;
  let lastTickAt: Instant | undefined;
  let failedTicks = 0;

  const tick = async () => {
    const begun = stopwatch();
    try {
      const now = clock.now();
      const planned = await announcerWork.transaction((stores) => turn(stores, plan, now));
      lastTickAt = now;
      meter.note({ kind: 'tick', outcome: 'done', tookMs: stopwatch() - begun, planned });
      if (planned > 0) log.info({ planned }, 'Planned deliveries');
    } catch (error) {
      failedTicks += 1;
      meter.note({ kind: 'tick', outcome: 'failed', tookMs: stopwatch() - begun });
      log.error({ err: error, failedTicks }, 'A tick failed; the next one makes up for it');
    }
  };

  return {
    tick: async () => {
      isAskedAgain = isTicking;
      if (isTicking) return;
      isTicking = true;
      do {
        isAskedAgain = false;
        await tick();
      } while (isAskedAgain);
      isTicking = false;
    },
    status: () => ({ lastTickAt, failedTicks }),
  };
}

/** Watermark and deliveries are written together, so that nothing due is ever passed over. */
async function turn(stores: AnnouncerStores, plan: TickPlan, now: Instant): Promise<number> {
  const watermark = await stores.watermark.read();
  const planned = await plan(stores, { after: windowStart(watermark, now), until: now });
  const isGap = watermark !== undefined && now - watermark > LONGEST_GAP_MS;
  const kind = isGap ? 'no-tick' : 'next-tick';
  const added = await stores.outbox.enqueue(
    planned.map((delivery) => {
      const wait = { kind, from: delivery.dueAt, until: now } as const;
      return isWorthAWord(wait) ? { ...delivery, plannedLate: wait } : delivery;
    }),
  );
  await stores.watermark.move(now);
  return added;
}

/** The watermark follows the clock even backwards: what was planned under a wrong time, for a day, is planned again. */
export function windowStart(watermark: Instant | undefined, now: Instant): Instant {
  if (watermark === undefined || watermark > now + OVERLAP_MS) return now - DAY_MS;
  return Math.min(watermark, now) - OVERLAP_MS;
}
