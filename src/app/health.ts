import type { Announcer } from '../announcements/announcements.ts';
import { type Clock, isoOf, MINUTE_MS } from '../clock.ts';
import type { DeliveryState } from '../outbox/delivery.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Readiness } from '../platform/platform.ts';

/** What is told to a program that watches over Hallway. */
export interface Health {
  /** Every platform answers people, and the last tick is no older than it should be. */
  readonly isHealthy: boolean;
  /** By name: whether people can be answered now, be it by the process that this one stands by for. */
  readonly platforms: Readonly<Record<string, boolean>>;
  /** Names of those on which another process answers, and this one takes over from it. */
  readonly standby: readonly string[];
  /** In ISO 8601; `null` before the first. */
  readonly lastTick: string | null;
  readonly outbox: Readonly<Record<DeliveryState, number>>;
}

export interface HealthParts {
  /** By platform; empty before they are loaded. */
  readonly readiness: () => Readonly<Record<string, Readiness>>;
  readonly announcer: Pick<Announcer, 'status'>;
  readonly outbox: Pick<Outbox, 'counts'>;
  readonly clock: Clock;
}

/** Two ticks may be lost to a slow database before somebody is woken. */
const OLDEST_TICK_MS = 3 * MINUTE_MS;

/** Rejects when the database does not answer. */
export async function healthOf(parts: HealthParts): Promise<Health> {
  const { announcer, outbox, clock } = parts;
  const readiness = Object.entries(parts.readiness());
  const { lastTickAt } = announcer.status();
  const isTicking = lastTickAt !== undefined && clock.now() - lastTickAt <= OLDEST_TICK_MS;
  return {
    isHealthy: isTicking && readiness.every(([, one]) => one !== 'away'),
    platforms: Object.fromEntries(readiness.map(([name, one]) => [name, one !== 'away'])),
    standby: readiness.filter(([, one]) => one === 'standby').map(([name]) => name),
    lastTick: lastTickAt === undefined ? null : isoOf(lastTickAt),
    outbox: await outbox.counts(),
  };
}
