import { within } from '../clock/deadline.ts';
import { seldom } from '../clock/seldom.ts';
import { type Clock, type Instant, systemClock } from '../clock.ts';
import type { Log } from '../log.ts';

/**
 * A connection has one owner at a time, whatever the number of processes: everybody who has one
 * hears the same requests, and would answer them.
 */
export interface ConnectionLeases {
  /** Takes the connection or prolongs the lease; false while another owner's lease runs. */
  hold(connection: string, owner: string, now: Instant, until: Instant): Promise<boolean>;
  release(connection: string, owner: string): Promise<void>;
}

export interface TenureParts {
  readonly leases: ConnectionLeases;
  /** What is leased, by a name that is the same in all processes. */
  readonly connection: string;
  /** Unique for each start of the program. */
  readonly owner: string;
  readonly clock: Clock;
  /** How many times as fast as the machine's the clock runs. */
  readonly speed: number;
  readonly log: Log;
}

/** From taking a connection until it is given back, lost, or nobody could prolong the lease in time. */
export interface Tenure {
  /**
   * Whether nobody else can have the connection at this very moment. To be looked at before anything
   * heard is answered: a process that stood still finds out here, before its timers do.
   */
  isOurs(): boolean;
  /** Takes the connection; `undefined` where it could not be found out whether it is free. */
  take(): Promise<boolean | undefined>;
  /** Prolongs the lease again and again; resolves when it is ours no more, or `stop` aborts. */
  keep(stop: AbortSignal): Promise<void>;
  /** Never rejects: what cannot be given back ends by itself. */
  giveBack(): Promise<void>;
}

/** All in milliseconds. How long an owner may be silent before another takes its place. */
const LEASE_MS = 15_000;
const PROLONGED_EACH_MS = 4_000;
/** How often whoever stands by, or failed to prolong the lease, tries again. */
export const LOOK_EACH_MS = 1_000;
/** An owner lets go that much earlier, since no two machines' clocks agree. */
const EARLIER_MS = 1_000;

/** A stop does not wait for a database that hangs. */
const GIVEN_BACK_WITHIN_MS = 500;

/** A tenure that is over is never ours again: who takes the connection anew connects anew. */
export function createTenure(parts: TenureParts): Tenure {
  const { leases, connection, owner, clock, speed, log } = parts;
  const trouble = seldom(systemClock);
  let until: Instant = Number.NEGATIVE_INFINITY;
  const isOurs = () => clock.now() < until;
  /** Until when it is held then; `undefined` where the database did not tell in time. */
  const hold = async (limitMs: number): Promise<Instant | 'no' | undefined> => {
    const now = clock.now();
    const asked = leases.hold(connection, owner, now, now + LEASE_MS * speed);
    const isHeld = await within(clock, limitMs, asked.catch(unheard));
    if (isHeld !== true) return isHeld === false ? 'no' : undefined;
    // Counted from before it was asked for: how long the database took is part of it.
    return now + (LEASE_MS - EARLIER_MS) * speed;
  };
  const unheard = (error: unknown) => {
    trouble.once(() =>
      log.warn({ err: error, connection }, 'The database does not tell who has the connection'),
    );
    return undefined;
  };
  return {
    isOurs,
    take: async () => {
      const held = await hold(LEASE_MS * speed);
      if (typeof held === 'number') until = held;
      return held === undefined ? undefined : held !== 'no';
    },
    keep: async (stop) => {
      let pauseMs = PROLONGED_EACH_MS;
      while (isOurs() && !stop.aborted) {
        await clock.sleep(Math.min(pauseMs * speed, until - clock.now()), stop);
        if (!isOurs() || stop.aborted) break;
        const held = await hold(until - clock.now());
        // Late is too late, whatever the database says by now: others may have been there, and gone.
        if (!isOurs() || held === 'no') break;
        if (held !== undefined) until = held;
        pauseMs = held === undefined ? LOOK_EACH_MS : PROLONGED_EACH_MS;
      }
      if (!stop.aborted) until = Number.NEGATIVE_INFINITY;
    },
    giveBack: async () => {
      until = Number.NEGATIVE_INFINITY;
      const released = leases
        .release(connection, owner)
        .catch((error: unknown) =>
          log.warn({ err: error, connection }, 'A connection was not given back; its lease ends'),
        );
      await within(clock, GIVEN_BACK_WITHIN_MS * speed, released);
    },
  };
}
