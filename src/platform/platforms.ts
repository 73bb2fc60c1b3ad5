import { withDeadline } from '../clock/deadline.ts';
import { systemClock } from '../clock.ts';
import { ConfigError } from '../config/error.ts';
import type { Log } from '../log.ts';
import { type LaneOf, laneOfPlatform, type Messenger } from './messenger.ts';
import type { ChannelInspector, Platform, Readiness } from './platform.ts';
import type { Hallway } from './requests.ts';

/** The platforms of this process, and what has become of them. */
export interface Platforms {
  readonly messengers: Messengers;
  /** Of a platform that is not in this process, its name. */
  readonly laneOf: LaneOf;
  channelsOf(platform: string): ChannelInspector | undefined;
  /** By platform. */
  readiness(): Readonly<Record<string, Readiness>>;
  /** From here on their lanes are known. */
  add(platforms: readonly Platform[]): void;
  /** Starts each by itself. Resolves when the first has started; rejects when every one is refused. */
  start(hallway: Hallway, stop: AbortSignal): Promise<void>;
  /** Has each finish what it is doing. Never rejects. */
  stop(): Promise<void>;
}

/** By platform, of those that have started and do not stand by: what they are told keeps them true. */
export type Messengers = Pick<ReadonlyMap<string, Messenger>, 'get' | 'keys'>;

/** A platform that cannot be reached may not hold up the end of the process: that is killed after ten seconds. */
const STOPPED_WITHIN_MS = 3_000;

export function createPlatforms(log: Log): Platforms {
  const present = new Map<string, Platform>();
  const started = new Set<string>();
  const sending = (name: string) =>
    started.has(name) && present.get(name)?.readiness() !== 'standby';
  const startOne = async (platform: Platform, hallway: Hallway) => {
    const { name } = platform;
    try {
      await platform.start(hallway);
      started.add(name);
    } catch (error) {
      if (present.size > 1) log.error({ err: error, platform: name }, 'A platform cannot be used');
      throw error;
    }
  };
  const stopOne = async (platform: Platform) => {
    try {
      await withDeadline(systemClock, STOPPED_WITHIN_MS, platform.stop);
    } catch (error) {
      log.error({ err: error, platform: platform.name }, 'A platform did not stop in peace');
    }
  };
  return {
    messengers: {
      get: (name) => (sending(name) ? present.get(name)?.messenger : undefined),
      keys: () => started.values().filter(sending),
    },
    laneOf: (target, call) =>
      (present.get(target.platform)?.messenger.lane ?? laneOfPlatform)(target, call),
    channelsOf: (name) => present.get(name)?.channels,
    readiness: () =>
      Object.fromEntries([...present].map(([name, platform]) => [name, platform.readiness()])),
    add: (platforms) => {
      for (const platform of platforms) present.set(platform.name, platform);
    },
    start: async (hallway, stop) => {
      if (stop.aborted) return;
      try {
        await Promise.any([...present.values()].map((platform) => startOne(platform, hallway)));
      } catch (error) {
        throw error instanceof AggregateError ? together(error.errors) : error;
      }
    },
    stop: async () => {
      await Promise.all([...present.values()].map(stopOne));
    },
  };
}

/** What a person can mend is told at once; anything else is a bug, and one is enough. */
function together(reasons: readonly unknown[]): unknown {
  const findings = reasons.map((reason) => (reason instanceof ConfigError ? reason.findings : []));
  return (
    reasons.find((reason) => !(reason instanceof ConfigError)) ?? new ConfigError(findings.flat())
  );
}
