import { within } from '../clock/deadline.ts';
import { MINUTE_MS, systemClock } from '../clock.ts';
import type { Platform, Readiness } from './platform.ts';
import type { Hallway } from './requests.ts';
import { createTenure, LOOK_EACH_MS, type Tenure, type TenureParts } from './tenure.ts';

export interface StandbyParts extends TenureParts {
  /**
   * Finds out what can be known without being connected, so that a mistake is told when a process
   * begins to stand by, and not when it is needed: throws a `ConfigError` where it would be refused.
   */
  readonly check: (signal: AbortSignal) => Promise<void>;
  /** The platform with a connection of its own, which may be used as long as `isOurs`. */
  readonly make: (isOurs: Tenure['isOurs']) => Platform;
}

/** A platform for one tenure. */
interface Term {
  readonly tenure: Tenure;
  readonly platform: Platform;
}

/** For requests under way when a tenure ends; less than what a stop may take, so that the lease is given back. */
const ENDED_WITHIN_MS = 2_000;
/** After a failure that nobody waits for. */
const FAILED_REST_MS = MINUTE_MS;

/**
 * A platform whose connection one process has at a time. It has started once that is this process, or
 * this one stands by; from then on it takes over, lets go and stands by again by itself.
 */
export function standingBy(parts: StandbyParts): Platform {
  const stopping = new AbortController();
  const { signal } = stopping;
  let term = begin(parts);
  let isStandby = false;
  let running = Promise.resolve();
  const run = async (hallway: Hallway, begun: () => void) => {
    while (!signal.aborted) {
      const isTaken = await term.tenure.take();
      if (isTaken === true) {
        isStandby = false;
        await serve(parts, term, hallway, begun, signal);
        term = begin(parts);
        continue;
      }
      if (isTaken === false && !isStandby) {
        isStandby = true;
        parts.log.info({ connection: parts.connection }, STANDS_BY);
        await parts.check(signal);
        begun();
      }
      isStandby = isTaken === false;
      await parts.clock.sleep(LOOK_EACH_MS * parts.speed, signal);
    }
  };
  return {
    name: term.platform.name,
    get messenger() {
      return term.platform.messenger;
    },
    get channels() {
      return term.platform.channels;
    },
    start: (hallway) =>
      new Promise((resolve, reject) => {
        running = keepOn(parts, (begun) => run(hallway, begun), signal, resolve).then(
          resolve,
          reject,
        );
      }),
    stop: async () => {
      stopping.abort();
      await running;
    },
    readiness: (): Readiness => (isStandby ? 'standby' : term.platform.readiness()),
  };
}

const STANDS_BY = 'Another process has the connection; this one stands by';

function begin(parts: StandbyParts): Term {
  const tenure = createTenure(parts);
  return { tenure, platform: parts.make(tenure.isOurs) };
}

/** Whoever waits for the start hears why it failed; later, it is tried again. */
async function keepOn(
  { log, clock, speed, connection }: StandbyParts,
  run: (begun: () => void) => Promise<void>,
  signal: AbortSignal,
  begun: () => void,
): Promise<void> {
  let hasBegun = false;
  const beginning = () => {
    hasBegun = true;
    begun();
  };
  while (!signal.aborted) {
    try {
      await run(beginning);
    } catch (error) {
      if (!hasBegun) throw error;
      log.error({ err: error, connection }, 'A connection could not be used; it is tried again');
      await clock.sleep(FAILED_REST_MS * speed, signal);
    }
  }
}

/** From having the connection to having it no more; throws what the platform's start does. */
async function serve(
  { log, connection }: StandbyParts,
  { tenure, platform }: Term,
  hallway: Hallway,
  begun: () => void,
  stop: AbortSignal,
): Promise<void> {
  const kept = tenure.keep(stop);
  try {
    await Promise.race([platform.start(hallway).then(begun), kept]);
    await kept;
    if (!stop.aborted) log.warn({ connection }, 'The connection is ours no more; it is let go');
  } finally {
    const stopped = platform
      .stop()
      .catch((error: unknown) =>
        log.error({ err: error, connection }, 'A connection did not end in peace'),
      );
    await within(systemClock, ENDED_WITHIN_MS, stopped);
    await tenure.giveBack();
  }
}
